package org.tailwright.readers.otlpmetrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Histograms;
import org.tailwright.data.TimeSpan;
import org.tailwright.readers.Source;
import org.tailwright.readers.series.EdgeHistograms;

/// Buckets of durations over time. Counts since a start become differences between points; a point after a new start stands for itself.
final class DurationBuckets {
    private record Family(String name, double nanos) {}

    private record Member(Family family, Map<String, String> labels) {}

    private record Pending(Member member, Optional<TimeSpan> span, double[] edges, long[] counts, double max) {}

    /// The point before, of counts since a start.
    private record Before(long start, long time, double[] edges, long[] counts, @Nullable Exponential exponential) {}

    private final Map<Member, Before> before = new HashMap<>();
    private final List<Pending> pending = new ArrayList<>();
    private long refused;

    void explicit(MetricDraft metric, PointDraft point, Map<String, String> labels, double nanos) {
        Member member = new Member(new Family(metric.name, nanos), Map.copyOf(labels));
        double[] edges = point.edges();
        long[] counts = point.buckets();
        if (metric.temporality != MetricDraft.Temporality.CUMULATIVE) {
            keep(new Pending(member, span(point.start, point.time), edges, counts, point.max));
            return;
        }
        Before last = before.put(member, new Before(point.start, point.time, edges, counts, null));
        boolean follows = last != null && last.start() == point.start && Arrays.equals(last.edges(), edges);
        long[] difference = counts.clone();
        for (int i = 0; follows && i < counts.length; i++) {
            difference[i] -= last.counts()[i];
            follows = difference[i] >= 0;
        }
        keep(new Pending(member, span(follows ? last.time() : point.start, point.time), edges, follows ? difference : counts, follows ? Double.NaN : point.max));
    }

    void exponential(MetricDraft metric, PointDraft point, Map<String, String> labels, double nanos) {
        Member member = new Member(new Family(metric.name, nanos), Map.copyOf(labels));
        Exponential now = Exponential.of(point);
        if (metric.temporality != MetricDraft.Temporality.CUMULATIVE) {
            keep(new Pending(member, span(point.start, point.time), now.edges(), now.buckets(), point.max));
            return;
        }
        Before last = before.put(member, new Before(point.start, point.time, new double[0], new long[0], now));
        Exponential then = last == null || last.start() != point.start ? null : last.exponential();
        Exponential since = then == null ? now : now.since(then);
        boolean follows = then != null && since != now;
        keep(new Pending(member, span(follows && last != null ? last.time() : point.start, point.time), since.edges(), since.buckets(), follows ? Double.NaN : point.max));
    }

    private void keep(Pending each) {
        if (pending.size() < EdgeHistograms.MOST) {
            pending.add(each);
        } else {
            refused++;
        }
    }

    private static Optional<TimeSpan> span(long start, long time) {
        return start <= 0 || time < start ? Optional.empty() : Optional.of(new TimeSpan(start, time));
    }

    /// One data set for each metric.
    ///
    /// @param plain turns collected labels into those that people see
    List<Histograms> build(Source source, String format, UnaryOperator<Map<String, String>> plain) {
        Map<Family, EdgeHistograms> families = new LinkedHashMap<>();
        for (Pending each : pending) {
            Family family = each.member().family();
            EdgeHistograms histograms = families.computeIfAbsent(family, _ -> new EdgeHistograms(family.name(), family.nanos(), symbol(family.nanos())));
            Map<String, String> labels = plain.apply(each.member().labels());
            histograms.add(each.span(), labels.isEmpty() ? "" : new TreeMap<>(labels).toString(), each.edges(), each.counts(), each.max());
            if (refused > 0) {
                histograms.doubt(refused + " intervals beyond the first " + EdgeHistograms.MOST + " of the file are left out");
            }
        }
        return families.values().stream().flatMap(each -> each.build(source, format, List.of()).stream()).toList();
    }

    private static String symbol(double nanos) {
        return nanos == 1 ? "ns" : nanos == 1e3 ? "µs" : nanos == 1e6 ? "ms" : nanos == 1e9 ? "s" : "min";
    }
}
