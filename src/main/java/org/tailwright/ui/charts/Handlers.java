package org.tailwright.ui.charts;

import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a chart does with pointing; null where it does nothing.
final class Handlers {
    /// Zooms around an x value.
    @FunctionalInterface
    interface Zoom {
        void zoom(double x, double factor);
    }

    @Nullable Consumer<Brush> brushX;
    @Nullable Consumer<Brush> brushBox;
    @Nullable Runnable reset;
    @Nullable Zoom zoom;
    @Nullable DoubleConsumer pan;
    @Nullable Consumer<Spot> pick;
    @Nullable Consumer<Spot> hover;
    @Nullable Function<Spot, String> readout;

    boolean brushes() {
        return brushX != null || brushBox != null;
    }
}
