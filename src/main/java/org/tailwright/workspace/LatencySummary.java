package org.tailwright.workspace;

import java.util.Arrays;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/// Percentiles at a glance, nanoseconds. Of rows they are the exact order statistics number ceil(np); of histograms the upper end of the
/// bucket that holds that order statistic.
///
/// @param count how many durations
public record LatencySummary(long count, long p50, long p90, long p99, long p999, long max) {
    /// Of durations, which are reordered; nothing when there are none.
    static Optional<LatencySummary> exact(long[] durations) {
        if (durations.length == 0) {
            return Optional.empty();
        }
        Arrays.sort(durations);
        return Optional.of(new LatencySummary(durations.length, at(durations, 500), at(durations, 900), at(durations, 990), at(durations, 999),
                durations[durations.length - 1]));
    }

    private static long at(long[] sorted, long thousandths) {
        return sorted[(int) ((sorted.length * thousandths + 999) / 1000) - 1];
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
