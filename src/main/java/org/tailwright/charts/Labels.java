package org.tailwright.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Places the labels inside and beside the plot: each tries a few places in order of preference and takes the one that covers the
/// fewest labels and lines.
final class Labels {
    private static final double SIZE = Layout.SMALL;
    private static final double LINE = 14;
    private static final double PAD = 4;

    private final Plot plot;
    private final double width;
    private final TextMeasure measure;
    private final LayerMarks obstacles;
    private final List<Rectangle> taken = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();

    Labels(Plot plot, double width, TextMeasure measure, LayerMarks obstacles) {
        this.plot = plot;
        this.width = width;
        this.measure = measure;
        this.obstacles = obstacles;
    }

    List<Mark> place(List<Layer> layers, List<EndLabel> ends) {
        marginLabels(ends.stream().filter(EndLabel::margin).toList());
        for (Layer layer : layers) {
            if (layer instanceof Layer.Callout callout) {
                callout(callout);
            } else if (layer instanceof Layer.Drop drop) {
                drop(drop);
            }
        }
        for (Layer layer : layers) {
            switch (layer) {
                case Layer.RuleY rule -> ruleY(rule);
                case Layer.RuleX rule -> ruleX(rule);
                case Layer.SpanX span -> span(span);
                case Layer.Line _, Layer.Band _, Layer.Points _, Layer.Bars _, Layer.Heat _, Layer.Box _, Layer.Events _,
                        Layer.Callout _, Layer.Drop _ -> {}
            }
        }
        ends.stream().filter(end -> !end.margin()).forEach(this::innerLabel);
        return marks;
    }

    /// Labels right of the plot, pushed apart so that none touches another, as near to their lines as that allows.
    private void marginLabels(List<EndLabel> ends) {
        List<EndLabel> sorted = new ArrayList<>(ends);
        sorted.sort(Comparator.comparingDouble(end -> -end.y()));
        double[] middles = sorted.stream().mapToDouble(end -> plot.area().bottom() - end.y() * plot.area().height()).toArray();
        spread(middles, LINE, plot.area().y() + LINE / 2, plot.area().bottom() - LINE / 2);
        double x = plot.area().right() + 5;
        for (int i = 0; i < middles.length; i++) {
            TextStyle style = TextStyle.of(SIZE, sorted.get(i).role());
            String text = measure.fit(sorted.get(i).text(), width - x, style);
            if (!text.isEmpty()) {
                marks.add(Mark.Text.of(x, middles[i] + measure.capHeight(SIZE) / 2, text, style));
                taken.add(box(x, middles[i] - LINE / 2, measure.width(text, style)));
            }
        }
    }

    /// Moves ascending places at least `gap` apart: each run that is too dense is spread around its mean and kept within bounds.
    static void spread(double[] places, double gap, double low, double high) {
        for (int round = 0; round < 50; round++) {
            boolean moved = false;
            for (int i = 1; i < places.length; i++) {
                double lack = gap - (places[i] - places[i - 1]);
                if (lack > 0.01) {
                    places[i - 1] -= lack / 2;
                    places[i] += lack / 2;
                    moved = true;
                }
            }
            for (int i = 0; i < places.length; i++) {
                places[i] = Math.max(low + i * gap, Math.min(high - (places.length - 1 - i) * gap, places[i]));
            }
            if (!moved) {
                return;
            }
        }
        for (int i = 1; i < places.length; i++) {
            places[i] = Math.max(places[i], places[i - 1] + gap);
        }
    }

    private void innerLabel(EndLabel end) {
        double x = plot.area().x() + end.x() * plot.area().width();
        double y = plot.area().bottom() - end.y() * plot.area().height();
        TextStyle style = TextStyle.of(SIZE, end.role()).withHalo();
        double w = measure.width(end.text(), style);
        best(end.text(), style, List.of(
                box(x + 4, y - LINE / 2, w), box(x - w / 2, y - LINE - 3, w), box(x - w - 6, y - LINE / 2, w), box(x + 4, y + 3, w),
                box(x - w - 6, y - LINE - 3, w), box(x - w - 6, y + 3, w)));
    }

    private void ruleY(Layer.RuleY rule) {
        if (rule.label().isEmpty() || !LayerMarks.within(rule.at(), plot.y().scale())) {
            return;
        }
        double y = plot.py(rule.at());
        TextStyle style = TextStyle.of(SIZE, rule.role()).withHalo();
        String text = measure.fit(rule.label(), plot.area().width() - 2 * PAD, style);
        double w = measure.width(text, style);
        double room = plot.area().width() - w - 2 * PAD;
        List<Rectangle> boxes = new ArrayList<>();
        for (double part : new double[] {0, 1, 0.25, 0.5, 0.75}) {
            boxes.add(box(plot.area().x() + PAD + part * room, y - LINE - 1, w));
            boxes.add(box(plot.area().x() + PAD + part * room, y + 2, w));
        }
        best(text, style, boxes);
    }

    private void ruleX(Layer.RuleX rule) {
        if (rule.label().isEmpty() || !LayerMarks.within(rule.at(), plot.x().scale())) {
            return;
        }
        double x = plot.px(rule.at());
        TextStyle style = TextStyle.of(SIZE, rule.role()).withHalo();
        String text = measure.fit(rule.label(), plot.area().width() - 2 * PAD, style);
        double w = measure.width(text, style);
        List<Rectangle> boxes = new ArrayList<>();
        for (double y = plot.area().y() + 1; y < plot.area().y() + 4 * LINE; y += LINE) {
            boxes.add(box(x - PAD - w, y, w));
            boxes.add(box(x + PAD, y, w));
        }
        best(text, style, boxes);
    }

    private void span(Layer.SpanX span) {
        double left = Math.clamp(plot.px(span.low()), plot.area().x(), plot.area().right());
        double right = Math.clamp(plot.px(span.high()), plot.area().x(), plot.area().right());
        if (span.label().isEmpty() || right <= left) {
            return;
        }
        TextStyle style = TextStyle.of(SIZE, Role.MUTED).withHalo();
        String text = measure.fit(span.label(), plot.area().width() - 2 * PAD, style);
        double w = measure.width(text, style);
        double x = Math.max(plot.area().x() + PAD, right - PAD - w);
        double bottom = plot.area().bottom() - LINE - 3;
        List<Rectangle> boxes = List.of(box(x, bottom, w), box(x, plot.area().y() + 3, w), box(x, bottom - LINE, w),
                box(left + PAD, bottom, w), box(left + PAD, plot.area().y() + 3, w));
        if (boxes.stream().anyMatch(box -> taken.stream().noneMatch(box::overlaps))) {
            best(text, style, boxes);
        }
    }

    private void drop(Layer.Drop drop) {
        if (!LayerMarks.within(drop.x(), plot.x().scale()) || !LayerMarks.within(drop.y(), plot.y().scale())) {
            return;
        }
        TextStyle style = TextStyle.of(SIZE, Role.TEXT).bold().withHalo();
        String text = measure.fit(drop.text(), plot.area().width() - 2 * PAD, style);
        double w = measure.width(text, style);
        double x = plot.px(drop.x()) - w / 2;
        double y = plot.py(drop.y()) - LINE;
        List<Rectangle> boxes = new ArrayList<>();
        for (double up = 6; up <= 42; up += 6) {
            boxes.add(box(x, y - up, w));
        }
        boxes.add(box(x, y + LINE + 6, w));
        best(text, style, boxes);
    }

    private void callout(Layer.Callout callout) {
        if (!LayerMarks.within(callout.x(), plot.x().scale()) || !LayerMarks.within(callout.y(), plot.y().scale())) {
            return;
        }
        double px = plot.px(callout.x());
        double py = plot.py(callout.y());
        TextStyle bold = TextStyle.of(SIZE, Role.TEXT).bold();
        TextStyle muted = TextStyle.of(SIZE, Role.MUTED);
        double room = plot.area().width() * 0.75 - 18;
        String text = measure.width(callout.text(), bold) > room + 12 ? "" : callout.text();
        String detail = plot.area().height() < 120 || measure.width(callout.detail(), muted) > room ? "" : callout.detail();
        double w = Math.max(measure.width(text, bold), measure.width(detail, muted)) + 18;
        double h = detail.isEmpty() ? 24 : 39;
        if (text.isEmpty() || plot.area().height() < 2 * h) {
            return;
        }
        List<Rectangle> boxes = new ArrayList<>();
        for (double away : new double[] {10, 24, 44}) {
            for (double x : new double[] {px - w - away, px + away, px - w / 2}) {
                for (double y : new double[] {py - h - away, py + away, py - h / 2}) {
                    boxes.add(new Rectangle(x, y, w, h));
                }
            }
        }
        Rectangle box = cheapest(boxes);
        taken.add(box);
        marks.add(new Mark.Rect(box, 4, Role.SURFACE, Pen.solid(Role.LINE, 1)));
        marks.add(Mark.Text.of(box.x() + 9, box.y() + 16, text, bold));
        if (!detail.isEmpty()) {
            marks.add(Mark.Text.of(box.x() + 9, box.y() + 31, detail, muted));
        }
    }

    private static Rectangle box(double x, double y, double w) {
        return new Rectangle(x, y, w, LINE);
    }

    private void best(String text, TextStyle style, List<Rectangle> boxes) {
        if (text.isEmpty()) {
            return;
        }
        Rectangle box = cheapest(boxes);
        taken.add(box);
        marks.add(Mark.Text.of(box.x(), box.centreY() + measure.capHeight(SIZE) / 2, text, style));
    }

    private Rectangle cheapest(List<Rectangle> boxes) {
        Rectangle best = inside(boxes.getFirst());
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < boxes.size(); i++) {
            Rectangle box = inside(boxes.get(i));
            double moved = Math.abs(box.x() - boxes.get(i).x()) + Math.abs(box.y() - boxes.get(i).y());
            double cost = i + moved + 10 * crossings(box) + 4 * covered(box) + 1000.0 * taken.stream().filter(box.grown(1)::overlaps).count();
            if (cost < least) {
                least = cost;
                best = box;
            }
        }
        return best;
    }

    private Rectangle inside(Rectangle box) {
        double left = Math.min(plot.area().x(), Math.max(0, width - box.width()));
        double x = Math.max(left, Math.min(width - box.width(), box.x()));
        double y = Math.max(plot.area().y(), Math.min(plot.area().bottom() - box.height(), box.y()));
        return new Rectangle(x, y, box.width(), box.height());
    }

    /// How many lines run through a box.
    private long crossings(Rectangle box) {
        Rectangle rim = box.grown(1);
        return obstacles.lines().stream().filter(line -> crosses(line, rim)).count();
    }

    /// How many of the corners and the middle of a box lie in bands.
    private long covered(Rectangle box) {
        double[] xs = {box.x(), box.right(), box.x(), box.right(), box.centreX()};
        double[] ys = {box.y(), box.y(), box.bottom(), box.bottom(), box.centreY()};
        long count = 0;
        for (Mark.Polygon area : obstacles.areas()) {
            for (int i = 0; i < xs.length; i++) {
                count += area.contains(xs[i], ys[i]) ? 1 : 0;
            }
        }
        return count;
    }

    private static boolean crosses(Mark.Polyline line, Rectangle box) {
        for (int i = 0; i < line.xs().length; i++) {
            if (box.contains(line.xs()[i], line.ys()[i])) {
                return true;
            }
            if (i > 0 && passes(line.xs()[i - 1], line.ys()[i - 1], line.xs()[i], line.ys()[i], box)) {
                return true;
            }
        }
        return false;
    }

    /// True when a piece of a line meets a box: the part of the piece within the box's x range also reaches its y range.
    private static boolean passes(double x1, double y1, double x2, double y2, Rectangle box) {
        double from = Math.max(box.x(), Math.min(x1, x2));
        double to = Math.min(box.right(), Math.max(x1, x2));
        if (!(from <= to) || Double.isNaN(y1 + y2)) {
            return false;
        }
        double slope = x1 == x2 ? 0 : (y2 - y1) / (x2 - x1);
        double a = x1 == x2 ? y1 : y1 + slope * (from - x1);
        double b = x1 == x2 ? y2 : y1 + slope * (to - x1);
        return Math.min(a, b) <= box.bottom() && Math.max(a, b) >= box.y();
    }
}
