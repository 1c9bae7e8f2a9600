package org.tailwright.statistics.shapes;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tailwright.charts.Axis;
import org.tailwright.charts.Chart;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Longs;
import org.tailwright.data.Requests;
import org.tailwright.data.TimeSpan;
import org.tailwright.statistics.DistributionCharts;
import org.tailwright.statistics.InOrder;
import org.tailwright.statistics.QuantileIntervals;
import org.tailwright.statistics.Windows;
import org.tailwright.work.Pool;
import org.tailwright.work.Work;

/// Percentiles in moving windows: each window is four steps of histograms put together, and moves on by one step. Percentiles are those of the
/// merged counts, never averages of percentiles; buckets are 0.8 % wide.
///
/// @param from start of the first step, nanoseconds since the epoch
/// @param step nanoseconds; a window is four of them
/// @param ps percentiles
/// @param values by percentile and window, nanoseconds; NaN where the window has too few requests for it
public record Moving(long from, long step, double[] ps, double[][] values) {
    /// Steps in a window.
    public static final int MERGED = 4;
    private static final int PARTS = 128;
    private static final int BUCKETS = 48 * PARTS;

    /// Windows over `span`.
    ///
    /// @param width of a window, nanoseconds
    public static Moving of(Requests requests, TimeSpan span, long width, double[] ps, Work work) {
        return of(span, width, ps, (from, step, steps) -> count(requests, from, step, steps, work));
    }

    /// The same of rows in order of their start, several times as fast.
    public static Moving of(InOrder inside, TimeSpan span, long width, double[] ps, Work work) {
        return of(span, width, ps, (from, step, steps) -> count(inside, from, step, steps, work));
    }

    /// Counts by step and bucket; null for a step without requests.
    private interface Counting {
        int @Nullable [][] count(long from, long step, int steps);
    }

    private static Moving of(TimeSpan span, long width, double[] ps, Counting counting) {
        long step = Math.max(1, width / MERGED);
        long from = Math.floorDiv(span.start(), step) * step;
        int steps = Math.clamp(Math.ceilDiv(span.end() - from, step), 1, 2_400);
        int @Nullable [][] counts = counting.count(from, step, steps);
        int windows = Math.max(1, steps - MERGED + 1);
        double[][] values = new double[ps.length][windows];
        Merged merged = Merged.of(counts);
        for (int s = 0; s < steps; s++) {
            merged.add(counts[s], 1);
            merged.add(s >= MERGED ? counts[s - MERGED] : null, -1);
            int window = s - Math.min(MERGED, steps) + 1;
            for (int k = 0; window >= 0 && k < ps.length; k++) {
                values[k][window] = merged.n >= QuantileIntervals.minimal(ps[k]) ? merged.quantile(ps[k]) : Double.NaN;
            }
        }
        return new Moving(from, step, ps, values);
    }

    /// The counts of the steps in a window, from the first to the last bucket that any step uses.
    private static final class Merged {
        private final int low;
        private final int high;
        private final int[] counts = new int[BUCKETS];
        private long n;

        private Merged(int low, int high) {
            this.low = low;
            this.high = high;
        }

        static Merged of(int @Nullable [][] steps) {
            int low = BUCKETS - 1;
            int high = 0;
            for (int[] step : steps) {
                if (step != null) {
                    int i = 0;
                    while (i < low && step[i] == 0) {
                        i++;
                    }
                    low = i;
                    i = BUCKETS - 1;
                    while (i > high && step[i] == 0) {
                        i--;
                    }
                    high = i;
                }
            }
            return new Merged(low, high);
        }

        void add(int @Nullable [] step, int sign) {
            for (int i = low; step != null && i <= high; i++) {
                counts[i] += sign * step[i];
                n += sign * step[i];
            }
        }

        double quantile(double p) {
            long rank = (long) Math.ceil(n * p * (1 - 1e-12));
            long seen = 0;
            for (int i = low; i <= high; i++) {
                seen += counts[i];
                if (seen >= rank) {
                    return middle(i);
                }
            }
            return Double.NaN;
        }
    }

    private static int @Nullable [][] count(InOrder inside, long from, long step, int steps, Work work) {
        InOrder.Counter counter = inside.counter(Moving::bucket);
        int @Nullable [][] counts = new int[steps][];
        int parts = Math.min(steps, 4 * Pool.cores());
        Pool.map(parts, work, part -> {
            InOrder.Counter own = counter.fresh();
            int to = (int) ((long) steps * (part + 1) / parts);
            for (int s = (int) ((long) steps * part / parts); s < to; s++) {
                int first = inside.firstFrom(from + s * step);
                int end = inside.firstFrom(from + (s + 1) * step);
                if (first < end) {
                    int[] found = new int[BUCKETS];
                    own.count(first, end, found, work);
                    counts[s] = found;
                }
            }
            return true;
        });
        return counts;
    }

    private static int @Nullable [][] count(Requests requests, long from, long step, int steps, Work work) {
        Longs starts = requests.starts();
        Longs durations = requests.durations();
        int @Nullable [][] counts = new int[steps][];
        for (int row = 0; row < durations.size(); row++) {
            long offset = starts.at(row) - from;
            long at = offset / step;
            if (offset >= 0 && at < steps) {
                int[] own = counts[(int) at];
                if (own == null) {
                    own = new int[BUCKETS];
                    counts[(int) at] = own;
                }
                own[bucket(durations.at(row))]++;
            }
            if ((row & 0xfffff) == 0) {
                work.check();
            }
        }
        return counts;
    }

    /// Bucket of a duration: octave and 128 equal parts of it.
    static int bucket(long nanos) {
        long value = Math.max(1, nanos);
        int octave = 63 - Long.numberOfLeadingZeros(value);
        int part = octave >= 7 ? (int) (value >>> (octave - 7)) - PARTS : (int) (value << (7 - octave)) - PARTS;
        return Math.min(BUCKETS - 1, octave * PARTS + part);
    }

    /// Middle of a bucket, nanoseconds.
    static double middle(int bucket) {
        double low = Math.scalb(1.0 + (double) (bucket % PARTS) / PARTS, bucket / PARTS);
        return low * (1 + 0.5 / (PARTS + bucket % PARTS));
    }

    /// Middle of a window, nanoseconds since the epoch.
    public double middleOf(int window) {
        return from + (window + MERGED / 2.0) * step;
    }

    /// The chart, on the time axis of `windows`.
    public Chart chart(TimeSpan span, ZoneId zone, Optional<DistributionCharts.Limit> limit) {
        double[] xs = new double[values.length == 0 ? 0 : values[0].length];
        Arrays.setAll(xs, this::middleOf);
        return DistributionCharts.overTime(xs, values, ps, Axis.time("", span.start(), Math.max(span.start() + 1, span.end()), zone), limit, "moving " + Numbers.duration(step * MERGED),
                "Percentiles of latency in windows of " + Numbers.duration(step * MERGED) + " that move by " + Numbers.duration(step) + ".");
    }

    /// A width of windows that fits a span: that of [Windows#width], longer where windows would hold fewer than a hundred of `n` requests, as long as
    /// there are eight.
    public static long width(TimeSpan span, long n) {
        long wanted = (long) Math.min(span.length() * 100.0 / Math.max(1, n), span.length() / 8.0);
        long width = Math.max(Windows.width(span), Windows.width(new TimeSpan(0, Math.max(1, wanted * 150))));
        return Math.max(MERGED, width / MERGED * MERGED);
    }
}
