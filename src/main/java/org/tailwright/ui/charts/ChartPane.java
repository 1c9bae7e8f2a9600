package org.tailwright.ui.charts;

import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import javafx.beans.property.DoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.tailwright.charts.Chart;
import org.tailwright.charts.Layout;
import org.tailwright.charts.Plot;
import org.tailwright.charts.Rectangle;
import org.tailwright.charts.Scale;
import org.tailwright.charts.Scene;
import org.tailwright.charts.TextMeasure;
import org.tailwright.ui.Dialogs;
import org.tailwright.ui.theme.Theme;

/// Shows a chart, or any picture made of marks, and lets people point at it. It lays the picture out anew for every size and paints at
/// most once per pulse.
///
/// Pointing: moving shows a crosshair with the values; dragging brushes (when a handler asks for it); a double click resets; the wheel
/// zooms with Ctrl and pans with Shift; the context menu (also Shift+F10) copies as picture, SVG, CSV or text; with the
/// keyboard, ← and → move the crosshair.
public final class ChartPane extends Region {
    private final ObservableValue<Theme> theme;
    private final DoubleProperty moment;
    private final Canvas base = new Canvas();
    private final Canvas top = new Canvas();
    private final Handlers handlers = new Handlers();
    private final Overlay overlay = new Overlay(top);
    private @Nullable Chart chart;
    private @Nullable SceneMaker maker;
    private @Nullable Scene scene;
    private boolean dirty = true;

    /// An empty chart.
    ///
    /// @param theme its colours, followed
    /// @param moment that is pointed at in any chart over time, nanoseconds since the epoch; NaN for none
    /// @param dialogs takes what is copied
    public ChartPane(ObservableValue<Theme> theme, DoubleProperty moment, Dialogs dialogs) {
        this.theme = theme;
        this.moment = moment;
        getStyleClass().add("chart-pane");
        getChildren().addAll(base, top);
        top.setMouseTransparent(true);
        base.setMouseTransparent(true);
        setPickOnBounds(true);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(60, 40);
        new Pointing(this, handlers, overlay).install();
        new ChartMenu(this, dialogs).install();
        ObservableValue<Boolean> shown = sceneProperty().map(Objects::nonNull).orElse(false);
        theme.when(shown).subscribe(_ -> repaint());
        moment.when(shown).subscribe(x -> overlay.follow(this, timed() ? x.doubleValue() : Double.NaN));
        focusedProperty().subscribe(() -> overlay.repaint(this));
    }

    /// Shows a chart from now on.
    public ChartPane show(Chart shown) {
        if (!shown.equals(chart)) {
            show((width, height) -> Layout.lay(shown, width, height, TextMeasure.bundled()));
            chart = shown;
        }
        return this;
    }

    /// Shows a picture from now on.
    public ChartPane show(SceneMaker shown) {
        chart = null;
        maker = shown;
        repaint();
        return this;
    }

    /// Shows nothing from now on.
    public void clear() {
        chart = null;
        maker = null;
        repaint();
    }

    /// Pales what is shown, while a newer answer is on its way.
    public void setStale(boolean old) {
        Pale.show(base, old);
    }

    /// Dragging selects a range of x.
    public ChartPane onBrushX(Consumer<Brush> handler) {
        handlers.brushX = handler;
        return this;
    }

    /// Dragging selects a box. Together with [#onBrushX], a drag that stays nearly level selects a range of x.
    public ChartPane onBrushBox(@Nullable Consumer<Brush> handler) {
        handlers.brushBox = handler;
        return this;
    }

    /// A double click takes back what brushing did.
    public ChartPane onReset(Runnable handler) {
        handlers.reset = handler;
        return this;
    }

    /// Zooming: the x value that stays where it is, and the factor (below 1 shows less).
    public ChartPane onZoom(BiConsumer<Double, Double> handler) {
        handlers.zoom = handler::accept;
        return this;
    }

    /// Panning: by which share of the shown range, positive to higher x.
    public ChartPane onPan(DoubleConsumer handler) {
        handlers.pan = handler;
        return this;
    }

    /// A click that is no brush.
    public ChartPane onPick(@Nullable Consumer<Spot> handler) {
        handlers.pick = handler;
        return this;
    }

    /// A line that people draw (T, or the context menu) and drag.
    ///
    /// @param across whether it stands at an x value, else at a y value
    /// @param at where it is now; NaN for nowhere
    /// @param move gets the value while it is dragged
    /// @param drop gets the value at the end
    public ChartPane onLevel(boolean across, DoubleSupplier at, DoubleConsumer move, DoubleConsumer drop) {
        handlers.level = new Handlers.Level(across, at, move, drop);
        return this;
    }

    /// No line is drawn and dragged any more.
    public ChartPane offLevel() {
        handlers.level = null;
        return this;
    }

    /// Whether a line can be drawn at the pointer.
    public boolean levels() {
        return handlers.level != null && plot() != null && pointer().isPresent();
    }

    /// Draws the line at the pointer.
    public void level() {
        Handlers.Level level = handlers.level;
        if (level != null) {
            pointer().map(spot -> level.across() ? spot.x() : spot.y()).filter(value -> !Double.isNaN(value)).ifPresent(level.drop()::accept);
        }
    }

    /// Replaces the readout at the pointer: lines parted by newlines, the first one bold; empty shows none; null gives the chart's own back.
    public ChartPane readout(@Nullable Function<Spot, String> words) {
        handlers.readout = words;
        return this;
    }

    /// Whether [#onZoom] is set.
    public boolean zooms() {
        return handlers.zoom != null;
    }

    /// Zooms at the pointer, or in the middle when the pointer is elsewhere.
    public void zoom(double factor) {
        Plot plot = plot();
        Handlers.Zoom zoom = handlers.zoom;
        if (plot != null && zoom != null) {
            Rectangle area = plot.area();
            double px = overlay.pointer().map(Spot::px).filter(at -> at >= area.x() && at <= area.right()).orElse(area.centreX());
            zoom.zoom(plot.xAt(px), factor);
        }
    }

    /// Pans by a share of the shown range.
    public void pan(double share) {
        if (handlers.pan != null) {
            handlers.pan.accept(share);
        }
    }

    /// Where the pointer is, if over the chart.
    public Optional<Spot> pointer() {
        return overlay.pointer();
    }

    /// Somebody points at an x value here, or at none (NaN): where that is a moment, all time charts show it.
    void moment(double x) {
        if (timed()) {
            moment.set(x);
        }
    }

    private boolean timed() {
        Plot plot = plot();
        return plot != null && plot.x().scale() instanceof Scale.Time;
    }

    /// The chart shown, if it is one.
    public Optional<Chart> chart() {
        return Optional.ofNullable(chart);
    }

    /// The picture as it was last painted.
    public Optional<Scene> picture() {
        return Optional.ofNullable(scene);
    }

    /// What it shows in another size.
    public Optional<Scene> picture(double width, double height) {
        return Optional.ofNullable(maker).map(each -> each.make(width, height));
    }

    Theme theme() {
        return theme.getValue();
    }

    @Nullable Plot plot() {
        return scene == null ? null : scene.plot();
    }

    private void repaint() {
        dirty = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (width != base.getWidth() || height != base.getHeight()) {
            for (Canvas each : new Canvas[] {base, top}) {
                each.setWidth(width);
                each.setHeight(height);
            }
            dirty = true;
        }
        if (dirty && width >= 1 && height >= 1) {
            dirty = false;
            paint(width, height);
        }
    }

    private void paint(double width, double height) {
        base.getGraphicsContext2D().clearRect(0, 0, width, height);
        scene = maker == null ? null : maker.make(width, height);
        if (scene != null) {
            double scale = getScene() == null || getScene().getWindow() == null ? 1 : getScene().getWindow().getRenderScaleX();
            new Painter(base.getGraphicsContext2D(), theme(), scale).paint(scene.marks());
            setAccessibleText(scene.title());
            setAccessibleHelp(scene.description());
        }
        overlay.repaint(this);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 360;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 240;
    }
}
