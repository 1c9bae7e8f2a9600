package org.tailwright.ui.charts;

import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;
import org.tailwright.charts.Plot;
import org.tailwright.charts.Rectangle;

/// Turns mouse and keys over a chart into brushing, zooming, panning and readouts.
final class Pointing {
    /// A drag shorter than this is a click.
    private static final double SLACK = 4;
    /// A drag that leaves its line by less than this is a range of x where both brushes exist.
    private static final double LEVEL = 14;

    private final ChartPane pane;
    private final Handlers handlers;
    private final Overlay overlay;
    private double startX;
    private double startY;
    private boolean pressed;
    private boolean levelling;

    Pointing(ChartPane pane, Handlers handlers, Overlay overlay) {
        this.pane = pane;
        this.handlers = handlers;
        this.overlay = overlay;
    }

    void install() {
        pane.setOnMouseMoved(event -> point(event.getX(), event.getY()));
        pane.setOnMouseExited(_ -> leave());
        pane.setOnMousePressed(this::press);
        pane.setOnMouseDragged(this::drag);
        pane.setOnMouseReleased(this::release);
        pane.setOnScroll(this::scroll);
        pane.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void point(double x, double y) {
        Spot spot = Spots.at(pane, x, y);
        Plot plot = pane.plot();
        Handlers.Level level = handlers.level;
        pane.setCursor(level != null && near(level, x, y) ? level.across() ? Cursor.H_RESIZE : Cursor.V_RESIZE : handlers.brushes() && plot != null && plot.area().contains(x, y) ? Cursor.CROSSHAIR : Cursor.DEFAULT);
        overlay.point(pane, spot, handlers.readout);
        pane.moment(spot.x());
    }

    private void leave() {
        if (!pressed) {
            overlay.point(pane, null, handlers.readout);
        }
        pane.moment(Double.NaN);
    }

    private void press(MouseEvent event) {
        pane.requestFocus();
        pressed = event.getButton() == MouseButton.PRIMARY;
        startX = event.getX();
        startY = event.getY();
        Handlers.Level level = handlers.level;
        levelling = pressed && level != null && near(level, startX, startY);
    }

    /// Whether a pixel lies at the line that can be dragged.
    private boolean near(Handlers.Level level, double x, double y) {
        Plot plot = pane.plot();
        double at = level.at().getAsDouble();
        return plot != null && !Double.isNaN(at) && plot.area().contains(x, y) && Math.abs(level.across() ? plot.px(at) - x : plot.py(at) - y) <= 5;
    }

    private double levelAt(Plot plot, Handlers.Level level, MouseEvent event) {
        Rectangle area = plot.area();
        return level.across() ? plot.xAt(Math.clamp(event.getX(), area.x(), area.right())) : plot.yAt(Math.clamp(event.getY(), area.y(), area.bottom()));
    }

    private void drag(MouseEvent event) {
        Plot plot = pane.plot();
        Handlers.Level level = handlers.level;
        if (levelling && plot != null && level != null) {
            overlay.point(pane, null, handlers.readout);
            level.move().accept(levelAt(plot, level, event));
        } else if (pressed && plot != null && handlers.brushes() && !close(event) && plot.area().contains(startX, startY)) {
            overlay.brush(pane, brushed(plot.area(), event));
        } else {
            point(event.getX(), event.getY());
        }
    }

    private void release(MouseEvent event) {
        if (!pressed) {
            return;
        }
        pressed = false;
        Plot plot = pane.plot();
        Handlers.Level level = handlers.level;
        if (levelling && plot != null && level != null) {
            levelling = false;
            if (!close(event)) {
                level.drop().accept(levelAt(plot, level, event));
                return;
            }
        }
        if (close(event)) {
            click(event);
        } else if (plot != null && handlers.brushes() && plot.area().contains(startX, startY)) {
            Rectangle area = brushed(plot.area(), event);
            boolean box = box(event);
            Brush brush = new Brush(plot.xAt(area.x()), plot.xAt(area.right()), plot.yAt(area.bottom()), plot.yAt(area.y()), box);
            overlay.brush(pane, null);
            Consumer<Brush> handler = box ? handlers.brushBox : handlers.brushX;
            if (handler != null) {
                handler.accept(brush);
            }
        }
    }

    private void click(MouseEvent event) {
        overlay.brush(pane, null);
        if (event.getClickCount() == 2 && handlers.reset != null) {
            handlers.reset.run();
        } else if (event.getClickCount() == 1 && handlers.pick != null) {
            handlers.pick.accept(Spots.at(pane, event.getX(), event.getY()));
        }
    }

    private boolean close(MouseEvent event) {
        return Math.hypot(event.getX() - startX, event.getY() - startY) < SLACK;
    }

    private boolean box(MouseEvent event) {
        return handlers.brushBox != null && (handlers.brushX == null || Math.abs(event.getY() - startY) >= LEVEL);
    }

    private Rectangle brushed(Rectangle area, MouseEvent event) {
        double x = Math.clamp(event.getX(), area.x(), area.right());
        double y = Math.clamp(event.getY(), area.y(), area.bottom());
        double left = Math.min(startX, x);
        double width = Math.abs(x - startX);
        return box(event) ? new Rectangle(left, Math.min(startY, y), width, Math.abs(y - startY))
                : new Rectangle(left, area.y(), width, area.height());
    }

    private void scroll(ScrollEvent event) {
        double delta = event.getDeltaY() != 0 ? event.getDeltaY() : event.getDeltaX();
        if (delta == 0) {
            return;
        }
        if (event.isControlDown() && handlers.zoom != null) {
            pane.zoom(Math.pow(1.2, -Math.signum(delta)));
            event.consume();
        } else if (event.isShiftDown() && handlers.pan != null) {
            pane.pan(-0.1 * Math.signum(delta));
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        double step = event.isShiftDown() ? 20 : 4;
        if (event.getCode() == KeyCode.LEFT) {
            step(-step, event);
        } else if (event.getCode() == KeyCode.RIGHT) {
            step(step, event);
        }
    }

    /// Moves the crosshair with the keyboard.
    private void step(double by, KeyEvent event) {
        @Nullable Plot plot = pane.plot();
        if (plot != null) {
            Rectangle area = plot.area();
            double from = overlay.pointer().map(Spot::px).orElse(area.x());
            double y = overlay.pointer().map(Spot::py).orElse(area.centreY());
            point(Math.clamp(from + by, area.x(), area.right()), y);
            event.consume();
        }
    }
}
