package org.tailwright.models.queueing;

import java.util.function.DoubleUnaryOperator;
import org.tailwright.statistics.queueing.ErlangC;

/// P[wait > t] before a pool of servers.
public final class WaitTails {
    private WaitTails() {}

    /// Open Poisson arrivals: C·e^(−θt·2/(1+cs²)), exact for exponential holding (cs² = 1), else scaled so that its mean is that of Lee and Longton 1959.
    /// 1 everywhere when the pool cannot keep up.
    ///
    /// @param servers may be a fraction
    public static DoubleUnaryOperator open(double rate, double hold, double servers, double cs2) {
        double theta = servers / hold - rate;
        if (theta <= 0) {
            return _ -> 1;
        }
        double waits = ErlangC.waiting(servers, rate * hold);
        return t -> waits * Math.exp(-theta * t * 2 / (1 + cs2));
    }

    /// A fixed number of users (threads) who are elsewhere for a while, then hold a server: M/M/c//N, exact. Who meets n others waits for n − c + 1
    /// departures.
    public static DoubleUnaryOperator closed(int users, double elsewhere, double hold, int servers) {
        if (elsewhere <= 0) {
            throw new IllegalArgumentException("users who are never elsewhere always wait; the time elsewhere must be above 0");
        }
        BirthDeath met = Sojourn.metInClosed(users, elsewhere, hold, servers);
        return t -> Sojourn.waitBeyond(met, servers, hold, t);
    }

    /// The time that a wait exceeds with probability 1 − p: 0 when fewer have to wait, infinite when the pool cannot keep up.
    public static double quantile(DoubleUnaryOperator tail, double first, double p) {
        if (tail.applyAsDouble(0) <= 1 - p) {
            return 0;
        }
        return tail.applyAsDouble(1e6 * first) > 1 - p ? Double.POSITIVE_INFINITY : ErlangC.quantile(tail, first, p);
    }

    /// Share that gives up in M/M/c+M, patience exponential.
    ///
    /// @param patience mean patience
    public static double abandoned(double rate, double hold, int servers, double patience) {
        return QueueTheory.impatient(rate, hold, servers, patience).waiting() / patience; // θ·Lq/λ
    }
}
