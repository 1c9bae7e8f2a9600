package org.tailwright.ui.charts;

import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a chart does with pointing; null where it does nothing.
final class Handlers {
    /// Zooms around an x value.
    @FunctionalInterface
    interface Zoom {
        void zoom(double x, double factor);
    }

    /// A line that is drawn and dragged.
    ///
    /// @param across whether it stands at an x value, else at a y value
    /// @param at where it is now; NaN for nowhere
    /// @param move gets the value while it is dragged
    /// @param drop gets the value at the end
    record Level(boolean across, DoubleSupplier at, DoubleConsumer move, DoubleConsumer drop) {}

    @Nullable Level level;
    @Nullable Consumer<Brush> brushX;
    @Nullable Consumer<Brush> brushBox;
    @Nullable Runnable reset;
    @Nullable Zoom zoom;
    @Nullable DoubleConsumer pan;
    @Nullable Consumer<Spot> pick;
    @Nullable Function<Spot, String> readout;

    boolean brushes() {
        return brushX != null || brushBox != null;
    }
}
