package org.tailwright.statistics.queueing;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Gamma;

/// The queue M/M/c: Poisson arrivals, exponential service, `c` servers, one line, first come first served (Erlang 1917). The number of
/// servers may be a fraction; Erlang's B is then continued by 1/B(c, a) = a ∫ e^(−at) (1+t)^c dt (Jagerman 1974).
public final class ErlangC {
    private static final int STEPS = 200;

    private ErlangC() {}

    /// Erlang's loss probability B for `servers` ≥ 0 and offered load `erlangs` > 0.
    public static double loss(double servers, double erlangs) {
        double whole = Math.floor(servers);
        double fraction = servers - whole;
        double inverse = fraction == 0 ? 1 : inverseLoss(fraction, erlangs);
        for (double c = fraction + 1; c <= servers + 1e-9; c++) {
            inverse = 1 + c / erlangs * inverse;
        }
        return 1 / inverse;
    }

    /// Probability of having to wait; 1 when the offered load reaches the servers.
    public static double waiting(double servers, double erlangs) {
        if (erlangs >= servers) {
            return 1;
        }
        if (!(erlangs > 0)) {
            return 0;
        }
        double loss = loss(servers, erlangs);
        return loss / (1 - erlangs / servers * (1 - loss));
    }

    /// Mean response time (waiting and service), in the unit of `service`; infinite when unstable.
    ///
    /// @param rate arrivals per unit of time
    /// @param service mean service time
    public static double meanResponse(double servers, double rate, double service) {
        double erlangs = rate * service;
        return erlangs >= servers ? Double.POSITIVE_INFINITY : service + waiting(servers, erlangs) * service / (servers - erlangs);
    }

    /// Probability that the response time exceeds `time`; 1 when unstable. Exact: service alone with probability 1 − C, else service after an
    /// exponential wait of rate c/S − λ.
    public static double tail(double servers, double rate, double service, double time) {
        double erlangs = rate * service;
        return erlangs >= servers ? 1 : beyond(servers / service - rate, 1 / service, waiting(servers, erlangs), time);
    }

    /// The same from its parts, which a caller may know with more digits.
    ///
    /// @param theta rate at which a waiting line empties, c·μ − λ, > 0
    /// @param mu services per server and unit of time
    /// @param waits probability of having to wait
    public static double beyond(double theta, double mu, double waits, double time) {
        double slower = Math.min(theta, mu);
        double apart = Math.abs(theta - mu);
        double both = Math.exp(-slower * time) * (apart == 0 ? time : -Math.expm1(-apart * time) / apart);
        return Math.min(1, Math.exp(-mu * time) + waits * mu * both);
    }

    /// Quantile of the response time; infinite when unstable.
    ///
    /// @param p in (0, 1)
    public static double quantile(double servers, double rate, double service, double p) {
        double erlangs = rate * service;
        if (erlangs >= servers) {
            return Double.POSITIVE_INFINITY;
        }
        double waits = waiting(servers, erlangs);
        return quantile(time -> beyond(servers / service - rate, 1 / service, waits, time), service, p);
    }

    /// The time that is exceeded with probability 1 − p.
    ///
    /// @param tail falls with time
    /// @param first a time to begin with, > 0
    public static double quantile(DoubleUnaryOperator tail, double first, double p) {
        double low = 0;
        double high = first;
        while (tail.applyAsDouble(high) > 1 - p) {
            low = high;
            high *= 2;
        }
        for (int i = 0; i < STEPS && high - low > 1e-15 * high; i++) {
            double middle = 0.5 * (low + high);
            if (tail.applyAsDouble(middle) > 1 - p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }

    /// 1/B(f, a) = e^a a^(−f) Γ(f+1, a) for a fraction f in (0, 1): Lentz's continued fraction for large a, the incomplete gamma else.
    private static double inverseLoss(double fraction, double erlangs) {
        double s = fraction + 1;
        if (erlangs < s + 1) {
            return Math.exp(erlangs - fraction * Math.log(erlangs)) * Gamma.gamma(s) * Gamma.regularizedGammaQ(s, erlangs);
        }
        double b = erlangs + 1 - s;
        double c = 1e300;
        double d = 1 / b;
        double h = d;
        for (int i = 1; i < STEPS; i++) {
            double an = -i * (i - s);
            b += 2;
            d = 1 / (an * d + b);
            c = b + an / c;
            double factor = d * c;
            h *= factor;
            if (Math.abs(factor - 1) < 1e-16) {
                break;
            }
        }
        return erlangs * h;
    }
}
