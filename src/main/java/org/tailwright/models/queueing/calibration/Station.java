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
}
