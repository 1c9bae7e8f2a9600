package org.tailwright.charts;

import java.util.ArrayList;
import java.util.List;

/// Margins, ticks and grid of one chart.
///
/// @param plot where values are drawn
/// @param xTicks with labels as they will be written
/// @param yTicks with labels as they will be written
/// @param outer the area that the frame may use
/// @param measure widths of text
record Frame(Plot plot, List<Tick> xTicks, List<Tick> yTicks, Rectangle outer, TextMeasure measure) {
    private static final double GAP = 8;
    private static final double TICK_ROW = 20;
    private static final double TITLE_ROW = 16;
    private static final TextStyle TICK = TextStyle.of(Layout.SMALL, Role.MUTED);

    static Frame of(Chart chart, Rectangle outer, List<EndLabel> ends, TextMeasure measure) {
        double below = Math.min(outer.height() * 0.6, TICK_ROW + (chart.x().title().isEmpty() ? 0 : TITLE_ROW));
        double top = outer.y() + Math.min(6, outer.height() / 10);
        double height = Math.max(1, outer.bottom() - below - top);
        List<Tick> yTicks = shortened(Ticks.fit(chart.y(), height, false, Layout.SMALL, measure), outer.width() * 0.4, measure);
        double left = Math.min(outer.width() * 0.45, widest(yTicks, measure) + GAP + 2);
        double right = Math.min(outer.width() * 0.3, endRoom(ends, measure));
        double width = Math.max(1, outer.width() - left - right);
        List<Tick> xTicks = xTicks(chart.x(), width, measure);
        double overLeft = 0;
        double overRight = 0;
        for (Tick tick : xTicks) {
            double at = chart.x().scale().position(tick.value()) * width;
            double half = measure.width(tick.label(), TICK) / 2 + 1;
            overLeft = Math.max(overLeft, half - at);
            overRight = Math.max(overRight, at + half - width);
        }
        left = Math.max(left, Math.min(overLeft, outer.width() * 0.45));
        right = Math.max(right, Math.min(overRight, outer.width() * 0.3));
        Rectangle area = new Rectangle(outer.x() + left, top, Math.max(1, outer.width() - left - right), height);
        return new Frame(new Plot(area, chart.x(), chart.y()), xTicks(chart.x(), area.width(), measure), yTicks, outer, measure);
    }

    private static List<Tick> xTicks(Axis axis, double width, TextMeasure measure) {
        if (axis.scale() instanceof Scale.Named named) {
            return shortened(Ticks.fit(axis, width, true, Layout.SMALL, measure), width / Math.min(3, named.names().size()), measure);
        }
        return Ticks.fit(axis, width, true, Layout.SMALL, measure);
    }

    private static List<Tick> shortened(List<Tick> ticks, double room, TextMeasure measure) {
        List<Tick> fitting = new ArrayList<>();
        ticks.forEach(tick -> fitting.add(new Tick(tick.value(), measure.fit(tick.label(), room, TICK))));
        return fitting;
    }

    private static double widest(List<Tick> ticks, TextMeasure measure) {
        return ticks.stream().mapToDouble(tick -> measure.width(tick.label(), TICK)).max().orElse(0);
    }

    private static double endRoom(List<EndLabel> ends, TextMeasure measure) {
        double room = 4;
        for (EndLabel end : ends) {
            if (end.margin()) {
                room = Math.max(room, measure.width(end.text(), TICK) + GAP);
            }
        }
        return room;
    }

    void addGridTo(List<Mark> marks) {
        Pen grid = Pen.solid(Role.GRID, 1);
        Rectangle area = plot.area();
        for (Tick tick : yTicks) {
            double y = crisp(plot.py(tick.value()));
            marks.add(Mark.Polyline.segment(area.x(), y, area.right(), y, grid));
        }
        for (Tick tick : xTicks) {
            double x = crisp(plot.px(tick.value()));
            marks.add(Mark.Polyline.segment(x, area.y(), x, area.bottom(), grid));
        }
    }

    void addLabelsTo(List<Mark> marks) {
        Rectangle area = plot.area();
        TextStyle right = TICK.at(Anchor.END);
        TextStyle middle = TICK.at(Anchor.MIDDLE);
        double drop = measure.capHeight(Layout.SMALL) / 2;
        for (Tick tick : yTicks) {
            marks.add(Mark.Text.of(area.x() - GAP, plot.py(tick.value()) + drop, tick.label(), right));
        }
        for (Tick tick : xTicks) {
            double half = measure.width(tick.label(), middle) / 2;
            double x = Math.max(outer.x() + half, Math.min(outer.right() - half, plot.px(tick.value())));
            marks.add(Mark.Text.of(x, area.bottom() + 16, tick.label(), middle));
        }
        if (!plot.x().title().isEmpty() && area.bottom() + TICK_ROW + TITLE_ROW <= outer.bottom() + 1) {
            String title = measure.fit(plot.x().title(), area.width() + 2 * Math.min(area.x(), outer.right() - area.right()), middle);
            marks.add(Mark.Text.of(area.centreX(), area.bottom() + 31, title, middle));
        }
    }

    /// The middle of the pixel, so that lines of one pixel stay sharp.
    static double crisp(double pixel) {
        return Math.floor(pixel) + 0.5;
    }
}
