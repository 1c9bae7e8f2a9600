package org.tailwright.charts;

/// How a line is broken.
public enum Stroke {
    SOLID,
    DASHED,
    DOTTED;

    /// Lengths of dash and gap in pixels for a line of the given width; empty for a solid line.
    public double[] dashes(double width) {
        double unit = Math.max(1, width);
        return switch (this) {
            case SOLID -> new double[0];
            case DASHED -> new double[] {3.5 * unit, 2.5 * unit};
            case DOTTED -> new double[] {1.5 * unit, 2.5 * unit};
        };
    }
}
