package org.tailwright.models.queueing;

import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tailwright.statistics.queueing.ErlangC;

/// What a single station does in the long run, by one of the models that have a waiting line. Everything is infinite where the line would grow
/// without end.
///
/// @param rate visits served per unit of time
/// @param utilisation of a server; may exceed 1, then the rest is infinite
/// @param waits probability of having to wait; NaN where the model says nothing of it
/// @param waiting mean time before service
/// @param tail P[response > t] where a closed form exists
/// @param service mean service time
public record QueueTheory(double rate, double utilisation, double waits, double waiting, @Nullable DoubleUnaryOperator tail, double service) {
    private static final int MOST_WAITING = 200_000;

    /// M/M/c.
    ///
    /// @param rate arrivals per unit of time
    /// @param service mean service time
    public static QueueTheory mmc(double rate, double service, int servers) {
        double rho = rate * service / servers;
        if (rho >= 1) {
            return overloaded(rate, rho, service);
        }
        Mmc queue = Mmc.of(rate, 1 / service, servers);
        return new QueueTheory(rate, rho, queue.waits(), queue.meanWait(), queue::responseBeyond, service);
    }

    /// The wait of M/M/c times the mean of both variations (Allen 1990): exact for M/M/c and M/G/1.
    ///
    /// @param ca2 squared coefficient of variation of the times between arrivals
    /// @param cs2 of the service times
    public static QueueTheory approximated(double rate, double service, int servers, double ca2, double cs2) {
        QueueTheory markov = mmc(rate, service, servers);
        return new QueueTheory(rate, markov.utilisation(), markov.waits(), markov.waiting() * (ca2 + cs2) / 2, null, service);
    }

    /// M/M/c//N: `users` who are elsewhere for a time and then come to the station. Without time elsewhere all of them are always here.
    public static QueueTheory closed(int users, double elsewhere, double service, int servers) {
        if (elsewhere <= 0) {
            double busy = Math.min(users, servers);
            return new QueueTheory(busy / service, busy / servers, users > servers ? 1 : 0, users * service / busy - service, null, service);
        }
        BirthDeath here = BirthDeath.of(users, n -> (users - n) / elsewhere, n -> Math.min(n, servers) / service);
        double busy = here.mean(n -> Math.min(n, servers));
        double response = here.mean(n -> n) / (busy / service);
        BirthDeath met = Sojourn.metInClosed(users, elsewhere, service, servers);
        return new QueueTheory(busy / service, busy / servers, met.mean(n -> n >= servers ? 1 : 0), Math.max(0, response - service),
                t -> Sojourn.beyond(met, servers, service, t), service);
    }

    /// M/M/c+M (Erlang A): whoever waits leaves after an exponential patience (Palm 1957). Never overloaded; the wait is that of all, leavers too.
    ///
    /// @param patience mean patience
    public static QueueTheory impatient(double rate, double service, int servers, double patience) {
        int last = (int) Math.min(MOST_WAITING, servers + 200 + Math.ceil(2 * rate * patience + 12 * Math.sqrt(rate * patience)));
        BirthDeath here = BirthDeath.of(last, _ -> rate, n -> Math.min(n, servers) / service + Math.max(0, n - servers) / patience);
        double busy = here.mean(n -> Math.min(n, servers));
        return new QueueTheory(busy / service, busy / servers, here.mean(n -> n >= servers ? 1 : 0), here.mean(n -> Math.max(0, n - servers)) / rate, null, service);
    }

    private static QueueTheory overloaded(double rate, double rho, double service) {
        return new QueueTheory(rate, rho, 1, Double.POSITIVE_INFINITY, null, service);
    }

    /// Whether percentiles of the response are exact.
    public boolean hasQuantiles() {
        return tail != null;
    }

    /// Mean time in the station.
    public double response() {
        return waiting + service;
    }

    /// Quantile of the response; NaN where no closed form exists.
    public double quantile(double p) {
        return tail == null ? Double.NaN : ErlangC.quantile(tail, service, p);
    }
}
