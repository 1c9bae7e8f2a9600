package org.tailwright.ui.charts;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.tailwright.charts.Mark;
import org.tailwright.charts.Pen;
import org.tailwright.charts.Rectangle;
import org.tailwright.charts.Role;
import org.tailwright.charts.TextMeasure;
import org.tailwright.charts.TextStyle;
import org.tailwright.ui.theme.Fonts;
import org.tailwright.ui.theme.Theme;

/// Paints marks on a canvas, in order: the window's counterpart of the writer that makes SVG of them.
final class Painter {
    private static final double HALO = 3;

    private final GraphicsContext to;
    private final Theme theme;
    private final double pixelScale;
    private final TextMeasure measure = TextMeasure.bundled();

    /// @param pixelScale device pixels per pixel, for dense grids
    Painter(GraphicsContext to, Theme theme, double pixelScale) {
        this.to = to;
        this.theme = theme;
        this.pixelScale = pixelScale;
        to.setLineCap(StrokeLineCap.BUTT);
        to.setLineJoin(StrokeLineJoin.ROUND);
        to.setTextBaseline(VPos.BASELINE);
        to.setTextAlign(TextAlignment.LEFT);
        to.setImageSmoothing(false);
    }

    void paint(List<Mark> marks) {
        marks.forEach(this::paint);
    }

    private void paint(Mark mark) {
        switch (mark) {
            case Mark.Polyline line -> polyline(line);
            case Mark.Polygon area -> polygon(area);
            case Mark.Rect rect -> rect(rect);
            case Mark.Rects rects -> rects(rects);
            case Mark.Cells cells -> cells(cells);
            case Mark.Circle circle -> circle(circle);
            case Mark.Dots dots -> dots(dots);
            case Mark.Text text -> text(text);
            case Mark.Clip clip -> clip(clip);
            case Mark.Titled titled -> paint(titled.marks());
        }
    }

    private void polyline(Mark.Polyline line) {
        pen(line.pen());
        to.beginPath();
        boolean open = false;
        for (int i = 0; i < line.xs().length; i++) {
            double x = line.xs()[i];
            double y = line.ys()[i];
            if (Double.isNaN(x) || Double.isNaN(y)) {
                open = false;
            } else if (open) {
                to.lineTo(x, y);
            } else {
                to.moveTo(x, y);
                open = true;
            }
        }
        to.stroke();
    }

    private void polygon(Mark.Polygon area) {
        int n = area.xs().length;
        if (fill(area.fill())) {
            to.fillPolygon(area.xs(), area.ys(), n);
        }
        if (outline(area.outline())) {
            to.strokePolygon(area.xs(), area.ys(), n);
        }
    }

    private void rect(Mark.Rect rect) {
        Rectangle area = rect.area();
        double arc = 2 * rect.radius();
        if (fill(rect.fill())) {
            to.fillRoundRect(area.x(), area.y(), area.width(), area.height(), arc, arc);
        }
        if (outline(rect.outline())) {
            to.strokeRoundRect(area.x(), area.y(), area.width(), area.height(), arc, arc);
        }
    }

    private void rects(Mark.Rects rects) {
        to.setFill(theme.colour(rects.fill()));
        for (int i = 0; i < rects.xs().length; i++) {
            to.fillRect(rects.xs()[i], rects.ys()[i], rects.widths()[i], rects.heights()[i]);
        }
    }

    private void cells(Mark.Cells cells) {
        CellsImage image = CellsImage.of(cells, theme, pixelScale);
        to.drawImage(image.pixels(), image.area().x(), image.area().y(), image.area().width(), image.area().height());
    }

    private void circle(Mark.Circle circle) {
        double left = circle.x() - circle.radius();
        double top = circle.y() - circle.radius();
        double size = 2 * circle.radius();
        if (fill(circle.fill())) {
            to.fillOval(left, top, size, size);
        }
        if (outline(circle.outline())) {
            to.strokeOval(left, top, size, size);
        }
    }

    private void dots(Mark.Dots dots) {
        to.setFill(theme.colour(dots.fill()));
        double size = 2 * dots.radius();
        for (int i = 0; i < dots.xs().length; i++) {
            to.fillOval(dots.xs()[i] - dots.radius(), dots.ys()[i] - dots.radius(), size, size);
        }
    }

    private void text(Mark.Text text) {
        TextStyle style = text.style();
        to.save();
        to.setFont(Fonts.of(style));
        to.translate(text.x(), text.y());
        to.rotate(text.rotation());
        double left = style.anchor().left(0, measure.width(text.text(), style));
        if (style.halo()) {
            to.setStroke(theme.colour(Role.SURFACE));
            to.setLineWidth(HALO);
            to.setLineDashes();
            to.strokeText(text.text(), left, 0);
        }
        to.setFill(theme.text(style.role()));
        to.fillText(text.text(), left, 0);
        to.restore();
    }

    private void clip(Mark.Clip clip) {
        to.save();
        to.beginPath();
        to.rect(clip.area().x(), clip.area().y(), clip.area().width(), clip.area().height());
        to.clip();
        paint(clip.marks());
        to.restore();
    }

    private boolean fill(@Nullable Role role) {
        if (role == null) {
            return false;
        }
        Color colour = theme.colour(role);
        to.setFill(colour);
        return true;
    }

    private boolean outline(@Nullable Pen pen) {
        if (pen == null) {
            return false;
        }
        pen(pen);
        return true;
    }

    private void pen(Pen pen) {
        to.setStroke(theme.colour(pen.role()));
        to.setLineWidth(pen.width());
        to.setLineDashes(pen.stroke().dashes(pen.width()));
    }
}
