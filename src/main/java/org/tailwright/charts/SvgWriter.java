package org.tailwright.charts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Walks over marks and writes SVG elements. One writer writes one scene.
final class SvgWriter {
    private final SvgPaint paint;
    private final String font;
    private final StringBuilder out = new StringBuilder();
    private int clips;

    SvgWriter(SvgPaint paint, String font) {
        this.paint = paint;
        this.font = font;
    }

    String write(Scene scene, double margin, String paper) {
        String w = number(scene.width() + 2 * margin);
        String h = number(scene.height() + 2 * margin);
        String corner = number(-margin);
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"tw-chart\" width=\"").append(w).append("\" height=\"").append(h);
        out.append("\" viewBox=\"").append(corner).append(' ').append(corner).append(' ').append(w).append(' ').append(h).append("\" role=\"img\" font-family=\"").append(font).append('"');
        if (paint.live() && scene.plot() != null) {
            out.append(Svg.axes(scene.plot()));
        }
        out.append(">\n<title>").append(Svg.escape(scene.title())).append("</title>\n");
        out.append("<desc>").append(Svg.escape(scene.description())).append("</desc>\n").append(paper);
        all(scene.marks());
        return out.append("</svg>\n").toString();
    }

    private void all(List<Mark> marks) {
        marks.forEach(this::one);
    }

    private void one(Mark mark) {
        switch (mark) {
            case Mark.Polyline line -> polyline(line);
            case Mark.Polygon area -> path(points(area.xs(), area.ys()) + "Z", area.fill(), area.outline(), "");
            case Mark.Rect rect -> rect(rect);
            case Mark.Rects rects -> rects(rects);
            case Mark.Cells cells -> cells(cells);
            case Mark.Circle circle -> {
                String shape = "<circle cx=\"" + number(circle.x()) + "\" cy=\"" + number(circle.y()) + "\" r=\"" + number(circle.radius()) + "\"";
                shape(shape, circle.fill(), circle.outline());
            }
            case Mark.Dots dots -> dots(dots);
            case Mark.Text text -> text(text);
            case Mark.Clip clip -> clip(clip);
            case Mark.Titled titled -> {
                out.append("<g><title>").append(Svg.escape(titled.title())).append("</title>\n");
                all(titled.marks());
                out.append("</g>\n");
            }
        }
    }

    private void polyline(Mark.Polyline line) {
        String name = paint.live() && !line.name().isEmpty() ? " data-name=\"" + Svg.escape(line.name()) + "\"" : "";
        String d = points(line.xs(), line.ys());
        if (!d.isEmpty()) {
            path(d, null, line.pen(), name);
        }
    }

    private void path(String d, @Nullable Role fill, @Nullable Pen outline, String more) {
        shape("<path" + more + " d=\"" + d + "\"", fill, outline);
    }

    /// A fill and an outline are two elements, because each has its own class.
    private void shape(String start, @Nullable Role fill, @Nullable Pen outline) {
        if (fill != null) {
            out.append(start).append(paint.fill(fill)).append("/>\n");
        }
        if (outline != null) {
            out.append(start).append(pen(outline)).append("/>\n");
        }
    }

    private String pen(Pen pen) {
        StringBuilder dashes = new StringBuilder();
        for (double dash : pen.stroke().dashes(pen.width())) {
            dashes.append(dashes.isEmpty() ? " stroke-dasharray=\"" : " ").append(number(dash));
        }
        String join = " stroke-linejoin=\"round\"";
        return paint.stroke(pen.role()) + " stroke-width=\"" + number(pen.width()) + "\"" + join + dashes + (dashes.isEmpty() ? "" : "\"");
    }

    private void rect(Mark.Rect rect) {
        Rectangle a = rect.area();
        String round = rect.radius() > 0 ? " rx=\"" + number(rect.radius()) + "\"" : "";
        String start = "<rect x=\"" + number(a.x()) + "\" y=\"" + number(a.y()) + "\" width=\"" + number(a.width()) + "\" height=\""
                + number(a.height()) + "\"" + round;
        shape(start, rect.fill(), rect.outline());
    }

    private void rects(Mark.Rects rects) {
        StringBuilder d = new StringBuilder();
        for (int i = 0; i < rects.xs().length; i++) {
            if (rects.widths()[i] > 0 && rects.heights()[i] > 0) {
                block(d, rects.xs()[i], rects.ys()[i], rects.widths()[i], rects.heights()[i]);
            }
        }
        if (!d.isEmpty()) {
            path(d.toString(), rects.fill(), null, "");
        }
    }

    /// One path for each colour step; neighbours of one step in a column become one block.
    private void cells(Mark.Cells cells) {
        for (int step = 0; step < Role.HEAT_STEPS; step++) {
            StringBuilder d = new StringBuilder();
            for (int column = 0; column < cells.columns(); column++) {
                int from = -1;
                for (int row = 0; row <= cells.rows(); row++) {
                    boolean here = row < cells.rows() && cells.step(column, row) == step;
                    if (here && from < 0) {
                        from = row;
                    } else if (!here && from >= 0) {
                        double top = Math.min(cells.yEdges()[from], cells.yEdges()[row]);
                        double height = Math.abs(cells.yEdges()[from] - cells.yEdges()[row]);
                        block(d, cells.xEdges()[column], top, cells.xEdges()[column + 1] - cells.xEdges()[column], height);
                        from = -1;
                    }
                }
            }
            if (!d.isEmpty()) {
                String meaning = paint.live() && !cells.meanings().isEmpty() ? " data-count=\"" + Svg.escape(cells.meanings().get(step)) + "\"" : "";
                path(d.toString(), Role.heat(step), null, meaning + " shape-rendering=\"crispEdges\"");
            }
        }
    }

    private static void block(StringBuilder d, double x, double y, double width, double height) {
        d.append('M').append(number(x)).append(' ').append(number(y)).append('h').append(number(width));
        d.append('v').append(number(height)).append('h').append(number(-width)).append('z');
    }

    private void dots(Mark.Dots dots) {
        StringBuilder d = new StringBuilder();
        String r = number(dots.radius());
        String arc = "a" + r + " " + r + " 0 1 0 ";
        for (int i = 0; i < dots.xs().length; i++) {
            d.append('M').append(number(dots.xs()[i] - dots.radius())).append(' ').append(number(dots.ys()[i]));
            d.append(arc).append(number(2 * dots.radius())).append(" 0").append(arc).append(number(-2 * dots.radius())).append(" 0");
        }
        if (!d.isEmpty()) {
            path(d.toString(), dots.fill(), null, "");
        }
    }

    private void text(Mark.Text text) {
        if (text.text().isEmpty()) {
            return;
        }
        TextStyle style = text.style();
        StringBuilder start = new StringBuilder("<text x=\"").append(number(text.x())).append("\" y=\"").append(number(text.y()));
        start.append("\" font-size=\"").append(number(style.size())).append('"');
        if (style.weight() == Weight.SEMIBOLD) {
            start.append(" font-weight=\"600\"");
        }
        if (style.anchor() != Anchor.START) {
            start.append(" text-anchor=\"").append(style.anchor() == Anchor.END ? "end" : "middle").append('"');
        }
        if (text.rotation() != 0) {
            start.append(" transform=\"rotate(").append(number(text.rotation())).append(' ').append(number(text.x())).append(' ');
            start.append(number(text.y())).append(")\"");
        }
        String words = ">" + Svg.escape(text.text()) + "</text>\n";
        String rimmed = style.halo() ? paint.textWithRim(style.role()) : "";
        if (style.halo() && rimmed.isEmpty()) {
            out.append(start).append(paint.rim()).append(" aria-hidden=\"true\"").append(words);
        }
        out.append(start).append(rimmed.isEmpty() ? paint.text(style.role()) : rimmed).append(words);
    }

    private void clip(Mark.Clip clip) {
        String id = paint.id() + "-clip" + clips++;
        Rectangle a = clip.area();
        out.append("<clipPath id=\"").append(id).append("\"><rect x=\"").append(number(a.x())).append("\" y=\"").append(number(a.y()));
        out.append("\" width=\"").append(number(a.width())).append("\" height=\"").append(number(a.height())).append("\"/></clipPath>\n");
        out.append("<g clip-path=\"url(#").append(id).append(")\">\n");
        all(clip.marks());
        out.append("</g>\n");
    }

    private static String points(double[] xs, double[] ys) {
        StringBuilder d = new StringBuilder(xs.length * 12);
        boolean drawing = false;
        for (int i = 0; i < xs.length; i++) {
            if (Double.isNaN(xs[i]) || Double.isNaN(ys[i])) {
                drawing = false;
                continue;
            }
            d.append(drawing ? 'L' : 'M').append(number(xs[i])).append(' ').append(number(ys[i]));
            drawing = true;
        }
        return d.toString();
    }

    /// A number with at most two decimals, without trailing zeros and without "-0".
    static String number(double value) {
        long hundredths = Math.round(value * 100);
        long whole = hundredths / 100;
        long rest = Math.abs(hundredths % 100);
        String sign = hundredths < 0 && whole == 0 ? "-" : "";
        if (rest == 0) {
            return Long.toString(whole);
        }
        return sign + whole + "." + (rest % 10 == 0 ? Long.toString(rest / 10) : (rest < 10 ? "0" : "") + rest);
    }
}
