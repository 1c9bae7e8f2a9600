package org.tailwright.charts;

/// The two weights of the bundled font.
public enum Weight {
    REGULAR,
    SEMIBOLD;

    /// The CSS number: 400 or 600.
    public int css() {
        return this == REGULAR ? 400 : 600;
    }
}
