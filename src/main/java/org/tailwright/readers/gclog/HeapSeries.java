package org.tailwright.readers.gclog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.tailwright.data.Doubles;
import org.tailwright.data.Longs;
import org.tailwright.data.Metrics;
import org.tailwright.data.Unit;

/// Occupancy of the heap around each collection, and what follows from it: what the application allocated between two collections and what
/// a collection moved into the old generation, per second.
final class HeapSeries {
    private static final Unit RATE = Unit.of("B/s");
    /// Stamps are milliseconds: a shorter stretch gives no rate.
    private static final long SHORTEST = 10_000_000L;

    private final Numbers starts = new Numbers();
    private final Numbers ends = new Numbers();
    private final Numbers before = new Numbers();
    private final Numbers after = new Numbers();
    private final Numbers capacity = new Numbers();
    private final Numbers promoted = new Numbers();
    private final Numbers old = new Numbers();

    /// A collection from `start` to `end`, nanoseconds since the epoch.
    void collection(long start, long end) {
        starts.add(start);
        ends.add(end);
        for (Numbers each : List.of(before, after, capacity, promoted, old)) {
            each.add(Quantities.NONE);
        }
    }

    /// Occupancy of the whole heap around the last collection, bytes; unknown ones are [Quantities#NONE].
    void heap(long usedBefore, long usedAfter, long size) {
        before.setLast(usedBefore);
        after.setLast(usedAfter);
        capacity.setLast(size);
    }

    void capacity(long size) {
        capacity.setLast(size);
    }

    /// Bytes that the last collection moved into the old generation.
    void promoted(long bytes) {
        promoted.setLast(bytes);
    }

    /// Occupancy of the old generation after the last collection.
    void old(long bytes) {
        old.setLast(bytes);
    }

    int size() {
        return starts.size();
    }

    /// All series that have values.
    ///
    /// @param timed whether distances in time mean something
    List<Metrics.Series> series(boolean timed) {
        int[] byStart = order(starts);
        int[] byEnd = order(ends);
        List<Metrics.Series> all = new ArrayList<>();
        plain(all, "heap used before GC", starts, before, byStart);
        plain(all, "heap used after GC", ends, after, byEnd);
        plain(all, "heap capacity", ends, capacity, byEnd);
        plain(all, "old generation used after GC", ends, old, byEnd);
        plain(all, "promoted by GC", ends, promoted, byEnd);
        if (timed) {
            rates(all, byEnd);
        }
        return all;
    }

    private static int[] order(Numbers times) {
        boolean ascending = IntStream.range(1, times.size()).allMatch(i -> times.at(i - 1) <= times.at(i));
        IntStream rows = IntStream.range(0, times.size());
        return ascending ? rows.toArray()
                : rows.boxed().sorted((a, b) -> Long.compare(times.at(a), times.at(b))).mapToInt(Integer::intValue).toArray();
    }

    private static void plain(List<Metrics.Series> all, String name, Numbers times, Numbers values, int[] order) {
        int[] known = Arrays.stream(order).filter(i -> values.at(i) != Quantities.NONE).toArray();
        add(all, name, Unit.BYTES, known, times::at, values::at);
    }

    private static void add(List<Metrics.Series> all, String name, Unit unit, int[] rows, IntToLongFunction time, IntToDoubleFunction value) {
        if (rows.length == 0) {
            return;
        }
        Longs.Builder times = Longs.builder(Unit.TIME);
        Doubles.Builder values = Doubles.builder(unit);
        for (int row : rows) {
            times.add(time.applyAsLong(row));
            values.add(value.applyAsDouble(row));
        }
        all.add(new Metrics.Series(name, Map.of(), times.build(), values.build()));
    }

    /// Between the end of one collection and the start of the next the heap grew by what was allocated while the application ran; promotion
    /// counts from end to end. Stretches that are too short for the stamps are joined with the next.
    private void rates(List<Metrics.Series> all, int[] order) {
        Rate allocation = new Rate(size());
        Rate promotion = new Rate(size());
        int previous = -1;
        for (int i : order) {
            if (after.at(i) == Quantities.NONE) {
                continue;
            }
            if (previous >= 0) {
                long ran = starts.at(i) - ends.at(previous);
                boolean apart = ran >= 0 && before.at(i) >= after.at(previous);
                allocation.add(i, apart ? before.at(i) - after.at(previous) : 0, apart ? ran : 0, true);
                promotion.add(i, Math.max(0, promoted.at(i)), Math.max(0, ends.at(i) - ends.at(previous)), promoted.at(i) != Quantities.NONE);
            }
            previous = i;
        }
        rate(all, "allocation rate", starts, allocation.values);
        if (promoted.any()) {
            rate(all, "promotion rate", ends, promotion.values);
        }
    }

    /// Bytes over time, summed until the time is long enough.
    private static final class Rate {
        final double[] values;
        private long bytes;
        private long nanos;

        Rate(int size) {
            values = new double[size];
            Arrays.fill(values, Double.NaN);
        }

        void add(int row, long moreBytes, long moreNanos, boolean known) {
            bytes += moreBytes;
            nanos += moreNanos;
            if (known && nanos >= SHORTEST) {
                values[row] = bytes * 1e9 / nanos;
                bytes = 0;
                nanos = 0;
            }
        }
    }

    private static void rate(List<Metrics.Series> all, String name, Numbers times, double[] values) {
        int[] known = Arrays.stream(order(times)).filter(i -> !Double.isNaN(values[i])).toArray();
        add(all, name, RATE, known, times::at, i -> values[i]);
    }
}
