package org.tailwright.models.queueing;

import org.apache.commons.math3.special.Gamma;

/// The time that a visitor spends in a station of c exponential servers, first come first served, who meets n others: at once served when
/// n < c, else n − c + 1 departures at rate cμ and then its own service.
final class Sojourn {
    private Sojourn() {}

    /// What an arriving user of M/M/c//N meets: the station with one user less (arrival theorem; Sevcik and Mitrani 1981).
    static BirthDeath metInClosed(int users, double elsewhere, double service, int servers) {
        return BirthDeath.of(users - 1, n -> (users - 1 - n) / elsewhere, n -> Math.min(n, servers) / service);
    }

    /// P[response > t] of a visitor who meets n with probability `met.p()[n]`.
    ///
    /// With k = n − c + 1 departures ahead, a = c/S: P[Erlang(k, a) + Exp(1/S) > t] = P[Erlang(k, a) > t] + g_k, where the first is a sum of Poisson
    /// probabilities and g_(k−1) = (1 − 1/c)·g_k + e^(−at)(at)^(k−1)/(k−1)! goes down from the last k, which keeps all digits.
    static double beyond(BirthDeath met, int servers, double service, double t) {
        if (t <= 0) {
            return 1;
        }
        double own = 0;
        for (int n = 0; n < Math.min(servers, met.p().length); n++) {
            own += met.p()[n];
        }
        int most = met.p().length - servers;
        double sum = own * Math.exp(-t / service);
        if (most > 0) {
            double[] poisson = poisson(servers * t / service, most);
            double after = last(most, servers, service, t, poisson[most]);
            for (int k = most; k >= 1; k--) {
                sum += met.p()[servers + k - 1] * after;
                after = (1 - 1.0 / servers) * after + poisson[k - 1];
            }
            sum += waiting(met, servers, poisson);
        }
        return Math.min(1, sum);
    }

    /// The response that is exceeded with probability 1 − p: false position on the logarithm of the tail (Illinois), which is almost straight.
    static double quantile(BirthDeath met, int servers, double service, double p) {
        double goal = Math.log1p(-p);
        double low = 0;
        double atLow = -goal;
        double high = service;
        double atHigh = log(met, servers, service, high) - goal;
        while (atHigh > 0) {
            low = high;
            atLow = atHigh;
            high *= 2;
            atHigh = log(met, servers, service, high) - goal;
        }
        double kept = 0;
        for (int i = 0; i < 200 && high - low > 1e-14 * high; i++) {
            double next = Math.clamp(high - atHigh * (high - low) / (atHigh - atLow), low, high);
            double at = log(met, servers, service, next) - goal;
            if (at == 0) {
                return next;
            }
            if (at > 0) {
                low = next;
                atLow = at;
                atHigh = kept > 0 ? atHigh / 2 : atHigh;
                kept = 1;
            } else {
                high = next;
                atHigh = at;
                atLow = kept < 0 ? atLow / 2 : atLow;
                kept = -1;
            }
            if (Math.abs(at) < 1e-13) {
                return next;
            }
        }
        return 0.5 * (low + high);
    }

    private static double log(BirthDeath met, int servers, double service, double t) {
        return Math.log(Math.max(Double.MIN_NORMAL, beyond(met, servers, service, t)));
    }

    /// P[wait > t] of the same visitor.
    static double waitBeyond(BirthDeath met, int servers, double service, double t) {
        int most = met.p().length - servers;
        return most <= 0 ? 0 : Math.min(1, waiting(met, servers, poisson(Math.max(0, servers * t / service), most)));
    }

    private static double waiting(BirthDeath met, int servers, double[] poisson) {
        double sum = 0;
        double fewer = 0;
        for (int k = 1; k < poisson.length; k++) {
            fewer += poisson[k - 1];
            sum += met.p()[servers + k - 1] * Math.min(1, fewer);
        }
        return sum;
    }

    /// g of the largest k, e^(−t/S) (c/(c−1))^k P[Erlang(k, (c−1)/S) ≤ t].
    private static double last(int k, int servers, double service, double t, double poisson) {
        if (servers == 1) {
            return poisson;
        }
        double part = Gamma.regularizedGammaP(k, (servers - 1) * t / service);
        return part <= 0 ? 0 : Math.exp(k * Math.log(servers / (servers - 1.0)) + Math.log(part) - t / service);
    }

    /// Poisson probabilities of 0..last, from the mode outwards.
    private static double[] poisson(double mean, int last) {
        double[] p = new double[last + 1];
        int mode = (int) Math.min(last, Math.floor(mean));
        p[mode] = mean == 0 ? 1 : Math.exp(mode * Math.log(mean) - mean - Gamma.logGamma(mode + 1.0));
        for (int j = mode; j > 0; j--) {
            p[j - 1] = p[j] * j / mean;
        }
        for (int j = mode; j < last; j++) {
            p[j + 1] = p[j] * mean / (j + 1);
        }
        return p;
    }
}
