package org.tailwright.traces;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.tailwright.data.Column;
import org.tailwright.data.Doubles;
import org.tailwright.data.Flags;
import org.tailwright.data.Longs;
import org.tailwright.data.Meaning;
import org.tailwright.data.Origin;
import org.tailwright.data.Requests;
import org.tailwright.data.Table;
import org.tailwright.data.Texts;
import org.tailwright.data.Traces;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;

/// Traces written by hand: one line a span with trace, id, parent (`-` for none), service, operation, start, end, and `!` when it failed.
final class TraceTrees {
    /// Uber CRISP's test case 13: a child inside another, one side by side.
    static final Traces CRISP_13 = of("A A - S1 O1 0 100", "A B A S2 O2 10 70", "A C B S3 O3 25 45", "A D B S4 O4 30 50");
    /// Uber CRISP's test case 18: children one after the other.
    static final Traces CRISP_18 = of("A A - S1 O1 0 250", "A B A S2 O2 10 110 !", "A C B S3 O3 30 40", "A D B S4 O4 50 60", "A E B S5 O5 70 80",
            "A F A S6 O6 120 220", "A G F S7 O7 140 200", "A H G S8 O8 150 170", "A I G S9 O9 180 190");

    private TraceTrees() {}

    static Traces of(String... lines) {
        return weighted(new double[0], lines);
    }

    static Traces weighted(double[] weights, String... lines) {
        List<String[]> cells = List.of(lines).stream().map(line -> line.split(" ")).toList();
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.START, Longs.of(Unit.TIME, cells.stream().mapToLong(each -> Long.parseLong(each[5])).toArray()));
        columns.put(Requests.DURATION, Longs.of(Unit.DURATION,
                cells.stream().mapToLong(each -> Long.parseLong(each[6]) - Long.parseLong(each[5])).toArray()));
        columns.put(Requests.TRACE, texts(cells, 0));
        columns.put(Traces.SPAN, texts(cells, 1));
        columns.put(Traces.PARENT, texts(cells, 2));
        columns.put(Requests.SERVICE, texts(cells, 3));
        columns.put(Requests.LABEL, texts(cells, 4));
        BitSet failed = new BitSet();
        for (int row = 0; row < cells.size(); row++) {
            failed.set(row, cells.get(row).length > 7);
        }
        columns.put(Requests.FAILED, Flags.of(failed, cells.size()));
        if (weights.length > 0) {
            columns.put(Requests.WEIGHT, Doubles.of(Unit.NONE, weights));
        }
        Origin origin = new Origin("spans", Path.of("spans"), "test", Trust.clean(cells.size()));
        return new Traces(origin, Table.of(columns), Meaning.of(Meaning.Duration.RESIDENCE_TIME, Meaning.Stamp.START, 0), "");
    }

    private static Texts texts(List<String[]> cells, int column) {
        Texts.Builder builder = Texts.builder();
        cells.forEach(each -> builder.add(each[column].equals("-") ? null : each[column]));
        return builder.build();
    }
}
