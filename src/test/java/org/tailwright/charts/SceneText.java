package org.tailwright.charts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Writes a scene as readable text for golden files: one mark a line, pixels with one decimal.
public final class SceneText {
    private static final int POINTS = 6;

    private SceneText() {}

    /// The whole scene.
    public static String of(Scene scene) {
        StringBuilder out = new StringBuilder();
        out.append("scene ").append(px(scene.width())).append(" × ").append(px(scene.height())).append("  ").append(scene.title()).append('\n');
        out.append("description ").append(scene.description()).append('\n');
        if (scene.plot() != null) {
            out.append("plot ").append(area(scene.plot().area())).append('\n');
        }
        all(out, scene.marks(), "");
        return out.toString();
    }

    private static void all(StringBuilder out, List<Mark> marks, String indent) {
        for (Mark mark : marks) {
            out.append(indent);
            switch (mark) {
                case Mark.Polyline m -> out.append("line ").append(m.name().isEmpty() ? "" : "\"" + m.name() + "\" ")
                        .append(pen(m.pen())).append(points(m.xs(), m.ys())).append('\n');
                case Mark.Polygon m -> out.append("area").append(fill(m.fill())).append(pen(m.outline())).append(points(m.xs(), m.ys())).append('\n');
                case Mark.Rect m -> out.append("rect ").append(area(m.area())).append(fill(m.fill())).append(pen(m.outline())).append('\n');
                case Mark.Rects m -> out.append("rects").append(fill(m.fill())).append(" lefts").append(points(m.xs(), m.ys()))
                        .append(" sizes").append(points(m.widths(), m.heights())).append('\n');
                case Mark.Cells m -> out.append("cells ").append(m.columns()).append(" × ").append(m.rows()).append(steps(m)).append('\n');
                case Mark.Circle m -> out.append("circle ").append(px(m.x())).append(',').append(px(m.y())).append(" r").append(px(m.radius()))
                        .append(fill(m.fill())).append(pen(m.outline())).append('\n');
                case Mark.Dots m -> out.append("dots").append(fill(m.fill())).append(points(m.xs(), m.ys())).append('\n');
                case Mark.Text m -> out.append("text ").append(px(m.x())).append(',').append(px(m.y())).append(' ').append(m.style().anchor())
                        .append(' ').append(m.style().role()).append(' ').append(px(m.style().size()))
                        .append(m.style().weight() == Weight.SEMIBOLD ? " bold" : "").append(m.style().halo() ? " halo" : "")
                        .append(" \"").append(m.text()).append("\"\n");
                case Mark.Clip m -> {
                    out.append("clip ").append(area(m.area())).append('\n');
                    all(out, m.marks(), indent + "  ");
                }
                case Mark.Titled m -> {
                    out.append("titled \"").append(m.title()).append("\"\n");
                    all(out, m.marks(), indent + "  ");
                }
            }
        }
    }

    private static String steps(Mark.Cells cells) {
        int[] counts = new int[Role.HEAT_STEPS + 1];
        for (byte step : cells.steps()) {
            counts[step + 1]++;
        }
        return " blank " + counts[0] + " steps " + Arrays.toString(Arrays.copyOfRange(counts, 1, counts.length));
    }

    private static String points(double[] xs, double[] ys) {
        StringBuilder out = new StringBuilder(" ").append(xs.length).append(':');
        for (int i = 0; i < xs.length; i++) {
            if (i < POINTS || i >= xs.length - 2) {
                out.append(' ').append(px(xs[i])).append(',').append(px(ys[i]));
            } else if (i == POINTS) {
                out.append(" …");
            }
        }
        return out.toString();
    }

    private static String area(Rectangle a) {
        return px(a.x()) + "," + px(a.y()) + " " + px(a.width()) + "×" + px(a.height());
    }

    private static String fill(@Nullable Role role) {
        return role == null ? "" : " " + role;
    }

    private static String pen(@Nullable Pen pen) {
        return pen == null ? "" : " " + pen.role() + "/" + px(pen.width()) + (pen.stroke() == Stroke.SOLID ? "" : " " + pen.stroke());
    }

    private static String px(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2).replace("-0", "0") : text;
    }
}
