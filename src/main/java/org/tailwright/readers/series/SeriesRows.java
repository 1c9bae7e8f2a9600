package org.tailwright.readers.series;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import org.tailwright.data.Doubles;
import org.tailwright.data.Longs;
import org.tailwright.data.Metrics;
import org.tailwright.data.Unit;

/// Collects one series; puts its values into time order where the file did not. Values at equal times keep the file's order.
public final class SeriesRows {
    /// Stands for a time that the source does not tell.
    public static final long TIMELESS = Long.MIN_VALUE;

    private long[] times = new long[2];
    private double[] values = new double[2];
    private int size;
    private int timeless;
    private int infinite;
    private boolean ascending = true;

    /// Adds a sample. An infinite value becomes a gap, because no scale can show it; [#infinite] counts them.
    ///
    /// @param time nanoseconds since the epoch, or [#TIMELESS]
    public void add(long time, double value) {
        if (size == times.length) {
            int more = Math.max(8, Math.addExact(size, size));
            times = Arrays.copyOf(times, more);
            values = Arrays.copyOf(values, more);
        }
        ascending &= size == 0 || times[size - 1] <= time;
        timeless += time == TIMELESS ? 1 : 0;
        infinite += Double.isInfinite(value) ? 1 : 0;
        times[size] = time;
        values[size++] = Double.isInfinite(value) ? Double.NaN : value;
    }

    /// Adds all samples of another collection.
    public void addAll(SeriesRows other) {
        for (int i = 0; i < other.size; i++) {
            add(other.times[i], other.values[i]);
        }
        infinite += other.infinite;
    }

    /// Number of samples.
    public int size() {
        return size;
    }

    /// How many have no time.
    public int timeless() {
        return timeless;
    }

    /// How many were infinite.
    public int infinite() {
        return infinite;
    }

    /// The series so far.
    public Metrics.Series series(String name, Map<String, String> labels, Metrics.Kind kind, Unit unit) {
        long[] at = Arrays.copyOf(times, size);
        double[] of = Arrays.copyOf(values, size);
        if (!ascending) {
            int[] order = order();
            for (int i = 0; i < size; i++) {
                at[i] = times[order[i]];
                of[i] = values[order[i]];
            }
        }
        if (timeless == 0) {
            return new Metrics.Series(name, labels, kind, Longs.of(Unit.TIME, at), Doubles.of(unit, of));
        }
        BitSet missing = new BitSet(timeless);
        missing.set(0, timeless);
        Arrays.fill(at, 0, timeless, 0);
        return new Metrics.Series(name, labels, kind, Longs.of(Unit.TIME, at, missing), Doubles.of(unit, of));
    }

    /// Row numbers in order of time: a stable merge sort without boxes.
    private int[] order() {
        int[] from = new int[size];
        int[] to = new int[size];
        Arrays.setAll(from, i -> i);
        for (int width = 1; width < size; width = width > size / 2 ? size : 2 * width) {
            for (int low = 0; low < size; low += 2 * width) {
                merge(from, to, low, Math.min(low + width, size), (int) Math.min(low + 2L * width, size));
                if (low > size - 2 * width) {
                    break;
                }
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private void merge(int[] from, int[] to, int low, int middle, int high) {
        int left = low;
        int right = middle;
        for (int i = low; i < high; i++) {
            boolean first = left < middle && (right >= high || times[from[left]] <= times[from[right]]);
            to[i] = first ? from[left++] : from[right++];
        }
    }
}
