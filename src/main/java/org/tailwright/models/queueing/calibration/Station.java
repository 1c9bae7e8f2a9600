package org.tailwright.models.queueing.calibration;

import org.tailwright.models.queueing.QueueTheory;

/// A calibrated station: what theory needs to know.
///
/// @param service mean occupation of a server by one visit
/// @param cs2 squared coefficient of variation of service; 1 where unknown
/// @param ca2 index of dispersion of arrivals; 1 where unknown
/// @param servers c
/// @param habits of those who come
/// @param origins where service, servers and variation come from, in words
public record Station(Mean service, double cs2, double ca2, int servers, Habits habits, String origins) {
    /// Of those who come to the station.
    ///
    /// @param outsideSeconds mean time that a user of a closed loop spends elsewhere; NaN for open arrivals
    /// @param patienceSeconds mean time after which who waits gives up; NaN for never
    public record Habits(double outsideSeconds, double patienceSeconds) {}

    /// What theory says at a load.
    ///
    /// @param rate arrivals per second
    /// @param users N of a closed loop
    Prediction at(StationModel model, double rate, double users) {
        return at(model, rate, users, service.value());
    }

    /// The same with another mean service time.
    Prediction at(StationModel model, double rate, double users, double seconds) {
        return switch (model) {
            case MMC -> Prediction.of(QueueTheory.mmc(rate, seconds, servers), seconds);
            case MGC -> Prediction.of(QueueTheory.approximated(rate, seconds, servers, 1, cs2), seconds);
            case GGC -> Prediction.of(QueueTheory.approximated(rate, seconds, servers, ca2, cs2), seconds);
            case IMPATIENT -> Prediction.of(QueueTheory.impatient(rate, seconds, servers, habits.patienceSeconds()), seconds);
            case CLOSED -> Prediction.of(QueueTheory.closed((int) Math.max(1, Math.round(users)), Math.max(0, habits.outsideSeconds()), seconds, servers), seconds);
        };
    }

    /// Standard error in seconds of the mean wait over a step of so many visits, where the model holds: one long line takes many visits to go away, so that
    /// they tell far less than as many independent waits would. Exact for long steps of M/M/1 (Daley 1968); others by the factor (ca² + cs²)/2 that they have in
    /// heavy traffic (Whitt 1989), where c servers are like one c times as fast. 0 where visitors that leave or are few keep lines short.
    ///
    /// @param theory what the model says of the step
    /// @param visits arrivals in it
    double scatter(StationModel model, Prediction theory, double visits) {
        double rho = theory.utilisation();
        double variation = switch (model) {
            case MMC -> 1;
            case MGC -> (1 + cs2) / 2;
            case GGC -> (ca2 + cs2) / 2;
            case IMPATIENT, CLOSED -> 0;
        };
        if (variation == 0 || !(rho > 0 && rho < 1)) {
            return 0;
        }
        double share = variation * (2 + 5 * rho - 4 * rho * rho + rho * rho * rho) / (rho * (1 - rho) * (1 - rho) * visits);
        return theory.waiting() * Math.sqrt(share);
    }
}
