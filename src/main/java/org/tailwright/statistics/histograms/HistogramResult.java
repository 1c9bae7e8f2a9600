package org.tailwright.statistics.histograms;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tailwright.statistics.Curve;
import org.tailwright.statistics.Percentile;
import org.tailwright.statistics.Shares;

/// What histograms of a run say.
///
/// @param tag that the curve is of; empty when the source has no tags
/// @param tags all of them in order of first use, or those with values under the selection
/// @param curve with its band where there is one; null when nothing is known of the tag as a whole
/// @param beyond share above the first latency objective that speaks of everything; null without one or when values were not counted
/// @param overTime null where the source has no times
public record HistogramResult(String tag, List<Tag> tags, @Nullable Curve curve, Shares.@Nullable Share beyond, @Nullable OverTime overTime) {
    public HistogramResult {
        tags = List.copyOf(tags);
    }

    /// One tag.
    ///
    /// @param n values; NaN when the source does not say how many there are
    /// @param intervals of time
    /// @param percentiles p50 to p99.99 and the maximum
    /// @param durations what they stand for
    public record Tag(String name, double n, int intervals, List<Percentile> percentiles, String durations) {
        public Tag {
            percentiles = List.copyOf(percentiles);
        }

        /// A percentile of it.
        ///
        /// @param p one of those listed
        public Percentile at(double p) {
            return percentiles.stream().filter(each -> each.p() == p).findFirst().orElseThrow();
        }
    }

    /// Percentiles of neighbouring intervals put together, never averages of percentiles.
    ///
    /// @param merged intervals in each window
    /// @param middles nanoseconds since the epoch
    /// @param ps percentiles
    /// @param values by percentile and window, nanoseconds; NaN where a window cannot carry it
    /// @param counts values in each window
    /// @param seconds covered by each window
    public record OverTime(int merged, double[] middles, double[] ps, double[][] values, double[] counts, double[] seconds) {}
}
