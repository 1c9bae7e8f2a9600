package org.tailwright.readers.text;

import java.util.Locale;

/// Reads numbers with a decimal point or a decimal comma.
final class Numbers {
    private Numbers() {}

    /// The number, or NaN when `text` is none ("NaN", "inf" and blanks are none).
    static double parse(String text, boolean decimalComma) {
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
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "", "-", "nan", "null", "na", "n/a", "none", "nil", "undefined", "inf", "+inf", "-inf", "infinity" -> true;
            default -> false;
        };
    }
}
