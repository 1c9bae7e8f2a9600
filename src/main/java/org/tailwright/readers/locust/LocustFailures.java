package org.tailwright.readers.locust;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tailwright.data.Metrics;
import org.tailwright.data.Unit;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.Head;
import org.tailwright.readers.Json;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.series.SeriesRows;
import org.tailwright.readers.series.SeriesTable;
import org.tailwright.work.Work;

/// `…_failures.csv` and `…_exceptions.csv`: how often each failure or exception happened in the whole run, without times.
public final class LocustFailures implements Reader {
    private static final List<String> LABELS = List.of("method", "name", "error", "message", "nodes");

    @Override
    public String format() {
        return "Locust failures";
    }

    @Override
    public String recognisedBy() {
        return "first line names Method, Name, Error and Occurrences, or Count, Message, Traceback and Nodes";
    }

    @Override
    public Claim recognises(Head head) {
        boolean failures = LocustTable.names(head.text(), "method", "name", "error", "occurrences");
        return failures || LocustTable.names(head.text(), "count", "message", "traceback", "nodes") ? Claim.CERTAIN : Claim.NO;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        SeriesTable table = new SeriesTable();
        Diagnostics diagnostics = new Diagnostics();
        long skipped = LocustTable.read(source, diagnostics, work, row -> {
            double count = row.number("occurrences", "count");
            if (!(count >= 0)) {
                return false;
            }
            Map<String, String> labels = new HashMap<>();
            for (String each : LABELS) {
                if (!row.text(each).isBlank()) {
                    labels.put(each, Json.cut(row.text(each)));
                }
            }
            table.add("occurrences", labels, Metrics.Kind.COUNTER, Unit.COUNT, SeriesRows.TIMELESS, count);
            return true;
        });
        if (table.samples() == 0) {
            if (skipped > 0) {
                throw new UnreadableFile("no row has a number of occurrences", "line 2", "");
            }
            diagnostics.note("nothing failed");
            return ReadResult.of(format(), List.of(), diagnostics, 0);
        }
        return ReadResult.of(format(), List.of(table.metrics(source, format(), skipped, List.of(), List.of("these counts have no times"))), diagnostics, skipped);
    }
}
