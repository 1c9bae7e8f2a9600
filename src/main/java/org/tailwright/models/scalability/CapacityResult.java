package org.tailwright.models.scalability;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answer of the analysis `capacity`.
///
/// @param capacityLoad highest measured load whose p99 interval over all its repeats stays under the limit, with no breach up to it; null when
///     there is none
/// @param capacityThroughput lowest throughput per second of its repeats; null when there is no such load
/// @param next the first measured load beyond it that is not under the limit; null when all are
/// @param limitNanos limit on p99, nanoseconds
/// @param levels every step, by load and then time
/// @param notes what limits the answer
public record CapacityResult(@Nullable Double capacityLoad, @Nullable Double capacityThroughput, @Nullable Next next, double limitNanos,
        List<Level> levels, List<String> notes) {
    /// One step.
    ///
    /// @param p50Nanos NaN where unknown
    /// @param p99 of this step
    /// @param pooled p99 over all repeats of its load
    public record Level(double load, double throughput, double p50Nanos, Tail p99, Tail pooled) {}

    /// A p99 latency with its 95 % interval, nanoseconds.
    ///
    /// @param nanos infinite when more than 1 % failed
    /// @param low lower end, as in [StepQuantile]; NaN where the source gives none
    /// @param high upper end; infinite when unbounded, NaN where the source gives none
    public record Tail(double nanos, double low, double high) {
        /// Upper end, or the estimate where there is no interval.
        double upper() {
            return Double.isNaN(high) ? nanos : high;
        }

        /// Lower end, or the estimate where there is no interval.
        double lower() {
            return Double.isNaN(low) ? nanos : low;
        }
    }

    /// The first load that is not under the limit.
    ///
    /// @param breach true when a whole interval lies beyond the limit, false when the steps cannot tell
    public record Next(double load, boolean breach) {}

    public CapacityResult {
        levels = List.copyOf(levels);
        notes = List.copyOf(notes);
    }
}
