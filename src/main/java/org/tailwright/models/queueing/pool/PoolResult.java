package org.tailwright.models.queueing.pool;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tailwright.models.queueing.calibration.Check;

/// The answer of the analysis `pool`. Times are in seconds.
///
/// @param need what the pool must carry
/// @param recommended the fewest servers that keep the goal
/// @param real the same as a real number, between it and the one below: how near the next smaller size comes
/// @param now the size in use; null when it was not told
/// @param sizes the risk curve: sizes around the recommended one
/// @param notes what limits the answer
public record PoolResult(Need need, Size recommended, double real, @Nullable Size now, List<Size> sizes, List<Check> notes) {
    /// What the pool must carry and what is asked of it.
    ///
    /// @param rate acquisitions per second
    /// @param hold mean seconds that one is held
    /// @param cs2 squared coefficient of variation of hold times
    /// @param users threads that share the pool; 0 for arrivals from outside
    /// @param goal what is asked
    /// @param origin where arrivals and hold times come from
    public record Need(double rate, double hold, double cs2, int users, Goal goal, String origin) {
        /// Mean number held, were the pool endless.
        public double erlangs() {
            return rate * hold;
        }
    }

    /// What is asked: the share `share` of all acquisitions waits no longer than `limit` seconds.
    ///
    /// @param timeout seconds after which an acquisition gives up; NaN for never
    public record Goal(double limit, double share, double timeout) {}

    /// A size and what it does.
    ///
    /// @param utilisation of one server; above 1 the pool cannot keep up
    /// @param waits share of acquisitions that wait at all
    /// @param beyond share that waits longer than the limit
    /// @param quantile wait at the share asked for, seconds; infinite when the pool cannot keep up
    /// @param abandoned share that gives up at the timeout; NaN without one
    public record Size(int servers, double utilisation, double waits, double beyond, double quantile, double abandoned) {}

    public PoolResult {
        sizes = List.copyOf(sizes);
        notes = List.copyOf(notes);
    }
}
