package org.tailwright.readers.locust;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tailwright.data.Dataset;
import org.tailwright.data.Metrics;
import org.tailwright.data.Unit;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.series.SeriesTable;
import org.tailwright.work.Work;

/// `…_stats_history.csv`: once a second the users, the rates of the last seconds, percentiles of about the last ten seconds, and totals since
/// the start. Stretches with one number of users become load points.
public final class LocustHistory implements Reader {
    private static final long SECOND = 1_000_000_000L;

    @Override
    public String format() {
        return "Locust history";
    }

    @Override
    public String recognisedBy() {
        return "first line names Timestamp, User Count, Name and Requests/s";
    }

    @Override
    public Claim recognises(Head head) {
        return LocustTable.names(head.text(), "timestamp", "user count", "name", "requests/s") ? Claim.CERTAIN : Claim.NO;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        SeriesTable table = new SeriesTable();
        Stretches stretches = new Stretches();
        Diagnostics diagnostics = new Diagnostics();
        long skipped = LocustTable.read(source, diagnostics, work, row -> take(row, table, stretches));
        if (table.samples() == 0 && skipped > 0) {
            throw new UnreadableFile("no row has a time and a number of users", "line 2", "");
        }
        if (table.samples() == 0) {
            diagnostics.note("there is no row in it");
            return ReadResult.of(format(), List.of(), diagnostics, 0);
        }
        List<Dataset> found = new ArrayList<>();
        found.add(table.metrics(source, format(), skipped, List.of("rates and percentiles are those of about the ten seconds before"),
                List.of("Locust rounds response times to two digits before it takes percentiles")));
        found.addAll(stretches.points(source, format()));
        return ReadResult.of(format(), found, diagnostics, skipped);
    }

    private static boolean take(LocustTable row, SeriesTable table, Stretches stretches) {
        double seconds = row.number("timestamp");
        if (!(seconds >= 0 && seconds < 9e9)) {
            return false;
        }
        long time = Math.round(seconds) * SECOND;
        boolean all = LocustTable.all(row.label());
        Map<String, String> labels = all ? Map.of() : Map.of("request", row.label());
        if (all) {
            double users = row.number("user count");
            put(table, "users", labels, Metrics.Kind.GAUGE, Unit.COUNT, time, users);
            stretches.add(time, users, row.number("total request count"));
        }
        put(table, "requests per second", labels, Metrics.Kind.GAUGE, Unit.PER_SECOND, time, row.number("requests/s"));
        put(table, "failures per second", labels, Metrics.Kind.GAUGE, Unit.PER_SECOND, time, row.number("failures/s"));
        for (LocustTable.Percentile each : row.percentiles()) {
            put(table, "p" + each.name().substring(0, each.name().length() - 1), labels, Metrics.Kind.GAUGE, Unit.DURATION, time, row.nanos(each.name()));
        }
        put(table, "requests", labels, Metrics.Kind.COUNTER, Unit.COUNT, time, row.number("total request count"));
        put(table, "failures", labels, Metrics.Kind.COUNTER, Unit.COUNT, time, row.number("total failure count"));
        return true;
    }

    private static void put(SeriesTable table, String name, Map<String, String> labels, Metrics.Kind kind, Unit unit, long time, double value) {
        if (!Double.isNaN(value)) {
            table.add(name, labels, kind, unit, time, value);
        }
    }
}
