package org.tailwright.workspace;

import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.tailwright.statistics.Quantiles;
import org.tailwright.work.Work;

/// Percentiles at a glance, nanoseconds. Of rows they are the exact order statistics number ceil(np); of histograms the upper end of the
/// bucket that holds that order statistic.
///
/// @param count how many durations
public record LatencySummary(long count, long p50, long p90, long p99, long p999, long max) {
    /// Of durations; nothing when there are none.
    static Optional<LatencySummary> exact(long[] durations) {
        if (durations.length == 0) {
            return Optional.empty();
        }
        long[] at = Quantiles.of(durations, Work.NONE, 0.5, 0.9, 0.99, 0.999, 1);
        return Optional.of(new LatencySummary(durations.length, at[0], at[1], at[2], at[3], at[4]));
    }

    /// Of a histogram; nothing when it is empty.
    ///
    /// @param exactMax in the histogram's unit, NaN where only the bucket is known
    static Optional<LatencySummary> of(Histogram histogram, double nanosPerUnit, double exactMax) {
        if (histogram.getTotalCount() == 0) {
            return Optional.empty();
        }
        double max = Double.isNaN(exactMax) ? histogram.getMaxValue() : exactMax;
        return Optional.of(new LatencySummary(histogram.getTotalCount(), at(histogram, 50, nanosPerUnit), at(histogram, 90, nanosPerUnit),
                at(histogram, 99, nanosPerUnit), at(histogram, 99.9, nanosPerUnit), Math.round(max * nanosPerUnit)));
    }

    private static long at(Histogram histogram, double percentile, double nanosPerUnit) {
        return Math.round(histogram.getValueAtPercentile(percentile) * nanosPerUnit);
    }
}
