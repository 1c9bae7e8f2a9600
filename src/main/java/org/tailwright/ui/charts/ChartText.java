package org.tailwright.ui.charts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tailwright.charts.Chart;
import org.tailwright.charts.Layer;
import org.tailwright.charts.Scale;

/// The numbers of a chart as a table in text: CSV (raw values, comma) or parted by tabs (as on the axes).
final class ChartText {
    private ChartText() {}

    static String csv(Chart chart) {
        StringBuilder text = new StringBuilder("layer,x," + (chart.layers().stream().anyMatch(Layer.Heat.class::isInstance) ? "y,count" : "y,low,high")
                + "\n");
        rows(chart).forEach(row -> text.append(String.join(",", row.stream().map(ChartText::quoted).toList())).append('\n'));
        return text.toString();
    }

    static String words(Chart chart) {
        StringBuilder text = new StringBuilder(chart.spoken()).append('\n');
        for (Layer layer : chart.layers()) {
            switch (layer) {
                case Layer.Line line -> each(text, chart, line.label(), line.xs(), line.ys());
                case Layer.Points points -> each(text, chart, points.label(), points.xs(), points.ys());
                case Layer.RuleX rule -> text.append(rule.label()).append('\t').append(chart.x().format(rule.at())).append('\n');
                case Layer.RuleY rule -> text.append(rule.label()).append('\t').append(chart.y().format(rule.at())).append('\n');
                case Layer.Callout callout -> text.append(callout.text()).append('\t').append(callout.detail()).append('\n');
                case Layer.Drop drop -> text.append(drop.text()).append('\n');
                case Layer.Band _, Layer.Bars _, Layer.Heat _, Layer.SpanX _, Layer.Box _, Layer.Events _ -> { }
            }
        }
        return text.toString();
    }

    private static void each(StringBuilder text, Chart chart, String label, double[] xs, double[] ys) {
        for (int i = 0; i < xs.length; i++) {
            text.append(label).append('\t').append(chart.x().format(xs[i])).append('\t').append(chart.y().format(ys[i])).append('\n');
        }
    }

    private static List<List<String>> rows(Chart chart) {
        List<List<String>> rows = new ArrayList<>();
        for (Layer layer : chart.layers()) {
            switch (layer) {
                case Layer.Line line -> add(rows, chart, line.label(), line.xs(), line.ys());
                case Layer.Points points -> add(rows, chart, points.label(), points.xs(), points.ys());
                case Layer.Band band -> add(rows, chart, band.label(), band.xs(), band.lows(), band.highs());
                case Layer.Bars bars -> add(rows, chart, bars.label(), Arrays.copyOf(bars.edges(), bars.lows().length), bars.lows(), bars.highs());
                case Layer.Heat heat -> heat(rows, chart, heat);
                case Layer.RuleX rule -> rows.add(List.of(rule.label(), raw(chart.x().scale(), rule.at()), "", "", ""));
                case Layer.RuleY rule -> rows.add(List.of(rule.label(), "", raw(chart.y().scale(), rule.at()), "", ""));
                case Layer.Events events -> add(rows, chart, events.label(), events.starts(), events.starts(), events.ends());
                case Layer.SpanX _, Layer.Box _, Layer.Callout _, Layer.Drop _ -> { }
            }
        }
        return rows;
    }

    private static void add(List<List<String>> rows, Chart chart, String label, double[] xs, double[] ys) {
        for (int i = 0; i < xs.length; i++) {
            rows.add(List.of(label, raw(chart.x().scale(), xs[i]), raw(chart.y().scale(), ys[i]), "", ""));
        }
    }

    private static void add(List<List<String>> rows, Chart chart, String label, double[] xs, double[] lows, double[] highs) {
        for (int i = 0; i < xs.length; i++) {
            rows.add(List.of(label, raw(chart.x().scale(), xs[i]), "", raw(chart.y().scale(), lows[i]), raw(chart.y().scale(), highs[i])));
        }
    }

    private static void heat(List<List<String>> rows, Chart chart, Layer.Heat heat) {
        for (int column = 0; column < heat.grid().columns(); column++) {
            for (int row = 0; row < heat.grid().rows(); row++) {
                long count = heat.grid().count(column, row);
                if (count > 0) {
                    rows.add(List.of(heat.what(), raw(chart.x().scale(), heat.grid().x().value((column + 0.5) / heat.grid().columns())),
                            raw(chart.y().scale(), heat.grid().y().value((row + 0.5) / heat.grid().rows())), Long.toString(count)));
                }
            }
        }
    }

    private static String raw(Scale scale, double value) {
        return switch (scale) {
            case Scale.Time _ -> Long.toString((long) value);
            case Scale.Named named -> named.name(value);
            case Scale.Linear _, Scale.Log _, Scale.Nines _ -> Double.isNaN(value) ? "" : Double.toString(value);
        };
    }

    private static String quoted(String text) {
        return text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0 ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
