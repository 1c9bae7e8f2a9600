package org.tailwright.data;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads durations as people and tools write them: `20 ms`, `1.5s`, `250us`, `2 min`, `1h`.
public final class Durations {
    private static final Pattern FORM = Pattern.compile("\\s*([0-9]+(?:\\.[0-9]+)?)\\s*(ns|us|µs|μs|ms|s|min|m|h|d)\\s*");

    private Durations() {}

    /// Nanoseconds, or nothing when `text` is no duration with a unit.
    public static OptionalLong parse(String text) {
        Matcher match = FORM.matcher(text.toLowerCase(Locale.ROOT));
        return match.matches() ? OptionalLong.of(Math.round(Double.parseDouble(match.group(1)) * nanos(match.group(2)))) : OptionalLong.empty();
    }

    private static double nanos(String unit) {
        return switch (unit) {
            case "ns" -> 1;
            case "us", "µs", "μs" -> 1e3;
            case "ms" -> 1e6;
            case "s" -> 1e9;
            case "min", "m" -> 60e9;
            case "h" -> 3600e9;
            default -> 86_400e9;
        };
    }
}
