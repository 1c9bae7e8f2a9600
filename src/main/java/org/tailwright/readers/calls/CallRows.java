package org.tailwright.readers.calls;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.tailwright.data.Column;
import org.tailwright.data.Flags;
import org.tailwright.data.Longs;
import org.tailwright.data.Meaning;
import org.tailwright.data.Origin;
import org.tailwright.data.Requests;
import org.tailwright.data.Table;
import org.tailwright.data.Texts;
import org.tailwright.data.Unit;

/// Collects requests row by row: [#begin] starts a row, the other calls fill it. A column exists from its first value on; rows without one
/// miss it.
public final class CallRows {
    private final Longs.Builder starts = Longs.builder(Unit.TIME);
    private final Longs.Builder durations = Longs.builder(Unit.DURATION);
    private final SequencedMap<String, Texts.Builder> texts = new LinkedHashMap<>();
    private final SequencedMap<String, Longs.Builder> numbers = new LinkedHashMap<>();
    private final BitSet failed = new BitSet();
    private boolean failuresKnown;

    /// Starts a row.
    ///
    /// @param startNanos since the epoch
    public CallRows begin(long startNanos, long durationNanos) {
        starts.add(startNanos);
        durations.add(durationNanos);
        return this;
    }

    /// Whether the row's request failed.
    public CallRows failed(boolean failure) {
        failuresKnown = true;
        failed.set(starts.size() - 1, failure);
        return this;
    }

    /// A text of the row; an empty one counts as missing.
    public CallRows text(String column, String value) {
        Texts.Builder builder = texts.get(column);
        if (builder == null) {
            if (value.isEmpty()) {
                return this;
            }
            builder = Texts.builder();
            texts.put(column, builder);
        }
        pad(builder, starts.size() - 1);
        builder.add(value.isEmpty() ? null : value);
        return this;
    }

    /// A whole number of the row.
    public CallRows number(String column, Unit unit, long value) {
        Longs.Builder builder = numbers.computeIfAbsent(column, _ -> Longs.builder(unit));
        pad(builder, starts.size() - 1);
        builder.add(value);
        return this;
    }

    /// Number of rows so far.
    public int size() {
        return starts.size();
    }

    private static void pad(Texts.Builder builder, int rows) {
        while (builder.size() < rows) {
            builder.add(null);
        }
    }

    private static void pad(Longs.Builder builder, int rows) {
        while (builder.size() < rows) {
            builder.addMissing();
        }
    }

    /// The data set; this collector is spent.
    public Requests build(Origin origin, Meaning meaning) {
        int rows = starts.size();
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.START, starts.build());
        columns.put(Requests.DURATION, durations.build());
        for (Map.Entry<String, Texts.Builder> each : texts.entrySet()) {
            pad(each.getValue(), rows);
            columns.put(each.getKey(), each.getValue().build());
        }
        if (failuresKnown) {
            columns.put(Requests.FAILED, Flags.of(failed, rows));
        }
        for (Map.Entry<String, Longs.Builder> each : numbers.entrySet()) {
            pad(each.getValue(), rows);
            columns.put(each.getKey(), each.getValue().build());
        }
        return new Requests(origin, Table.of(columns), meaning);
    }
}
