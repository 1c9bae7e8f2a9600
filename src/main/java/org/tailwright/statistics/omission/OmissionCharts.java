package org.tailwright.statistics.omission;

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

/// Pictures of what coordinated omission may hide.
public final class OmissionCharts {
    private OmissionCharts() {}

    /// The measured curve with the corrected one above it.
    ///
    /// @param chart of the measured curve
    public static Chart with(Chart chart, OmissionResult.Corrected corrected) {
        List<Layer> layers = new ArrayList<>(overlay(corrected));
        layers.addAll(chart.layers());
        double high = Math.max(chart.y().scale().high(), corrected.curve().most() * 1.4);
        Axis y = new Axis(chart.y().title(), chart.y().scale() instanceof org.tailwright.charts.Scale.Log
                ? Axis.log("", chart.y().scale().low(), high, chart.y().quantity()).scale() : Axis.linear("", chart.y().scale().low(), high, chart.y().quantity()).scale(),
                chart.y().quantity());
        return new Chart(chart.title(), chart.note(), chart.x(), y, layers, chart.spoken() + " " + name(corrected) + " as a second line.");
    }

    private static List<Layer> overlay(OmissionResult.Corrected corrected) {
        List<Layer> layers = new ArrayList<>();
        Curve curve = corrected.curve();
        Optional<Curve> more = corrected.more();
        Optional<Curve> less = corrected.less();
        if (more.isPresent() && less.isPresent()) {
            double[] lows = new double[curve.p().length];
            double[] highs = new double[lows.length];
            for (int i = 0; i < lows.length; i++) {
                double one = at(less.get(), curve.p()[i]);
                double other = at(more.get(), curve.p()[i]);
                lows[i] = Math.min(Math.min(one, other), curve.values()[i]);
                highs[i] = Math.max(Math.max(one, other), curve.values()[i]);
            }
            layers.add(new Layer.Band(curve.p(), lows, highs, Role.SERIES_2, name(corrected) + ", ×½ to ×2"));
        } else if (curve.hasBand()) {
            layers.add(new Layer.Band(curve.p(), curve.lows(), curve.highs(), Role.SERIES_2, name(corrected)));
        }
        layers.add(Layer.Line.of(curve.p(), curve.values(), Role.SERIES_2, ""));
        return layers;
    }

    private static double at(Curve curve, double p) {
        int found = Arrays.binarySearch(curve.p(), p);
        int at = found >= 0 ? found : Math.min(curve.p().length - 1, -found - 1);
        return curve.values()[at];
    }

    private static String name(OmissionResult.Corrected corrected) {
        return corrected.source() == OmissionResult.Source.MEASURED ? "from intended start" : "corrected for " + Numbers.duration(corrected.intervalNanos());
    }

    /// Raw and corrected as a chart of their own.
    static Chart curves(OmissionResult result, OmissionResult.Corrected corrected, Optional<DistributionCharts.Limit> limit) {
        Chart raw = DistributionCharts.percentiles(List.of(new DistributionCharts.Named("measured", result.measured().curve())), limit);
        List<Layer> layers = new ArrayList<>();
        for (Layer layer : raw.layers()) {
            layers.add(layer instanceof Layer.Line line ? new Layer.Line(line.xs(), line.ys(), line.role(), line.stroke(), "", line.step()) : layer);
        }
        String note = corrected.source() == OmissionResult.Source.MEASURED ? "both measured" : "the correction is a model";
        return with(new Chart("Measured and corrected latency", note, raw.x(), raw.y(), layers, raw.description()), corrected);
    }

    /// What other intervals would make of p99 and p99.9.
    static Chart sensitivity(OmissionResult result, OmissionResult.Corrected corrected, Optional<DistributionCharts.Limit> limit) {
        List<OmissionResult.Step> steps = corrected.sensitivity();
        double[] xs = steps.stream().mapToDouble(OmissionResult.Step::intervalNanos).toArray();
        double[] p99 = steps.stream().mapToDouble(OmissionResult.Step::p99).toArray();
        double[] p999 = steps.stream().mapToDouble(OmissionResult.Step::p999).toArray();
        double raw = result.measured().percentiles().get(2).value();
        double least = Math.min(raw, Arrays.stream(p99).min().orElse(raw));
        double most = Math.max(Arrays.stream(p999).max().orElse(raw), limit.map(DistributionCharts.Limit::limitNanos).orElse(0.0));
        List<Layer> layers = new ArrayList<>(List.of(new Layer.RuleX(corrected.intervalNanos(), "interval " + Numbers.duration(corrected.intervalNanos()), Role.MUTED, Stroke.DOTTED),
                Layer.Line.of(xs, p99, Role.SERIES_1, "p99 corrected"), Layer.Line.of(xs, p999, Role.SERIES_2, "p99.9 corrected"),
                new Layer.RuleY(raw, "p99 measured", Role.MUTED, Stroke.DOTTED)));
        limit.ifPresent(each -> layers.add(Layer.RuleY.objective(each.limitNanos(), "objective " + Numbers.duration(each.limitNanos()))));
        return new Chart("Sensitivity to the expected interval", "from the typical duration to the longest", Axis.log("expected interval per connection", xs[0] * 0.95,
                xs[xs.length - 1] * 1.05, Quantity.DURATION_NANOS), Axis.log("", Math.max(1, least * 0.8), most * 1.25, Quantity.DURATION_NANOS), layers,
                "Corrected p99 and p99.9 against the expected interval: the shorter the interval, the more is added.");
    }
}
