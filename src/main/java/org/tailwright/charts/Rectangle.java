package org.tailwright.charts;

/// An area in pixels; `y` grows downwards.
///
/// @param x left edge
/// @param y top edge
/// @param width never negative
/// @param height never negative
public record Rectangle(double x, double y, double width, double height) {
    public Rectangle {
        if (!(width >= 0) || !(height >= 0)) {
            throw new IllegalArgumentException("A rectangle needs a width and height of at least 0, not " + width + " × " + height);
        }
    }

    /// Right edge.
    public double right() {
        return x + width;
    }

    /// Bottom edge.
    public double bottom() {
        return y + height;
    }

    /// Horizontal middle.
    public double centreX() {
        return x + width / 2;
    }

    /// Vertical middle.
    public double centreY() {
        return y + height / 2;
    }

    /// True when the point lies inside or on the edge.
    public boolean contains(double px, double py) {
        return px >= x && px <= right() && py >= y && py <= bottom();
    }

    /// True when the two share more than an edge.
    public boolean overlaps(Rectangle other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    /// The same area, larger by `by` pixels on every side.
    public Rectangle grown(double by) {
        return new Rectangle(x - by, y - by, width + 2 * by, height + 2 * by);
    }
}
