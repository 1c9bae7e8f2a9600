package org.tailwright.statistics.inside;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Longs;
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
    private static final int CHUNK = 4096;
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
        return count(Rows.all(requests.table().rows()), wanted, work);
    }

    private Counts count(Rows near, IntPredicate wanted, Work work) {
        int n = near.size();
        int parts = n < PARALLEL ? 1 : Pool.cores();
        int first = n == 0 ? 0 : near.at(0);
        return Pool.map(parts, work, part -> count(first + (int) ((long) n * part / parts), first + (int) ((long) n * (part + 1) / parts), wanted, work))
                .stream().reduce(Counts::plus).orElseThrow();
    }

    /// Counts the rows inside a selection.
    Counts count(Selection selection, Work work) {
        return count(selection.near(requests), selection.inside(requests), work);
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

    private Counts count(int from, int to, IntPredicate wanted, Work work) {
        Counts counts = Counts.none(attributes, blocks.count());
        Longs starts = requests.starts();
        int[] rows = new int[CHUNK];
        int[] at = new int[CHUNK];
        int n = 0;
        for (int row = from; row < to; row++) {
            if (wanted.test(row)) {
                rows[n] = row;
                at[n++] = blocks.of(starts.at(row));
                if (n == CHUNK) {
                    work.check();
                    counts.add(attributes, rows, at, n);
                    n = 0;
                }
            }
        }
        counts.add(attributes, rows, at, n);
        return counts;
    }
}
