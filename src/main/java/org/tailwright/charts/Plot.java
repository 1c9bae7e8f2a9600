package org.tailwright.charts;

/// The part of a scene where values are drawn, and the way between pixels and values.
///
/// @param area the plot in pixels of the scene
/// @param x horizontal axis, low at the left
/// @param y vertical axis, low at the bottom
public record Plot(Rectangle area, Axis x, Axis y) {
    /// Pixel of an x value.
    public double px(double value) {
        return area.x() + area.width() * x.scale().position(value);
    }

    /// Pixel of a y value.
    public double py(double value) {
        return area.bottom() - area.height() * y.scale().position(value);
    }

    /// X value at a pixel.
    public double xAt(double px) {
        return x.scale().value((px - area.x()) / area.width());
    }

    /// Y value at a pixel.
    public double yAt(double py) {
        return y.scale().value((area.bottom() - py) / area.height());
    }
}
