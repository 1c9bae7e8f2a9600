package org.tailwright.statistics.shapes;

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
import org.tailwright.charts.Stroke;
import org.tailwright.statistics.Curve;
import org.tailwright.statistics.DistributionCharts;

/// One distribution drawn in the shapes that have latency across.
public final class ShapeCharts {
    private ShapeCharts() {}

    /// Requests per bin.
    ///
    /// @param most the longest, nanoseconds
    public static Chart histogram(Binned bins, double most, Optional<DistributionCharts.Limit> limit) {
        double high = Math.max(1, Arrays.stream(bins.heights()).max().orElse(1));
        double[] edges = bins.edges();
        List<Layer> layers = new ArrayList<>(List.of(Layer.Bars.of(edges, bins.heights(), Role.SERIES_1, "")));
        double low = edges[0];
        double end = edges[edges.length - 1];
        limit.filter(each -> each.limitNanos() <= end).ifPresent(each -> layers.add(rule(each)));
        layers.add(bins.beyond() > 0 ? new Layer.RuleX(end, Numbers.percent(bins.beyond() / (bins.beyond() + Arrays.stream(bins.counts()).sum())) + " beyond, max "
                + Numbers.duration(most), Role.MUTED, Stroke.DOTTED) : new Layer.RuleX(most, "max " + Numbers.duration(most), Role.MUTED, Stroke.DOTTED));
        boolean log = bins.spacing() == Shape.Spacing.LOG;
        Axis x = log ? Axis.log("", Math.max(1, low), end, Quantity.DURATION_NANOS) : Axis.linear("", low, end, Quantity.DURATION_NANOS);
        String width = log ? "×" + Numbers.significant(bins.width(), 3) : Numbers.duration(bins.width());
        return new Chart(Shape.HISTOGRAM.title(), "bins of " + width + ", Freedman–Diaconis", x, Axis.linear("", 0, high * 1.12, Quantity.COUNT), layers,
                "How many requests took how long, in " + bins.counts().length + " bins.");
    }

    private static Layer rule(DistributionCharts.Limit limit) {
        return new Layer.RuleX(limit.limitNanos(), limit.words(), Role.BAD, Stroke.DASHED);
    }

    /// Share of requests that took at most so long, with the band of the percentile curve seen from its other side.
    public static Chart cumulative(Curve curve, Shape.Spacing spacing, Optional<DistributionCharts.Limit> limit) {
        return cumulative(curve, curve, spacing, limit);
    }

    /// The same with a line through other points than those of the band.
    ///
    /// @param line the same sample at percentiles that lie closer ([Curve#even])
    public static Chart cumulative(Curve curve, Curve line, Shape.Spacing spacing, Optional<DistributionCharts.Limit> limit) {
        List<Layer> layers = new ArrayList<>();
        band(curve, false, layers);
        layers.add(Layer.Line.of(floored(line), line.p(), Role.SERIES_1, ""));
        limit.ifPresent(each -> layers.add(rule(each)));
        layers.add(new Layer.RuleX(curve.most(), "max " + Numbers.duration(curve.most()), Role.MUTED, Stroke.DOTTED));
        return new Chart(Shape.CUMULATIVE.title(), note(curve), across(curve, spacing, limit), Axis.linear("", 0, 1, Quantity.PERCENT), layers,
                "Share of " + Numbers.count(curve.n()) + " requests that took at most so long.");
    }

    /// Share of requests that took longer, down to one of them.
    public static Chart exceedance(Curve curve, Shape.Spacing spacing, Optional<DistributionCharts.Limit> limit) {
        int n = curve.p().length;
        double[] ys = new double[n];
        Arrays.setAll(ys, i -> 1 - curve.p()[i]);
        double low = ys[n - 1] * 0.6;
        List<Layer> layers = new ArrayList<>();
        band(curve, true, layers);
        layers.add(Layer.Line.of(floored(curve), ys, Role.SERIES_1, ""));
        if (curve.hasBand() && curve.beyond() < 1 && curve.beyond() > 0) {
            layers.add(new Layer.RuleY(1 - curve.beyond(), "below: beyond n", Role.MUTED, Stroke.DOTTED));
        }
        limit.ifPresent(each -> layers.add(rule(each)));
        layers.add(new Layer.RuleX(curve.most(), "max " + Numbers.duration(curve.most()), Role.MUTED, Stroke.DOTTED));
        return new Chart(Shape.EXCEEDANCE.title(), note(curve), across(curve, spacing, limit), Axis.log("", low, 1, Quantity.PERCENT), layers,
                "Share of " + Numbers.count(curve.n()) + " requests that took longer, from all of them to one.");
    }

    private static String note(Curve curve) {
        return "n" + Numbers.SPACE + Numbers.count(curve.n()) + (!curve.hasBand() || curve.beyond() >= 1 ? "" : curve.beyond() <= 0 ? " · no intervals" : " · beyond " + Numbers.percentile(curve.beyond()) + " no interval");
    }

    private static double[] floored(Curve curve) {
        return Arrays.stream(curve.values()).map(value -> Math.max(1, value)).toArray();
    }

    private static Axis across(Curve curve, Shape.Spacing spacing, Optional<DistributionCharts.Limit> limit) {
        double low = Arrays.stream(curve.values()).filter(value -> value > 0).findFirst().orElse(1000);
        double high = Math.max(curve.most(), limit.map(DistributionCharts.Limit::limitNanos).orElse(0.0)) * 1.08;
        return switch (spacing) {
            case LOG -> Axis.log("", low * 0.9, Math.max(high, low * 2), Quantity.DURATION_NANOS);
            case LINEAR -> Axis.linear("", 0, high, Quantity.DURATION_NANOS);
        };
    }

    /// Where the interval of the p-quantile holds x for p from low to high, so does that of the share at x: the same band with its axes changed.
    private static void band(Curve curve, boolean exceeding, List<Layer> layers) {
        if (!curve.hasBand()) {
            return;
        }
        int n = curve.p().length;
        double[] lows = new double[n];
        double[] highs = new double[n];
        boolean any = false;
        for (int i = 0; i < n; i++) {
            double x = curve.values()[i];
            double upper = last(curve.lows(), curve.p(), x);
            double lower = first(curve.highs(), curve.p(), x);
            boolean known = !Double.isNaN(curve.highs()[i]) && !Double.isNaN(upper) && !Double.isNaN(lower);
            any |= known;
            lows[i] = known ? exceeding ? 1 - upper : lower : Double.NaN;
            highs[i] = known ? exceeding ? 1 - lower : upper : Double.NaN;
        }
        if (any) {
            layers.add(new Layer.Band(floored(curve), lows, highs, Role.SERIES_1, "95" + Numbers.SPACE + "% pointwise"));
        }
    }

    /// The largest p whose lower end is not above x.
    private static double last(double[] ends, double[] p, double x) {
        double found = Double.NaN;
        for (int i = 0; i < p.length; i++) {
            found = ends[i] <= x ? p[i] : found;
        }
        return found;
    }

    /// The smallest p whose upper end is not below x.
    private static double first(double[] ends, double[] p, double x) {
        for (int i = 0; i < p.length; i++) {
            if (ends[i] >= x) {
                return p[i];
            }
        }
        return Double.NaN;
    }
}
