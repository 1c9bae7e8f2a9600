package org.tailwright.statistics;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SequencedMap;
import org.tailwright.data.Column;
import org.tailwright.data.Doubles;
import org.tailwright.data.Flags;
import org.tailwright.data.Longs;
import org.tailwright.data.Picker;
import org.tailwright.data.Requests;
import org.tailwright.data.Rows;
import org.tailwright.data.Selection;
import org.tailwright.data.Texts;
import org.tailwright.work.Pool;
import org.tailwright.work.Work;

/// The slowest real rows behind a selection: what can be opened, copied and looked for in other data.
public final class Exemplars {
    private static final int SMALL = 100_000;
    /// Duration, then row from behind.
    private static final Comparator<long[]> FASTEST = (a, b) -> a[0] != b[0] ? Long.compare(a[0], b[0]) : Long.compare(b[1], a[1]);

    private Exemplars() {}

    /// One row.
    ///
    /// @param row its number in the whole table
    /// @param values text of every column, as it is; empty where missing
    public record Exemplar(int row, long start, long durationNanos, SequencedMap<String, String> values) {}

    /// The `most` slowest rows inside the selection, slowest first, equal ones in row order.
    public static List<Exemplar> slowest(Requests requests, Selection selection, int most, Work work) {
        Rows near = selection.near(requests);
        int n = most > 0 ? near.size() : 0;
        int first = n == 0 ? 0 : near.at(0);
        int parts = n < SMALL ? 1 : Pool.cores();
        return Pool.map(parts, work, part -> slowest(requests, selection, first + (int) ((long) n * part / parts), first + (int) ((long) n * (part + 1) / parts), most, work))
                .stream().flatMap(PriorityQueue::stream).sorted(FASTEST.reversed()).limit(most).map(each -> exemplar(requests, (int) each[1])).toList();
    }

    private static PriorityQueue<long[]> slowest(Requests requests, Selection selection, int from, int to, int most, Work work) {
        Longs durations = requests.durations();
        PriorityQueue<long[]> kept = new PriorityQueue<>(FASTEST);
        int[] rows = new int[Picker.BLOCK];
        long[] values = new long[Picker.BLOCK];
        long beyond = selection.band().map(Selection.Band::beyond).orElse(Long.MAX_VALUE);
        long floor = Long.MIN_VALUE;
        Picker picker = selection.picker(requests);
        for (int row = from; row < to; row += Picker.BLOCK) {
            work.check();
            int n = picker.pick(row, Math.min(to, row + Picker.BLOCK), rows);
            durations.read(rows, n, values);
            for (int i = 0; i < n; i++) {
                if (kept.size() < most || values[i] > kept.element()[0]) {
                    if (kept.size() == most) {
                        kept.remove();
                    }
                    kept.add(new long[] {values[i], rows[i]});
                }
            }
            if (kept.size() == most && kept.element()[0] > floor && kept.element()[0] < beyond) {
                // Most rows are not slow enough, whatever else the selection says of them: that is looked at first.
                floor = kept.element()[0];
                picker = selection.banded(Optional.of(new Selection.Band(Math.min(floor + 1, beyond), beyond))).picker(requests);
            }
        }
        return kept;
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
