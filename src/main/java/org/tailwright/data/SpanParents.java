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
        int[] known = new int[Integer.highestOneBit(Math.max(8, spans.rows())) * 4];
        Arrays.fill(known, ROOT);
        int duplicates = 0;
        for (int row = 0; row < spans.rows(); row++) {
            if (own.code(row) < 0) {
                continue;
            }
            int slot = slot(known, traces, own, traces.code(row), own.code(row));
            if (known[slot] == ROOT) {
                known[slot] = row;
            } else {
                duplicates++;
            }
        }
        int[] codes = own.sharesCodes(parents) ? new int[0] : translation(parents, own);
        int[] found = new int[spans.rows()];
        for (int row = 0; row < found.length; row++) {
            int code = parents.code(row);
            int wanted = code < 0 || codes.length == 0 ? code : codes[code];
            found[row] = code < 0 ? ROOT : wanted < 0 ? LOST : lost(known[slot(known, traces, own, traces.code(row), wanted)]);
        }
        return new SpanParents(found, duplicates);
    }

    private static int lost(int row) {
        return row == ROOT ? LOST : row;
    }

    private static int slot(int[] known, Texts traces, Texts own, int trace, int span) {
        int mask = known.length - 1;
        long mixed = (((long) trace << 32) ^ span) * 0x9e3779b97f4a7c15L;
        int slot = (int) (mixed >>> 33) & mask;
        while (known[slot] != ROOT && (own.code(known[slot]) != span || traces.code(known[slot]) != trace)) {
            slot = (slot + 1) & mask;
        }
        return slot;
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
