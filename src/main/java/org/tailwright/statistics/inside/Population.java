package org.tailwright.statistics.inside;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Longs;
import org.tailwright.data.Picker;
import org.tailwright.data.Requests;
import org.tailwright.data.Rows;
import org.tailwright.data.Selection;
import org.tailwright.data.TimeSpan;
import org.tailwright.work.Pool;
import org.tailwright.work.Work;

/// The rows of a data set with the columns that are counted and the blocks of time they are counted in. Made once for a data set: a new
/// selection then costs one look at each row and the counting of those inside.
public final class Population {
    private static final int ROWS_PER_BLOCK = 50;
    private static final int FEWEST_BLOCKS = 8;
    private static final int MOST_BLOCKS = 512;
    private static final int PARALLEL = 100_000;

    private final Requests requests;
    private final Blocks blocks;
    private final List<Attribute> attributes;
    private final Counts all;
    private volatile @Nullable Filtered filtered;

    private Population(Requests requests, Blocks blocks, List<Attribute> attributes, Work work) {
        this.requests = requests;
        this.blocks = blocks;
        this.attributes = attributes;
        this.all = count(_ -> true, work);
    }

    /// The rows of `requests`.
    public static Population of(Requests requests, Work work) {
        int n = requests.table().rows();
        Blocks blocks = new Blocks(starts(requests.starts()), Math.clamp(n / ROWS_PER_BLOCK, FEWEST_BLOCKS, MOST_BLOCKS));
        return new Population(requests, blocks, Attribute.of(requests), work);
    }

    private static TimeSpan starts(Longs starts) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int row = 0; row < starts.size(); row++) {
            long start = starts.at(row);
            first = Math.min(first, start);
            last = Math.max(last, start);
        }
        return starts.size() == 0 ? new TimeSpan(0, 1) : new TimeSpan(first, last + 1);
    }

    /// The rows themselves.
    public Requests requests() {
        return requests;
    }

    Blocks blocks() {
        return blocks;
    }

    List<Attribute> attributes() {
        return attributes;
    }

    /// The counts of all rows.
    Counts all() {
        return all;
    }

    /// Counts the rows that `wanted` accepts.
    Counts count(IntPredicate wanted, Work work) {
        return count(Rows.all(requests.table().rows()), () -> (from, to, into) -> {
            int n = 0;
            for (int row = from; row < to; row++) {
                into[n] = row;
                n += wanted.test(row) ? 1 : 0;
            }
            return n;
        }, work);
    }

    /// Finds the rows to count between two rows, of which there are at most [Picker#BLOCK]; each thread gets its own.
    @FunctionalInterface
    private interface Picks {
        int pick(int from, int to, int[] into);
    }

    private Counts count(Rows near, Supplier<Picks> wanted, Work work) {
        int n = near.size();
        int parts = n < PARALLEL ? 1 : Pool.cores();
        int first = n == 0 ? 0 : near.at(0);
        return Pool.map(parts, work, part -> count(first + (int) ((long) n * part / parts), first + (int) ((long) n * (part + 1) / parts), wanted.get(), work))
                .stream().reduce(Counts::plus).orElseThrow();
    }

    /// Counts the rows inside a selection.
    Counts count(Selection selection, Work work) {
        return count(selection.near(requests), () -> selection.picker(requests)::pick, work);
    }

    /// The rows that filters leave; kept for the next question under the same filters.
    Counts under(List<Selection.Filter> filters, Work work) {
        Filtered known = filtered;
        if (filters.isEmpty()) {
            return all;
        }
        if (known == null || !known.filters().equals(filters)) {
            known = new Filtered(filters, count(new Selection(Optional.empty(), Optional.empty(), filters), work));
            filtered = known;
        }
        return known.counts();
    }

    private record Filtered(List<Selection.Filter> filters, Counts counts) {}

    private Counts count(int from, int to, Picks wanted, Work work) {
        return requests.starts().ascends() ? ordered(from, to, wanted, work) : unordered(from, to, wanted, work);
    }

    /// Rows in order of their start lie together with those of their block, which are counted into a small place before they go into the large one.
    private Counts ordered(int from, int to, Picks wanted, Work work) {
        Counts counts = Counts.none(attributes, blocks.count());
        Counts.Block block = counts.block(attributes);
        int[] rows = new int[Picker.BLOCK];
        int row = from;
        while (row < to) {
            int number = blocks.of(requests.starts().at(row));
            int end = Math.min(to, blocks.end(number, requests.starts()));
            for (; row < end; row += Picker.BLOCK) {
                work.check();
                block.add(rows, wanted.pick(row, Math.min(end, row + Picker.BLOCK), rows));
            }
            row = end;
            block.flush(number);
        }
        return counts;
    }

    private Counts unordered(int from, int to, Picks wanted, Work work) {
        Counts counts = Counts.none(attributes, blocks.count());
        int[] rows = new int[Picker.BLOCK];
        int[] at = new int[Picker.BLOCK];
        long[] starts = new long[Picker.BLOCK];
        for (int row = from; row < to; row += Picker.BLOCK) {
            work.check();
            int n = wanted.pick(row, Math.min(to, row + Picker.BLOCK), rows);
            requests.starts().read(rows, n, starts);
            for (int i = 0; i < n; i++) {
                at[i] = blocks.of(starts[i]);
            }
            counts.add(attributes, rows, at, n);
        }
        return counts;
    }
}
