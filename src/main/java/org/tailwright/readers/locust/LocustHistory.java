package org.tailwright.readers.locust;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tailwright.data.Dataset;
import org.tailwright.data.LoadPoints;
import org.tailwright.data.Metrics;
import org.tailwright.data.Unit;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.percentiles.PrintedRuns;
import org.tailwright.readers.series.SeriesTable;
import org.tailwright.work.Work;

/// `…_stats_history.csv`: once a second the users, the rates of the last seconds, percentiles of about the last ten seconds, and totals since
/// the start. Stretches with one number of users become load points.
public final class LocustHistory implements Reader {
    private static final double MILLI = 1e6;
    private static final long SECOND = 1_000_000_000L;
    private static final int LEAST = 5;

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
        found.add(table.metrics(source, format(), skipped, List.of(), List.of("percentiles are those of about the last ten seconds, rounded to two digits")));
        PrintedRuns points = stretches.points();
        found.addAll(points.datasets(source, format(), LoadPoints.Axis.USERS, 0));
        return ReadResult.of(format(), found, diagnostics, skipped);
    }

    private static boolean take(NamedCsvRecord row, SeriesTable table, Stretches stretches) {
        double seconds = LocustTable.number(row, "Timestamp");
        if (!(seconds >= 0 && seconds < 9e9)) {
            return false;
        }
        long time = Math.round(seconds) * SECOND;
        String label = LocustTable.label(row);
        boolean all = label.equals("Aggregated");
        Map<String, String> labels = all ? Map.of() : Map.of("request", label);
        double users = LocustTable.number(row, "User Count");
        double rate = LocustTable.number(row, "Requests/s");
        if (all) {
            put(table, "users", labels, Metrics.Kind.GAUGE, Unit.COUNT, time, users);
            stretches.add(users, rate);
        }
        put(table, "requests per second", labels, Metrics.Kind.GAUGE, Unit.PER_SECOND, time, rate);
        put(table, "failures per second", labels, Metrics.Kind.GAUGE, Unit.PER_SECOND, time, LocustTable.number(row, "Failures/s"));
        for (String column : row.getHeader()) {
            if (column.matches("[0-9.]{1,12}%")) {
                put(table, "p" + column.substring(0, column.length() - 1), labels, Metrics.Kind.GAUGE, Unit.DURATION, time, LocustTable.number(row, column) * MILLI);
            }
        }
        put(table, "requests", labels, Metrics.Kind.COUNTER, Unit.COUNT, time, LocustTable.number(row, "Total Request Count"));
        put(table, "failures", labels, Metrics.Kind.COUNTER, Unit.COUNT, time, LocustTable.number(row, "Total Failure Count"));
        return true;
    }

    private static void put(SeriesTable table, String name, Map<String, String> labels, Metrics.Kind kind, Unit unit, long time, double value) {
        if (!Double.isNaN(value)) {
            table.add(name, labels, kind, unit, time, value);
        }
    }

    /// Means of the throughput over stretches of one number of users; shorter ones are still on their way to another.
    private static final class Stretches {
        private final PrintedRuns runs = new PrintedRuns();
        private double users = Double.NaN;
        private double sum;
        private int rows;

        void add(double now, double rate) {
            if (now != users) {
                close();
                users = now;
            }
            if (!Double.isNaN(rate)) {
                sum += rate;
                rows++;
            }
        }

        private void close() {
            if (rows >= LEAST && users > 0) {
                runs.point(users, sum / rows, Double.NaN);
            }
            sum = 0;
            rows = 0;
        }

        PrintedRuns points() {
            close();
            return runs;
        }
    }
}
