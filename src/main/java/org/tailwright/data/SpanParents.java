package org.tailwright.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Which row is the parent of which, in a table of spans.
///
/// @param rows parent's row for each row, [#ROOT] or [#LOST]
/// @param duplicates rows whose trace and span id an earlier row has; the earliest row counts as the parent
public record SpanParents(int[] rows, int duplicates) {
    /// No parent was named.
    public static final int ROOT = -1;
    /// The named parent is not in the table.
    public static final int LOST = -2;

    /// Resolves the parents; a span is known by its trace and its own id, because some producers use the same span ids in every trace.
    public static SpanParents of(Table spans) {
        Texts traces = spans.texts(Requests.TRACE).orElseThrow();
        Texts own = spans.texts(Traces.SPAN).orElseThrow();
        Texts parents = spans.texts(Traces.PARENT).orElseThrow();
        int[] codes = own.sharesCodes(parents) ? new int[0] : translation(parents, own);
        int[] first = firsts(traces, own);
        int[] found = new int[spans.rows()];
        Index index = first.length > 0 || own.codes() == 0 ? null : new Index(traces, own);
        for (int row = 0; row < found.length; row++) {
            int code = parents.code(row);
            int wanted = code < 0 || codes.length == 0 ? code : codes[code];
            int known = wanted < 0 ? ROOT : index == null ? in(traces, row, first, wanted) : index.row(traces.code(row), wanted);
            found[row] = code < 0 ? ROOT : known == ROOT ? LOST : known;
        }
        return new SpanParents(found, index == null ? repeated(own, first) : index.duplicates);
    }

    /// The first row of each span id; empty when spans of different traces share one.
    private static int[] firsts(Texts traces, Texts own) {
        int[] first = new int[own.codes()];
        Arrays.fill(first, ROOT);
        for (int row = 0; row < own.size(); row++) {
            int code = own.code(row);
            if (code >= 0 && first[code] == ROOT) {
                first[code] = row;
            } else if (code >= 0 && traces.code(first[code]) != traces.code(row)) {
                return new int[0];
            }
        }
        return first;
    }

    private static int in(Texts traces, int row, int[] first, int wanted) {
        int known = first[wanted];
        return known >= 0 && traces.code(known) == traces.code(row) ? known : ROOT;
    }

    private static int repeated(Texts own, int[] first) {
        int repeated = 0;
        for (int row = 0; row < own.size(); row++) {
            repeated += own.code(row) >= 0 && first[own.code(row)] != row ? 1 : 0;
        }
        return repeated;
    }

    /// Rows by trace and span id.
    private static final class Index {
        private final Texts traces;
        private final Texts own;
        private final int[] known;
        private int duplicates;

        Index(Texts traces, Texts own) {
            this.traces = traces;
            this.own = own;
            known = new int[Integer.highestOneBit(Math.max(8, own.size())) * 4];
            Arrays.fill(known, ROOT);
            for (int row = 0; row < own.size(); row++) {
                if (own.code(row) < 0) {
                    continue;
                }
                int slot = slot(traces.code(row), own.code(row));
                if (known[slot] == ROOT) {
                    known[slot] = row;
                } else {
                    duplicates++;
                }
            }
        }

        int row(int trace, int span) {
            return known[slot(trace, span)];
        }

        private int slot(int trace, int span) {
            int mask = known.length - 1;
            long mixed = (((long) trace << 32) ^ span) * 0x9e3779b97f4a7c15L;
            int slot = (int) (mixed >>> 33) & mask;
            while (known[slot] != ROOT && (own.code(known[slot]) != span || traces.code(known[slot]) != trace)) {
                slot = (slot + 1) & mask;
            }
            return slot;
        }
    }

    private static int[] translation(Texts from, Texts to) {
        Map<String, Integer> codes = new HashMap<>();
        for (int code = 0; code < to.codes(); code++) {
            codes.putIfAbsent(to.text(code), code);
        }
        int[] translation = new int[Math.max(1, from.codes())];
        for (int code = 0; code < from.codes(); code++) {
            translation[code] = codes.getOrDefault(from.text(code), -1);
        }
        return translation;
    }
}
