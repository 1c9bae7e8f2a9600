package org.tailwright.reports;

import java.util.function.UnaryOperator;
import org.tailwright.charts.Axis;
import org.tailwright.charts.Chart;
import org.tailwright.charts.Layer;
import org.tailwright.charts.Scale;

/// Changes the words of a chart and nothing else.
public final class ChartWords {
    private ChartWords() {}

    /// The shapes and ticks of a chart without any words, for pictures too small to read them.
    public static Chart silent(Chart chart) {
        Chart bare = new Chart(chart.title(), "", chart.x(), chart.y(), chart.layers().stream().filter(each -> !(each instanceof Layer.Callout || each instanceof Layer.Drop)).toList(),
                chart.description());
        return map(bare, _ -> "");
    }

    static Chart map(Chart chart, UnaryOperator<String> words) {
        return new Chart(words.apply(chart.title()), words.apply(chart.note()), axis(chart.x(), words), axis(chart.y(), words),
                chart.layers().stream().map(each -> layer(each, words)).toList(), words.apply(chart.description()));
    }

    private static Axis axis(Axis axis, UnaryOperator<String> words) {
        Scale scale = axis.scale() instanceof Scale.Named named ? new Scale.Named(named.names().stream().map(words).toList()) : axis.scale();
        return new Axis(words.apply(axis.title()), scale, axis.quantity());
    }

    private static Layer layer(Layer layer, UnaryOperator<String> words) {
        return switch (layer) {
            case Layer.Line it -> new Layer.Line(it.xs(), it.ys(), it.role(), it.stroke(), words.apply(it.label()), it.step());
            case Layer.Band it -> new Layer.Band(it.xs(), it.lows(), it.highs(), it.role(), words.apply(it.label()));
            case Layer.Points it -> new Layer.Points(it.xs(), it.ys(), it.lows(), it.highs(), it.role(), words.apply(it.label()));
            case Layer.Bars it -> new Layer.Bars(it.edges(), it.lows(), it.highs(), it.horizontal(), it.role(), words.apply(it.label()));
            case Layer.Heat it -> new Layer.Heat(it.grid(), it.colours(), words.apply(it.what()));
            case Layer.RuleX it -> new Layer.RuleX(it.at(), words.apply(it.label()), it.role(), it.stroke());
            case Layer.RuleY it -> new Layer.RuleY(it.at(), words.apply(it.label()), it.role(), it.stroke());
            case Layer.SpanX it -> new Layer.SpanX(it.low(), it.high(), words.apply(it.label()), it.role());
            case Layer.Box it -> it;
            case Layer.Events it -> new Layer.Events(it.starts(), it.ends(), words.apply(it.label()), it.role());
            case Layer.Callout it -> new Layer.Callout(it.x(), it.y(), words.apply(it.text()), words.apply(it.detail()), it.role());
            case Layer.Drop it -> new Layer.Drop(it.x(), it.y(), words.apply(it.text()), it.role());
        };
    }
}
