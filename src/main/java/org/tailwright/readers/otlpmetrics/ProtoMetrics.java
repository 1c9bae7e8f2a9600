package org.tailwright.readers.otlpmetrics;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.tailwright.readers.protobuf.Framing;
import org.tailwright.readers.protobuf.ProtoValues;
import org.tailwright.readers.protobuf.Wire;
import org.tailwright.work.Work;

/// Reads MetricsData: field 1 ResourceMetrics, with 1 Resource and 2 ScopeMetrics, with 2 Metric (opentelemetry/proto/metrics/v1/metrics.proto), and
/// the forms of version 0.7, which told whole numbers from others. What is damaged is left at the end of the message around it.
final class ProtoMetrics implements Framing.Content {
    /// Where the scopes of the year 2021 stand.
    private static final int OLD_SCOPES = 1000;

    private final Wire wire;
    private final MetricSeries series;
    private final ProtoValues values;
    private final ProtoPoints points;
    private final Work work;
    private Map<String, String> resource = Map.of();
    private Map<String, String> scope = Map.of();

    ProtoMetrics(Wire wire, MetricSeries series, Work work) {
        this.wire = wire;
        this.series = series;
        this.work = work;
        values = new ProtoValues(wire);
        points = new ProtoPoints(wire);
    }

    @Override
    public void passed() {
        // each metric is handed on by itself
    }

    @Override
    public void lost(String what) {
        series.skip(what);
    }

    @Override
    public boolean found() {
        return points.found();
    }

    @Override
    public void message(long end) throws IOException, Wire.Malformed {
        while (wire.position() < end && !wire.atEnd()) {
            if (wire.field(end) == 1) {
                resourceMetrics(wire.ending(end));
            } else {
                wire.skip(end);
            }
        }
    }

    private void resourceMetrics(long end) throws IOException, Wire.Malformed {
        resource = Map.of();
        boolean seen = false;
        while (wire.position() < end) {
            switch (wire.field(end)) {
                case 1 -> {
                    resource = resource(wire.ending(end));
                    series.resource(resource, seen);
                }
                case 2, OLD_SCOPES -> {
                    seen = true;
                    scopeMetrics(wire.ending(end));
                }
                default -> wire.skip(end);
            }
        }
    }

    private Map<String, String> resource(long end) throws IOException, Wire.Malformed {
        Map<String, String> found = new HashMap<>();
        while (wire.position() < end) {
            if (wire.field(end) == 1) {
                values.attribute(wire.ending(end), found::put);
            } else {
                wire.skip(end);
            }
        }
        return found;
    }

    private void scopeMetrics(long end) throws IOException, Wire.Malformed {
        scope = Map.of();
        while (wire.position() < end) {
            switch (wire.field(end)) {
                case 1 -> scope(wire.ending(end));
                case 2 -> kept(wire.ending(end));
                default -> wire.skip(end);
            }
        }
    }

    private void scope(long end) throws IOException, Wire.Malformed {
        while (wire.position() < end) {
            if (wire.field(end) == 1) {
                scope = Map.of("otel.scope.name", wire.text(wire.ending(end)));
            } else {
                wire.skip(end);
            }
        }
    }

    /// A metric; one that turns out to be damaged costs itself and not those behind it.
    private void kept(long end) throws IOException, Wire.Malformed {
        work.check();
        MetricDraft draft = new MetricDraft();
        try {
            metric(draft, end);
        } catch (Wire.Malformed e) {
            if (e.cut()) {
                throw e;
            }
            lost("a metric is damaged: " + e.getMessage());
            wire.skipTo(end);
        }
        if (!draft.points.isEmpty()) {
            series.add(draft, resource, scope);
        }
    }

    private void metric(MetricDraft draft, long end) throws IOException, Wire.Malformed {
        while (wire.position() < end) {
            int field = wire.field(end);
            switch (field) {
                case 1 -> draft.name = wire.text(wire.ending(end));
                case 3 -> draft.unit = wire.text(wire.ending(end));
                case 4, 5 -> data(draft, MetricDraft.Form.GAUGE, field == 4, end);
                case 6, 7 -> data(draft, MetricDraft.Form.SUM, field == 6, end);
                case 8, 9 -> data(draft, MetricDraft.Form.HISTOGRAM, field == 8, end);
                case 10 -> data(draft, MetricDraft.Form.EXPONENTIAL, false, end);
                case 11 -> data(draft, MetricDraft.Form.SUMMARY, false, end);
                default -> wire.skip(end);
            }
        }
    }

    /// @param whole whether the values are whole numbers, as old versions told by the field
    private void data(MetricDraft draft, MetricDraft.Form form, boolean whole, long outer) throws IOException, Wire.Malformed {
        draft.form = form;
        long end = wire.ending(outer);
        while (wire.position() < end) {
            switch (wire.field(end)) {
                case 1 -> points.read(draft, whole, wire.ending(end));
                case 2 -> draft.temporality(Long.toString(wire.number(end)));
                case 3 -> draft.monotonic = wire.number(end) != 0;
                default -> wire.skip(end);
            }
        }
    }
}
