package org.tailwright.readers.jmh;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.HdrHistogram.PackedHistogram;
import org.tailwright.data.Column;
import org.tailwright.data.Dataset;
import org.tailwright.data.Doubles;
import org.tailwright.data.Histograms;
import org.tailwright.data.LoadPoints;
import org.tailwright.data.Longs;
import org.tailwright.data.Metrics;
import org.tailwright.data.Origin;
import org.tailwright.data.Table;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Source;
import org.tailwright.readers.percentiles.KnownPercentiles;
import org.tailwright.readers.percentiles.PrintedRuns;
import org.tailwright.readers.text.Units;

/// Makes data sets of JMH's results.
final class JmhData {
    private static final double LARGEST = 0x1p60;
    private static final int MOST_LAWS = 100;
    private static final String CLOCK = "an iteration stands at its number times the measurement time, from 0 in each fork: the file holds no clock";

    /// How numbers of a unit become the product's own.
    private record Scale(double factor, Unit unit) {
        static Scale of(String written) {
            String[] parts = written.split("/", 2);
            OptionalLong over = parts.length == 2 ? Units.nanos(parts[1]) : OptionalLong.empty();
            OptionalLong time = Units.nanos(parts[0]);
            if (parts.length == 2 && parts[0].equals("ops") && over.isPresent()) {
                return new Scale(1e9 / over.getAsLong(), Unit.PER_SECOND);
            }
            boolean duration = time.isPresent() && (parts.length == 1 || parts[1].equals("op"));
            return duration ? new Scale(time.getAsLong(), Unit.DURATION) : new Scale(1, Unit.of(written));
        }
    }

    private final Source source;
    private final String format;

    JmhData(Source source, String format) {
        this.source = source;
        this.format = format;
    }

    ReadResult result(List<JmhResult> results, Diagnostics diagnostics, long skipped) {
        List<Metrics.Series> series = new ArrayList<>();
        PrintedRuns sampled = new PrintedRuns();
        sampled.assume("JMH: time of single operations, sampled");
        for (JmhResult each : results) {
            iterations(each, each.benchmark(), each.primary(), series);
            each.secondary.forEach((name, metric) -> iterations(each, each.benchmark() + " " + name, metric, series));
            sampled(each, sampled);
        }
        List<Dataset> found = new ArrayList<>();
        if (!series.isEmpty()) {
            Trust trust = new Trust(series.stream().mapToLong(each -> each.times().size()).sum(), skipped, assumed(results), doubts(results));
            found.add(new Metrics(new Origin(source.name(), source.path(), format, trust), series));
        }
        sampled.datasets(source, format, LoadPoints.Axis.WORKERS, 0).stream().findFirst().map(each -> named((Histograms) each)).ifPresent(found::add);
        found.addAll(laws(results));
        if (found.isEmpty()) {
            diagnostics.note("the file holds no result");
        } else {
            diagnostics.note(results.size() + (results.size() == 1 ? " result of " : " results of ") + results.stream().map(JmhResult::benchmark).distinct().count()
                    + " benchmarks, JDK " + results.stream().map(JmhResult::jdk).distinct().collect(Collectors.joining(", ")));
        }
        return ReadResult.of(format, found, diagnostics, skipped);
    }

    private Histograms named(Histograms all) {
        return new Histograms(all.origin().named(source.name() + " samples"), all.intervals(), all.nanosPerUnit(), all.disjoint());
    }

    private static List<String> assumed(List<JmhResult> results) {
        List<String> assumed = new ArrayList<>(List.of(CLOCK));
        if (results.stream().anyMatch(each -> each.primary().unit().startsWith("ops/"))) {
            assumed.add("throughputs are converted to operations per second, times to nanoseconds");
        }
        return assumed;
    }

    private static List<String> doubts(List<JmhResult> results) {
        List<String> doubts = new ArrayList<>();
        long none = results.stream().filter(each -> Double.isNaN(each.primary().error())).count();
        long wide = results.stream().filter(each -> each.primary().error() > Math.abs(each.primary().score())).count();
        long single = results.stream().filter(each -> each.primary().forks().size() == 1).count();
        if (none > 0) {
            doubts.add(none + " of " + results.size() + " results have no error of their score");
        }
        if (wide > 0) {
            doubts.add(wide + " of " + results.size() + " results have an error larger than their score");
        }
        if (single > 0) {
            doubts.add(single + " of " + results.size() + " results come from one fork: how much runs of the JVM differ is unknown");
        }
        return doubts;
    }

    private static void iterations(JmhResult result, String name, JmhResult.Metric metric, List<Metrics.Series> series) {
        Scale scale = Scale.of(metric.unit());
        for (int fork = 0; fork < metric.forks().size(); fork++) {
            Doubles values = metric.forks().get(fork);
            int n = values.size();
            long[] times = new long[n];
            double[] scaled = new double[n];
            for (int i = 0; i < n; i++) {
                times[i] = Math.round(Math.min((i + 1) * result.iterationNanos(), LARGEST));
                scaled[i] = values.at(i) * scale.factor();
            }
            Map<String, String> labels = labels(result);
            if (metric.forks().size() > 1) {
                labels.put("fork", Integer.toString(fork + 1));
            }
            series.add(new Metrics.Series(name, labels, Longs.of(Unit.TIME, times), Doubles.of(scale.unit(), scaled)));
        }
    }

    private static Map<String, String> labels(JmhResult result) {
        Map<String, String> labels = new LinkedHashMap<>(result.parameters);
        labels.put("mode", result.mode());
        if (!Double.isNaN(result.threads())) {
            labels.put("threads", Long.toString((long) result.threads()));
        }
        return labels;
    }

    private static void sampled(JmhResult result, PrintedRuns into) {
        JmhResult.Metric metric = result.primary();
        Scale scale = Scale.of(metric.unit());
        if (!result.mode().equals("sample") || scale.unit() != Unit.DURATION) {
            return;
        }
        String tag = result.benchmark() + " " + labels(result);
        if (metric.counts().isEmpty()) {
            KnownPercentiles known = new KnownPercentiles().mean(metric.score() * scale.factor());
            metric.percentiles().forEach((percent, value) -> known.at(percent / 100, value * scale.factor()));
            into.add(Optional.empty(), tag, known);
            return;
        }
        PackedHistogram histogram = new PackedHistogram(4);
        double max = 0;
        for (Map.Entry<Double, Long> each : metric.counts().entrySet()) {
            double nanos = Math.min(each.getKey() * scale.factor(), LARGEST);
            histogram.recordValueWithCount(Math.round(nanos), each.getValue());
            max = Math.max(max, nanos);
        }
        into.add(new Histograms.Interval(Optional.empty(), tag, histogram, max, false));
    }

    /// Throughput against threads, of each benchmark with the same parameters that was run with several thread counts.
    private List<Dataset> laws(List<JmhResult> results) {
        SequencedMap<String, List<JmhResult>> groups = new LinkedHashMap<>();
        results.stream().filter(each -> each.mode().equals("thrpt") && each.threads() >= 1 && !Double.isNaN(each.primary().score()))
                .filter(each -> Scale.of(each.primary().unit()).unit() == Unit.PER_SECOND)
                .forEach(each -> groups.computeIfAbsent(each.benchmark() + (each.parameters.isEmpty() ? "" : " " + each.parameters), _ -> new ArrayList<>()).add(each));
        List<Dataset> found = new ArrayList<>();
        groups.forEach((name, group) -> {
            if (group.stream().mapToDouble(JmhResult::threads).distinct().count() > 1 && found.size() < MOST_LAWS) {
                SequencedMap<String, Column> columns = new LinkedHashMap<>();
                columns.put(LoadPoints.LOAD, Doubles.of(Unit.NONE, group.stream().mapToDouble(JmhResult::threads).toArray()));
                columns.put(LoadPoints.THROUGHPUT, Doubles.of(Unit.PER_SECOND,
                        group.stream().mapToDouble(each -> each.primary().score() * Scale.of(each.primary().unit()).factor()).toArray()));
                Trust trust = new Trust(group.size(), 0, List.of("the load is the number of benchmark threads"), List.of());
                found.add(new LoadPoints(new Origin(source.name() + " " + name, source.path(), format, trust), Table.of(columns), LoadPoints.Axis.WORKERS));
            }
        });
        return found;
    }
}
