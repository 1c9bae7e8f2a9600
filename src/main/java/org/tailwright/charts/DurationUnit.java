package org.tailwright.charts;

/// Units in which durations are written.
public enum DurationUnit {
    NANOSECONDS("ns", 1),
    MICROSECONDS("µs", 1e3),
    MILLISECONDS("ms", 1e6),
    SECONDS("s", 1e9),
    MINUTES("min", 60e9),
    HOURS("h", 3600e9),
    DAYS("d", 86_400e9);

    private final String symbol;
    private final double nanos;

    DurationUnit(String symbol, double nanos) {
        this.symbol = symbol;
        this.nanos = nanos;
    }

    /// Its symbol: "ms".
    public String symbol() {
        return symbol;
    }

    /// How many nanoseconds one of it has.
    public double nanos() {
        return nanos;
    }

    /// The unit, up to seconds, that leaves at least one digit before the point: 182e6 is in milliseconds. Zero is in
    /// milliseconds. What rounds to 1000 of a unit with 3 digits is 1 of the next. A unit that the user prefers comes before all.
    public static DurationUnit of(double nanos) {
        return Writing.current().unit().orElseGet(() -> fitting(nanos));
    }

    private static DurationUnit fitting(double nanos) {
        double size = Math.abs(nanos);
        if (size == 0 || !Double.isFinite(size)) {
            return MILLISECONDS;
        }
        return size < 999.5 ? NANOSECONDS : size < 999.5e3 ? MICROSECONDS : size < 999.5e6 ? MILLISECONDS : SECONDS;
    }

    /// The unit of an axis that reaches `most` nanoseconds: one for the whole axis, minutes, hours and days too.
    public static DurationUnit ofAxis(double most) {
        double size = Math.abs(most);
        if (size < 240e9) {
            return of(size);
        }
        return size < 4 * 3600e9 ? MINUTES : size < 4 * 86_400e9 ? HOURS : DAYS;
    }
}
