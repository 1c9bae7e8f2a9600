package org.tailwright.readers.percentiles;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tailwright.readers.text.Units;

/// Numbers with units as load generators print them: `42.28ms`, `1.00m`, `0.0417 secs`, `9.6k`.
public final class Amounts {
    private static final Pattern AMOUNT = Pattern.compile("([0-9]{1,18}(?:\\.[0-9]{1,18})?(?:[eE][+-]?[0-9]{1,2})?)\\s*(\\p{L}{0,12})");
    private static final Pattern PART = Pattern.compile("([0-9]{1,18}(?:\\.[0-9]{1,18})?)(ns|us|µs|μs|ms|s|m|h)");

    private Amounts() {}

    /// Nanoseconds of a length of time with its unit, NaN when it is none. Several parts add up, as in Go's `1m30.5s`.
    public static double nanos(String text) {
        Matcher match = AMOUNT.matcher(text.strip());
        if (match.matches()) {
            OptionalLong unit = Units.nanos(match.group(2));
            return unit.isPresent() ? Double.parseDouble(match.group(1)) * unit.getAsLong() : Double.NaN;
        }
        Matcher parts = PART.matcher(text.strip());
        double sum = 0;
        int end = 0;
        while (parts.find() && parts.start() == end) {
            sum += Double.parseDouble(parts.group(1)) * Units.nanos(parts.group(2)).orElseThrow();
            end = parts.end();
        }
        return end > 0 && end == text.strip().length() ? sum : Double.NaN;
    }

    /// A plain number, or one with a metric suffix (`k`, `M`, `G`); thousands may be parted by commas. NaN when it is none.
    public static double number(String text) {
        Matcher match = AMOUNT.matcher(text.strip().replace(",", ""));
        if (!match.matches()) {
            return Double.NaN;
        }
        double factor = switch (match.group(2).toLowerCase(Locale.ROOT)) {
            case "" -> 1;
            case "k" -> 1e3;
            case "m" -> 1e6;
            case "g" -> 1e9;
            default -> Double.NaN;
        };
        return Double.parseDouble(match.group(1)) * factor;
    }

    /// A count, -1 when it is none.
    public static long count(String text) {
        String plain = text.strip().replace(",", "");
        return plain.matches("[0-9]{1,18}") ? Long.parseLong(plain) : -1;
    }
}
