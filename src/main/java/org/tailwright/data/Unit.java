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
    /// Bytes per second.
    public static final Unit BYTES_PER_SECOND = new Unit(Kind.BYTES, "B/s");
    /// A number of things.
    public static final Unit COUNT = new Unit(Kind.COUNT, "");
    /// A share, 1 for the whole.
    public static final Unit RATIO = new Unit(Kind.RATIO, "");
    /// No unit known.
    public static final Unit NONE = new Unit(Kind.PLAIN, "");
    /// Events per second.
    public static final Unit PER_SECOND = new Unit(Kind.PLAIN, "/s");

    /// What follows a number of bytes that was written in its best unit: `/s`, or nothing.
    public String perTime() {
        return equals(BYTES_PER_SECOND) ? "/s" : "";
    }

    /// A unit that a source named by its symbol.
    public static Unit of(String symbol) {
        return symbol.equals(BYTES_PER_SECOND.symbol) ? BYTES_PER_SECOND : symbol.isEmpty() ? NONE : new Unit(Kind.PLAIN, symbol);
    }
}
