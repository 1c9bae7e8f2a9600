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
import org.tailwright.work.Pool;
import org.tailwright.work.Work;

/// Turns joined blocks into the data set, and says what is doubtful about it.
public final class SpanTable {
    private static final List<String> FIRST = List.of(Requests.START, Requests.DURATION, Requests.LABEL, Requests.SERVICE, Requests.TRACE,
            Traces.SPAN, Traces.PARENT, Traces.KIND, Requests.FAILED, Requests.WEIGHT);
    private static final Set<String> OWN = Set.copyOf(FIRST);
    private static final String NO_SERVICE = "unknown service";

    private SpanTable() {}

    /// The data set; the merge is spent.
    ///
    /// @param format as recognised
    public static Traces of(SpanMerge merge, Source source, String format) {
        return of(merge, source, format, Work.NONE);
    }

    /// The data set, unless it is no longer wanted; the merge is spent.
    ///
    /// @param format as recognised
    /// @throws java.util.concurrent.CancellationException when it is no longer wanted
    public static Traces of(SpanMerge merge, Source source, String format, Work work) {
        merge.settle();
        TraceWidths.join(merge);
        SpanLinks.of(merge).mend();
        work.check();
        SpanRows rows = merge.rows;
        List<String> doubts = new ArrayList<>();
        List<String> assumed = new ArrayList<>(merge.assumed);
        Texts.Store spans = merge.spans.store();
        SequencedMap<String, Column> ids = new LinkedHashMap<>();
        ids.put(Requests.START, Longs.of(Unit.TIME, Arrays.copyOf(rows.start, rows.size)));
        ids.put(Requests.DURATION, Longs.of(Unit.DURATION, Arrays.copyOf(rows.duration, rows.size)));
        ids.put(Requests.TRACE, Texts.of(Arrays.copyOf(rows.trace, rows.size), merge.traces.store()));
        ids.put(Traces.SPAN, Texts.of(Arrays.copyOf(rows.span, rows.size), spans));
        ids.put(Traces.PARENT, Texts.of(Arrays.copyOf(rows.parent, rows.size), spans));
        SequencedMap<String, Column> others = new LinkedHashMap<>();
        List<String> links = new ArrayList<>();
        Pool.map(2, work, part -> part == 0 ? links.addAll(SpanDoubts.of(Table.of(ids), rows.backwards)) : others(merge, others, work));
        Weights weights = Weights.of(rows, merge.traces.size());
        weights.column().ifPresent(column -> others.put(Requests.WEIGHT, column));
        noteLeft(merge);
        Table table = Table.of(inOrder(ids, others));
        doubts.addAll(merge.doubts);
        doubts.addAll(weights.doubts());
        doubts.addAll(links);
        if (missingService(rows)) {
            assumed.add("spans that name no service belong to '" + NO_SERVICE + "'");
        }
        Trust trust = new Trust(rows.size, merge.skipped(), assumed, doubts);
        Meaning meaning = new Meaning(Meaning.Duration.RESIDENCE_TIME, Meaning.Stamp.START, quantum(rows), 0, weights.caveats());
        return new Traces(new Origin(source.name(), source.path(), format, trust), table, meaning, weights.words());
    }

    /// The columns of texts that are no ids; ids and these are independent of each other and made at the same time.
    private static boolean others(SpanMerge merge, SequencedMap<String, Column> columns, Work work) {
        SpanRows rows = merge.rows;
        columns.put(Requests.LABEL, AttributeColumns.compact(Arrays.copyOf(rows.label, rows.size), merge.texts, ""));
        columns.put(Requests.SERVICE, AttributeColumns.compact(Arrays.copyOf(rows.service, rows.size), merge.texts, NO_SERVICE));
        columns.put(Traces.KIND, kinds(rows));
        columns.put(Requests.FAILED, Flags.of(rows.failed, rows.size));
        work.check();
        merge.attributes.columns(rows.size, merge.texts).forEach((name, column) ->
                columns.put(OWN.contains(name) ? "attribute " + name : name, column));
        return true;
    }

    private static SequencedMap<String, Column> inOrder(SequencedMap<String, Column> ids, SequencedMap<String, Column> others) {
        SequencedMap<String, Column> all = new LinkedHashMap<>();
        for (String name : FIRST) {
            Column column = ids.containsKey(name) ? ids.get(name) : others.get(name);
            if (column != null) {
                all.put(name, column);
            }
        }
        others.forEach(all::putIfAbsent);
        return all;
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
