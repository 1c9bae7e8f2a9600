package org.tailwright.statistics.shapes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tailwright.charts.Axis;
import org.tailwright.charts.Chart;
import org.tailwright.charts.Layer;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.Quantity;
import org.tailwright.charts.Role;
import org.tailwright.charts.Scale;
import org.tailwright.data.Longs;
import org.tailwright.data.Requests;
import org.tailwright.data.Texts;
import org.tailwright.statistics.DistributionCharts;
import org.tailwright.statistics.LabelRows;
import org.tailwright.statistics.Quantiles;
import org.tailwright.work.Pool;
import org.tailwright.work.Work;

/// The shape of latency of each label on one logarithmic axis, each scaled to its own peak.
///
/// @param edges of the common bins, nanoseconds
/// @param ridges most requests first, at most twenty
/// @param left labels that are not shown
public record Ridges(double[] edges, List<Ridge> ridges, int left) {
    private static final int MOST = 20;
    private static final int BINS = 90;
    private static final double TALL = 0.82;

    /// One label.
    ///
    /// @param counts requests by bin; those outside count at the ends
    public record Ridge(String label, int n, long p50, long p99, long most, double[] counts) {}

    public Ridges {
        ridges = List.copyOf(ridges);
    }

    /// Of requests with labels; without them there is one ridge.
    public static Ridges of(Requests requests, Work work) {
        int n = requests.table().rows();
        Optional<Texts> labels = requests.labels();
        List<LabelRows> groups = labels.map(each -> LabelRows.of(each, n)).orElse(List.of(new LabelRows("all", org.tailwright.data.Rows.all(n))));
        List<LabelRows> shown = groups.subList(0, Math.min(MOST, groups.size()));
        List<long[]> sorted = Pool.map(shown.size(), work, i -> {
            Longs own = requests.durations().select(shown.get(i).rows());
            return Quantiles.sorted(own.toArray(), Work.NONE);
        });
        double[] edges = edges(sorted, Math.max(1, requests.meaning().quantumNanos()));
        List<Ridge> ridges = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            long[] own = sorted.get(i);
            ridges.add(new Ridge(shown.get(i).label(), own.length, Quantiles.ofSorted(own, 0.5), Quantiles.ofSorted(own, 0.99), own[own.length - 1], counts(own, edges)));
        }
        return new Ridges(edges, ridges, groups.size() - shown.size());
    }

    private static double[] edges(List<long[]> sorted, double quantum) {
        double low = Double.MAX_VALUE;
        double high = 1;
        for (long[] own : sorted) {
            low = Math.min(low, Math.max(quantum, Quantiles.ofSorted(own, 0.005)));
            high = Math.max(high, own[own.length - 1]);
        }
        low *= 0.8;
        high = Math.max(high * 1.1, low * 2);
        double[] edges = new double[BINS + 1];
        for (int i = 0; i <= BINS; i++) {
            edges[i] = low * Math.pow(high / low, (double) i / BINS);
        }
        return Binned.onSteps(edges, quantum);
    }

    private static double[] counts(long[] sorted, double[] edges) {
        int bins = edges.length - 1;
        double[] counts = new double[bins];
        int bin = 0;
        for (long value : sorted) {
            while (bin < bins - 1 && value >= edges[bin + 1]) {
                bin++;
            }
            counts[bin]++;
        }
        return counts;
    }

    /// The chart: one row for each label, its median and p99 marked.
    public Chart chart(Optional<DistributionCharts.Limit> limit) {
        int n = ridges.size();
        List<String> names = new ArrayList<>();
        List<Layer> layers = new ArrayList<>();
        int bins = edges.length - 1;
        double[] middles = new double[bins];
        for (int b = 0; b < bins; b++) {
            middles[b] = Math.sqrt(edges[b] * edges[b + 1]);
        }
        double[] p50 = new double[n];
        double[] p99 = new double[n];
        double[] rows = new double[n];
        for (int i = 0; i < n; i++) {
            Ridge ridge = ridges.get(n - 1 - i);
            names.add(ridge.label());
            p50[i] = Math.max(edges[0], ridge.p50());
            p99[i] = Math.max(edges[0], ridge.p99());
            rows[i] = i - 0.4;
            double[] base = new double[bins];
            double[] top = new double[bins];
            ridge(edges, ridge.counts(), i - 0.4, base, top);
            layers.add(new Layer.Band(middles, base, top, Role.SERIES_1, ""));
            layers.add(Layer.Line.of(middles, top, Role.SERIES_1, ""));
        }
        layers.add(Layer.Points.of(p50, rows, Role.SERIES_3, "p50"));
        layers.add(Layer.Points.of(p99, rows, Role.SERIES_2, "p99"));
        limit.ifPresent(each -> layers.add(new Layer.RuleX(each.limitNanos(), each.words(), Role.BAD, org.tailwright.charts.Stroke.DASHED)));
        String note = "own scale each" + (left > 0 ? " · " + Numbers.count(left) + " more labels" : "");
        return new Chart(Shape.LABELS.title(), note, Axis.log("", edges[0], edges[bins], Quantity.DURATION_NANOS), new Axis("", new Scale.Named(names), Quantity.PLAIN), layers,
                "The distribution of latency of " + n + " labels, one below the other.");
    }

    /// Heights per equal ratio of latency, so that bins widened to the clock's steps stand no higher.
    private static void ridge(double[] edges, double[] counts, double base, double[] lows, double[] tops) {
        double[] heights = new double[counts.length];
        double most = 1e-9;
        for (int b = 0; b < counts.length; b++) {
            heights[b] = counts[b] / Math.log(edges[b + 1] / edges[b]);
            most = Math.max(most, heights[b]);
        }
        for (int b = 0; b < counts.length; b++) {
            lows[b] = base;
            tops[b] = base + TALL * heights[b] / most;
        }
    }

    /// The label whose row holds a y value of the chart; empty outside.
    public String labelAt(double y) {
        long row = Math.round(y);
        return row >= 0 && row < ridges.size() ? ridges.get((int) (ridges.size() - 1 - row)).label() : "";
    }

    /// What the chart says at a place: the label with its numbers.
    public String words(double y) {
        long row = Math.round(y);
        if (row < 0 || row >= ridges.size()) {
            return "";
        }
        Ridge ridge = ridges.get((int) (ridges.size() - 1 - row));
        return ridge.label() + "\n" + Numbers.count(ridge.n()) + " requests\np50 " + Numbers.duration(ridge.p50()) + " · p99 " + Numbers.duration(ridge.p99()) + "\nmax "
                + Numbers.duration(ridge.most());
    }
}
