package org.tailwright.readers.tempo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.tailwright.data.Column;
import org.tailwright.data.Longs;
import org.tailwright.data.Meaning;
import org.tailwright.data.Origin;
import org.tailwright.data.Requests;
import org.tailwright.data.Table;
import org.tailwright.data.Texts;
import org.tailwright.data.Traces;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;
import org.tailwright.readers.Source;

/// Rows of what a search found, with their attributes.
final class SearchRows {
    /// More attributes than this are left out.
    private static final int MOST_ATTRIBUTES = 64;

    private final Longs.Builder starts = Longs.builder(Unit.TIME);
    private final Longs.Builder durations = Longs.builder(Unit.DURATION);
    private final Texts.Builder labels = Texts.builder();
    private final Texts.Builder services = Texts.builder();
    private final Texts.Builder traces = Texts.builder();
    private final Texts.Builder spans = Texts.builder();
    private final Map<String, Texts.Builder> attributes = new LinkedHashMap<>();
    private long skipped;

    int size() {
        return starts.size();
    }

    long skipped() {
        return skipped;
    }

    void skip() {
        skipped++;
    }

    /// Adds a row; times are nanoseconds.
    void add(Found row) {
        for (Map.Entry<String, String> each : row.attributes().entrySet()) {
            Texts.Builder column = attributes.get(each.getKey());
            if (column == null && attributes.size() < MOST_ATTRIBUTES) {
                column = Texts.builder();
                attributes.put(each.getKey(), column);
            }
            if (column != null) {
                fill(column);
                column.add(each.getValue());
            }
        }
        starts.add(row.start());
        durations.add(row.duration());
        Found.Names names = row.names();
        labels.add(names.label());
        services.add(names.service().isEmpty() ? null : names.service());
        traces.add(names.trace());
        spans.add(names.span().isEmpty() ? null : names.span());
    }

    private void fill(Texts.Builder column) {
        while (column.size() < starts.size()) {
            column.addCode(-1);
        }
    }

    /// The data set; the rows are spent.
    Requests requests(Source source, String name, String format, Meaning meaning) {
        int rows = size();
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.START, starts.build());
        columns.put(Requests.DURATION, durations.build());
        columns.put(Requests.LABEL, labels.build());
        columns.put(Requests.SERVICE, services.build());
        columns.put(Requests.TRACE, traces.build());
        Texts own = spans.build();
        for (int row = 0; row < rows; row++) {
            if (!own.missing(row)) {
                columns.put(Traces.SPAN, own);
                break;
            }
        }
        attributes.forEach((key, column) -> {
            while (column.size() < rows) {
                column.addCode(-1);
            }
            columns.putIfAbsent(key, column.build());
        });
        Trust trust = new Trust(rows, skipped, List.of(), meaning.caveats());
        return new Requests(new Origin(name, source.path(), format, trust), Table.of(columns), meaning);
    }
}
