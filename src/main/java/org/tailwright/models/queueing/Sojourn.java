package org.tailwright.models.queueing;

import org.apache.commons.math3.special.Gamma;

/// The time that a visitor spends in a station of c exponential servers, first come first served, who meets n others: at once served when
/// n < c, else n − c + 1 departures at rate cμ and then its own service.
final class Sojourn {
    private static final double NEGLIGIBLE = 1e-14;

    private Sojourn() {}

    /// What an arriving user of M/M/c//N meets: the station with one user less (arrival theorem; Sevcik and Mitrani 1981).
    static BirthDeath metInClosed(int users, double elsewhere, double service, int servers) {
        return BirthDeath.of(users - 1, n -> (users - 1 - n) / elsewhere, n -> Math.min(n, servers) / service);
    }

    /// P[response > t] of a visitor who meets n with probability `met.p()[n]`.
    static double beyond(BirthDeath met, int servers, double service, double t) {
        double own = Math.exp(-t / service);
        double sum = 0;
        for (int n = 0; n < met.p().length; n++) {
            double share = met.p()[n];
            if (share > NEGLIGIBLE) {
                sum += share * (n < servers ? own : behind(n - servers + 1, servers, service, t));
            }
        }
        return Math.min(1, sum);
    }

    /// P[Erlang(k, c/S) + Exp(1/S) > t] = P[Erlang > t] + e^(−t/S) (c/(c−1))^k P[Erlang(k, (c−1)/S) ≤ t].
    private static double behind(int k, int servers, double service, double t) {
        if (t <= 0) {
            return 1;
        }
        double waiting = Gamma.regularizedGammaQ(servers == 1 ? k + 1.0 : k, servers * t / service);
        if (servers == 1) {
            return waiting;
        }
        double part = Gamma.regularizedGammaP(k, (servers - 1) * t / service);
        return part <= 0 ? waiting : waiting + Math.exp(k * Math.log(servers / (servers - 1.0)) + Math.log(part) - t / service);
    }
}
