package org.tailwright.statistics.comparison;

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
import org.tailwright.charts.Stroke;
import org.tailwright.data.Requests;
import org.tailwright.reports.Block;
import org.tailwright.statistics.Curve;
import org.tailwright.statistics.DistributionCharts;
import org.tailwright.statistics.Sample;
import org.tailwright.work.Work;

/// Pictures of two sides.
public final class ComparisonPictures {
    private ComparisonPictures() {}

    /// By how much each percentile moved, relative to the baseline, with the interval and the threshold.
    public static Chart shiftChart(ComparisonResult result, double threshold) {
        List<ComparisonResult.Shift> shift = result.shape().shift();
        double[] ps = shift.stream().mapToDouble(ComparisonResult.Shift::p).toArray();
        double[] values = shift.stream().mapToDouble(each -> each.difference() / each.baseline()).toArray();
        double[] lows = shift.stream().mapToDouble(each -> each.low() / each.baseline()).toArray();
        double[] highs = shift.stream().mapToDouble(each -> each.high() / each.baseline()).toArray();
        double high = Math.max(threshold * 2, Math.max(most(values, 1), most(highs, 1))) * 1.1;
        double low = Math.min(-threshold * 2, Math.min(-most(values, -1), -most(lows, -1))) * 1.1;
        List<Layer> layers = List.of(new Layer.Band(ps, lows, highs, Role.SERIES_1, "95 % pointwise"), new Layer.RuleY(0, "", Role.MUTED, Stroke.SOLID),
                new Layer.RuleY(threshold, "threshold +" + Numbers.percent(threshold), Role.BAD, Stroke.DASHED), new Layer.RuleY(-threshold, "", Role.GOOD, Stroke.DASHED),
                Layer.Line.of(ps, values, Role.SERIES_1, ""));
        return new Chart("Shift by percentile", "Harrell–Davis", Axis.nines("", 1 - (1 - ps[ps.length - 1]) / 2), new Axis("relative change", new Scale.Linear(low, high), Quantity.PERCENT),
                layers, "By how much each percentile changed from baseline to candidate, from " + spoken(values[0]) + " at " + Numbers.percentile(ps[0]) + " to "
                + spoken(values[values.length - 1]) + " at " + Numbers.percentile(ps[ps.length - 1]) + ".");
    }

    /// Both percentile curves, the candidate strong with its band, the baseline grey.
    public static Chart curves(Curve candidate, Curve baseline) {
        Chart both = DistributionCharts.percentiles(List.of(new DistributionCharts.Named("candidate", candidate), new DistributionCharts.Named("baseline", baseline)), Optional.empty());
        List<Layer> layers = both.layers().stream().filter(each -> !(each instanceof Layer.Callout)).map(each -> each instanceof Layer.Line line && line.label().equals("baseline")
                ? new Layer.Line(line.xs(), line.ys(), Role.BASELINE, line.stroke(), line.label(), line.step()) : each).toList();
        return new Chart(both.title(), both.note(), both.x(), both.y(), layers, both.description());
    }

    /// Both percentile curves of runs; with several runs a side, of all requests of the side.
    public static Block.Picture curves(List<Requests> baseline, List<Requests> candidate, Work work) {
        Sample after = together(candidate, work);
        Chart chart = curves(Curve.of(after).withBand(after, work), Curve.of(together(baseline, work)));
        return new Block.Picture("comparison-curves", chart, chart.spoken());
    }

    private static Sample together(List<Requests> runs, Work work) {
        if (runs.size() == 1) {
            return Sample.of(runs.getFirst(), work);
        }
        return Sample.of(runs.stream().flatMapToLong(each -> Arrays.stream(each.durations().toArray())).toArray(), 0, work);
    }

    private static String spoken(double change) {
        return Numbers.change(Math.abs(change) < 5e-5 ? 0 : change);
    }

    private static double most(double[] values, double sign) {
        return Math.min(5, Arrays.stream(values).filter(each -> !Double.isNaN(each)).map(each -> each * sign).max().orElse(0));
    }
}
