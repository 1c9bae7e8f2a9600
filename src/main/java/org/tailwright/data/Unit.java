package org.tailwright.data;

/// What the numbers of a column mean. Times are nanoseconds since 1970-01-01T00:00Z, durations nanoseconds; other units keep the symbol
/// that their source gave.
///
/// @param symbol what stands behind a number of this unit; empty for plain numbers
public record Unit(Kind kind, String symbol) {
    /// What is measured, which decides how a number is written.
    public enum Kind { TIME, DURATION, BYTES, COUNT, RATIO, PLAIN }

    /// Nanoseconds since the epoch.
    public static final Unit TIME = new Unit(Kind.TIME, "");
    /// A length of time in nanoseconds.
    public static final Unit DURATION = new Unit(Kind.DURATION, "ns");
    /// Bytes.
    public static final Unit BYTES = new Unit(Kind.BYTES, "B");
    /// A number of things.
    public static final Unit COUNT = new Unit(Kind.COUNT, "");
    /// A share, 1 for the whole.
    public static final Unit RATIO = new Unit(Kind.RATIO, "");
    /// No unit known.
    public static final Unit NONE = new Unit(Kind.PLAIN, "");
    /// Events per second.
    public static final Unit PER_SECOND = new Unit(Kind.PLAIN, "/s");

    /// A unit that only has a symbol.
    public static Unit of(String symbol) {
        return symbol.isEmpty() ? NONE : new Unit(Kind.PLAIN, symbol);
    }
}
