package org.tailwright.charts;

/// How a text is set.
///
/// @param size font size in pixels; at least 11 for anything a person must read
/// @param weight regular or semibold
/// @param role colour, taken from [Palette#text(Role)]
/// @param anchor which part of the text stands at its x
/// @param halo true when the text lies over data and needs a 3 px rim in the colour of the surface
public record TextStyle(double size, Weight weight, Role role, Anchor anchor, boolean halo) {
    public TextStyle {
        if (!(size > 0)) {
            throw new IllegalArgumentException("A text needs a size above 0, not " + size);
        }
    }

    /// Regular text that starts at its x, without a halo.
    public static TextStyle of(double size, Role role) {
        return new TextStyle(size, Weight.REGULAR, role, Anchor.START, false);
    }

    /// The same with another anchor.
    public TextStyle at(Anchor other) {
        return new TextStyle(size, weight, role, other, halo);
    }

    /// The same in semibold.
    public TextStyle bold() {
        return new TextStyle(size, Weight.SEMIBOLD, role, anchor, halo);
    }

    /// The same with a halo.
    public TextStyle withHalo() {
        return new TextStyle(size, weight, role, anchor, true);
    }
}
