package org.tailwright.reports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;
import org.tailwright.charts.Fonts;
import org.tailwright.charts.Mark;
import org.tailwright.charts.Palette;
import org.tailwright.charts.Pen;
import org.tailwright.charts.Rectangle;
import org.tailwright.charts.Role;
import org.tailwright.charts.Scene;
import org.tailwright.charts.TextMeasure;
import org.tailwright.charts.Weight;

/// Draws the marks of charts on pages of a PDF, the same ones that the window and SVG paint.
final class PdfCharts {
    /// Bézier control distance of a quarter circle of radius 1.
    private static final double ROUND = 0.5522847498;
    private static final float HALO = 3;

    private final PDDocument document;
    private final Palette palette;
    private final PDFont regular;
    private final PDFont semibold;
    /// By opacity; those of outlines under the negative value.
    private final Map<Double, PDExtendedGraphicsState> opacities = new HashMap<>();

    PdfCharts(PDDocument document, Palette palette) throws IOException {
        this.document = document;
        this.palette = palette;
        regular = PDType0Font.load(document, new ByteArrayInputStream(Fonts.file(Weight.REGULAR)), true);
        semibold = PDType0Font.load(document, new ByteArrayInputStream(Fonts.file(Weight.SEMIBOLD)), true);
    }

    /// Draws a scene with its upper left corner at (x, top), in points from the lower left corner of the page.
    void draw(PDPage page, Scene scene, double x, double top, double scale) throws IOException {
        try (PDPageContentStream out = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            out.saveGraphicsState();
            out.transform(new Matrix((float) scale, 0, 0, (float) -scale, (float) x, (float) top));
            new Painter(out).marks(scene.marks());
            out.restoreGraphicsState();
        }
    }

    /// Paints in pixels, y downwards.
    private final class Painter {
        private final PDPageContentStream out;

        Painter(PDPageContentStream out) {
            this.out = out;
        }

        void marks(List<Mark> marks) throws IOException {
            for (Mark each : marks) {
                mark(each);
            }
        }

        private void mark(Mark mark) throws IOException {
            switch (mark) {
                case Mark.Polyline it -> line(it);
                case Mark.Polygon it -> {
                    trace(it.xs(), it.ys());
                    out.closePath();
                    paint(it.fill(), it.outline());
                }
                case Mark.Rect it -> {
                    rect(it.area(), it.radius());
                    paint(it.fill(), it.outline());
                }
                case Mark.Rects it -> rects(it);
                case Mark.Cells it -> cells(it);
                case Mark.Circle it -> {
                    circle(it.x(), it.y(), it.radius());
                    paint(it.fill(), it.outline());
                }
                case Mark.Dots it -> {
                    for (int i = 0; i < it.xs().length; i++) {
                        circle(it.xs()[i], it.ys()[i], it.radius());
                        paint(it.fill(), null);
                    }
                }
                case Mark.Text it -> text(it);
                case Mark.Clip it -> {
                    out.saveGraphicsState();
                    rect(it.area(), 0);
                    out.clip();
                    marks(it.marks());
                    out.restoreGraphicsState();
                }
                case Mark.Titled it -> marks(it.marks());
            }
        }

        private void line(Mark.Polyline it) throws IOException {
            boolean open = false;
            boolean any = false;
            for (int i = 0; i < it.xs().length; i++) {
                if (Double.isNaN(it.xs()[i]) || Double.isNaN(it.ys()[i])) {
                    open = false;
                } else if (open) {
                    out.lineTo((float) it.xs()[i], (float) it.ys()[i]);
                    any = true;
                } else {
                    out.moveTo((float) it.xs()[i], (float) it.ys()[i]);
                    open = true;
                }
            }
            if (any) {
                paint(null, it.pen());
            } else if (open) {
                out.closePath();
                paint(null, it.pen());
            }
        }

        private void trace(double[] xs, double[] ys) throws IOException {
            for (int i = 0; i < xs.length; i++) {
                if (i == 0) {
                    out.moveTo((float) xs[i], (float) ys[i]);
                } else {
                    out.lineTo((float) xs[i], (float) ys[i]);
                }
            }
        }

        private void rect(Rectangle area, double wanted) throws IOException {
            double radius = Math.min(wanted, Math.min(area.width(), area.height()) / 2);
            if (!(radius > 0)) {
                out.addRect((float) area.x(), (float) area.y(), (float) area.width(), (float) area.height());
                return;
            }
            float left = (float) area.x();
            float top = (float) area.y();
            float right = (float) area.right();
            float bottom = (float) (area.y() + area.height());
            float r = (float) radius;
            float c = (float) (radius * (1 - ROUND));
            out.moveTo(left + r, top);
            out.lineTo(right - r, top);
            out.curveTo(right - c, top, right, top + c, right, top + r);
            out.lineTo(right, bottom - r);
            out.curveTo(right, bottom - c, right - c, bottom, right - r, bottom);
            out.lineTo(left + r, bottom);
            out.curveTo(left + c, bottom, left, bottom - c, left, bottom - r);
            out.lineTo(left, top + r);
            out.curveTo(left, top + c, left + c, top, left + r, top);
            out.closePath();
        }

        private void rects(Mark.Rects it) throws IOException {
            for (int i = 0; i < it.xs().length; i++) {
                out.addRect((float) it.xs()[i], (float) it.ys()[i], (float) it.widths()[i], (float) it.heights()[i]);
            }
            if (it.xs().length > 0) {
                paint(it.fill(), null);
            }
        }

        private void cells(Mark.Cells it) throws IOException {
            for (int step = 0; step < Role.HEAT_STEPS; step++) {
                boolean any = false;
                for (int i = 0; i < it.steps().length; i++) {
                    if (it.steps()[i] == step) {
                        int column = i / it.rows();
                        int row = i % it.rows();
                        double x = Math.min(it.xEdges()[column], it.xEdges()[column + 1]);
                        double y = Math.min(it.yEdges()[row], it.yEdges()[row + 1]);
                        out.addRect((float) x, (float) y, (float) Math.abs(it.xEdges()[column + 1] - it.xEdges()[column]),
                                (float) Math.abs(it.yEdges()[row + 1] - it.yEdges()[row]));
                        any = true;
                    }
                }
                if (any) {
                    paint(Role.heat(step), null);
                }
            }
        }

        private void circle(double x, double y, double radius) throws IOException {
            rect(new Rectangle(x - radius, y - radius, 2 * radius, 2 * radius), radius);
        }

        /// Paints the path that was traced.
        private void paint(@Nullable Role fill, @Nullable Pen pen) throws IOException {
            if (fill != null) {
                colour(palette.hex(fill), false);
                opacity(palette.opacity(fill), false);
            }
            if (pen != null) {
                colour(palette.hex(pen.role()), true);
                opacity(palette.opacity(pen.role()), true);
                out.setLineWidth((float) pen.width());
                out.setLineJoinStyle(1);
                double[] dashes = pen.stroke().dashes(pen.width());
                float[] pattern = new float[dashes.length];
                for (int i = 0; i < dashes.length; i++) {
                    pattern[i] = (float) dashes[i];
                }
                out.setLineDashPattern(pattern, 0);
            }
            if (fill != null && pen != null) {
                out.fillAndStroke();
            } else if (fill != null) {
                out.fill();
            } else if (pen != null) {
                out.stroke();
            }
        }

        private void text(Mark.Text it) throws IOException {
            PDFont font = it.style().weight() == Weight.SEMIBOLD ? semibold : regular;
            String known = encodable(font, it.text());
            double shift = it.style().anchor().left(0, TextMeasure.bundled().width(it.text(), it.style()));
            double angle = Math.toRadians(it.rotation());
            float cos = (float) Math.cos(angle);
            float sin = (float) Math.sin(angle);
            Matrix place = new Matrix(cos, sin, sin, -cos, (float) (it.x() + shift * cos), (float) (it.y() + shift * sin));
            opacity(1, false);
            opacity(1, true);
            if (it.style().halo()) {
                colour(palette.hex(Role.SURFACE), true);
                out.setLineWidth(HALO);
                out.setLineJoinStyle(1);
                out.setLineDashPattern(new float[0], 0);
                show(font, it.style().size(), place, known, RenderingMode.STROKE);
            }
            colour(palette.text(it.style().role()), false);
            show(font, it.style().size(), place, known, RenderingMode.FILL);
        }

        private void show(PDFont font, double size, Matrix place, String text, RenderingMode mode) throws IOException {
            out.beginText();
            out.setFont(font, (float) size);
            out.setRenderingMode(mode);
            out.setTextMatrix(place);
            out.showText(text);
            out.endText();
        }

        private void colour(String hex, boolean stroke) throws IOException {
            int rgb = Integer.parseInt(hex.substring(1, 7), 16);
            float red = (rgb >> 16 & 0xff) / 255f;
            float green = (rgb >> 8 & 0xff) / 255f;
            float blue = (rgb & 0xff) / 255f;
            if (stroke) {
                out.setStrokingColor(red, green, blue);
            } else {
                out.setNonStrokingColor(red, green, blue);
            }
        }

        private void opacity(double value, boolean stroke) throws IOException {
            PDExtendedGraphicsState state = opacities.computeIfAbsent(stroke ? -value : value, _ -> {
                PDExtendedGraphicsState made = new PDExtendedGraphicsState();
                if (stroke) {
                    made.setStrokingAlphaConstant((float) value);
                } else {
                    made.setNonStrokingAlphaConstant((float) value);
                }
                return made;
            });
            out.setGraphicsStateParameters(state);
        }
    }

    /// What the font lacks becomes a question mark.
    private static String encodable(PDFont font, String text) throws IOException {
        try {
            font.encode(text);
            return text;
        } catch (IllegalArgumentException e) {
            StringBuilder known = new StringBuilder();
            for (int c : text.codePoints().toArray()) {
                known.append(has(font, Character.toString(c)) ? Character.toString(c) : "?");
            }
            return known.toString();
        }
    }

    private static boolean has(PDFont font, String character) throws IOException {
        try {
            font.encode(character);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
