package org.tailwright.charts;

/// How an outline is drawn. Ends are butt, joins round.
///
/// @param role its colour
/// @param width pixels, above 0
/// @param stroke solid, dashed or dotted
public record Pen(Role role, double width, Stroke stroke) {
    public Pen {
        if (!(width > 0)) {
            throw new IllegalArgumentException("A pen needs a width above 0, not " + width);
        }
    }

    /// A solid pen.
    public static Pen solid(Role role, double width) {
        return new Pen(role, width, Stroke.SOLID);
    }
}
