package org.tailwright.readers.k6;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tailwright.data.Dataset;
import org.tailwright.data.Metrics;
import org.tailwright.data.Origin;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Source;
import org.tailwright.readers.series.SeriesTable;

/// Turns k6's samples, one value of one metric each, into requests, iterations and series.
///
/// `http_req_duration` makes a row, and so does every other [Timing]. What else k6 tells of a request follows in the file and fills further
/// columns. Everything that is no part of a request is kept as a series.
final class K6Samples {
    private static final String PARTS = "http_req_";
    private static final long SECOND = 1_000_000_000L;
    private static final List<String> LABELS = List.of("scenario", "check", "group");

    private static final Map<String, Timing> TIMINGS = timings();

    private final Map<Timing, TimedRows> timed = new EnumMap<>(Timing.class);
    private final UserCounts users = new UserCounts();
    private final SeriesTable series = new SeriesTable();
    private final Map<String, MetricKind> declared = new HashMap<>();
    private double requests;
    private double iterations;
    private double dropped;
    private boolean whole = true;

    K6Samples() {
        for (Timing each : Timing.values()) {
            timed.put(each, new TimedRows(each));
        }
    }

    private static Map<String, Timing> timings() {
        Map<String, Timing> timings = new HashMap<>();
        for (Timing each : Timing.values()) {
            timings.put(each.metric(), each);
        }
        return Map.copyOf(timings);
    }

    /// Notes what numbers a metric holds, as the file says it.
    void declare(String metric, String type, String contains) {
        if (declared.size() < SeriesTable.MOST) {
            declared.put(metric, MetricKind.of(type, contains));
        }
    }

    /// Takes in a sample.
    ///
    /// @param nanos since the epoch
    /// @return whether it makes sense
    boolean add(String metric, long nanos, double value, Tags tags) {
        if (metric.isEmpty() || nanos < 0 || !Double.isFinite(value)) {
            return false;
        }
        whole &= nanos % SECOND == 0;
        Timing timing = TIMINGS.get(metric);
        if (timing != null) {
            return rows(timing).add(nanos, value, tags);
        }
        if (metric.equals("http_req_failed")) {
            rows(Timing.HTTP).failed(nanos, value != 0, tags);
        } else if (metric.equals("http_reqs")) {
            requests += value;
        } else if (metric.startsWith(PARTS)) {
            rows(Timing.HTTP).part(metric.substring(PARTS.length()), nanos, value, tags);
        } else {
            other(metric, nanos, value, tags);
        }
        return true;
    }

    private TimedRows rows(Timing timing) {
        TimedRows rows = timed.get(timing);
        if (rows == null) {
            throw new IllegalStateException(timing.metric());
        }
        return rows;
    }

    private void other(String metric, long nanos, double value, Tags tags) {
        switch (metric) {
            case "vus" -> users.add(nanos, value);
            case "iterations" -> iterations += value;
            case "dropped_iterations" -> dropped += value;
            default -> { }
        }
        Map<String, String> labels = new HashMap<>();
        for (String each : LABELS) {
            String text = each.equals("group") ? Timing.path(tags.get(each)) : tags.get(each);
            if (!text.isEmpty()) {
                labels.put(each, text);
            }
        }
        MetricKind kind = declared.getOrDefault(metric, MetricKind.builtIn(metric));
        series.add(metric, labels, kind.kind(), kind.unit(metric), nanos, value);
    }

    ReadResult result(Source source, String format, Diagnostics diagnostics, long skipped) {
        List<Dataset> found = new ArrayList<>();
        for (Timing each : Timing.values()) {
            TimedRows rows = rows(each);
            if (rows.size() > 0) {
                Trust trust = new Trust(rows.size(), skipped, assumed(rows), doubts(each, rows.size()));
                found.add(rows.build(new Origin(source.name() + each.part(), source.path(), format, trust), users));
            }
        }
        if (series.samples() > 0) {
            Metrics metrics = series.metrics(source, format, skipped, List.of(), found.isEmpty() ? dropped() : List.of());
            found.add(new Metrics(metrics.origin().named(source.name() + " metrics"), metrics.series()));
        }
        if (found.isEmpty()) {
            diagnostics.note("there is no sample in it");
        }
        return ReadResult.of(format, found, diagnostics, skipped);
    }

    private List<String> assumed(TimedRows rows) {
        List<String> assumed = new ArrayList<>();
        if (rows.guessed()) {
            assumed.add("where no tag expected_response says it, a status of 0 or of at least 400 is a failure");
        }
        if (users.told()) {
            assumed.add("active threads is the number of virtual users (vus), which k6 tells once a second");
        }
        return assumed;
    }

    private List<String> doubts(Timing timing, int rows) {
        List<String> doubts = new ArrayList<>(dropped());
        if (whole) {
            doubts.add("times are whole seconds: starts and ends are true to a second (K6_CSV_TIME_FORMAT=unix_milli writes finer ones)");
        }
        if (timing == Timing.HTTP && requests > 0 && Math.round(requests) != rows) {
            doubts.add("http_reqs counts " + Math.round(requests) + " requests, http_req_duration has " + rows);
        }
        return doubts;
    }

    private List<String> dropped() {
        if (!(dropped > 0)) {
            return List.of();
        }
        String all = iterations > 0 ? " of " + Math.round(dropped + iterations) : "";
        return List.of("k6 dropped " + Math.round(dropped) + all + " iterations, because no virtual user was free: the intended load was not reached");
    }
}
