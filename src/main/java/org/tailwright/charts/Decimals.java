package org.tailwright.charts;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/// Digits, groups and exponents: what [Numbers] is made of.
final class Decimals {
    private Decimals() {}

    /// Decimals that leave `digits` significant digits, never fewer than 0.
    static int decimals(double value, int digits) {
        if (value == 0 || !Double.isFinite(value)) {
            return 0;
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(digits, RoundingMode.HALF_UP));
        return Math.max(0, digits - (rounded.precision() - rounded.scale()));
    }

    static String grouped(BigDecimal number) {
        NumberStyle style = Writing.current().style();
        String digits = number.abs().toPlainString();
        int point = digits.indexOf('.');
        int whole = point < 0 ? digits.length() : point;
        StringBuilder out = new StringBuilder(number.signum() < 0 ? "−" : "");
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && i < whole && (whole - i) % 3 == 0) {
                out.append(style.group());
            }
            out.append(i == point ? style.decimal() : digits.substring(i, i + 1));
        }
        return out.toString();
    }

    static String plainString(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return grouped(bare.scale() < 0 ? bare.setScale(0) : bare);
    }

    static String notFinite(double value) {
        return Double.isNaN(value) ? Numbers.ABSENT : value > 0 ? "∞" : "−∞";
    }

    static String exponent(double value, int digits) {
        String text = String.format(Locale.ROOT, "%." + (digits - 1) + "e", value);
        int e = text.indexOf('e');
        return text.substring(0, e).replace('-', '−').replace(".", Writing.current().style().decimal()) + "e" + Integer.parseInt(text.substring(e + 1));
    }
}
