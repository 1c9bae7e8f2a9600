package org.tailwright.readers.series;

import java.util.Locale;
import java.util.OptionalDouble;
import org.tailwright.data.Unit;

/// Units of metrics, by the words that producers use for them. Values keep the source's unit: 5 seconds stay 5 with the symbol `s`.
public final class SeriesUnits {
    private SeriesUnits() {}

    /// The unit that a word such as `seconds`, `By`, `Percent` or `kB/s` names; the word itself as the symbol where it is unknown.
    public static Unit of(String word) {
        String plain = word.strip();
        return switch (plain.toLowerCase(Locale.ROOT)) {
            case "", "none", "short", "unitless" -> Unit.NONE;
            case "1", "count", "counts" -> Unit.COUNT;
            case "seconds", "second", "sec", "s" -> Unit.of("s");
            case "milliseconds", "millisecond", "ms" -> Unit.of("ms");
            case "microseconds", "microsecond", "us" -> Unit.of("µs");
            case "nanoseconds", "nanosecond", "ns" -> Unit.DURATION;
            case "minutes", "min" -> Unit.of("min");
            case "hours", "h" -> Unit.of("h");
            case "days", "d" -> Unit.of("d");
            case "bytes", "byte", "by" -> Unit.BYTES;
            case "ratio" -> Unit.RATIO;
            case "percent", "%" -> Unit.of("%");
            case "celsius", "cel" -> Unit.of("°C");
            case "volts" -> Unit.of("V");
            case "amperes" -> Unit.of("A");
            case "joules" -> Unit.of("J");
            case "watts" -> Unit.of("W");
            case "hertz" -> Unit.of("Hz");
            case "meters" -> Unit.of("m");
            case "bytes/second", "by/s" -> Unit.of("B/s");
            case "bits/second", "bit/s" -> Unit.of("bit/s");
            case "count/second" -> Unit.PER_SECOND;
            default -> Unit.of(plain.length() > 24 ? plain.substring(0, 24) : bare(plain));
        };
    }

    /// `{request}` and `{request}/s`, as the Unified Code for Units of Measure annotates, without braces.
    private static String bare(String unit) {
        return unit.indexOf('{') < 0 ? unit : unit.replace("{", "").replace("}", "");
    }

    /// The unit that the end of a name such as `http_request_duration_seconds_total` tells; none where it tells none.
    public static Unit named(String name) {
        String end = ending(name);
        return switch (end) {
            case "seconds", "milliseconds", "microseconds", "nanoseconds", "minutes", "hours", "days", "bytes", "ratio", "percent", "celsius", "volts",
                 "amperes", "joules", "watts", "hertz", "meters", "ms", "us", "ns" -> of(end);
            case "micros" -> of("us");
            case "millis" -> of("ms");
            case "nanos" -> of("ns");
            default -> Unit.NONE;
        };
    }

    /// The last word of a name without the ends that only tell the kind.
    private static String ending(String name) {
        String plain = name;
        for (String end : new String[] {"_total", "_sum", "_max", "_min", "_avg", "_mean"}) {
            plain = plain.endsWith(end) ? plain.substring(0, plain.length() - end.length()) : plain;
        }
        int at = Math.max(plain.lastIndexOf('_'), Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(':')));
        return plain.substring(at + 1).toLowerCase(Locale.ROOT);
    }

    /// Nanoseconds of one unit, where it is a length of time.
    public static OptionalDouble nanos(Unit unit) {
        return switch (unit.symbol()) {
            case "ns" -> OptionalDouble.of(1);
            case "µs" -> OptionalDouble.of(1e3);
            case "ms" -> OptionalDouble.of(1e6);
            case "s" -> OptionalDouble.of(1e9);
            case "min" -> OptionalDouble.of(60e9);
            case "h" -> OptionalDouble.of(3600e9);
            case "d" -> OptionalDouble.of(86_400e9);
            default -> OptionalDouble.empty();
        };
    }
}
