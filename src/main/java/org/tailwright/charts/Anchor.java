package org.tailwright.charts;

/// Which part of a text stands at its x.
public enum Anchor {
    START,
    MIDDLE,
    END;

    /// Left edge of a text of the given width that is anchored at `x`.
    public double left(double x, double width) {
        return switch (this) {
            case START -> x;
            case MIDDLE -> x - width / 2;
            case END -> x - width;
        };
    }
}
