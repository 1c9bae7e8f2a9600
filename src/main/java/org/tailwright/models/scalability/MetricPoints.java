package org.tailwright.models.scalability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.tailwright.data.Column;
import org.tailwright.data.Doubles;
import org.tailwright.data.LoadPoints;
import org.tailwright.data.Longs;
import org.tailwright.data.Metrics;
import org.tailwright.data.Table;
import org.tailwright.data.TimeSpan;
import org.tailwright.data.Unit;

/// Load points from two metrics: one counts the load (users, requests inside, nodes), the other is the throughput, as a counter, as counts per interval
/// or as a rate. Stretches of constant load are found as in requests.
final class MetricPoints {
    private static final int SHORTEST = 5;
    private static final int MOST = 20_000;
    private static final double STEADY = 0.8;

    private MetricPoints() {}

    /// @throws IllegalArgumentException with a sentence when a metric is not there
    static LoadPoints of(Metrics metrics, String load, String throughput) {
        Metrics.Series loads = named(metrics, load, "load");
        Metrics.Series rates = named(metrics, throughput, "throughput");
        TimeSpan span = span(loads);
        int windows = Math.clamp(loads.times().size() - 1L, 1, MOST);
        long width = Math.max(1, span.length() / windows);
        double[] level = means(loads, span.start(), width, windows);
        double[] rate = rate(rates, span.start(), width, windows);
        boolean counted = steady(level);
        List<LoadLevels.Level> levels = counted ? LoadLevels.runs(level, SHORTEST) : LoadLevels.segments(level, SHORTEST);
        List<double[]> points = new ArrayList<>();
        for (LoadLevels.Level each : levels) {
            int cut = Math.max(1, each.length() / 10);
            double x = mean(rate, each.from() + cut, each.to() - cut);
            double n = mean(level, each.from() + cut, each.to() - cut);
            if (x > 0 && n > 0) {
                points.add(new double[] {n, x, span.start() + (each.from() + cut) * (double) width, span.start() + (each.to() - cut) * (double) width});
            }
        }
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(LoadPoints.LOAD, Doubles.of(Unit.COUNT, points.stream().mapToDouble(each -> each[0]).toArray()));
        columns.put(LoadPoints.THROUGHPUT, Doubles.of(Unit.PER_SECOND, points.stream().mapToDouble(each -> each[1]).toArray()));
        columns.put("start", Longs.of(Unit.TIME, points.stream().mapToLong(each -> (long) each[2]).toArray()));
        columns.put("end", Longs.of(Unit.TIME, points.stream().mapToLong(each -> (long) each[3]).toArray()));
        return new LoadPoints(metrics.origin(), Table.of(columns), LoadPoints.Axis.UNKNOWN);
    }

    private static Metrics.Series named(Metrics metrics, String name, String option) {
        return metrics.named(name.strip()).orElseThrow(() -> new IllegalArgumentException("--" + option + ": there is no metric '" + name + "'; there are "
                + String.join(", ", metrics.series().stream().map(Metrics.Series::name).distinct().limit(20).toList())));
    }

    private static TimeSpan span(Metrics.Series series) {
        Longs times = series.times();
        int first = 0;
        while (first < times.size() && times.missing(first)) {
            first++;
        }
        if (times.size() - first < 2) {
            throw new IllegalArgumentException("the metric '" + series.name() + "' has fewer than two samples with a time");
        }
        return new TimeSpan(times.at(first), times.at(times.size() - 1));
    }

    /// Mean of the samples in each window; NaN without any.
    private static double[] means(Metrics.Series series, long start, long width, int windows) {
        double[] sums = new double[windows];
        int[] counts = new int[windows];
        for (int i = 0; i < series.times().size(); i++) {
            long at = series.times().missing(i) ? -1 : Math.floorDiv(series.times().at(i) - start, width);
            if (at >= 0 && at < windows && !Double.isNaN(series.values().at(i))) {
                sums[(int) at] += series.values().at(i);
                counts[(int) at]++;
            }
        }
        for (int w = 0; w < windows; w++) {
            sums[w] = counts[w] == 0 ? Double.NaN : sums[w] / counts[w];
        }
        return sums;
    }

    /// Per second in each window: growth of a counter, counts over time, or the level of a rate.
    private static double[] rate(Metrics.Series series, long start, long width, int windows) {
        return switch (series.kind()) {
            case GAUGE, UNKNOWN -> means(series, start, width, windows);
            case COUNTER -> growth(series, true, start, width, windows);
            case INCREMENT -> growth(series, false, start, width, windows);
        };
    }

    private static double[] growth(Metrics.Series series, boolean counter, long start, long width, int windows) {
        int n = series.times().size();
        double[] rates = new double[windows];
        Arrays.fill(rates, Double.NaN);
        for (int i = 1; i < n; i++) {
            long from = series.times().at(i - 1);
            long to = series.times().at(i);
            double grown = counter ? series.values().at(i) - series.values().at(i - 1) : series.values().at(i);
            long first = Math.max(0, Math.floorDiv(from - start, width));
            long last = Math.min(windows - 1L, Math.floorDiv(to - start - 1, width));
            for (long w = first; w <= last && to > from && grown >= 0; w++) {
                rates[(int) w] = grown / ((to - from) / 1e9);
            }
        }
        return rates;
    }

    /// Whether the load stands still between most neighbours, as a count of users does.
    private static boolean steady(double[] level) {
        int still = 0;
        int pairs = 0;
        for (int i = 1; i < level.length; i++) {
            pairs += Double.isNaN(level[i]) || Double.isNaN(level[i - 1]) ? 0 : 1;
            still += Math.abs(level[i] - level[i - 1]) < 1e-9 ? 1 : 0;
        }
        return still >= STEADY * pairs;
    }

    private static double mean(double[] values, int from, int to) {
        return Arrays.stream(values, from, Math.max(from, to)).filter(each -> !Double.isNaN(each)).average().orElse(Double.NaN);
    }
}
