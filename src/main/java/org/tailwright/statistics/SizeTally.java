package org.tailwright.statistics;

import java.util.List;
import java.util.Optional;
import org.tailwright.data.Flags;
import org.tailwright.data.Picker;
import org.tailwright.data.Requests;
import org.tailwright.data.Rows;
import org.tailwright.data.Selection;
import org.tailwright.data.SizeClasses;
import org.tailwright.work.Pool;
import org.tailwright.work.Work;

/// How many rows inside a selection have durations of each class of size: order statistics of many million rows without a list of them.
///
/// @param selection what was counted
/// @param counts by class
/// @param size number of rows
/// @param failures how many of them failed
public record SizeTally(Requests requests, Selection selection, int[] counts, int size, long failures) {
    private static final int SMALL = 100_000;

    /// Counts what is inside, on all cores.
    public static SizeTally of(Requests requests, Selection selection, Work work) {
        Rows near = selection.near(requests);
        int n = near.size();
        int first = n == 0 ? 0 : near.at(0);
        int parts = n < SMALL ? 1 : Pool.cores();
        SizeClasses classes = requests.durations().classes();
        List<SizeTally> tallies = Pool.map(parts, work, part -> part(requests, selection, classes, first + (int) ((long) n * part / parts),
                first + (int) ((long) n * (part + 1) / parts), work));
        return tallies.stream().reduce(SizeTally::plus).orElseThrow();
    }

    private static SizeTally part(Requests requests, Selection selection, SizeClasses classes, int from, int to, Work work) {
        Flags failed = requests.failures().orElse(null);
        Picker picker = selection.picker(requests);
        SizeClasses.Reading reading = classes.of(requests.durations(), Picker.BLOCK);
        int[] rows = new int[Picker.BLOCK];
        int[] sizes = new int[Picker.BLOCK];
        int[] counts = new int[classes.count()];
        int size = 0;
        long failures = 0;
        for (int row = from; row < to; row += Picker.BLOCK) {
            work.check();
            int n = picker.pick(row, Math.min(to, row + Picker.BLOCK), rows);
            reading.read(rows, n, sizes);
            for (int i = 0; i < n; i++) {
                counts[sizes[i]]++;
            }
            size += n;
            failures += failed == null ? 0 : failed.count(rows, n);
        }
        return new SizeTally(requests, selection, counts, size, failures);
    }

    private SizeTally plus(SizeTally other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        return new SizeTally(requests, selection, counts, size + other.size, failures + other.failures);
    }

    /// The p-quantile, nanoseconds: the same order statistic as [Quantiles] finds.
    ///
    /// @throws IllegalArgumentException without rows
    public long quantile(double p, Work work) {
        return ordered(Quantiles.rank(size, p), work);
    }

    /// The duration of a rank, from 1 (the shortest) to [#size].
    long ordered(int rank, Work work) {
        SizeClasses classes = requests.durations().classes();
        int below = 0;
        int number = 0;
        while (below + counts[number] < rank) {
            below += counts[number++];
        }
        if (classes.exact()) {
            return classes.low(number);
        }
        // The rows of that class alone are looked at again.
        long low = Math.max(classes.low(number), selection.band().map(Selection.Band::lowest).orElse(Long.MIN_VALUE));
        long beyond = Math.min(classes.high(number) + 1, selection.band().map(Selection.Band::beyond).orElse(Long.MAX_VALUE));
        long[] members = Scan.of(requests, selection.banded(Optional.of(new Selection.Band(low, beyond))), work).durations();
        return Sorting.select(members, new int[] {rank - below}, work)[0];
    }

    /// All durations in ascending order, where each class holds one value only.
    Optional<long[]> sorted(Work work) {
        SizeClasses classes = requests.durations().classes();
        if (!classes.exact()) {
            return Optional.empty();
        }
        long[] sorted = new long[size];
        int parts = size < SMALL ? 1 : Pool.cores();
        Pool.map(parts, work, part -> {
            int from = (int) ((long) size * part / parts);
            int to = (int) ((long) size * (part + 1) / parts);
            int at = 0;
            for (int number = 0; number < counts.length && at < to; number++) {
                int end = at + counts[number];
                if (end > from && counts[number] > 0) {
                    java.util.Arrays.fill(sorted, Math.max(at, from), Math.min(end, to), classes.low(number));
                }
                at = end;
            }
            return true;
        });
        return Optional.of(sorted);
    }
}
