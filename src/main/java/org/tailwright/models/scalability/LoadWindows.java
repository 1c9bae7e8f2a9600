package org.tailwright.models.scalability;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Longs;
import org.tailwright.data.Requests;
import org.tailwright.data.TimeSpan;

/// Equal windows over a run, in which load is looked at.
///
/// @param start of the first window, nanoseconds since the epoch
/// @param width of a window, nanoseconds
/// @param count number of windows
/// @param perStep windows in the shortest step
record LoadWindows(long start, long width, int count, long perStep) {
    private static final int MOST = 20_000;

    /// Twenty windows for the shortest step, but not more than 20,000 in all.
    static LoadWindows of(Requests requests, TimeSpan span, long shortestNanos) {
        long width = Math.max(1, Math.max(shortestNanos / 20, span.length() / MOST));
        int count = (int) (span.length() / width) + 1;
        return new LoadWindows(span.start(), width, count, shortestNanos / width);
    }

    TimeSpan span(int from, int to) {
        return new TimeSpan(start + from * width, start + to * width);
    }

    /// Median of the active users counted by the producer in each window, NaN where none was; empty when they were not counted.
    Optional<double[]> active(Requests requests) {
        Optional<Longs> column = requests.table().longs(Requests.ACTIVE);
        if (column.isEmpty()) {
            return Optional.empty();
        }
        Longs active = column.get();
        int[] window = new int[active.size()];
        int[] sizes = new int[count];
        int seen = 0;
        for (int row = 0; row < window.length; row++) {
            window[row] = active.missing(row) || active.at(row) <= 0 ? -1
                    : window(requests.starts().at(row) + requests.durations().at(row));
            if (window[row] >= 0) {
                sizes[window[row]]++;
                seen++;
            }
        }
        return seen * 2 < window.length ? Optional.empty() : Optional.of(medians(active, window, sizes));
    }

    private double[] medians(Longs active, int[] window, int[] sizes) {
        double[][] values = new double[count][];
        int[] filled = new int[count];
        for (int row = 0; row < window.length; row++) {
            int at = window[row];
            if (at >= 0) {
                values[at] = values[at] == null ? new double[sizes[at]] : values[at];
                values[at][filled[at]++] = active.at(row);
            }
        }
        return Arrays.stream(values).mapToDouble(LoadWindows::median).toArray();
    }

    private static double median(double @Nullable [] values) {
        if (values == null) {
            return Double.NaN;
        }
        Arrays.sort(values);
        return values[values.length / 2];
    }

    /// Mean number of requests under way in each window (time under way in it over its width), each request longer by its think time.
    double[] inFlight(Requests requests, long thinkNanos) {
        // Differences of the two lines that a request adds; summed up below, so that a long request costs no more than a short one.
        double[] whole = new double[count + 2];
        double[] part = new double[count + 2];
        for (int row = 0; row < requests.table().rows(); row++) {
            double from = (requests.starts().at(row) - start) / (double) width;
            double to = Math.min(count, from + (requests.durations().at(row) + thinkNanos) / (double) width);
            int first = (int) Math.clamp(Math.floor(from), 0, count);
            int last = (int) Math.clamp(Math.floor(to), 0, count);
            part[first] -= from - first;
            part[last] += to - last;
            whole[first]++;
            whole[last]--;
        }
        double[] load = new double[count];
        double under = 0;
        for (int i = 0; i < count; i++) {
            under += whole[i];
            load[i] = under + part[i];
        }
        return load;
    }

    private int window(long time) {
        return Math.clamp((time - start) / width, 0, count - 1);
    }
}
