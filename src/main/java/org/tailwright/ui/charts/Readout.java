package org.tailwright.ui.charts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tailwright.charts.Axis;
import org.tailwright.charts.Chart;
import org.tailwright.charts.Layer;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.Plot;
import org.tailwright.charts.Role;

/// What a chart says at the pointer.
///
/// @param head the x value
/// @param lines one for each thing there
record Readout(String head, List<Line> lines) {
    /// One value.
    ///
    /// @param y where to put a dot, in pixels; NaN for none
    record Line(Role role, String text, double y) {}

    private static final int MOST = 7;

    Readout {
        lines = List.copyOf(lines);
    }

    /// The values of a chart at a spot inside its plot.
    static Readout of(Chart chart, Plot plot, Spot spot) {
        List<Line> lines = new ArrayList<>();
        for (Layer layer : chart.layers()) {
            switch (layer) {
                case Layer.Line line -> line(line, chart.y(), plot, spot, lines);
                case Layer.Points points -> point(points, chart, plot, spot, lines);
                case Layer.Bars bars -> bar(bars, chart, spot, lines);
                case Layer.Heat heat -> heat(heat, chart.y(), spot, lines);
                case Layer.Events events -> event(events, plot, spot, lines);
                case Layer.Band band -> band(band, chart.y(), spot, lines);
                case Layer.RuleX _, Layer.RuleY _, Layer.SpanX _, Layer.Box _, Layer.Callout _, Layer.Drop _ -> { }
            }
        }
        difference(chart, spot).ifPresent(lines::add);
        return new Readout(chart.x().format(spot.x()), lines.size() > MOST ? lines.subList(0, MOST) : lines);
    }

    private static void line(Layer.Line line, Axis axis, Plot plot, Spot spot, List<Line> lines) {
        double y = valueAt(line.xs(), line.ys(), spot.x(), line.step());
        if (!Double.isNaN(y)) {
            lines.add(new Line(line.role(), labelled(line.label(), axis.format(y)), plot.py(y)));
        }
    }

    /// What the first line or bar is over the baseline, where both are there.
    private static Optional<Line> difference(Chart chart, Spot spot) {
        double baseline = Double.NaN;
        double own = Double.NaN;
        for (Layer layer : chart.layers()) {
            if (layer instanceof Layer.Line line) {
                double y = valueAt(line.xs(), line.ys(), spot.x(), line.step());
                baseline = line.role() == Role.BASELINE ? y : baseline;
                own = line.role() == Role.BASELINE || !Double.isNaN(own) ? own : y;
            } else if (layer instanceof Layer.Bars bars && !bars.horizontal()) {
                own = valueAt(bars.edges(), Arrays.copyOf(bars.highs(), bars.highs().length + 1), spot.x(), true);
            }
        }
        return baseline > 0 && own >= 0 ? Optional.of(new Line(Role.MUTED, Numbers.change(own / baseline - 1) + " against the grey line", Double.NaN)) : Optional.empty();
    }

    private static void band(Layer.Band band, Axis axis, Spot spot, List<Line> lines) {
        double low = valueAt(band.xs(), band.lows(), spot.x(), false);
        double high = valueAt(band.xs(), band.highs(), spot.x(), false);
        if (!Double.isNaN(low) && !Double.isNaN(high)) {
            String label = band.label().isEmpty() ? "interval" : band.label();
            lines.add(new Line(band.role(), labelled(label, axis.format(low) + " to " + axis.format(high)), Double.NaN));
        }
    }

    private static void point(Layer.Points points, Chart chart, Plot plot, Spot spot, List<Line> lines) {
        int nearest = -1;
        double best = 14;
        for (int i = 0; i < points.xs().length; i++) {
            double distance = Math.hypot(plot.px(points.xs()[i]) - spot.px(), plot.py(points.ys()[i]) - spot.py());
            if (distance < best) {
                best = distance;
                nearest = i;
            }
        }
        if (nearest >= 0) {
            String text = chart.x().format(points.xs()[nearest]) + ": " + chart.y().format(points.ys()[nearest]);
            lines.add(new Line(points.role(), labelled(points.label(), text), plot.py(points.ys()[nearest])));
        }
    }

    private static void bar(Layer.Bars bars, Chart chart, Spot spot, List<Line> lines) {
        double along = bars.horizontal() ? spot.y() : spot.x();
        Axis over = bars.horizontal() ? chart.x() : chart.y();
        Axis base = bars.horizontal() ? chart.y() : chart.x();
        for (int i = 0; i < bars.lows().length; i++) {
            if (along >= bars.edges()[i] && along < bars.edges()[i + 1]) {
                String low = bars.lows()[i] == 0 ? "" : over.format(bars.lows()[i]) + " to ";
                String name = bars.horizontal() ? base.format((bars.edges()[i] + bars.edges()[i + 1]) / 2)
                        : base.format(bars.edges()[i]) + " to " + base.format(bars.edges()[i + 1]);
                lines.add(new Line(bars.role(), name + ": " + low + over.format(bars.highs()[i]), Double.NaN));
            }
        }
    }

    private static void heat(Layer.Heat heat, Axis axis, Spot spot, List<Line> lines) {
        int column = heat.grid().column(spot.x());
        int row = heat.grid().row(spot.y());
        lines.add(new Line(Role.MUTED, axis.format(spot.y()), Double.NaN));
        if (column >= 0 && row >= 0) {
            long count = heat.grid().count(column, row);
            double share = (double) count / Math.max(1, heat.grid().total());
            lines.add(new Line(Role.heat(8), Numbers.count(count) + " " + heat.what() + " · " + Numbers.percent(share), Double.NaN));
        }
    }

    private static void event(Layer.Events events, Plot plot, Spot spot, List<Line> lines) {
        for (int i = 0; i < events.starts().length; i++) {
            if (spot.px() >= plot.px(events.starts()[i]) - 3 && spot.px() <= plot.px(events.ends()[i]) + 3) {
                lines.add(new Line(events.role(), labelled(events.label(), plot.x().format(events.starts()[i])), Double.NaN));
                return;
            }
        }
    }

    private static String labelled(String label, String text) {
        return label.isEmpty() ? text : label + "  " + text;
    }

    /// The value of a line at x: interpolated, or that of the last step; NaN outside or in a gap.
    static double valueAt(double[] xs, double[] ys, double x, boolean step) {
        int n = xs.length;
        if (n == 0 || !(x >= xs[0] && x <= xs[n - 1])) { // not a number lies nowhere
            return Double.NaN;
        }
        int found = Arrays.binarySearch(xs, x);
        if (found >= 0) {
            return ys[found];
        }
        int right = Math.clamp(-found - 1, 1, n - 1);
        double share = (x - xs[right - 1]) / (xs[right] - xs[right - 1]);
        return step ? ys[right - 1] : ys[right - 1] + share * (ys[right] - ys[right - 1]);
    }
}
