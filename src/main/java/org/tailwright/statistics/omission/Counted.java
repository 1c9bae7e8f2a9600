package org.tailwright.statistics.omission;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.tailwright.data.Buckets;

/// Durations as distinct values with how often each was seen, and what HdrHistogram's correction would make of them.
///
/// The correction stands for the requests that a connection did not send while it waited v: to every v come v − I, v − 2I, … down to the
/// last that is at least I (Tene; `recordValueWithExpectedInterval`). Counts of it are computed here without making the values.
///
/// @param values nanoseconds, ascending
/// @param counts how many rows have each
/// @param rows sum of the counts
record Counted(long[] values, long[] counts, long rows) {
    /// Values are kept apart up to this many, then put together to within a thousandth.
    private static final int EXACT = 50_000;

    /// @param sorted ascending
    static Counted of(long[] sorted) {
        long[] values = new long[Math.min(sorted.length, EXACT + 1)];
        long[] counts = new long[values.length];
        int distinct = 0;
        for (long value : sorted) {
            if (distinct == 0 || values[distinct - 1] != value) {
                if (distinct == EXACT) {
                    return rounded(sorted);
                }
                values[distinct++] = value;
            }
            counts[distinct - 1]++;
        }
        return new Counted(Arrays.copyOf(values, distinct), Arrays.copyOf(counts, distinct), sorted.length);
    }

    private static Counted rounded(long[] sorted) {
        Histogram histogram = new Histogram(3);
        for (long value : sorted) {
            histogram.recordValue(Math.max(0, value));
        }
        return of(Buckets.of(histogram), 1);
    }

    /// The buckets of a histogram.
    static Counted of(Buckets buckets, double nanosPerUnit) {
        long[] values = IntStream.range(0, buckets.size()).mapToLong(i -> Math.round(buckets.high(i) * nanosPerUnit)).toArray();
        return new Counted(values, IntStream.range(0, buckets.size()).mapToLong(buckets::count).toArray(), buckets.total());
    }

    /// The longest duration.
    long most() {
        return values.length == 0 ? 0 : values[values.length - 1];
    }

    /// The p-quantile without correction.
    long quantile(double p) {
        return quantile(p, Long.MAX_VALUE);
    }

    /// Rows and added values for an expected interval.
    double total(long interval) {
        double total = rows;
        for (int i = values.length - 1; i >= 0 && values[i] / 2 >= interval; i--) {
            total += (double) counts[i] * (values[i] / interval - 1);
        }
        return total;
    }

    /// How many of them are longer than `limit`.
    double beyond(long limit, long interval) {
        double beyond = 0;
        for (int i = values.length - 1; i >= 0 && values[i] > limit; i--) {
            long added = Math.min((values[i] - limit - 1) / interval, Math.max(0, values[i] / interval - 1));
            beyond += (double) counts[i] * (1 + added);
        }
        return beyond;
    }

    /// The p-quantile with the correction: the smallest duration that at least the share p of all does not exceed.
    long quantile(double p, long interval) {
        double total = total(interval);
        double allowed = total - Math.ceil(total * p * (1 - 1e-15));
        long low = 0;
        long high = most();
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (beyond(middle, interval) <= allowed) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
