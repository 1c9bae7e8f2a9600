package org.tailwright.models.queueing.calibration;

import org.tailwright.data.TimeSpan;

/// What a station did in one stretch of time.
///
/// @param name the load or the slice of time, as people see it
/// @param span when
/// @param load users N as counted or computed; NaN where load was not set in steps
/// @param arrivals how visits arrived
/// @param service how long one server was occupied by a visit, without waiting
/// @param seen what was measured of waiting and response
public record StationStep(String name, TimeSpan span, double load, Arrivals arrivals, Service service, Seen seen) {
    /// Occupation of one server by one visit.
    ///
    /// @param seconds mean; NaN where only residence is known
    /// @param cs2 squared coefficient of variation; NaN where unknown
    public record Service(Mean seconds, double cs2) {}

    /// What was measured at the station.
    ///
    /// @param waiting mean seconds before service; NaN where unknown
    /// @param response mean seconds of waiting and service
    /// @param quantiles of the response at 0.5, 0.9 and 0.99, seconds; empty where unknown
    /// @param busy mean number of busy servers; NaN where unknown
    /// @param failed share of visits that failed
    /// @param n visits measured
    public record Seen(Mean waiting, Mean response, double[] quantiles, double busy, double failed, long n) {}

    /// Quantiles that are compared.
    static final double[] LEVELS = {0.5, 0.9, 0.99};

    double rate() {
        return arrivals.perSecond();
    }

    /// Arrivals in all, told or not by a sample.
    double arrived() {
        return rate() * span.length() / 1e9;
    }

    /// Servers asked for by this step, λ·S or as measured; NaN where only residence is known.
    double erlangs() {
        return Double.isNaN(seen.busy()) ? rate() * service.seconds().value() : seen.busy();
    }
}
