package org.tailwright.readers.folded;

import org.jspecify.annotations.Nullable;

/// A line cut into its stack and the number at its end.
///
/// @param stack what stands before the number
/// @param value the number, finite
record FoldedLine(String stack, double value) {
    /// The line in parts; null when it does not end in a number with a blank before it.
    static @Nullable FoldedLine of(String line) {
        int end = line.length();
        while (end > 0 && blank(line.charAt(end - 1))) {
            end--;
        }
        int from = end;
        while (from > 0 && !blank(line.charAt(from - 1))) {
            from--;
        }
        int stack = from;
        while (stack > 0 && blank(line.charAt(stack - 1))) {
            stack--;
        }
        if (stack == 0 || from == end) {
            return null;
        }
        double value = number(line, from, end);
        return Double.isNaN(value) ? null : new FoldedLine(line.substring(0, stack), value);
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\t';
    }

    /// Digits with at most one point, a sign, or an exponent; NaN for anything else.
    private static double number(String line, int from, int end) {
        boolean plain = end - from <= 18;
        boolean digits = false;
        for (int i = from; i < end; i++) {
            char c = line.charAt(i);
            digits |= c >= '0' && c <= '9';
            plain &= c >= '0' && c <= '9';
            boolean sign = (c == '-' || c == '+') && (i == from || (line.charAt(i - 1) | 0x20) == 'e');
            boolean exponent = (c | 0x20) == 'e' && i > from;
            if (!(c >= '0' && c <= '9') && c != '.' && !sign && !exponent) {
                return Double.NaN;
            }
        }
        if (!digits || end - from > 40) {
            return Double.NaN;
        }
        try {
            double value = plain ? Long.parseLong(line, from, end, 10) : Double.parseDouble(line.substring(from, end));
            return Double.isFinite(value) ? value : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
