package org.tailwright.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SequencedMap;
import java.util.function.IntPredicate;
import org.tailwright.data.Column;
import org.tailwright.data.Doubles;
import org.tailwright.data.Flags;
import org.tailwright.data.Longs;
import org.tailwright.data.Requests;
import org.tailwright.data.Rows;
import org.tailwright.data.Selection;
import org.tailwright.data.Texts;

/// The slowest real rows behind a selection: what can be opened, copied and looked for in other data.
public final class Exemplars {
    private Exemplars() {}

    /// One row.
    ///
    /// @param row its number in the whole table
    /// @param values text of every column, as it is; empty where missing
    public record Exemplar(int row, long start, long durationNanos, SequencedMap<String, String> values) {}

    /// The `most` slowest rows inside the selection, slowest first, equal ones in row order.
    public static List<Exemplar> slowest(Requests requests, Selection selection, int most) {
        Rows rows = selection.near(requests);
        IntPredicate inside = selection.inside(requests);
        Longs durations = requests.durations();
        PriorityQueue<long[]> kept = new PriorityQueue<>((a, b) -> a[0] != b[0] ? Long.compare(a[0], b[0]) : Long.compare(b[1], a[1]));
        for (int i = 0; i < rows.size() && most > 0; i++) {
            int row = rows.at(i);
            long duration = durations.at(row);
            // Most rows are not slow enough, whatever the selection says of them.
            if ((kept.size() < most || duration > kept.element()[0]) && inside.test(row)) {
                if (kept.size() == most) {
                    kept.remove();
                }
                kept.add(new long[] {duration, row});
            }
        }
        List<Exemplar> found = new ArrayList<>();
        while (!kept.isEmpty()) {
            found.addFirst(exemplar(requests, (int) kept.remove()[1]));
        }
        return found;
    }

    private static Exemplar exemplar(Requests requests, int row) {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        requests.table().columns().forEach((name, column) -> values.put(name, text(column, row)));
        return new Exemplar(row, requests.starts().at(row), requests.durations().at(row), values);
    }

    private static String text(Column column, int row) {
        if (column.missing(row)) {
            return "";
        }
        return switch (column) {
            case Texts texts -> texts.at(row);
            case Flags flags -> Boolean.toString(flags.at(row));
            case Longs longs -> Long.toString(longs.at(row));
            case Doubles doubles -> Double.toString(doubles.at(row));
        };
    }
}
