package org.tailwright.workspace;

import java.util.Arrays;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Flags;
import org.tailwright.data.Longs;
import org.tailwright.data.Tally;
import org.tailwright.statistics.Quantiles;
import org.tailwright.work.Work;

/// Percentiles at a glance, nanoseconds. Of rows they are the exact order statistics number ceil(np); of histograms the upper end of the
/// bucket that holds that order statistic.
///
/// @param count how many durations
public record LatencySummary(long count, long p50, long p90, long p99, long p999, long max) {
    private static final double[] SHARES = {0.5, 0.9, 0.99, 0.999, 1};

    /// Of the rows that are not `without`; nothing when there are none.
    static Optional<LatencySummary> exact(Longs durations, @Nullable Flags without) {
        Optional<Tally> tally = durations.tally(without);
        return tally.isPresent() ? of(tally.get()) : exact(without == null ? durations.toArray() : others(durations, without));
    }

    private static Optional<LatencySummary> of(Tally tally) {
        if (tally.total() == 0) {
            return Optional.empty();
        }
        long[] at = tally.values(Arrays.stream(SHARES).mapToInt(p -> Quantiles.rank(tally.total(), p)).toArray());
        return Optional.of(new LatencySummary(tally.total(), at[0], at[1], at[2], at[3], at[4]));
    }

    private static long[] others(Longs durations, Flags without) {
        int n = durations.size();
        long[] others = new long[n - without.count()];
        int kept = 0;
        for (int row = 0; row < n; row++) {
            if (!without.at(row)) {
                others[kept++] = durations.at(row);
            }
        }
        return others;
    }

    /// Of durations; nothing when there are none.
    private static Optional<LatencySummary> exact(long[] durations) {
        if (durations.length == 0) {
            return Optional.empty();
        }
        long[] at = Quantiles.of(durations, Work.NONE, SHARES);
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
