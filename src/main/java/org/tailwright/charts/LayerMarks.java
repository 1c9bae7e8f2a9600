package org.tailwright.charts;

import java.util.ArrayList;
import java.util.List;

/// Marks of the layers' data. What belongs into the plot's clip and what may reach beyond it (rings of points) are kept apart.
final class LayerMarks {
    private static final int RINGS = 200;
    private static final double RING = 4;

    private final Plot plot;
    private final List<Mark> behind = new ArrayList<>();
    private final List<Mark> above = new ArrayList<>();
    private final List<Mark.Polyline> lines = new ArrayList<>();
    private final List<Mark.Polygon> areas = new ArrayList<>();

    LayerMarks(Plot plot) {
        this.plot = plot;
    }

    /// Marks to clip to the plot.
    List<Mark> behind() {
        return behind;
    }

    /// Marks on top, not clipped.
    List<Mark> above() {
        return above;
    }

    /// The lines of the data in pixels, which labels avoid.
    List<Mark.Polyline> lines() {
        return lines;
    }

    /// The bands in pixels, which labels avoid less.
    List<Mark.Polygon> areas() {
        return areas;
    }

    void add(Layer layer) {
        switch (layer) {
            case Layer.Line line -> line(line);
            case Layer.Band band -> band(band);
            case Layer.Points points -> points(points);
            case Layer.Bars bars -> bars(bars);
            case Layer.Heat heat -> behind.add(cells(heat));
            case Layer.RuleX rule -> rule(rule.at(), plot.x().scale(), true, new Pen(rule.role(), 1, rule.stroke()));
            case Layer.RuleY rule -> rule(rule.at(), plot.y().scale(), false, new Pen(rule.role(), 1, rule.stroke()));
            case Layer.SpanX span -> span(span);
            case Layer.Box box -> box(box);
            case Layer.Events events -> events(events);
            case Layer.Callout callout -> ring(callout);
            case Layer.Drop drop -> drop(drop);
        }
    }

    private void line(Layer.Line line) {
        int[] kept = Downsampling.minMax(line.xs(), line.ys(), plot.x().scale(), (int) Math.max(1, plot.area().width()));
        int corners = line.step() ? 2 : 1;
        double[] xs = new double[Math.max(0, kept.length * corners - corners + 1)];
        double[] ys = new double[xs.length];
        int n = 0;
        for (int i = 0; i < kept.length; i++) {
            if (line.step() && i > 0) {
                xs[n] = x(line.xs()[kept[i]]);
                ys[n] = ys[n - 1];
                n++;
            }
            xs[n] = x(line.xs()[kept[i]]);
            ys[n++] = y(line.ys()[kept[i]]);
        }
        double width = line.role() == Role.BASELINE || line.stroke() != Stroke.SOLID ? 1.25 : 1.75;
        Mark.Polyline mark = new Mark.Polyline(xs, ys, new Pen(line.role(), width, line.stroke()), line.label());
        behind.add(mark);
        lines.add(mark);
    }

    private void band(Layer.Band band) {
        int from = 0;
        int size = band.xs().length;
        for (int i = 0; i <= size; i++) {
            boolean gap = i == size || Double.isNaN(band.lows()[i]) || Double.isNaN(band.highs()[i]);
            if (gap && i > from) {
                Mark.Polygon part = bandPart(band, from, i);
                behind.add(part);
                areas.add(part);
            }
            from = gap ? i + 1 : from;
        }
    }

    private Mark.Polygon bandPart(Layer.Band band, int from, int to) {
        int columns = (int) Math.max(1, plot.area().width());
        int[] low = Downsampling.minMax(to - from, i -> band.xs()[from + i], i -> band.lows()[from + i], plot.x().scale(), columns);
        int[] high = Downsampling.minMax(to - from, i -> band.xs()[from + i], i -> band.highs()[from + i], plot.x().scale(), columns);
        double[] xs = new double[low.length + high.length];
        double[] ys = new double[xs.length];
        for (int i = 0; i < low.length; i++) {
            xs[i] = x(band.xs()[from + low[i]]);
            ys[i] = y(band.lows()[from + low[i]]);
        }
        for (int i = 0; i < high.length; i++) {
            int back = xs.length - 1 - i;
            xs[back] = x(band.xs()[from + high[i]]);
            ys[back] = y(band.highs()[from + high[i]]);
        }
        return new Mark.Polygon(xs, ys, band.role().band(), null);
    }

    private void points(Layer.Points points) {
        Pen bar = Pen.solid(points.role(), 1.25);
        for (int i = 0; i < points.lows().length; i++) {
            if (within(points.xs()[i], plot.x().scale())) {
                double x = x(points.xs()[i]);
                behind.add(Mark.Polyline.segment(x, y(points.lows()[i]), x, y(points.highs()[i]), bar));
            }
        }
        List<Integer> shown = new ArrayList<>();
        for (int i = 0; i < points.xs().length; i++) {
            if (within(points.xs()[i], plot.x().scale()) && within(points.ys()[i], plot.y().scale())) {
                shown.add(i);
            }
        }
        if (points.xs().length <= RINGS) {
            shown.forEach(i -> above.add(point(x(points.xs()[i]), y(points.ys()[i]), points)));
            return;
        }
        double[] xs = shown.stream().mapToDouble(i -> x(points.xs()[i])).toArray();
        double[] ys = shown.stream().mapToDouble(i -> y(points.ys()[i])).toArray();
        behind.add(new Mark.Dots(xs, ys, 1.75, points.role()));
    }

    /// The mark of one point, also in a legend.
    static Mark point(double x, double y, Layer.Points points) {
        if (points.xs().length > RINGS) {
            return new Mark.Circle(x, y, 1.75, points.role(), null);
        }
        return new Mark.Circle(x, y, RING, Role.SURFACE, Pen.solid(points.role(), 1.75));
    }

    private void bars(Layer.Bars bars) {
        int size = bars.lows().length;
        double[][] rects = new double[4][size];
        for (int i = 0; i < size; i++) {
            double from = bars.horizontal() ? y(bars.edges()[i + 1]) : x(bars.edges()[i]);
            double to = bars.horizontal() ? y(bars.edges()[i]) : x(bars.edges()[i + 1]);
            double gap = to - from > 24 ? (to - from) * 0.14 : to - from > 4 ? 0.5 : 0;
            double start = bars.horizontal() ? x(bars.lows()[i]) : y(bars.highs()[i]);
            double end = bars.horizontal() ? x(bars.highs()[i]) : y(bars.lows()[i]);
            double length = Double.isNaN(end - start) ? 0 : Math.abs(end - start);
            double begin = Double.isNaN(end - start) ? 0 : Math.min(start, end);
            rects[0][i] = bars.horizontal() ? begin : from + gap;
            rects[1][i] = bars.horizontal() ? from + gap : begin;
            rects[2][i] = bars.horizontal() ? length : to - from - 2 * gap;
            rects[3][i] = bars.horizontal() ? to - from - 2 * gap : length;
        }
        behind.add(new Mark.Rects(rects[0], rects[1], rects[2], rects[3], bars.role()));
        double zero = bars.horizontal() ? plot.x().scale().position(0) : plot.y().scale().position(0);
        if (zero >= 0 && zero <= 1) {
            rule(0, bars.horizontal() ? plot.x().scale() : plot.y().scale(), bars.horizontal(), Pen.solid(Role.LINE, 1));
        }
    }

    private Mark cells(Layer.Heat heat) {
        HeatGrid grid = heat.grid();
        double[] xs = new double[grid.columns() + 1];
        double[] ys = new double[grid.rows() + 1];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = x(grid.x().value((double) i / grid.columns()));
        }
        for (int i = 0; i < ys.length; i++) {
            ys[i] = y(grid.y().value((double) i / grid.rows()));
        }
        byte[] steps = new byte[grid.counts().length];
        long most = grid.most();
        for (int i = 0; i < steps.length; i++) {
            steps[i] = (byte) heat.colours().step(grid.counts()[i], most);
        }
        return new Mark.Cells(xs, ys, steps, meanings(heat));
    }

    /// For each step the counts that it stands for: "12–40 requests".
    static List<String> meanings(Layer.Heat heat) {
        long most = heat.grid().most();
        List<String> meanings = new ArrayList<>();
        for (int step = 0; step < Role.HEAT_STEPS; step++) {
            long low = heat.colours().lowest(step, most);
            long high = step == Role.HEAT_STEPS - 1 ? most : Math.max(low, heat.colours().lowest(step + 1, most) - 1);
            String range = low >= high ? Numbers.count(low) : Numbers.count(low) + "–" + Numbers.count(high);
            meanings.add((range + " " + heat.what()).strip());
        }
        return meanings;
    }

    private void rule(double at, Scale scale, boolean upright, Pen pen) {
        if (!within(at, scale)) {
            return;
        }
        Rectangle area = plot.area();
        double place = Frame.crisp(upright ? plot.px(at) : plot.py(at));
        behind.add(upright
                ? Mark.Polyline.segment(place, area.y(), place, area.bottom(), pen)
                : Mark.Polyline.segment(area.x(), place, area.right(), place, pen));
    }

    private void span(Layer.SpanX span) {
        Rectangle area = plot.area();
        double left = Math.clamp(x(span.low()), area.x(), area.right());
        double right = Math.clamp(x(span.high()), area.x(), area.right());
        if (right > left) {
            behind.add(Mark.Rect.filled(new Rectangle(left, area.y(), right - left, area.height()), span.role()));
        }
    }

    private void box(Layer.Box box) {
        double left = x(box.xLow());
        double top = y(box.yHigh());
        Rectangle area = new Rectangle(left, top, Math.max(0, x(box.xHigh()) - left), Math.max(0, y(box.yLow()) - top));
        behind.add(new Mark.Rect(area, 0, box.role().band(), Pen.solid(box.role(), 1.5)));
    }

    private void events(Layer.Events events) {
        int size = events.starts().length;
        double[][] rects = new double[4][size];
        for (int i = 0; i < size; i++) {
            double left = x(events.starts()[i]);
            double width = Math.max(2, x(events.ends()[i]) - left);
            rects[0][i] = events.ends()[i] > events.starts()[i] ? left : left - 1;
            rects[1][i] = plot.area().bottom() - 5;
            rects[2][i] = width;
            rects[3][i] = 5;
        }
        behind.add(new Mark.Rects(rects[0], rects[1], rects[2], rects[3], events.role()));
    }

    private void ring(Layer.Callout callout) {
        if (within(callout.x(), plot.x().scale()) && within(callout.y(), plot.y().scale())) {
            above.add(new Mark.Circle(x(callout.x()), y(callout.y()), RING, Role.SURFACE, Pen.solid(callout.role(), 1.75)));
        }
    }

    private void drop(Layer.Drop drop) {
        if (within(drop.x(), plot.x().scale()) && within(drop.y(), plot.y().scale())) {
            double x = Frame.crisp(x(drop.x()));
            behind.add(Mark.Polyline.segment(x, y(drop.y()), x, plot.area().bottom(), new Pen(drop.role(), 1.25, Stroke.DOTTED)));
        }
    }

    static boolean within(double value, Scale scale) {
        double position = scale.position(value);
        return position >= -1e-9 && position <= 1 + 1e-9;
    }

    /// Pixels far outside are pulled near, so that painters need not cope with infinities; a gap stays NaN.
    private double x(double value) {
        double far = plot.area().width() + 1;
        return Math.clamp(plot.px(value), plot.area().x() - far, plot.area().right() + far);
    }

    private double y(double value) {
        double far = plot.area().height() * 4 + 1;
        return Math.clamp(plot.py(value), plot.area().y() - far, plot.area().bottom() + far);
    }
}
