package org.tailwright.readers.text;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Units of time as they stand in column names and options: `latency_ms`, `Duration (us)`, `elapsed [s]`, `seconds`.
public final class Units {
    private static final Pattern NAMED = Pattern.compile(
            "(?:.*[^a-z]|^)(ns|nanos?|nanoseconds?|us|µs|μs|micros?|microseconds?|ms|millis?|milliseconds?|s|secs?|seconds?)[\\])]?$");

    private Units() {}

    /// Nanoseconds of a unit by its name alone.
    public static OptionalLong nanos(String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "ns", "nano", "nanos", "nanosecond", "nanoseconds" -> OptionalLong.of(1);
            case "us", "µs", "μs", "micro", "micros", "microsecond", "microseconds" -> OptionalLong.of(1000);
            case "ms", "milli", "millis", "millisecond", "milliseconds" -> OptionalLong.of(1_000_000);
            case "s", "sec", "secs", "second", "seconds" -> OptionalLong.of(1_000_000_000);
            case "m", "min", "minute", "minutes" -> OptionalLong.of(60_000_000_000L);
            case "h", "hour", "hours" -> OptionalLong.of(3_600_000_000_000L);
            default -> OptionalLong.empty();
        };
    }

    /// Nanoseconds of the unit that a column's name ends with, if it names one.
    public static OptionalLong named(String column) {
        String spread = column.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT).strip();
        Matcher match = NAMED.matcher(spread);
        return match.matches() ? nanos(match.group(1)) : OptionalLong.empty();
    }
}
