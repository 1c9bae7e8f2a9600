package org.tailwright.charts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Turns a chart into marks for a given size. Pure: the same chart, size and measure give the same scene.
public final class Layout {
    /// Font size of ticks, labels and legends in pixels.
    public static final double SMALL = 11;

    /// Font size of titles in pixels.
    public static final double TITLE = 13;

    private Layout() {}

    /// Lays a chart out in `width` × `height` pixels. Text is never clipped: what does not fit is shortened with "…" or left out.
    public static Scene lay(Chart chart, double width, double height, TextMeasure measure) {
        List<Mark> marks = new ArrayList<>();
        Header header = new Header(chart, width, measure);
        List<EndLabel> ends = EndLabel.of(chart);
        Frame frame = Frame.of(chart, new Rectangle(0, header.height(), width, Math.max(1, height - header.height())), ends, measure);
        Plot plot = frame.plot();
        header.addTo(marks, plot.area());
        frame.addGridTo(marks);
        LayerMarks inside = new LayerMarks(plot);
        chart.layers().forEach(inside::add);
        marks.add(new Mark.Clip(plot.area().grown(0.5), inside.behind()));
        marks.addAll(inside.above());
        frame.addLabelsTo(marks);
        marks.addAll(new Labels(plot, width, measure, inside).place(chart.layers(), ends));
        if (!chart.layers().isEmpty() && chart.layers().stream().noneMatch(Layout::shows)) {
            marks.add(Mark.Text.of(plot.area().centreX(), plot.area().centreY() + 4, "No values here", TextStyle.of(13, Role.MUTED).at(Anchor.MIDDLE)));
        }
        return new Scene(width, height, plot, marks, chart.title(), chart.spoken());
    }

    /// Whether a layer has anything to look at, were it within the axes; lines and regions for orientation alone say nothing.
    private static boolean shows(Layer layer) {
        return switch (layer) {
            case Layer.Line line -> finite(line.ys());
            case Layer.Points points -> finite(points.ys());
            case Layer.Band band -> finite(band.lows());
            case Layer.Bars bars -> bars.lows().length > 0;
            case Layer.Heat heat -> heat.grid().total() > 0;
            case Layer.Events _, Layer.Callout _, Layer.Drop _ -> true;
            case Layer.RuleX _, Layer.RuleY _, Layer.SpanX _, Layer.Box _ -> false;
        };
    }

    /// Whether any of the values can be shown.
    static boolean finite(double[] values) {
        return Arrays.stream(values).anyMatch(Double::isFinite);
    }
}
