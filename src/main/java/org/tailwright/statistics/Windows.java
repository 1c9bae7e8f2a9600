package org.tailwright.statistics;

import java.util.Arrays;
import java.util.Optional;
import org.tailwright.data.Flags;
import org.tailwright.data.Longs;
import org.tailwright.data.Requests;
import org.tailwright.data.TimeSpan;
import org.tailwright.work.Pool;
import org.tailwright.work.Work;

/// Percentiles, throughput and errors in windows of equal length. Each window's percentile comes from its own rows, never from other
/// percentiles.
///
/// @param from start of the first window, nanoseconds since the epoch
/// @param width length of a window, nanoseconds
/// @param ps percentiles
/// @param values by percentile and window, nanoseconds; NaN where the window has too few rows for it
/// @param counts requests that started in each window
/// @param errors how many of them failed
public record Windows(long from, long width, double[] ps, double[][] values, int[] counts, int[] errors) {
    private static final long SECOND = 1_000_000_000L;
    private static final long[] STEPS = {1_000_000L, 2_000_000L, 5_000_000L, 10_000_000L, 20_000_000L, 50_000_000L, 100_000_000L, 200_000_000L,
            500_000_000L, SECOND, 2 * SECOND, 5 * SECOND, 10 * SECOND, 20 * SECOND, 30 * SECOND, 60 * SECOND, 120 * SECOND, 300 * SECOND,
            600 * SECOND, 1200 * SECOND, 1800 * SECOND, 3600 * SECOND, 7200 * SECOND, 4 * 3600 * SECOND, 12 * 3600 * SECOND, 24 * 3600 * SECOND};

    /// A width that gives about 60 to 150 windows over `span`.
    public static long width(TimeSpan span) {
        long wanted = Math.max(1, span.length() / 150);
        for (long step : STEPS) {
            if (step >= wanted) {
                return step;
            }
        }
        return Math.ceilDiv(wanted, 24 * 3600 * SECOND) * 24 * 3600 * SECOND;
    }

    /// Windows over `span`, beginning at a whole multiple of their width. Rows that start outside count nowhere.
    ///
    /// @param width nanoseconds, at least 1; not so small that there are more than 100,000 windows
    public static Windows of(Requests requests, TimeSpan span, long width, double[] ps, Work work) {
        long from = Math.floorDiv(span.start(), width) * width;
        long windows = Math.max(1, Math.ceilDiv(span.end() - from, width));
        if (windows > 100_000) {
            throw new IllegalArgumentException(windows + " windows are too many; choose longer ones");
        }
        int n = requests.table().rows();
        Longs starts = requests.starts();
        int[] counts = new int[(int) windows];
        int[] errors = new int[counts.length];
        int[] window = new int[n];
        Optional<Flags> failures = requests.failures();
        for (int row = 0; row < n; row++) {
            long start = starts.at(row);
            boolean inside = start >= from && start < span.end();
            window[row] = inside ? (int) ((start - from) / width) : -1;
            if (inside) {
                counts[window[row]]++;
                errors[window[row]] += failures.isPresent() && failures.get().at(row) ? 1 : 0;
            }
        }
        work.check();
        long[][] values = distribute(requests.durations(), window, counts);
        return new Windows(from, width, ps, percentiles(values, ps, work), counts, errors);
    }

    private static long[][] distribute(Longs durations, int[] window, int[] counts) {
        long[][] values = new long[counts.length][];
        int[] next = new int[counts.length];
        for (int w = 0; w < counts.length; w++) {
            values[w] = new long[counts[w]];
        }
        for (int row = 0; row < window.length; row++) {
            int w = window[row];
            if (w >= 0) {
                values[w][next[w]++] = durations.at(row);
            }
        }
        return values;
    }

    private static double[][] percentiles(long[][] values, double[] ps, Work work) {
        double[][] found = new double[ps.length][values.length];
        int parts = Math.min(values.length, 4 * Pool.cores());
        Pool.map(parts, work, part -> {
            int to = (int) ((long) values.length * (part + 1) / parts);
            for (int w = (int) ((long) values.length * part / parts); w < to; w++) {
                Arrays.sort(values[w]);
                for (int k = 0; k < ps.length; k++) {
                    boolean carried = values[w].length >= QuantileIntervals.minimal(ps[k]);
                    found[k][w] = carried ? Quantiles.ofSorted(values[w], ps[k]) : Double.NaN;
                }
            }
            return true;
        });
        return found;
    }

    /// Number of windows.
    public int size() {
        return counts.length;
    }

    /// Middle of a window, nanoseconds since the epoch.
    public double middle(int window) {
        return from + (window + 0.5) * width;
    }

    /// Requests per second in a window.
    public double rate(int window) {
        return counts[window] * (double) SECOND / width;
    }
}
