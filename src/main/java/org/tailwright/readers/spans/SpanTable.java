package org.tailwright.readers.spans;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.tailwright.data.Column;
import org.tailwright.data.Doubles;
import org.tailwright.data.Flags;
import org.tailwright.data.Longs;
import org.tailwright.data.Meaning;
import org.tailwright.data.Origin;
import org.tailwright.data.Requests;
import org.tailwright.data.SpanParents;
import org.tailwright.data.Table;
import org.tailwright.data.Texts;
import org.tailwright.data.Traces;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Source;

/// Turns joined blocks into the data set, and says what is doubtful about it.
public final class SpanTable {
    private static final Set<String> OWN = Set.of(Requests.START, Requests.DURATION, Requests.LABEL, Requests.SERVICE, Requests.TRACE,
            Requests.FAILED, Requests.WEIGHT, Traces.SPAN, Traces.PARENT, Traces.KIND);
    private static final String NO_SERVICE = "unknown service";

    private SpanTable() {}

    /// The data set; the merge is spent.
    ///
    /// @param format as recognised
    public static Traces of(SpanMerge merge, Source source, String format) {
        merge.settle();
        SpanRows rows = merge.rows;
        List<String> doubts = new ArrayList<>();
        List<String> assumed = new ArrayList<>();
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.START, Longs.of(Unit.TIME, Arrays.copyOf(rows.start, rows.size)));
        columns.put(Requests.DURATION, Longs.of(Unit.DURATION, Arrays.copyOf(rows.duration, rows.size)));
        columns.put(Requests.LABEL, AttributeColumns.compact(Arrays.copyOf(rows.label, rows.size), merge.texts, ""));
        columns.put(Requests.SERVICE, AttributeColumns.compact(Arrays.copyOf(rows.service, rows.size), merge.texts, NO_SERVICE));
        columns.put(Requests.TRACE, Texts.of(Arrays.copyOf(rows.trace, rows.size), merge.traces.store()));
        Texts.Store spans = merge.spans.store();
        columns.put(Traces.SPAN, Texts.of(Arrays.copyOf(rows.span, rows.size), spans));
        columns.put(Traces.PARENT, Texts.of(Arrays.copyOf(rows.parent, rows.size), spans));
        columns.put(Traces.KIND, kinds(rows));
        columns.put(Requests.FAILED, Flags.of(rows.failed, rows.size));
        Weights weights = Weights.of(rows, merge.traces.size());
        weights.column().ifPresent(column -> columns.put(Requests.WEIGHT, column));
        merge.attributes.columns(rows.size, merge.texts).forEach((name, column) ->
                columns.put(OWN.contains(name) ? "attribute " + name : name, column));
        noteLeft(merge);
        Table table = Table.of(columns);
        doubts.addAll(weights.doubts());
        doubts.addAll(SpanDoubts.of(table, rows.backwards));
        if (missingService(rows)) {
            assumed.add("spans whose resource has no service.name belong to '" + NO_SERVICE + "'");
        }
        Trust trust = new Trust(rows.size, merge.skipped(), assumed, doubts);
        Meaning meaning = new Meaning(Meaning.Duration.RESIDENCE_TIME, Meaning.Stamp.START, quantum(rows), 0, weights.caveats());
        return new Traces(new Origin(source.name(), source.path(), format, trust), table, meaning, weights.words());
    }

    private static void noteLeft(SpanMerge merge) {
        if (merge.attributes.left() > 0) {
            merge.diagnostics().add(new Diagnostic(Diagnostic.Severity.NOTE, 0, -1, String.format(Locale.ROOT,
                    "%,d attribute values are left out: only the %d most frequent attributes become columns (at least %,d others)",
                    merge.attributes.left(), AttributeColumns.MOST, Math.max(1, merge.attributes.leftKeys()))));
        }
    }

    private static boolean missingService(SpanRows rows) {
        for (int row = 0; row < rows.size; row++) {
            if (rows.service[row] < 0) {
                return true;
            }
        }
        return false;
    }

    private static Texts kinds(SpanRows rows) {
        int[] codes = new int[rows.size];
        for (int row = 0; row < rows.size; row++) {
            codes[row] = rows.kind[row];
        }
        return Texts.of(codes, new Texts.Dictionary(Stream.of(SpanKind.values()).map(SpanKind::words).toArray(String[]::new)));
    }

    /// The largest of 1 ms, 1 µs that divides all times, else 0.
    private static long quantum(SpanRows rows) {
        for (long step : new long[] {1_000_000, 1_000}) {
            boolean divides = rows.size > 0;
            for (int row = 0; divides && row < rows.size; row++) {
                divides = rows.start[row] % step == 0 && rows.duration[row] % step == 0;
            }
            if (divides) {
                return step;
            }
        }
        return 0;
    }
}
