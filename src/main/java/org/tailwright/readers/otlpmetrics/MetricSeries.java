package org.tailwright.readers.otlpmetrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.tailwright.data.Dataset;
import org.tailwright.data.Metrics;
import org.tailwright.data.Unit;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.series.SeriesRows;
import org.tailwright.readers.series.SeriesTable;
import org.tailwright.readers.series.SeriesUnits;
import org.tailwright.readers.text.Units;

/// Turns metrics into series. What a histogram holds beside its buckets becomes `name.count`, `name.sum`, `name.min` and `name.max`; buckets of
/// durations go to [DurationBuckets], other buckets become `name.bucket` with the label `le`, counted up to the edge.
final class MetricSeries {
    /// Marks a label that comes from the resource or scope, until [#labels] decides whether it tells anything apart.
    private static final char OUTER = '\u0001';
    private static final String SERVICE = OUTER + "service.name";
    private static final String SCOPE = OUTER + "otel.scope.name";
    private static final int MOST_LABELS = 10_000;

    private final SeriesTable table = new SeriesTable();
    private final DurationBuckets buckets = new DurationBuckets();
    private final Diagnostics diagnostics = new Diagnostics();
    private final OptionalDouble told;
    private final Map<SeriesRows, Long> starts = new IdentityHashMap<>();
    private final Map<String, Set<String>> outer = new HashMap<>();
    private final Map<String, Long> having = new HashMap<>();
    private final Set<String> deltas = new HashSet<>();
    private long resources;
    private long scopes;
    private long resets;
    private long skipped;
    private long late;

    /// @param options may tell the unit of durations whose unit the file does not tell
    MetricSeries(ReadOptions options) {
        OptionalLong unit = Units.nanos(options.units().getOrDefault("duration", options.units().getOrDefault("value", "")));
        told = unit.isPresent() ? OptionalDouble.of(unit.getAsLong()) : OptionalDouble.empty();
    }

    /// A resource was read.
    ///
    /// @param after whether its metrics came before it
    void resource(Map<String, String> attributes, boolean after) {
        resources++;
        late += after && !attributes.isEmpty() ? 1 : 0;
        if (outer.size() < MOST_LABELS) {
            attributes.forEach((key, value) -> note(OUTER + key, value));
        }
    }

    /// Two different values are enough to know that a label tells series apart.
    private void note(String key, String value) {
        having.merge(key, 1L, Long::sum);
        Set<String> values = outer.computeIfAbsent(key, _ -> new HashSet<>());
        if (values.size() < 2) {
            values.add(value);
        }
    }

    void add(MetricDraft metric, Map<String, String> resource, Map<String, String> scope) {
        if (metric.name.isEmpty() || metric.form == MetricDraft.Form.NONE) {
            skip("a metric without a name or data");
            return;
        }
        scopes++;
        scope.forEach((key, value) -> note(OUTER + key, value));
        for (PointDraft point : metric.points) {
            Map<String, String> labels = new HashMap<>(point.labels);
            resource.forEach((key, value) -> labels.put(OUTER + key, value));
            scope.forEach((key, value) -> labels.put(OUTER + key, value));
            point(metric, point, labels);
        }
    }

    private void point(MetricDraft metric, PointDraft point, Map<String, String> labels) {
        long time = point.time == 0 ? SeriesRows.TIMELESS : point.time;
        Unit unit = unit(metric);
        switch (metric.form) {
            case GAUGE, SUM -> {
                double value = point.empty() ? Double.NaN : point.value;
                sample(metric.name, labels, kind(metric), unit, time, value, point.start);
            }
            case HISTOGRAM -> {
                around(metric, point, labels, unit, time);
                explicit(metric, point, labels, time);
            }
            case EXPONENTIAL -> {
                around(metric, point, labels, unit, time);
                nanos(metric).ifPresentOrElse(nanos -> buckets.exponential(metric, point, labels, nanos), () -> notDurations(metric));
            }
            case SUMMARY -> {
                // CloudWatch's metric streams tell each minute by itself.
                metric.temporality = metric.name.startsWith("amazonaws.com/") ? MetricDraft.Temporality.DELTA : MetricDraft.Temporality.CUMULATIVE;
                around(metric, point, labels, unit, time);
                point.quantiles.forEach((quantile, value) -> {
                    Map<String, String> own = new HashMap<>(labels);
                    own.put("quantile", quantile.toString());
                    sample(metric.name, own, Metrics.Kind.GAUGE, unit, time, value, 0);
                });
            }
            case NONE -> { }
        }
    }

    private static Metrics.Kind kind(MetricDraft metric) {
        if (metric.form == MetricDraft.Form.GAUGE) {
            return Metrics.Kind.GAUGE;
        }
        return switch (metric.temporality) {
            case DELTA -> Metrics.Kind.INCREMENT;
            case CUMULATIVE -> metric.monotonic ? Metrics.Kind.COUNTER : Metrics.Kind.GAUGE;
            case UNSPECIFIED -> Metrics.Kind.UNKNOWN;
        };
    }

    private static Unit unit(MetricDraft metric) {
        boolean share = metric.unit.equals("1") && (metric.name.contains("utilization") || metric.name.endsWith("ratio"));
        return share ? Unit.RATIO : metric.unit.isEmpty() ? SeriesUnits.named(metric.name) : SeriesUnits.of(metric.unit);
    }

    private OptionalDouble nanos(MetricDraft metric) {
        OptionalDouble known = SeriesUnits.nanos(unit(metric));
        return known.isEmpty() && metric.unit.isEmpty() ? told : known;
    }

    private void sample(String name, Map<String, String> labels, Metrics.Kind kind, Unit unit, long time, double value, long start) {
        SeriesRows rows = table.series(name, labels, kind, unit);
        if (rows == null) {
            return;
        }
        rows.add(time, value);
        if (kind == Metrics.Kind.COUNTER && start > 0) {
            Long before = starts.put(rows, start);
            resets += before != null && before != start ? 1 : 0;
        }
        if (kind == Metrics.Kind.INCREMENT && deltas.size() < 2) {
            deltas.add(name);
        }
    }

    /// Count, sum and extremes.
    private void around(MetricDraft metric, PointDraft point, Map<String, String> labels, Unit unit, long time) {
        metric.monotonic = true;
        Metrics.Kind kind = kind(metric);
        boolean none = point.empty();
        if (point.counted) {
            sample(metric.name + ".count", labels, kind, Unit.COUNT, time, none ? Double.NaN : point.count, point.start);
        }
        if (!Double.isNaN(point.sum)) {
            sample(metric.name + ".sum", labels, kind, unit, time, none ? Double.NaN : point.sum, point.start);
        }
        if (!Double.isNaN(point.min)) {
            sample(metric.name + ".min", labels, Metrics.Kind.GAUGE, unit, time, point.min, 0);
        }
        if (!Double.isNaN(point.max)) {
            sample(metric.name + ".max", labels, Metrics.Kind.GAUGE, unit, time, point.max, 0);
        }
    }

    private void explicit(MetricDraft metric, PointDraft point, Map<String, String> labels, long time) {
        double[] edges = point.edges();
        long[] counts = point.buckets();
        if (counts.length == 0) {
            return;
        }
        boolean odd = counts.length != edges.length + 1 || Arrays.stream(counts).anyMatch(each -> each < 0) || !ascending(edges);
        if (odd) {
            skip(metric.name + ": " + counts.length + " bucket counts do not fit " + edges.length + " edges; the buckets are left out");
            return;
        }
        OptionalDouble nanos = nanos(metric);
        if (nanos.isPresent()) {
            buckets.explicit(metric, point, labels, nanos.getAsDouble());
            return;
        }
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += counts[i];
            Map<String, String> own = new HashMap<>(labels);
            own.put("le", i < edges.length ? Double.toString(edges[i]) : "+Inf");
            sample(metric.name + ".bucket", own, kind(metric), Unit.COUNT, time, sum, 0);
        }
    }

    private static boolean ascending(double[] edges) {
        for (int i = 0; i < edges.length; i++) {
            if (!Double.isFinite(edges[i]) || i > 0 && edges[i] <= edges[i - 1]) {
                return false;
            }
        }
        return true;
    }

    private void notDurations(MetricDraft metric) {
        if (deltas.add('\u0002' + metric.name)) {
            diagnostics.note("the buckets of " + metric.name + " are no durations and are left out; count and sum are kept");
        }
    }

    /// Counts something that could not be read.
    void skip(String why) {
        skipped++;
        diagnostics.add(new Diagnostic(Diagnostic.Severity.WARNING, 0, -1, why));
    }

    /// Labels as people see them: a resource's attribute that is the same for all resources tells nothing apart and goes, but for the service.
    Map<String, String> labels(Map<String, String> raw) {
        Map<String, String> plain = new HashMap<>();
        raw.forEach((key, value) -> {
            if (key.charAt(0) != OUTER) {
                plain.put(key, value);
            }
        });
        raw.forEach((key, value) -> {
            if (key.charAt(0) == OUTER && (key.equals(SERVICE) || tells(key))) {
                String name = key.substring(1);
                plain.put(plain.containsKey(name) ? "resource." + name : name, value);
            }
        });
        return plain;
    }

    /// Whether values differ, or some have none.
    private boolean tells(String key) {
        long all = key.equals(SCOPE) ? scopes : resources;
        return outer.getOrDefault(key, Set.of()).size() > 1 || having.getOrDefault(key, 0L) < all;
    }

    SeriesTable table() {
        return table;
    }

    Diagnostics diagnostics() {
        return diagnostics;
    }

    /// All that was read.
    ///
    /// @param due what a file of the format holds
    /// @throws UnreadableFile when there were problems and nothing else
    ReadResult result(Source source, String format, String due) throws UnreadableFile {
        if (table.samples() == 0 && diagnostics.count() > 0) {
            throw new UnreadableFile("no metric could be read: " + diagnostics.first().getFirst().message(), "", due);
        }
        if (table.samples() == 0) {
            diagnostics.note("the file holds no data points");
            return ReadResult.of(format, List.of(), diagnostics, skipped);
        }
        Metrics raw = table.metrics(source, format, skipped, assumed(), doubts());
        List<Dataset> all = new ArrayList<>();
        all.add(new Metrics(raw.origin(), raw.series().stream().map(each ->
                new Metrics.Series(each.name(), labels(each.labels()), each.kind(), each.times(), each.values())).toList()));
        all.addAll(buckets.build(source, format, this::labels));
        return ReadResult.of(format, all, diagnostics, skipped);
    }

    private List<String> assumed() {
        return deltas.stream().anyMatch(each -> each.charAt(0) != '\u0002') ? List.of("the time of an increment is the end of its interval") : List.of();
    }

    private List<String> doubts() {
        List<String> doubts = new ArrayList<>();
        if (resets > 0) {
            doubts.add("counters began anew " + resets + (resets == 1 ? " time" : " times"));
        }
        if (late > 0) {
            doubts.add(late + " resources stand behind their metrics and label none of them");
        }
        return doubts;
    }
}
