package org.tailwright.readers.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Unit;

/// Numbers with a unit behind them, as dashboards export what they show: `12.3%`, `1.50 GiB`, `250 ms`, `1.2 K`.
///
/// @param unit of the values after [#parse]
record Quantities(Unit unit, boolean decimalComma) {
    private static final Pattern FORM = Pattern.compile("\\s*([+-]?[0-9][0-9.,]*)\\s*([A-Za-zµμ%/]{1,8})\\s*");
    private static final String POWERS = "KMGTPE";

    /// What all of `values` that are not absent are, if they are quantities of one kind.
    static Optional<Quantities> of(List<String> values, boolean decimalComma) {
        Unit unit = null;
        for (String each : values) {
            Matcher match = FORM.matcher(each);
            Unit found = match.matches() ? unit(match.group(2)) : null;
            if (found == null && !Double.isNaN(Numbers.parse(each, decimalComma))) {
                continue;
            }
            if (found == null || unit != null && !unit.equals(found)) {
                return Optional.empty();
            }
            unit = found;
        }
        return unit == null ? Optional.empty() : Optional.of(new Quantities(unit, decimalComma));
    }

    /// The value in [#unit], NaN when the text is none.
    double parse(String text) {
        Matcher match = FORM.matcher(text);
        if (!match.matches()) {
            return Numbers.parse(text, decimalComma);
        }
        return unit.equals(unit(match.group(2))) ? Numbers.parse(match.group(1), decimalComma) * factor(match.group(2)) : Double.NaN;
    }

    private static @Nullable Unit unit(String word) {
        if (word.equals("%")) {
            return Unit.of("%");
        }
        if (!word.equals("m") && !word.equals("M") && !word.equals("h") && Units.nanos(word).isPresent() || word.equals("mins") || word.equals("hour")) {
            return Unit.DURATION;
        }
        String plain = word.endsWith("/s") ? word.substring(0, word.length() - 2) : word;
        boolean rate = plain.length() < word.length();
        if (plain.matches("[kKMGTPE]?i?B") || plain.equals("bytes")) {
            return rate ? Unit.of("B/s") : Unit.BYTES;
        }
        return word.matches("[kKMGT]|Mil|Bil|Tri") ? Unit.COUNT : null;
    }

    private static double factor(String word) {
        var nanos = Units.nanos(word);
        if (word.equals("%")) {
            return 1;
        }
        if (nanos.isPresent() && !word.equals("M") && !word.equals("m")) {
            return nanos.getAsLong();
        }
        return switch (word) {
            case "mins" -> 60e9;
            case "hour" -> 3600e9;
            case "Mil" -> 1e6;
            case "Bil" -> 1e9;
            case "Tri" -> 1e12;
            default -> Math.pow(word.contains("i") ? 1024 : 1000, 1 + POWERS.indexOf(Character.toUpperCase(word.charAt(0))));
        };
    }
}
