package org.tailwright.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the rows inside a selection, a block at a time: each condition is looked at for a whole block, column by column, which costs about a
/// nanosecond a row and condition. Holds room for a block, so that each thread needs its own.
public final class Picker {
    /// Rows that are looked at together at most.
    public static final int BLOCK = 4096;

    private final List<Condition> conditions = new ArrayList<>();
    private final long[] values = new long[BLOCK];
    private final @Nullable Filtered filtered;

    /// Keeps of the first `n` rows those that it holds for.
    @FunctionalInterface
    private interface Condition {
        int keep(int[] rows, int n, boolean gapless);
    }

    /// @param selection whose rows are wanted
    /// @param ordered whether only rows are asked about that lie in the window anyway ([Selection#near] of rows in order of their start)
    Picker(Requests requests, Selection selection, boolean ordered) {
        if (!ordered) {
            selection.window().ifPresent(span -> conditions.add((rows, n, gapless) -> within(requests.starts(), span.start(), span.end(), rows, n, gapless)));
        }
        Longs durations = requests.durations();
        selection.band().ifPresent(band -> conditions.add((rows, n, gapless) -> within(durations, band.lowest(), band.beyond(), rows, n, gapless)));
        filtered = selection.filters().isEmpty() ? null : requests.table().filtered(selection.filters());
    }

    /// Puts the rows of `from` to `to` − 1 that are inside into the beginning of `into`, in order.
    ///
    /// @param to at most [#BLOCK] beyond `from`
    /// @return how many there are
    public int pick(int from, int to, int[] into) {
        int n = filtered == null ? all(from, to, into) : filtered.pick(from, to, into);
        for (Condition each : conditions) {
            n = each.keep(into, n, n == to - from);
        }
        return n;
    }

    /// Puts all rows of `from` to `to` − 1 into the beginning of `into`.
    static int all(int from, int to, int[] into) {
        int n = to - from;
        for (int i = 0; i < n; i++) {
            into[i] = from + i;
        }
        return n;
    }

    private int within(Longs column, long low, long beyond, int[] rows, int n, boolean gapless) {
        if (gapless && n > 0) {
            return column.within(rows[0], rows[0] + n, low, beyond, rows);
        }
        column.read(rows, n, values);
        int kept = 0;
        for (int i = 0; i < n; i++) {
            rows[kept] = rows[i];
            kept += (values[i] >= low ? 1 : 0) & (values[i] < beyond ? 1 : 0);
        }
        return kept;
    }

    /// A filter on a column that is there.
    ///
    /// @param code of the wanted text
    /// @param range of wanted numbers; holds none where no number is written
    record Match(Column column, int code, NumberRange range, String value) {
        private static final NumberRange NONE = new NumberRange(Double.NaN, Double.NaN);

        static Optional<Match> of(Table table, Selection.Filter filter) {
            Column column = table.columns().get(filter.column());
            if (column == null) {
                return Optional.empty();
            }
            int code = column instanceof Texts texts ? texts.codeOf(filter.value()) : -1;
            NumberRange range = column instanceof Longs || column instanceof Doubles ? NumberRange.parse(filter.value()).orElse(NONE) : NONE;
            return Optional.of(new Match(column, code, range, filter.value()));
        }

        /// Keeps of the first `n` rows those that it holds for.
        ///
        /// @param gapless whether each row is the one after the row before it
        /// @param codes room for as many
        int keep(int[] rows, int n, boolean gapless, int[] codes) {
            int kept = 0;
            if (column instanceof Texts texts) {
                if (gapless && code >= 0 && n > 0) {
                    return texts.with(code, rows[0], rows[0] + n, rows);
                }
                texts.read(rows, code < 0 ? 0 : n, codes);
                for (int i = 0; code >= 0 && i < n; i++) {
                    rows[kept] = rows[i];
                    kept += codes[i] == code ? 1 : 0;
                }
                return kept;
            }
            for (int i = 0; i < n; i++) {
                rows[kept] = rows[i];
                kept += holds(rows[i]) ? 1 : 0;
            }
            return kept;
        }

        boolean holds(int row) {
            return switch (column) {
                case Texts texts -> code >= 0 && texts.code(row) == code;
                case Flags flags -> String.valueOf(flags.at(row)).equals(value);
                case Longs longs -> range.contains(longs.at(row)) && !longs.missing(row);
                case Doubles doubles -> range.contains(doubles.at(row));
            };
        }
    }
}
