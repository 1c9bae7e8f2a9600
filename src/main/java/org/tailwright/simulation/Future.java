package org.tailwright.simulation;

import org.tailwright.statistics.queueing.ErlangC;

/// One drawn future of a station: which months breach the objective. Scaling loss stretches the service demand; the servers stay whole.
final class Future {
    private final CapacityQuestion.Objective objective;
    private double servers;
    private double service;
    private double fine;
    private double late;

    Future(CapacityQuestion.Objective objective) {
        this.objective = objective;
    }

    /// Begins another future.
    ///
    /// @param count servers, rounded to at least 1
    /// @param demand mean service demand of a request alone, seconds
    void begin(double count, double demand, double efficiency, double alpha, double beta) {
        servers = Math.max(1, Math.rint(count));
        service = service(servers, demand, efficiency, alpha, beta);
        fine = 0;
        late = Double.POSITIVE_INFINITY;
    }

    /// Begins a future in which as many servers as the most of a range each serve as fast as they would with its least: no number of the range holds what this
    /// one does not.
    ///
    /// @param draw load, growth, demand in seconds, efficiency, contention, coherency
    void begin(int least, int most, double[] draw) {
        begin(most, draw[2], draw[3], draw[4], draw[5]);
        service = Math.min(service, service(least, draw[2], draw[3], draw[4], draw[5]));
    }

    /// Whether the percentile of the service alone is within the limit of latency. More servers do not make it faster.
    boolean quick(int count, double[] draw) {
        return -Math.log(1 - objective.p()) * service(count, draw[2], draw[3], draw[4], draw[5]) <= objective.latencyNanos() / 1e9;
    }

    /// Seconds of a server for a request.
    private static double service(double servers, double demand, double efficiency, double alpha, double beta) {
        double stretched = 1 + alpha * (servers - 1) + beta * servers * (servers - 1);
        return Math.max(1e-12, demand) * Math.max(1, stretched) / Math.clamp(efficiency, 1e-6, 1);
    }

    /// Utilisation ρ at an arrival rate per second; 1 and above is unstable.
    double utilisation(double rate) {
        return rate * service / servers;
    }

    /// Whether the objective is breached at an arrival rate. The tail grows with the rate, so rates between known ones are not computed again.
    boolean breach(double rate) {
        double utilisation = utilisation(rate);
        if (utilisation >= 1 || utilisation > objective.utilisation()) {
            return true;
        }
        if (rate <= fine || Double.isInfinite(objective.latencyNanos())) {
            return false;
        }
        if (rate >= late) {
            return true;
        }
        boolean slow = ErlangC.tail(servers, rate, service, objective.latencyNanos() / 1e9) > 1 - objective.p();
        if (slow) {
            late = rate;
        } else {
            fine = rate;
        }
        return slow;
    }
}
