package org.tailwright.models.queueing;

import org.apache.commons.math3.special.Gamma;
import org.tailwright.statistics.queueing.ErlangC;

/// M/M/c with a line of any length, first come first served (Erlang 1917; Gross et al., Fundamentals of Queueing Theory, 4th ed., 2.3), in
/// forms that keep their digits near full utilisation and with thousands of servers.
///
/// @param lambda arrivals per unit of time, > 0
/// @param mu services per server and unit of time, > 0
/// @param c servers, at least 1
/// @param theta c·μ − λ, > 0
/// @param loss Erlang's B
/// @param waits probability of having to wait, Erlang's C
record Mmc(double lambda, double mu, int c, double theta, double loss, double waits) {
    static Mmc of(double lambda, double mu, int c) {
        double theta = c * mu - lambda;
        double loss = ErlangC.loss(c, lambda / mu);
        return new Mmc(lambda, mu, c, theta, loss, loss / (theta / (c * mu) + lambda / (c * mu) * loss));
    }

    double erlangs() {
        return lambda / mu;
    }

    /// Mean wait.
    double meanWait() {
        return waits / theta;
    }

    /// P[Wq > t].
    double waitBeyond(double t) {
        return waits * Math.exp(-theta * t);
    }

    /// P[W > t].
    double responseBeyond(double t) {
        return ErlangC.beyond(theta, mu, waits, t);
    }

    /// Quantile of the wait; 0 when fewer than 1 − p have to wait.
    double waitQuantile(double p) {
        return waits <= (1 - p) * (1 + 1e-12) ? 0 : Math.log(waits / (1 - p)) / theta;
    }

    /// Quantile of the response time.
    double responseQuantile(double p) {
        return ErlangC.quantile(this::responseBeyond, 1 / mu, p);
    }

    /// ln P[N = 0], which as a plain number is too small for a double beyond about 700 erlangs.
    double logEmpty() {
        double a = erlangs();
        double logSum = loss > 0 ? c * Math.log(a) - Gamma.logGamma(c + 1.0) - Math.log(loss) : a; // the sum of a^k/k! up to c
        double idle = theta / (c * mu);
        return -(logSum + Math.log1p(loss * (1 / idle - 1)));
    }

    /// P[N = n].
    double inSystem(long n) {
        double a = erlangs();
        return n < c ? Math.exp(logEmpty() + n * Math.log(a) - Gamma.logGamma(n + 1.0))
                : waits * theta / (c * mu) * Math.pow(lambda / (c * mu), n - c);
    }
}
