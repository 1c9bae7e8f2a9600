package org.tailwright.readers.spans;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.tailwright.data.HexIds;
import org.tailwright.data.Utf8Pool;

/// Trace ids that some services of a trace wrote with 16 digits and others with 32: the last 16 are the same, and name the same trace.
final class TraceWidths {
    private static final String ZEROS = "0".repeat(16);
    private static final int DIGITS = 32;

    private TraceWidths() {}

    /// Gives the spans with the short id the long one, and notes how many traces that joined.
    static void join(SpanMerge merge) {
        switch (merge.traces) {
            case HexIds.Builder _ -> { }
            case Utf8Pool.Builder ids -> join(merge, ids);
        }
    }

    private static void join(SpanMerge merge, Utf8Pool.Builder ids) {
        Map<String, Integer> narrow = new HashMap<>();
        for (int code = 0; code < ids.size(); code++) {
            String text = ids.text(code);
            if (text.length() == DIGITS && text.startsWith(ZEROS)) {
                narrow.put(text.substring(ZEROS.length()), code);
            }
        }
        if (narrow.isEmpty() || narrow.size() == ids.size()) {
            return;
        }
        Map<Integer, Integer> wide = new HashMap<>();
        for (int code = 0; code < ids.size(); code++) {
            String text = ids.text(code);
            Integer same = text.length() == DIGITS && !text.startsWith(ZEROS) ? narrow.get(text.substring(ZEROS.length())) : null;
            if (same != null) {
                wide.put(same, code);
            }
        }
        if (!wide.isEmpty()) {
            SpanRows rows = merge.rows;
            for (int row = 0; row < rows.size; row++) {
                rows.trace[row] = wide.getOrDefault(rows.trace[row], rows.trace[row]);
            }
            merge.assume(String.format(Locale.ROOT, "%,d traces whose id some services wrote with 16 digits are joined to those with the same last 16 of 32",
                    wide.size()));
        }
    }
}
