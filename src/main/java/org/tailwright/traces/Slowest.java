package org.tailwright.traces;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Longs;
import org.tailwright.data.Requests;
import org.tailwright.data.Rows;
import org.tailwright.data.Selection;
import org.tailwright.data.Texts;
import org.tailwright.data.Traces;

/// The slowest traces of a selection: what stands behind a number, to be opened and copied.
public final class Slowest {
    /// One trace.
    ///
    /// @param row row of its root in the whole table
    /// @param trace its id
    /// @param start nanoseconds since the epoch
    /// @param duration duration of the root, nanoseconds
    public record Exemplar(int row, String trace, String service, String operation, long start, long duration) {}

    private Slowest() {}

    /// The `k` slowest traces whose root is inside the selection, slowest first, equal ones in file order. Where no span of the selection is
    /// a root, the slowest spans stand in.
    public static List<Exemplar> of(Traces traces, Selection selection, int k) {
        Rows rows = selection.rows(traces.asRequests());
        Texts parents = traces.table().texts(Traces.PARENT).orElseThrow();
        List<Exemplar> roots = of(traces, rows, k, parents);
        return roots.isEmpty() ? of(traces, rows, k, null) : roots;
    }

    private static List<Exemplar> of(Traces traces, Rows rows, int k, @Nullable Texts parents) {
        Longs durations = traces.table().longs(Requests.DURATION).orElseThrow();
        Comparator<Integer> slower = Comparator.<Integer>comparingLong(durations::at).thenComparing(Comparator.<Integer>reverseOrder());
        PriorityQueue<Integer> best = new PriorityQueue<>(slower);
        for (int i = 0; i < rows.size(); i++) {
            int row = rows.at(i);
            if (parents != null && !parents.missing(row)) {
                continue;
            }
            if (best.size() < k) {
                best.add(row);
            } else if (k > 0 && durations.at(row) > durations.at(best.element())) {
                best.poll();
                best.add(row);
            }
        }
        List<Integer> ordered = new ArrayList<>(best);
        ordered.sort(slower.reversed());
        return ordered.stream().map(row -> exemplar(traces, row)).toList();
    }

    private static Exemplar exemplar(Traces traces, int row) {
        return new Exemplar(row, text(traces, Requests.TRACE, row), text(traces, Requests.SERVICE, row), text(traces, Requests.LABEL, row),
                traces.table().longs(Requests.START).orElseThrow().at(row), traces.table().longs(Requests.DURATION).orElseThrow().at(row));
    }

    private static String text(Traces traces, String column, int row) {
        return traces.table().texts(column).orElseThrow().at(row);
    }
}
