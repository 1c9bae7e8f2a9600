package org.tailwright.readers.k6;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.tailwright.data.Dataset;
import org.tailwright.data.LoadPoints;
import org.tailwright.data.Metrics;
import org.tailwright.data.Unit;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.Source;
import org.tailwright.readers.percentiles.KnownPercentiles;
import org.tailwright.readers.percentiles.PrintedRuns;
import org.tailwright.readers.series.SeriesRows;
import org.tailwright.readers.series.SeriesTable;

/// Makes data sets of the metrics of a summary: distributions of which only percentiles are known, and counts without times.
final class SummaryData {
    private static final String DURATION = "http_req_duration";
    private static final String REQUESTS = "http_reqs";
    private static final double MOST = 1e15;

    private final SequencedMap<String, SummaryMetric> metrics;
    private final double runMillis;

    /// @param runMillis length of the test, NaN where the summary does not say it
    SummaryData(SequencedMap<String, SummaryMetric> metrics, double runMillis) {
        this.metrics = metrics;
        this.runMillis = runMillis;
    }

    List<Dataset> datasets(Source source, String format, Diagnostics diagnostics) {
        List<SummaryMetric> ordered = new ArrayList<>(metrics.values());
        ordered.sort(Comparator.comparingInt(each -> rank(each.name())));
        PrintedRuns runs = new PrintedRuns();
        runs.overlapping();
        List<String> untimed = new ArrayList<>();
        for (SummaryMetric each : ordered) {
            if (each.timed()) {
                runs.add(Optional.empty(), each.name(), known(each));
            } else if (each.trend()) {
                untimed.add(each.name());
            }
        }
        tell(runs, ordered);
        if (!untimed.isEmpty()) {
            diagnostics.note("distributions that are no times are left out: " + String.join(", ", untimed.subList(0, Math.min(5, untimed.size()))));
        }
        List<Dataset> found = new ArrayList<>(runs.datasets(source, format, LoadPoints.Axis.USERS, 0));
        SeriesTable counts = counts(ordered);
        if (counts.samples() > 0) {
            Metrics whole = counts.metrics(source, format, 0, List.of(), List.of("counts of the whole test, without times"));
            found.add(new Metrics(whole.origin().named(source.name() + " counts"), whole.series()));
        }
        return found;
    }

    /// Durations of requests come first, then what is narrowed down, iterations, others, and the parts of requests.
    private static int rank(String name) {
        String base = name.indexOf('{') < 0 ? name : name.substring(0, name.indexOf('{'));
        return switch (base) {
            case DURATION -> name.equals(base) ? 0 : 1;
            case "grpc_req_duration", "browser_http_req_duration" -> 2;
            case "iteration_duration" -> 3;
            case "group_duration" -> 4;
            default -> name.startsWith("http_req_") ? 6 : 5;
        };
    }

    private KnownPercentiles known(SummaryMetric trend) {
        long count = count(trend);
        SummaryMetric failed = metrics.get("http_req_failed");
        KnownPercentiles known = trend.percentiles(count);
        return failed == null || count < 0 || !trend.name().equals(DURATION) || Double.isNaN(failed.share()) ? known
                : known.failed(failed.hits() > 0 ? Math.round(failed.hits()) : Math.round(failed.share() * count), 0);
    }

    private void tell(PrintedRuns runs, List<SummaryMetric> ordered) {
        SummaryMetric failed = metrics.get("http_req_failed");
        if (failed != null && failed.share() > 0) {
            String number = failed.hits() > 0 ? Math.round(failed.hits()) + " requests, " : "";
            runs.doubt(String.format(Locale.ROOT, "%s%.3g %% of all, failed (http_req_failed); their durations are among the others", number, 100 * failed.share()));
        }
        double dropped = value("dropped_iterations");
        if (dropped > 0) {
            runs.doubt("k6 dropped " + Math.round(dropped) + " iterations, because no virtual user was free: the intended load was not reached");
        }
        if (runMillis > 0) {
            runs.assume(String.format(Locale.ROOT, "the test ran for %.1f s; the file does not say when", runMillis / 1000));
        }
        if (ordered.stream().anyMatch(each -> each.timed() && each.contains().isEmpty())) {
            runs.assume("trends are milliseconds: this form does not say which hold times");
        }
    }

    private double value(String counter) {
        SummaryMetric metric = metrics.get(counter);
        return metric == null ? Double.NaN : metric.value("count");
    }

    /// Every request has each of the http_req_ times; of other trends the count is not in the file, unless the trend itself tells it.
    private long count(SummaryMetric trend) {
        String name = trend.name();
        double own = trend.value("count");
        double count = !Double.isNaN(own) ? own : name.equals("iteration_duration") ? value("iterations")
                : name.startsWith("http_req_") && name.indexOf('{') < 0 ? value(REQUESTS) : Double.NaN;
        return count >= 0 && count < MOST ? Math.round(count) : -1;
    }

    private static SeriesTable counts(List<SummaryMetric> ordered) {
        SeriesTable table = new SeriesTable();
        for (SummaryMetric each : ordered) {
            if (each.counter()) {
                put(table, each.name(), Metrics.Kind.COUNTER, each.name().startsWith("data_") ? Unit.BYTES : Unit.COUNT, each.value("count"));
            } else if (each.rate()) {
                put(table, each.name(), Metrics.Kind.GAUGE, Unit.RATIO, each.share());
            } else if (!each.trend()) {
                put(table, each.name(), Metrics.Kind.GAUGE, Unit.NONE, each.value("value"));
            }
        }
        return table;
    }

    private static void put(SeriesTable table, String name, Metrics.Kind kind, Unit unit, double value) {
        if (!Double.isNaN(value)) {
            table.add(name, Map.of(), kind, unit, SeriesRows.TIMELESS, value);
        }
    }
}
