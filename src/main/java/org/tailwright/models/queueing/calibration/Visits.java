package org.tailwright.models.queueing.calibration;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.tailwright.data.TimeSpan;

/// Visits to a station in order of arrival.
///
/// @param arrivals moments of arrival, nanoseconds since the epoch, ascending
/// @param responses seconds from arrival to departure; NaN for a visit that failed or was never served
/// @param waits seconds from arrival to the start of service; empty where they were not measured
/// @param weight how many visits each one stands for
/// @param quantumNanos smallest step of the clock
record Visits(long[] arrivals, double[] responses, double[] waits, double weight, long quantumNanos) {
    int size() {
        return arrivals.length;
    }

    /// Whether waiting was measured apart from service.
    boolean parted() {
        return waits.length > 0;
    }

    /// Seconds of service; empty where waiting was not measured apart.
    double[] services() {
        return IntStream.range(0, waits.length).mapToDouble(i -> responses[i] - waits[i]).toArray();
    }

    /// Share of visits that failed.
    double failed() {
        return size() == 0 ? 0 : Arrays.stream(responses).filter(Double::isNaN).count() / (double) size();
    }

    /// Those that arrived inside a span.
    Visits within(TimeSpan span) {
        int from = at(span.start());
        int to = at(span.end());
        double[] some = parted() ? Arrays.copyOfRange(waits, from, to) : waits;
        return new Visits(Arrays.copyOfRange(arrivals, from, to), Arrays.copyOfRange(responses, from, to), some, weight, quantumNanos);
    }

    private int at(long time) {
        int low = 0;
        int high = arrivals.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (arrivals[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Visits in any order.
    static Visits sorted(long[] arrivals, double[] responses, double[] waits, double weight, long quantumNanos) {
        int[] order = order(arrivals);
        long[] times = Arrays.stream(order).mapToLong(i -> arrivals[i]).toArray();
        double[] whole = Arrays.stream(order).mapToDouble(i -> responses[i]).toArray();
        double[] some = waits.length == 0 ? waits : Arrays.stream(order).mapToDouble(i -> waits[i]).toArray();
        return new Visits(times, whole, some, weight, quantumNanos);
    }

    /// Rows in order of their times: merge sort without boxing, one look where they are in order already.
    private static int[] order(long[] times) {
        int n = times.length;
        int[] order = IntStream.range(0, n).toArray();
        boolean ascending = true;
        for (int i = 1; i < n && ascending; i++) {
            ascending = times[i - 1] <= times[i];
        }
        int[] other = new int[ascending ? 0 : n];
        for (int width = 1; width < n && !ascending; width *= 2) {
            for (int from = 0; from < n; from += 2 * width) {
                merge(times, order, other, from, width);
            }
            int[] swap = order;
            order = other;
            other = swap;
        }
        return order;
    }

    private static void merge(long[] times, int[] from, int[] to, int start, int width) {
        int middle = Math.min(from.length, start + width);
        int end = Math.min(from.length, start + 2 * width);
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean first = left < middle && (right >= end || times[from[left]] <= times[from[right]]);
            to[i] = first ? from[left++] : from[right++];
        }
    }
}
