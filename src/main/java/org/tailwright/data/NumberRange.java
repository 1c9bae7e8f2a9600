package org.tailwright.data;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers from `low` (inclusive) to `beyond` (exclusive), written `512..2048`; an end left out is open. What a filter asks of a column of numbers.
///
/// @param low −∞ for none
/// @param beyond +∞ for none
public record NumberRange(double low, double beyond) {
    private static final String NUMBER = "[-+]?\\d*\\.?\\d+(?:[eE][-+]?\\d+)?";
    private static final Pattern WRITTEN = Pattern.compile("\\s*(" + NUMBER + ")?\\s*\\.\\.\\s*(" + NUMBER + ")?\\s*");

    /// A range as written, or a single number for itself; empty for other texts.
    public static Optional<NumberRange> parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (matcher.matches()) {
            return Optional.of(new NumberRange(matcher.group(1) == null ? Double.NEGATIVE_INFINITY : Double.parseDouble(matcher.group(1)),
                    matcher.group(2) == null ? Double.POSITIVE_INFINITY : Double.parseDouble(matcher.group(2))));
        }
        return text.strip().matches(NUMBER) ? Optional.of(single(Double.parseDouble(text.strip()))) : Optional.empty();
    }

    /// Only this number.
    public static NumberRange single(double value) {
        return new NumberRange(value, Math.nextUp(value));
    }

    /// Whether a number lies inside.
    public boolean contains(double value) {
        return value >= low && value < beyond;
    }

    /// As [#parse] reads it.
    public String text() {
        return beyond == Math.nextUp(low) ? plain(low) : (Double.isInfinite(low) ? "" : plain(low)) + ".." + (Double.isInfinite(beyond) ? "" : plain(beyond));
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
