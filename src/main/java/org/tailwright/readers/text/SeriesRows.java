package org.tailwright.readers.text;

import java.util.Arrays;
import java.util.Map;
import org.tailwright.data.Doubles;
import org.tailwright.data.Longs;
import org.tailwright.data.Metrics;
import org.tailwright.data.Unit;

/// Collects one series; puts its values into time order where the file did not.
final class SeriesRows {
    private long[] times = new long[64];
    private double[] values = new double[64];
    private int size;
    private boolean ascending = true;

    void add(long time, double value) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        ascending &= size == 0 || times[size - 1] <= time;
        times[size] = time;
        values[size++] = value;
    }

    Metrics.Series series(String name, Map<String, String> labels, Unit unit) {
        long[] at = Arrays.copyOf(times, size);
        double[] of = Arrays.copyOf(values, size);
        if (!ascending) {
            Integer[] order = new Integer[size];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, (a, b) -> Long.compare(times[a], times[b]));
            for (int i = 0; i < size; i++) {
                at[i] = times[order[i]];
                of[i] = values[order[i]];
            }
        }
        return new Metrics.Series(name, labels, Longs.of(Unit.TIME, at), Doubles.of(unit, of));
    }
}
