package org.tailwright.readers.spans;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.tailwright.data.HexIds;
import org.tailwright.data.Utf8Pool;

/// Mends what ids alone leave open once all spans are there: the two sides of a call that bear one span id get ids of their own, and spans
/// below a span that was left out are hung on the nearest one above it.
///
/// The calling side keeps the id; the called side's ends in [#CALLED], and the calling side becomes its parent. A span below both is the
/// child of the called side when it was recorded in the same place or service, as in Zipkin's own tree (`zipkin2.internal.SpanNode`).
final class SpanLinks {
    /// What is put behind the id of the called side; further called sides of the same call get a number too.
    static final String CALLED = ":server";

    private static final int MOST_STEPS = 1000;

    private final SpanMerge merge;
    private final SpanRows rows;
    private final Map<Long, Integer> omitted;
    /// First row of a trace and span id, by hash.
    private int[] table = new int[0];
    /// Next row with the same trace and span id; -1 after the last.
    private int[] next = new int[0];
    /// New code of the span id, -1 where it stays.
    private int[] renamed = new int[0];
    private boolean doubles;

    private SpanLinks(SpanMerge merge) {
        this.merge = merge;
        rows = merge.rows;
        omitted = merge.omitted.parents();
    }

    static SpanLinks of(SpanMerge merge) {
        return new SpanLinks(merge);
    }

    /// Changes the ids and parents in the merge, and notes what was done.
    void mend() {
        boolean texts = switch (merge.spans) {
            case Utf8Pool.Builder _ -> true;
            case HexIds.Builder _ -> false;
        };
        if (!texts && omitted.isEmpty()) {
            return;
        }
        index();
        if (!omitted.isEmpty()) {
            adopt();
        }
        if (texts && doubles) {
            separate();
        }
    }

    private void index() {
        table = new int[Integer.highestOneBit(Math.max(8, rows.size)) * 4];
        next = new int[rows.size];
        Arrays.fill(table, -1);
        Arrays.fill(next, -1);
        for (int row = rows.size - 1; row >= 0; row--) {
            int slot = slot(rows.trace[row], rows.span[row]);
            doubles |= table[slot] >= 0;
            next[row] = table[slot];
            table[slot] = row;
        }
    }

    private int slot(int trace, int span) {
        int mask = table.length - 1;
        int slot = (int) (OmittedSpans.key(trace, span) * 0x9e3779b97f4a7c15L >>> 33) & mask;
        while (table[slot] >= 0 && (rows.trace[table[slot]] != trace || rows.span[table[slot]] != span)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void adopt() {
        long adopted = 0;
        for (int row = 0; row < rows.size; row++) {
            int parent = rows.parent[row];
            for (int step = 0; parent >= 0 && step < MOST_STEPS && table[slot(rows.trace[row], parent)] < 0; step++) {
                Integer above = omitted.get(OmittedSpans.key(rows.trace[row], parent));
                if (above == null) {
                    break;
                }
                parent = above;
            }
            adopted += parent == rows.parent[row] ? 0 : 1;
            rows.parent[row] = parent;
        }
        int repeated = merge.omitted.count((trace, span) -> table[slot(trace, span)] >= 0);
        say(repeated, "reports without start or end share their id with a span that is kept");
        say(merge.omitted.size() - repeated, "spans without start or end are left out; calls that never ended may be the slowest");
        say(adopted, "spans below one that was left out hang on the nearest span above it");
    }

    private void say(long count, String what) {
        if (count > 0) {
            merge.doubt(String.format(Locale.ROOT, "%,d of %,d %s", count, rows.size + merge.omitted.size(), what));
        }
    }

    private void separate() {
        renamed = new int[rows.size];
        Arrays.fill(renamed, -1);
        long separated = 0;
        for (int slot = 0; slot < table.length; slot++) {
            if (table[slot] >= 0 && next[table[slot]] >= 0) {
                separated += separate(table[slot]);
            }
        }
        if (separated == 0) {
            return;
        }
        for (int row = 0; row < rows.size; row++) {
            if (rows.parent[row] >= 0 && renamed[row] < 0) {
                rows.parent[row] = side(row);
            }
        }
        for (int row = 0; row < rows.size; row++) {
            rows.span[row] = renamed[row] < 0 ? rows.span[row] : renamed[row];
        }
        merge.assume(String.format(Locale.ROOT, "%,d of %,d spans bear the id of the span that called them; here their ids end in '%s'", separated, rows.size, CALLED));
    }

    /// Renames the called sides among the rows that follow `first`.
    private int separate(int first) {
        int caller = caller(first);
        int keeper = caller < 0 ? first : caller;
        Utf8Pool.Builder ids = (Utf8Pool.Builder) merge.spans;
        String id = ids.text(rows.span[first]);
        int count = 0;
        for (int row = first; row >= 0; row = next[row]) {
            boolean other = caller >= 0 || rows.placeOf(row) != rows.placeOf(keeper) || rows.service[row] != rows.service[keeper];
            if (row != keeper && called(row) && other) {
                count++;
                renamed[row] = ids.code(id + CALLED + (count == 1 ? "" : Integer.toString(count)));
                if (caller >= 0) {
                    rows.parent[row] = rows.span[caller];
                }
            }
        }
        return count;
    }

    private boolean called(int row) {
        return rows.shared.get(row) || rows.kind[row] == SpanKind.SERVER.ordinal() || rows.kind[row] == SpanKind.CONSUMER.ordinal();
    }

    /// The calling side: the first that says it calls.
    private int caller(int first) {
        for (int row = first; row >= 0; row = next[row]) {
            if (!rows.shared.get(row) && (rows.kind[row] == SpanKind.CLIENT.ordinal() || rows.kind[row] == SpanKind.PRODUCER.ordinal())) {
                return row;
            }
        }
        return -1;
    }

    /// The id of the side to which a span belongs whose parent's id several rows bear.
    private int side(int row) {
        int first = table[slot(rows.trace[row], rows.parent[row])];
        if (first < 0 || next[first] < 0 || rows.span[row] == rows.parent[row]) {
            return rows.parent[row];
        }
        int best = -1;
        int sides = 0;
        int lonely = -1;
        boolean inPlace = false;
        boolean calling = false;
        for (int each = first; each >= 0; each = next[each]) {
            if (renamed[each] < 0) {
                calling |= rows.service[each] == rows.service[row];
                continue;
            }
            sides++;
            lonely = renamed[each];
            boolean same = rows.placeOf(row) >= 0 && rows.placeOf(each) == rows.placeOf(row);
            if (same && !inPlace || best < 0 && rows.service[each] >= 0 && rows.service[each] == rows.service[row]) {
                best = renamed[each];
                inPlace = same;
            }
        }
        return best >= 0 ? best : sides == 1 && !calling ? lonely : rows.parent[row];
    }
}
