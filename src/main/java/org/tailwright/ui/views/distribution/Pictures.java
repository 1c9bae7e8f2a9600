package org.tailwright.ui.views.distribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tailwright.charts.Axis;
import org.tailwright.charts.Chart;
import org.tailwright.charts.ColourScale;
import org.tailwright.charts.HeatGrid;
import org.tailwright.charts.Layer;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.Role;
import org.tailwright.charts.Stroke;
import org.tailwright.data.Selection;
import org.tailwright.data.TimeSpan;
import org.tailwright.statistics.Curve;
import org.tailwright.statistics.DistributionCharts;
import org.tailwright.statistics.DistributionOptions;
import org.tailwright.statistics.Sample;
import org.tailwright.statistics.Windows;
import org.tailwright.statistics.modes.ModesSection;
import org.tailwright.statistics.omission.OmissionCharts;
import org.tailwright.statistics.omission.OmissionResult;
import org.tailwright.statistics.shapes.Binned;
import org.tailwright.statistics.shapes.Definition;
import org.tailwright.statistics.shapes.LabelTimes;
import org.tailwright.statistics.shapes.Moving;
import org.tailwright.statistics.shapes.Shape;
import org.tailwright.statistics.shapes.ShapeCharts;
import org.tailwright.ui.charts.SelectionBox;
import org.tailwright.ui.views.PauseMarks;

/// The charts of the view: those of reports with the selection drawn into them.
final class Pictures {
    private static final String EVERYTHING = "whole run";

    private Pictures() {}

    /// The distribution in the shape that was chosen, with the selected band.
    static Optional<Chart> shaped(Curves curves, Selection selection, DistributionModel model) {
        DistributionOptions options = model.options();
        Curve line = curves.curve();
        Sample sample = curves.shown();
        if (line == null || sample == null) {
            return Optional.empty();
        }
        Optional<Beside> beside = model.beside();
        Optional<Chart> chart = switch (options.shape()) {
            case PERCENTILES -> curve(defined(curves, sample, options.definition()), selection, beside);
            case CORRECTED -> curve(curves, selection, Optional.empty()).map(each -> corrected(each, model));
            case HISTOGRAM -> Optional.of(histogram(Binned.of(sample, options.spacing()), curves, line, beside))
                    .map(each -> Optional.ofNullable(model.modes().state().answer()).map(modes -> ModesSection.with(each, modes)).orElse(each));
            case CUMULATIVE -> {
                Chart own = ShapeCharts.cumulative(line, Curve.even(sample), options.spacing(), curves.limit());
                yield Optional.of(beside.map(each -> each.behind(own, ShapeCharts.cumulative(each.curve(), Curve.even(each.sample()), options.spacing(), Optional.empty()))).orElse(own));
            }
            case EXCEEDANCE -> {
                Chart own = ShapeCharts.exceedance(line, options.spacing(), curves.limit());
                yield Optional.of(beside.map(each -> each.behind(own, ShapeCharts.exceedance(each.curve(), options.spacing(), Optional.empty()))).orElse(own));
            }
            case LABELS -> Optional.ofNullable(model.ridges().state().answer()).map(each -> each.chart(curves.limit()));
        };
        return chart.map(each -> options.shape().latencyAcross() ? banded(each, selection) : each).map(each -> limited(each, model.thresholdLimit(), options.shape().latencyAcross()));
    }

    private static Chart histogram(Binned bins, Curves curves, Curve line, Optional<Beside> beside) {
        Chart own = ShapeCharts.histogram(bins, line.most(), curves.limit());
        return beside.map(each -> each.behind(own, bins)).orElse(own);
    }

    /// The curve by another definition; the band is that of the ranks in any case.
    private static Curves defined(Curves curves, Sample sample, Definition definition) {
        Curve line = curves.curve();
        if (definition == Definition.R1 || line == null) {
            return curves;
        }
        double[] values = Arrays.stream(line.p()).map(p -> definition.quantile(sample, p)).toArray();
        return new Curves(sample, new Curve(line.p(), values, line.lows(), line.highs(), line.n(), line.most()), curves.everything(), curves.limit());
    }

    private static Chart corrected(Chart chart, DistributionModel model) {
        Chart titled = new Chart(Shape.CORRECTED.title(), chart.note(), chart.x(), chart.y(), chart.layers(), chart.description());
        Depths depths = model.depths().state().answer();
        return depths == null ? titled : depths.omission().flatMap(OmissionResult::corrected).map(each -> OmissionCharts.with(titled, each))
                .orElse(new Chart(titled.title(), "no correction, see the inspector", titled.x(), titled.y(), titled.layers(), titled.description()));
    }

    /// The selected band where latency stands across.
    private static Chart banded(Chart chart, Selection selection) {
        if (selection.band().isEmpty()) {
            return chart;
        }
        Selection.Band band = selection.band().get();
        double low = Math.max(chart.x().scale().low(), band.lowest());
        double high = Math.min(chart.x().scale().high(), band.beyond());
        List<Layer> layers = new ArrayList<>();
        if (low < high) {
            layers.add(new Layer.SpanX(low, high, "", Role.SELECTION));
        }
        layers.addAll(chart.layers());
        return new Chart(chart.title(), chart.note(), chart.x(), chart.y(), layers, chart.description());
    }

    /// The threshold, where it lies on the latency axis.
    private static Chart limited(Chart chart, Optional<DistributionCharts.Limit> threshold, boolean across) {
        Axis axis = across ? chart.x() : chart.y();
        return threshold.filter(each -> each.limitNanos() >= axis.scale().low() && each.limitNanos() <= axis.scale().high())
                .map(each -> chart.with(across ? new Layer.RuleX(each.limitNanos(), each.words(), Role.ACCENT, Stroke.SOLID)
                        : new Layer.RuleY(each.limitNanos(), each.words(), Role.ACCENT, Stroke.SOLID))).orElse(chart);
    }

    /// The threshold on a chart with latency upwards.
    static Chart limited(Chart chart, Optional<DistributionCharts.Limit> threshold) {
        return limited(chart, threshold, false);
    }

    /// The percentile curve with the selected band as a range of percentiles; behind it the baseline, or without one the whole run.
    static Optional<Chart> curve(Curves curves, Selection selection, Optional<Beside> beside) {
        Curve line = curves.curve();
        if (line == null) {
            return Optional.empty();
        }
        List<DistributionCharts.Named> named = new ArrayList<>();
        Curve everything = beside.isPresent() ? null : curves.everything();
        boolean carried = Arrays.stream(line.highs()).anyMatch(each -> !Double.isNaN(each));
        Curve shown = carried ? line : new Curve(line.p(), line.values(), new double[0], new double[0], line.n(), line.most());
        named.add(new DistributionCharts.Named("", shown));
        if (everything != null) {
            named.add(new DistributionCharts.Named(EVERYTHING, everything));
        }
        beside.ifPresent(each -> named.add(new DistributionCharts.Named(Beside.NAME, each.curve())));
        Chart chart = DistributionCharts.percentiles(named, curves.limit());
        List<Layer> layers = new ArrayList<>();
        selection.band().map(band -> (Layer) new Layer.SpanX(curves.percentileOf(band.lowest()), curves.percentileOf(band.beyond()), "", Role.SELECTION))
                .ifPresent(layers::add);
        chart.layers().forEach(each -> layers.add(grey(each)));
        String note = "n" + Numbers.SPACE + Numbers.count(line.n()) + (everything == null ? "" : " · grey: whole run")
                + (line.hasBand() && !carried ? " · no intervals" : "");
        return Optional.of(new Chart(chart.title(), note, chart.x(), axis(chart.y(), curves), layers, chart.description()));
    }

    /// Durations below the clock's step would stretch the axis for nothing.
    private static Axis axis(Axis axis, Curves curves) {
        Sample sample = curves.shown();
        double low = sample == null ? 0 : 0.7 * sample.quantumNanos();
        return axis.scale().low() >= low || low >= axis.scale().high() ? axis : Axis.log(axis.title(), low, axis.scale().high(), axis.quantity());
    }

    /// What everything is compared with stays in the background.
    private static Layer grey(Layer layer) {
        if (layer instanceof Layer.Line line && line.label().equals(Beside.NAME)) {
            return Beside.grey(line);
        }
        return layer instanceof Layer.Line line && line.label().equals(EVERYTHING)
                ? new Layer.Line(line.xs(), line.ys(), Role.BASELINE, line.stroke(), "", line.step()) : layer;
    }

    /// The heat map with the selected box.
    static Optional<Chart> heat(Times times, ColourScale colours, Optional<DistributionCharts.Limit> limit, Selection selection) {
        HeatGrid grid = times.heat();
        if (grid == null) {
            return Optional.empty();
        }
        Chart chart = times.offsets() ? DistributionCharts.offsets(grid, colours)
                : DistributionCharts.heatMap(grid, colours, limit.filter(each -> each.limitNanos() >= grid.y().low() && each.limitNanos() <= grid.y().high()));
        return Optional.of(SelectionBox.on(chart, times.offsets() ? selection.banded(Optional.empty()) : selection));
    }

    /// Percentiles over time with the window, pauses and incidents.
    static Optional<Chart> overTime(Times times, Optional<DistributionCharts.Limit> limit, Selection selection, PauseMarks pauses,
            List<Layer> incidents) {
        Times.Over over = times.over();
        if (over == null) {
            return Optional.empty();
        }
        Chart chart = switch (over) {
            case Times.Over.Percentiles(Moving moving, TimeSpan span) -> moving.chart(span, times.zone(), limit);
            case Times.Over.Throughput(Windows windows) -> DistributionCharts.throughput(windows, times.zone());
            case Times.Over.Labels(LabelTimes labels) -> labels.chart(times.zone());
        };
        List<Layer> layers = new ArrayList<>();
        selection.window().ifPresent(span -> layers.add(new Layer.SpanX(span.start(), span.end(), "", Role.SELECTION)));
        layers.addAll(incidents);
        layers.addAll(chart.layers());
        pauses.layer().ifPresent(layers::add);
        return Optional.of(new Chart(chart.title(), chart.note(), chart.x(), chart.y(), layers, chart.description()));
    }
}
