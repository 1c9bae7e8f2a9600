package org.tailwright.models.scalability;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answer of the analysis `capacity`.
///
/// @param capacityLoad highest measured load up to which every repeat's p99 interval stays under the limit; null when none does
/// @param capacityThroughput lowest throughput per second of its repeats; null when there is no such load
/// @param next the first measured load that is not under the limit; null when all are
/// @param limitNanos limit on p99, nanoseconds
/// @param levels every step, by load and then time
/// @param notes what limits the answer
public record CapacityResult(@Nullable Double capacityLoad, @Nullable Double capacityThroughput, @Nullable Next next, double limitNanos,
        List<Level> levels, List<String> notes) {
    /// One step.
    ///
    /// @param p50Nanos NaN where unknown
    /// @param p99Nanos infinite when more than 1 % failed
    /// @param lowNanos lower end of the 95 % interval of p99; as in [StepQuantile], NaN where the source gives none
    /// @param highNanos upper end; infinite when unbounded, NaN where the source gives none
    public record Level(double load, double throughput, double p50Nanos, double p99Nanos, double lowNanos, double highNanos) {
        /// Upper end, or the estimate where there is no interval.
        double upper() {
            return Double.isNaN(highNanos) ? p99Nanos : highNanos;
        }

        /// Lower end, or the estimate where there is no interval.
        double lower() {
            return Double.isNaN(lowNanos) ? p99Nanos : lowNanos;
        }
    }

    /// The first load that is not under the limit.
    ///
    /// @param breach true when a repeat's whole interval lies beyond the limit, false when the steps cannot tell
    public record Next(double load, boolean breach) {}

    public CapacityResult {
        levels = List.copyOf(levels);
        notes = List.copyOf(notes);
    }
}
