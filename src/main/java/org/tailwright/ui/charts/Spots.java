package org.tailwright.ui.charts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tailwright.charts.Mark;
import org.tailwright.charts.Plot;
import org.tailwright.charts.Scene;

/// What lies at a pixel of a chart.
final class Spots {
    private Spots() {}

    static Spot at(ChartPane pane, double px, double py) {
        @Nullable Plot plot = pane.plot();
        String title = pane.picture().map(Scene::marks).map(marks -> title(marks, px, py)).orElse(null);
        boolean inside = plot != null && plot.area().contains(px, py);
        return plot == null || !inside ? new Spot(Double.NaN, Double.NaN, title, px, py)
                : new Spot(plot.xAt(px), plot.yAt(py), title, px, py);
    }

    /// The topmost titled mark at a pixel.
    private static @Nullable String title(List<Mark> marks, double px, double py) {
        for (Mark mark : marks.reversed()) {
            String found = switch (mark) {
                case Mark.Titled titled -> titled.marks().stream().anyMatch(each -> covers(each, px, py)) ? titled.title() : null;
                case Mark.Clip clip -> clip.area().contains(px, py) ? title(clip.marks(), px, py) : null;
                case Mark.Polyline _, Mark.Polygon _, Mark.Rect _, Mark.Rects _, Mark.Cells _, Mark.Circle _, Mark.Dots _, Mark.Text _ -> null;
            };
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static boolean covers(Mark mark, double px, double py) {
        return switch (mark) {
            case Mark.Rect rect -> rect.area().contains(px, py);
            case Mark.Rects rects -> covers(rects, px, py);
            case Mark.Circle circle -> Math.hypot(px - circle.x(), py - circle.y()) <= circle.radius() + 2;
            case Mark.Dots dots -> covers(dots, px, py);
            case Mark.Polyline line -> near(line, px, py);
            case Mark.Polygon area -> inside(area, px, py);
            case Mark.Clip clip -> clip.area().contains(px, py) && clip.marks().stream().anyMatch(each -> covers(each, px, py));
            case Mark.Titled titled -> titled.marks().stream().anyMatch(each -> covers(each, px, py));
            case Mark.Text _, Mark.Cells _ -> false;
        };
    }

    private static boolean covers(Mark.Rects rects, double px, double py) {
        for (int i = 0; i < rects.xs().length; i++) {
            if (px >= rects.xs()[i] && px <= rects.xs()[i] + rects.widths()[i]
                    && py >= rects.ys()[i] && py <= rects.ys()[i] + rects.heights()[i]) {
                return true;
            }
        }
        return false;
    }

    private static boolean covers(Mark.Dots dots, double px, double py) {
        for (int i = 0; i < dots.xs().length; i++) {
            if (Math.hypot(px - dots.xs()[i], py - dots.ys()[i]) <= dots.radius() + 2) {
                return true;
            }
        }
        return false;
    }

    private static boolean near(Mark.Polyline line, double px, double py) {
        for (int i = 1; i < line.xs().length; i++) {
            double dx = line.xs()[i] - line.xs()[i - 1];
            double dy = line.ys()[i] - line.ys()[i - 1];
            double t = Math.clamp(((px - line.xs()[i - 1]) * dx + (py - line.ys()[i - 1]) * dy) / Math.max(1e-9, dx * dx + dy * dy), 0, 1);
            if (Math.hypot(px - line.xs()[i - 1] - t * dx, py - line.ys()[i - 1] - t * dy) <= 4) {
                return true;
            }
        }
        return false;
    }

    private static boolean inside(Mark.Polygon area, double px, double py) {
        boolean inside = false;
        int n = area.xs().length;
        for (int i = 0, j = n - 1; i < n; j = i++) {
            if ((area.ys()[i] > py) != (area.ys()[j] > py)
                    && px < (area.xs()[j] - area.xs()[i]) * (py - area.ys()[i]) / (area.ys()[j] - area.ys()[i]) + area.xs()[i]) {
                inside = !inside;
            }
        }
        return inside;
    }
}
