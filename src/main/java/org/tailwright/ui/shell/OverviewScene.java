package org.tailwright.ui.shell;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tailwright.charts.Anchor;
import org.tailwright.charts.Axis;
import org.tailwright.charts.Mark;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.Pen;
import org.tailwright.charts.Plot;
import org.tailwright.charts.Quantity;
import org.tailwright.charts.Rectangle;
import org.tailwright.charts.Role;
import org.tailwright.charts.Scene;
import org.tailwright.charts.TextMeasure;
import org.tailwright.charts.TextStyle;
import org.tailwright.charts.Tick;
import org.tailwright.data.TimeSpan;
import org.tailwright.ui.state.Timeline;

/// Draws the overview strip.
///
/// @param selected the time window, where one is selected
record OverviewScene(Overview overview, Timeline timeline, Optional<TimeSpan> selected, ZoneId zone) {
    private static final double TICKS = 15;
    private static final TextStyle SMALL = TextStyle.of(11, Role.MUTED).at(Anchor.MIDDLE);

    Scene make(double width, double height) {
        Rectangle area = new Rectangle(0, 0, width, Math.max(1, height - TICKS));
        Axis x = Axis.time("", overview.whole().start(), Math.max(overview.whole().start() + 1, overview.whole().end()), zone);
        long most = Math.max(1, Arrays.stream(overview.counts()).max().orElse(1));
        Plot plot = new Plot(area, x, Axis.linear("", 0, most, Quantity.COUNT));
        List<Mark> marks = new ArrayList<>();
        marks.add(Mark.Rect.filled(area, Role.PANE));
        marks.add(bars(overview.counts(), plot, Role.HEAT_2));
        marks.add(bars(overview.errors(), plot, Role.BAD));
        addPauses(marks, plot);
        addVisible(marks, plot);
        selected.ifPresent(window -> addWindow(marks, plot, window));
        timeline.marks().forEach(mark -> addMark(marks, plot, mark));
        addTicks(marks, plot, width, height);
        return new Scene(width, height, plot, marks, "Whole time range",
                "Requests over the whole time range; drag to select a time window, double click to take it back.");
    }

    private static Mark bars(long[] values, Plot plot, Role role) {
        int n = values.length;
        double[] xs = new double[n];
        double[] ys = new double[n];
        double[] widths = new double[n];
        double[] heights = new double[n];
        double step = plot.area().width() / n;
        for (int i = 0; i < n; i++) {
            xs[i] = i * step;
            widths[i] = step;
            ys[i] = plot.py(values[i]) + (values[i] > 0 ? 1 : 0);
            heights[i] = Math.max(0, plot.area().bottom() - ys[i]);
        }
        return new Mark.Rects(xs, ys, widths, heights, role);
    }

    private void addPauses(List<Mark> marks, Plot plot) {
        int n = overview.pauseStarts().length;
        double[] xs = new double[n];
        double[] widths = new double[n];
        double[] ys = new double[n];
        double[] heights = new double[n];
        for (int i = 0; i < n; i++) {
            xs[i] = plot.px(overview.pauseStarts()[i]);
            widths[i] = Math.max(1.5, plot.px(overview.pauseEnds()[i]) - xs[i]);
            ys[i] = plot.area().bottom() - 5;
            heights[i] = 5;
        }
        marks.add(new Mark.Rects(xs, ys, widths, heights, Role.SERIES_2));
    }

    /// What time charts do not show lies in shade.
    private void addVisible(List<Mark> marks, Plot plot) {
        timeline.visible().ifPresent(part -> {
            double left = Math.max(0, plot.px(part.start()));
            double right = Math.min(plot.area().right(), plot.px(part.end()));
            marks.add(Mark.Rect.filled(new Rectangle(0, 0, left, plot.area().height()), Role.SHADE));
            marks.add(Mark.Rect.filled(new Rectangle(right, 0, Math.max(0, plot.area().right() - right), plot.area().height()), Role.SHADE));
        });
    }

    private static void addWindow(List<Mark> marks, Plot plot, TimeSpan window) {
        double left = Math.clamp(plot.px(window.start()), 0, plot.area().right());
        double right = Math.clamp(plot.px(window.end()), left, plot.area().right());
        Rectangle area = new Rectangle(left, 0.5, Math.max(2, right - left), plot.area().height() - 1);
        marks.add(new Mark.Rect(area, 0, Role.SELECTION, Pen.solid(Role.SELECTION_LINE, 1.5)));
        for (double edge : new double[] {left, Math.max(left + 2, right)}) {
            marks.add(new Mark.Rect(new Rectangle(edge - 2.5, plot.area().centreY() - 8, 5, 16), 2, Role.SELECTION_LINE, null));
        }
    }

    private static void addMark(List<Mark> marks, Plot plot, Timeline.Mark mark) {
        double x = plot.px(mark.time());
        marks.add(Mark.Polyline.segment(x, 0, x, plot.area().bottom(), Pen.solid(Role.TEXT, 1)));
        marks.add(Mark.Text.of(x + 3, 10, mark.label(), TextStyle.of(11, Role.TEXT).bold().withHalo()));
    }

    private void addTicks(List<Mark> marks, Plot plot, double width, double height) {
        TextMeasure measure = TextMeasure.bundled();
        double free = 0;
        for (Tick tick : plot.x().scale().ticks((int) Math.max(1, width / 90), plot.x().quantity())) {
            double half = measure.width(tick.label(), SMALL) / 2;
            double x = Math.clamp(plot.px(tick.value()), half, Math.max(half, width - half));
            if (x - half >= free) {
                marks.add(Mark.Text.of(x, height - 3, tick.label(), SMALL));
                free = x + half + 10;
            }
        }
    }

    /// What the strip says at a moment.
    String words(double time) {
        if (Double.isNaN(time)) {
            return "";
        }
        int part = Math.clamp((long) ((time - overview.whole().start()) / Math.max(1.0, overview.whole().length()) * Overview.PARTS),
                0, Overview.PARTS - 1);
        String errors = overview.errors()[part] == 0 ? "" : "\n" + Numbers.count(overview.errors()[part]) + " failed";
        double seconds = overview.whole().length() / 1e9 / Overview.PARTS;
        String rate = overview.hasCounts() ? "\n" + Numbers.rate(overview.counts()[part] / Math.max(1e-9, seconds)) + errors : "";
        return Numbers.clock((long) time, zone, overview.whole().length()) + rate;
    }
}
