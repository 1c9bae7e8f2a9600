package org.tailwright.readers.text;

import java.util.Locale;

/// Reads numbers with a decimal point or a decimal comma.
final class Numbers {
    /// Powers of ten that a double holds exactly.
    private static final double[] TENS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    private static final int LONGEST_ABSENT = 9;

    private Numbers() {}

    /// The number, or NaN when `text` is none ("NaN", "inf" and blanks are none).
    static double parse(String text, boolean decimalComma) {
        double simple = simple(text, decimalComma ? ',' : '.');
        return Double.isNaN(simple) ? any(text, decimalComma) : simple;
    }

    /// Up to 15 digits with at most one mark among them, NaN for anything else. Whole number and power of ten are exact, so their quotient is
    /// rounded once, as [Double#parseDouble] rounds.
    private static double simple(String text, char mark) {
        int n = text.length();
        if (n == 0 || n > 16) {
            return Double.NaN;
        }
        long digits = 0;
        int point = -1;
        for (int i = 0; i < n; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = 10 * digits + c - '0';
            } else if (c == mark && point < 0) {
                point = i;
            } else {
                return Double.NaN;
            }
        }
        boolean fits = point < 0 ? n <= 15 : n > 1;
        return !fits ? Double.NaN : point < 0 ? digits : digits / TENS[n - point - 1];
    }

    private static double any(String text, boolean decimalComma) {
        String plain = text.strip();
        int n = plain.length();
        if (n == 0 || n > 40) {
            return Double.NaN;
        }
        boolean digit = false;
        for (int i = 0; i < n; i++) {
            char c = plain.charAt(i);
            digit |= c >= '0' && c <= '9';
            boolean sign = (c == '-' || c == '+') && (i == 0 || (plain.charAt(i - 1) | 0x20) == 'e');
            if (!(c >= '0' && c <= '9' || sign || c == (decimalComma ? ',' : '.') || (c | 0x20) == 'e')) {
                return Double.NaN;
            }
        }
        if (!digit) {
            return Double.NaN;
        }
        try {
            double value = Double.parseDouble(decimalComma ? plain.replace(',', '.') : plain);
            return Double.isFinite(value) ? value : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /// Whether `text` says that there is no value.
    static boolean absent(String text) {
        String plain = text.strip();
        if (plain.length() > LONGEST_ABSENT || !plain.isEmpty() && plain.charAt(0) >= '0' && plain.charAt(0) <= '9') {
            return false;
        }
        return switch (plain.toLowerCase(Locale.ROOT)) {
            case "", "-", "nan", "null", "na", "n/a", "none", "nil", "undefined", "inf", "+inf", "-inf", "infinity" -> true;
            default -> false;
        };
    }
}
