package org.tailwright.statistics.shapes;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tailwright.charts.Axis;
import org.tailwright.charts.Chart;
import org.tailwright.charts.Layer;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.Quantity;
import org.tailwright.charts.Role;
import org.tailwright.charts.Scale;
import org.tailwright.data.Requests;
import org.tailwright.data.Rows;
import org.tailwright.data.TimeSpan;
import org.tailwright.statistics.LabelRows;
import org.tailwright.statistics.Windows;
import org.tailwright.work.Pool;
import org.tailwright.work.Work;

/// Small multiples: p50 to p90 over time for each of the most frequent labels, all on one logarithmic scale.
///
/// @param span the time axis
/// @param rows most requests first, at most nine
/// @param low bottom of the scale, nanoseconds
/// @param high top of the scale
public record LabelTimes(TimeSpan span, List<Row> rows, double low, double high, int left) {
    private static final int MOST = 9;
    private static final double[] SHOWN = {0.5, 0.9};
    private static final double TALL = 0.84;

    /// One label with its windows of p50 and p90.
    public record Row(String label, Windows windows) {}

    public LabelTimes {
        rows = List.copyOf(rows);
    }

    /// Of requests in a span.
    public static LabelTimes of(Requests requests, TimeSpan span, Work work) {
        int n = requests.table().rows();
        List<LabelRows> groups = requests.labels().map(each -> LabelRows.of(each, n)).orElse(List.of(new LabelRows("all", Rows.all(n))));
        List<LabelRows> shown = groups.subList(0, Math.min(MOST, groups.size()));
        List<Row> rows = Pool.map(shown.size(), work, i -> new Row(shown.get(i).label(),
                Windows.of(requests.select(shown.get(i).rows()), span, Windows.width(span), SHOWN, Work.NONE)));
        double low = Double.MAX_VALUE;
        double high = 0;
        for (Row row : rows) {
            for (double[] line : row.windows().values()) {
                for (double value : line) {
                    low = value > 0 ? Math.min(low, value) : low;
                    high = value > 0 ? Math.max(high, value) : high;
                }
            }
        }
        return new LabelTimes(span, rows, high == 0 ? 1e6 : low * 0.9, high == 0 ? 2e6 : Math.max(high * 1.1, low * 2), groups.size() - shown.size());
    }

    /// The chart: a row for each label.
    public Chart chart(ZoneId zone) {
        Scale scale = new Scale.Log(low, high);
        List<String> names = new ArrayList<>();
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(rows.size() - 1 - i);
            names.add(row.label());
            double base = i - 0.42;
            double[] xs = new double[row.windows().size()];
            Arrays.setAll(xs, row.windows()::middle);
            double[] p50 = placed(row.windows().values()[0], scale, base);
            double[] p90 = placed(row.windows().values()[1], scale, base);
            layers.add(new Layer.Band(xs, p50, p90, Role.SERIES_1, i == 0 ? "p50 to p90" : ""));
            layers.add(Layer.Line.of(xs, p90, Role.SERIES_1, ""));
        }
        String note = Numbers.duration(low) + " to " + Numbers.duration(high) + " each, log" + (left > 0 ? " · " + Numbers.count(left) + " more" : "");
        return new Chart("Over time by label", note, Axis.time("", span.start(), Math.max(span.end(), span.start() + 1), zone),
                new Axis("", new Scale.Named(names), Quantity.PLAIN), layers, "Latency over time of " + rows.size() + " labels, from p50 to p90.");
    }

    private static double[] placed(double[] values, Scale scale, double base) {
        return Arrays.stream(values).map(value -> Double.isNaN(value) ? value : base + TALL * Math.clamp(scale.position(value), 0, 1)).toArray();
    }

    /// What the chart says at a place.
    public String words(double x, double y, ZoneId zone) {
        long at = Math.round(y);
        if (at < 0 || at >= rows.size()) {
            return "";
        }
        Row row = rows.get((int) (rows.size() - 1 - at));
        Windows windows = row.windows();
        int w = (int) Math.floor((x - windows.from()) / windows.width());
        if (w < 0 || w >= windows.size()) {
            return row.label();
        }
        return row.label() + "\n" + Numbers.clock((long) x, zone, (double) span.length()) + " · " + Numbers.count(windows.counts()[w]) + " requests\np50 "
                + Numbers.duration(windows.values()[0][w]) + " · p90 " + Numbers.duration(windows.values()[1][w]);
    }

    /// The label whose row holds a y value; empty outside.
    public Optional<String> labelAt(double y) {
        long at = Math.round(y);
        return at < 0 || at >= rows.size() ? Optional.empty() : Optional.of(rows.get((int) (rows.size() - 1 - at)).label());
    }
}
