package org.tailwright.ui.views.distribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tailwright.charts.Axis;
import org.tailwright.charts.Chart;
import org.tailwright.charts.Layer;
import org.tailwright.charts.Role;
import org.tailwright.charts.Scale;
import org.tailwright.charts.Stroke;
import org.tailwright.data.Requests;
import org.tailwright.data.Selection;
import org.tailwright.statistics.Curve;
import org.tailwright.statistics.Sample;
import org.tailwright.statistics.shapes.Binned;
import org.tailwright.work.Work;

/// The baseline's distribution, drawn in grey behind that of the selection.
///
/// @param sample at least one duration
record Beside(Sample sample, Curve curve) {
    /// What lines of the baseline are called.
    static final String NAME = "baseline";

    private static final double HEADROOM = 1.12;

    /// What is asked: a data set and what was selected of it when it was marked.
    record Question(Requests requests, Selection selection) {}

    /// The baseline's curve.
    static Beside of(Question question, Work work) {
        Sample sample = Sample.of(question.requests(), question.selection(), work);
        if (sample.size() == 0) {
            throw new IllegalArgumentException("The baseline holds no requests.");
        }
        return new Beside(sample, Curve.of(sample));
    }

    /// Behind the bars of a histogram: the same bins, scaled to as many requests.
    Chart behind(Chart chart, Binned bins) {
        Binned own = bins.beside(sample);
        double[] ys = Arrays.copyOf(own.heights(), own.heights().length + 1);
        ys[ys.length - 1] = ys[Math.max(0, ys.length - 2)];
        Layer line = new Layer.Line(own.edges(), ys, Role.BASELINE, Stroke.SOLID, NAME, true);
        double high = Math.max(chart.y().scale().high(), HEADROOM * Arrays.stream(ys).max().orElse(0));
        List<Layer> layers = new ArrayList<>(chart.layers());
        layers.add(line);
        return new Chart(chart.title(), chart.note() + " · baseline scaled to as many", chart.x(), Axis.linear(chart.y().title(), 0, high, chart.y().quantity()), layers, chart.description());
    }

    /// Behind a share over latency: the line of `own`, which is the same shape drawn of the baseline.
    Chart behind(Chart chart, Chart own) {
        List<Layer> layers = new ArrayList<>();
        own.layers().stream().filter(Layer.Line.class::isInstance).forEach(each -> layers.add(grey((Layer.Line) each)));
        layers.addAll(chart.layers());
        return new Chart(chart.title(), chart.note(), wider(chart.x(), own.x()), wider(chart.y(), own.y()), layers, chart.description());
    }

    static Layer.Line grey(Layer.Line line) {
        return new Layer.Line(line.xs(), line.ys(), Role.BASELINE, line.stroke(), NAME, line.step());
    }

    private static Axis wider(Axis axis, Axis other) {
        double low = Math.min(axis.scale().low(), other.scale().low());
        double high = Math.max(axis.scale().high(), other.scale().high());
        return axis.scale() instanceof Scale.Log ? Axis.log(axis.title(), low, high, axis.quantity()) : Axis.linear(axis.title(), low, high, axis.quantity());
    }
}
