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
        double stretched = 1 + alpha * (servers - 1) + beta * servers * (servers - 1);
        service = Math.max(1e-12, demand) * Math.max(1, stretched) / Math.clamp(efficiency, 1e-6, 1);
        fine = 0;
        late = Double.POSITIVE_INFINITY;
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
