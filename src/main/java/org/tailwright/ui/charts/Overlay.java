package org.tailwright.ui.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;
import org.tailwright.charts.Plot;
import org.tailwright.charts.Rectangle;
import org.tailwright.charts.Role;
import org.tailwright.charts.TextMeasure;
import org.tailwright.charts.Weight;
import org.tailwright.ui.theme.Fonts;
import org.tailwright.ui.theme.Theme;

/// The layer above a chart that follows the pointer: crosshair, readout and the brush that is being drawn.
final class Overlay {
    private static final double SIZE = 12;
    private static final double LINE = 17;
    private static final double PAD = 8;
    private static final double WIDEST = 420;

    private final Canvas canvas;
    private @Nullable Spot pointer;
    private @Nullable Rectangle brush;
    private @Nullable Function<Spot, String> words;
    private double followed = Double.NaN;

    Overlay(Canvas canvas) {
        this.canvas = canvas;
    }

    Optional<Spot> pointer() {
        return Optional.ofNullable(pointer);
    }

    void point(ChartPane pane, @Nullable Spot at, @Nullable Function<Spot, String> readout) {
        pointer = at;
        words = readout;
        repaint(pane);
    }

    void brush(ChartPane pane, @Nullable Rectangle area) {
        brush = area;
        repaint(pane);
    }

    void follow(ChartPane pane, double x) {
        if (Double.compare(x, followed) != 0) {
            followed = x;
            repaint(pane);
        }
    }

    void repaint(ChartPane pane) {
        GraphicsContext to = canvas.getGraphicsContext2D();
        to.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        Theme theme = pane.theme();
        if (pane.isFocused() && pane.isFocusVisible()) {
            to.setStroke(theme.colour(Role.ACCENT));
            to.setLineWidth(2);
            to.strokeRoundRect(1, 1, canvas.getWidth() - 2, canvas.getHeight() - 2, 6, 6);
        }
        Plot plot = pane.plot();
        if (brush != null) {
            brushed(to, theme, brush);
        }
        if (plot != null && !Double.isNaN(followed) && pointer == null) {
            crosshair(to, theme, plot, plot.px(followed));
        }
        if (pointer != null) {
            pointed(pane, to, plot, pointer);
        }
    }

    private static void brushed(GraphicsContext to, Theme theme, Rectangle area) {
        to.setFill(theme.colour(Role.SELECTION));
        to.fillRect(area.x(), area.y(), area.width(), area.height());
        to.setStroke(theme.colour(Role.SELECTION_LINE));
        to.setLineWidth(1);
        to.setLineDashes();
        to.strokeRect(area.x() + 0.5, area.y() + 0.5, Math.max(0, area.width() - 1), Math.max(0, area.height() - 1));
    }

    private static void crosshair(GraphicsContext to, Theme theme, Plot plot, double px) {
        if (px >= plot.area().x() && px <= plot.area().right()) {
            double x = Math.round(px) + 0.5;
            to.setStroke(theme.colour(Role.MUTED));
            to.setLineWidth(1);
            to.setLineDashes(2, 3);
            to.strokeLine(x, plot.area().y(), x, plot.area().bottom());
            to.setLineDashes();
        }
    }

    private void pointed(ChartPane pane, GraphicsContext to, @Nullable Plot plot, Spot at) {
        boolean inside = plot != null && plot.area().contains(at.px(), at.py());
        if (inside && plot != null && brush == null) {
            crosshair(to, pane.theme(), plot, at.px());
        }
        Readout readout = readout(pane, inside ? plot : null, at);
        if (readout != null && brush == null) {
            for (Readout.Line line : readout.lines()) {
                dot(to, pane.theme(), plot, line, at.px());
            }
            box(to, pane.theme(), readout, at);
        }
    }

    private @Nullable Readout readout(ChartPane pane, @Nullable Plot plot, Spot at) {
        if (words != null) {
            String text = words.apply(at);
            return text.isEmpty() ? null : lines(text);
        }
        String title = at.title();
        if (title != null && !title.isEmpty()) {
            return lines(title);
        }
        return plot == null ? null : pane.chart().map(chart -> Readout.of(chart, plot, at)).orElse(null);
    }

    private static Readout lines(String text) {
        List<String> all = new ArrayList<>(text.lines().toList());
        String head = all.removeFirst();
        return new Readout(head, all.stream().map(line -> new Readout.Line(Role.TEXT, line, Double.NaN)).toList());
    }

    private static void dot(GraphicsContext to, Theme theme, @Nullable Plot plot, Readout.Line line, double px) {
        if (plot != null && line.y() >= plot.area().y() && line.y() <= plot.area().bottom()) {
            to.setFill(theme.colour(Role.SURFACE));
            to.fillOval(px - 4, line.y() - 4, 8, 8);
            to.setStroke(theme.colour(line.role()));
            to.setLineWidth(2);
            to.strokeOval(px - 3.5, line.y() - 3.5, 7, 7);
        }
    }

    private void box(GraphicsContext to, Theme theme, Readout readout, Spot at) {
        TextMeasure measure = TextMeasure.bundled();
        double width = measure.width(readout.head(), SIZE, Weight.SEMIBOLD);
        boolean swatches = readout.lines().stream().anyMatch(line -> line.role() != Role.TEXT && line.role() != Role.MUTED);
        for (Readout.Line line : readout.lines()) {
            width = Math.max(width, measure.width(line.text(), SIZE, Weight.REGULAR) + (swatches ? 14 : 0));
        }
        width = Math.min(Math.min(WIDEST, canvas.getWidth()), width + 2 * PAD);
        double height = 2 * PAD - 4 + LINE * (1 + readout.lines().size());
        double x = at.px() + 14 + width > canvas.getWidth() ? Math.max(0, at.px() - 14 - width) : at.px() + 14;
        double y = Math.clamp(at.py() - height - 10, 0, Math.max(0, canvas.getHeight() - height));
        to.setFill(theme.colour(Role.PANE));
        to.fillRoundRect(x, y, width, height, 8, 8);
        to.setStroke(theme.colour(Role.LINE));
        to.setLineWidth(1);
        to.strokeRoundRect(x + 0.5, y + 0.5, width - 1, height - 1, 8, 8);
        write(to, theme, readout, x + PAD, y + PAD - 2, swatches ? 14 : 0, width - 2 * PAD);
    }

    private static void write(GraphicsContext to, Theme theme, Readout readout, double x, double top, double indent, double room) {
        to.setTextBaseline(VPos.BASELINE);
        to.setFill(theme.text(Role.TEXT));
        to.setFont(Fonts.of(Weight.SEMIBOLD, SIZE));
        to.fillText(readout.head(), x, top + 12, room);
        to.setFont(Fonts.of(Weight.REGULAR, SIZE));
        double y = top + 12;
        for (Readout.Line line : readout.lines()) {
            y += LINE;
            if (indent > 0 && line.role() != Role.MUTED && line.role() != Role.TEXT) {
                to.setFill(theme.colour(line.role()));
                to.fillRoundRect(x, y - 8, 8, 8, 3, 3);
            }
            to.setFill(theme.text(line.role() == Role.MUTED ? Role.MUTED : Role.TEXT));
            to.fillText(line.text(), x + indent, y, room - indent);
        }
    }
}
