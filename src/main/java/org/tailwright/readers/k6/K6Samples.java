package org.tailwright.readers.k6;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tailwright.data.Dataset;
import org.tailwright.data.Meaning;
import org.tailwright.data.Metrics;
import org.tailwright.data.Origin;
import org.tailwright.data.Requests;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Source;
import org.tailwright.readers.calls.CallRows;
import org.tailwright.readers.series.SeriesTable;

/// Turns k6's samples, one value of one metric each, into requests, iterations and series.
///
/// `http_req_duration` (and its like of gRPC) makes a row: sending, waiting and receiving, without connecting. Its time is when the answer was
/// complete, so the start lies a duration before it. The parts of the same request follow in the file and fill further columns. Everything
/// that is no part of a request is kept as a series.
final class K6Samples {
    /// One sample.
    ///
    /// @param nanos time since the epoch
    record Sample(String metric, long nanos, double value, Map<String, String> tags) {
        String tag(String name) {
            return tags.getOrDefault(name, "");
        }
    }

    private static final double MILLI = 1e6;
    private static final double LONGEST = 9e18;
    private static final Set<String> CALLS = Set.of("http_req_duration", "grpc_req_duration");
    private static final Map<String, String> PARTS = Map.of("http_req_blocked", "blocked", "http_req_connecting", "connecting",
            "http_req_tls_handshaking", "tls handshaking", "http_req_sending", "sending", "http_req_waiting", "waiting", "http_req_receiving", "receiving");
    private static final Set<String> COUNTED = Set.of("http_reqs", "iterations", "data_sent", "data_received", "ws_msgs_sent", "ws_msgs_received", "ws_sessions");
    private static final List<String> COLUMNS = List.of("scenario", "group", "error", "error_code", "proto", "url", "service", "vu");

    private final CallRows calls = new CallRows();
    private final CallRows iterations = new CallRows();
    private final SeriesTable series = new SeriesTable();
    private final Map<String, Metrics.Kind> kinds = new HashMap<>();
    private long lastTime;
    private String lastName = "";
    private double dropped;
    private boolean whole = true;

    /// Notes what kind of numbers a metric holds, as the file says it.
    void declare(String metric, String type) {
        kinds.put(metric, type.equals("counter") ? Metrics.Kind.INCREMENT : Metrics.Kind.GAUGE);
    }

    /// Takes in a sample.
    ///
    /// @return whether it makes sense
    boolean add(Sample sample) {
        whole &= sample.nanos() % 1_000_000_000 == 0;
        if (CALLS.contains(sample.metric())) {
            return call(sample);
        }
        if (sample.metric().equals("iteration_duration")) {
            return timed(iterations, sample, sample.tag("scenario").isEmpty() ? "iteration" : sample.tag("scenario"));
        }
        String part = PARTS.get(sample.metric());
        if (part != null) {
            if (calls.size() > 0 && sample.nanos() == lastTime && name(sample).equals(lastName) && sensible(sample.value() * MILLI)) {
                calls.number(part, Unit.DURATION, Math.round(sample.value() * MILLI));
            }
            return true;
        }
        if (sample.metric().equals("http_req_failed")) {
            if (calls.size() > 0 && sample.nanos() == lastTime && name(sample).equals(lastName)) {
                calls.failed(sample.value() != 0);
            }
            return true;
        }
        dropped += sample.metric().equals("dropped_iterations") ? sample.value() : 0;
        if (!sample.metric().equals("http_reqs")) {
            other(sample);
        }
        return true;
    }

    private boolean call(Sample sample) {
        if (!timed(calls, sample, name(sample))) {
            return false;
        }
        lastTime = sample.nanos();
        lastName = name(sample);
        String status = sample.tag("status");
        calls.text(Requests.STATUS, status);
        boolean wrong = status.isEmpty() || status.equals("0") || status.length() == 3 && status.charAt(0) >= '4';
        String expected = sample.tag("expected_response");
        calls.failed(expected.isEmpty() ? wrong || !sample.tag("error").isEmpty() : expected.equals("false") || !sample.tag("error").isEmpty());
        COLUMNS.forEach(each -> calls.text(each, sample.tag(each)));
        return true;
    }

    private static String name(Sample sample) {
        String name = sample.tag("name").isEmpty() ? sample.tag("url") : sample.tag("name");
        return sample.tag("method").isEmpty() ? name : sample.tag("method") + " " + name;
    }

    private static boolean timed(CallRows rows, Sample sample, String label) {
        double nanos = sample.value() * MILLI;
        if (!sensible(nanos)) {
            return false;
        }
        rows.begin(sample.nanos() - Math.round(nanos), Math.round(nanos)).text(Requests.LABEL, label);
        return true;
    }

    private static boolean sensible(double nanos) {
        return nanos >= 0 && nanos < LONGEST / 4;
    }

    private void other(Sample sample) {
        Metrics.Kind kind = kinds.getOrDefault(sample.metric(), COUNTED.contains(sample.metric()) || sample.metric().equals("dropped_iterations")
                ? Metrics.Kind.INCREMENT : Metrics.Kind.GAUGE);
        Map<String, String> labels = new HashMap<>();
        for (String each : List.of("scenario", "check", "group")) {
            if (!sample.tag(each).isEmpty()) {
                labels.put(each, sample.tag(each));
            }
        }
        Unit unit = sample.metric().startsWith("data_") ? Unit.BYTES : kind == Metrics.Kind.INCREMENT ? Unit.COUNT : Unit.NONE;
        series.add(sample.metric(), labels, kind, unit, sample.nanos(), sample.value());
    }

    ReadResult result(Source source, String format, Diagnostics diagnostics, long skipped) {
        List<String> doubts = new ArrayList<>();
        if (dropped > 0) {
            doubts.add("k6 dropped " + Math.round(dropped) + " iterations that it could not start in time: the offered load was not reached");
        }
        if (whole && calls.size() > 0) {
            doubts.add("times are whole seconds: nothing shorter can be seen over time");
        }
        List<Dataset> found = new ArrayList<>();
        add(found, calls, source.name(), source, format, skipped, doubts);
        add(found, iterations, source.name() + " iterations", source, format, 0, List.of("iterations contain requests and are not to be added to them"));
        if (series.samples() > 0) {
            Metrics metrics = series.metrics(source, format, 0, List.of(), List.of());
            found.add(found.isEmpty() ? metrics : new Metrics(metrics.origin().named(source.name() + " metrics"), metrics.series()));
        }
        if (found.isEmpty()) {
            diagnostics.note("there is no sample in it");
        }
        return ReadResult.of(format, found, diagnostics, skipped);
    }

    private static void add(List<Dataset> found, CallRows rows, String name, Source source, String format, long skipped, List<String> doubts) {
        if (rows.size() > 0) {
            Meaning meaning = Meaning.of(Meaning.Duration.SERVICE_TIME, Meaning.Stamp.END, 0);
            found.add(rows.build(new Origin(name, source.path(), format, new Trust(rows.size(), skipped, List.of(), doubts)), meaning));
        }
    }
}
