package org.tailwright.traces;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tailwright.charts.Anchor;
import org.tailwright.charts.Layout;
import org.tailwright.charts.Mark;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.Pen;
import org.tailwright.charts.Quantity;
import org.tailwright.charts.Rectangle;
import org.tailwright.charts.Role;
import org.tailwright.charts.Scale;
import org.tailwright.charts.Scene;
import org.tailwright.charts.TextMeasure;
import org.tailwright.charts.TextStyle;
import org.tailwright.charts.Tick;
import org.tailwright.data.TimeSpan;

/// Draws a waterfall: names at the left, one bar per span in its service's colour, the critical path as a line inside the bars, failed
/// spans marked. The same picture in window and report.
public final class WaterfallPicture {
    /// Height of a line in pixels.
    public static final double ROW = 22;
    private static final double HEAD = 26;
    private static final double BAR = 12;
    private static final double GAP = 8;
    private static final TextStyle NAME = TextStyle.of(Layout.SMALL + 1, Role.TEXT);
    private static final TextStyle SMALL = TextStyle.of(Layout.SMALL, Role.MUTED);

    private final Waterfall trace;
    private final TextMeasure measure;
    private final Map<String, Role> services = new LinkedHashMap<>();
    private final double left;
    private final double right;

    private WaterfallPicture(Waterfall trace, double width, TextMeasure measure) {
        this.trace = trace;
        this.measure = measure;
        this.left = Math.min(width * 0.45, 40 + trace.lines().stream()
                .mapToDouble(line -> indent(line) + measure.width(words(line), NAME)).max().orElse(0));
        this.right = width - 70;
        trace.lines().forEach(line -> services.computeIfAbsent(line.name().service(), _ -> Role.service(services.size())));
    }

    /// Height that shows the first `lines` lines.
    public static double height(Waterfall trace, int lines) {
        return HEAD + ROW * Math.min(lines, trace.lines().size()) + 4;
    }

    /// The picture of the first `lines` lines.
    public static Scene of(Waterfall trace, int lines, double width, TextMeasure measure) {
        WaterfallPicture picture = new WaterfallPicture(trace, width, measure);
        double height = height(trace, lines);
        List<Mark> marks = new ArrayList<>();
        picture.axis(marks, height);
        for (int i = 0; i < Math.min(lines, trace.lines().size()); i++) {
            marks.add(picture.line(trace.lines().get(i), HEAD + ROW * i));
        }
        String words = trace.lines().size() + " spans in " + Numbers.duration(trace.span().length()) + ", services "
                + String.join(", ", picture.services.keySet());
        return Scene.of(width, height, marks, "Trace " + trace.trace(), words);
    }

    /// The services of the trace in the order of their colours.
    public static List<String> services(Waterfall trace) {
        return trace.lines().stream().map(line -> line.name().service()).distinct().toList();
    }

    private void axis(List<Mark> marks, double height) {
        double whole = Math.max(1, trace.span().length());
        Scale.Linear scale = new Scale.Linear(0, whole);
        for (Tick tick : scale.ticks((int) Math.max(2, (right - left) / 90), Quantity.DURATION_NANOS)) {
            double x = left + (right - left) * scale.position(tick.value());
            marks.add(Mark.Polyline.segment(x, HEAD - 6, x, height, Pen.solid(Role.GRID, 1)));
            marks.add(Mark.Text.of(x, HEAD - 11, tick.label(), SMALL.at(Anchor.MIDDLE)));
        }
    }

    private Mark line(Waterfall.Line line, double top) {
        List<Mark> marks = new ArrayList<>();
        Role colour = services.getOrDefault(line.name().service(), Role.SERVICE_1);
        double middle = top + ROW / 2;
        double base = middle + measure.capHeight(NAME.size()) / 2;
        double at = 8 + indent(line);
        marks.add(new Mark.Circle(at, middle, 4, colour, null));
        marks.add(Mark.Text.of(at + 10, base, measure.fit(words(line), left - at - 10 - GAP, NAME), NAME));
        double from = x(line.time().start());
        double to = Math.max(from + 1.5, x(line.time().end()));
        marks.add(new Mark.Rect(new Rectangle(from, middle - BAR / 2, to - from, BAR), 2, colour, null));
        for (TimeSpan part : line.critical()) {
            marks.add(Mark.Rect.filled(new Rectangle(x(part.start()), middle - 1.5, Math.max(1, x(part.end()) - x(part.start())), 3), Role.CRITICAL));
        }
        String took = (line.failed() ? "✕ " : "") + Numbers.duration(line.time().length());
        TextStyle style = line.failed() ? TextStyle.of(Layout.SMALL, Role.BAD).bold() : SMALL;
        boolean outside = to + 6 + measure.width(took, style) <= right + 66;
        double words = outside ? to + 6 : from - 6;
        marks.add(Mark.Text.of(words, base, took, outside ? style : style.at(Anchor.END)));
        return new Mark.Titled(title(line), marks);
    }

    private String title(Waterfall.Line line) {
        long critical = line.critical().stream().mapToLong(TimeSpan::length).sum();
        return words(line) + "\n" + Numbers.duration(line.time().length()) + " from " + Numbers.duration(line.time().start() - trace.span().start())
                + (critical > 0 ? "\non the critical path for " + Numbers.duration(critical) : "") + (line.failed() ? "\nfailed" : "");
    }

    private double x(long time) {
        return left + (right - left) * (time - trace.span().start()) / Math.max(1, trace.span().length());
    }

    private static double indent(Waterfall.Line line) {
        return 12.0 * Math.min(line.depth(), 12);
    }

    private static String words(Waterfall.Line line) {
        return line.name().operation() + " · " + line.name().service();
    }
}
