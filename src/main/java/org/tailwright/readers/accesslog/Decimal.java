package org.tailwright.readers.accesslog;

import java.util.Locale;
import org.tailwright.readers.text.Units;

/// Numbers of access logs as nanoseconds. Nothing here throws on strange text.
final class Decimal {
    private Decimal() {}

    /// A number such as `0.001`, times `unitNanos`; [AccessRow#NONE] for `-`, a negative or no number.
    static long nanos(String text, long unitNanos) {
        double value = number(text);
        double nanos = value * unitNanos;
        return Double.isNaN(value) || value < 0 || nanos > 9e18 ? AccessRow.NONE : Math.round(nanos);
    }

    /// A number with its own unit (`12ms`, `1.5s`, `37µs`), or without one in `unitNanos`.
    static long withUnit(String text, long unitNanos) {
        int end = text.length();
        while (end > 0 && !Character.isDigit(text.charAt(end - 1)) && text.charAt(end - 1) != '.') {
            end--;
        }
        String unit = text.substring(end).strip().toLowerCase(Locale.ROOT);
        return unit.isEmpty() ? nanos(text, unitNanos)
                : Units.nanos(unit).isPresent() ? nanos(text.substring(0, end), Units.nanos(unit).getAsLong()) : AccessRow.NONE;
    }

    /// The sum of a list such as `0.100, 0.004` or `0.1 : 0.2`, which nginx writes when it tried several servers; absent ones count nothing.
    static long sum(String list, long unitNanos) {
        if (list.indexOf(',') < 0 && list.indexOf(':') < 0) {
            return nanos(list.strip(), unitNanos);
        }
        long sum = AccessRow.NONE;
        for (String each : list.split("[,:]")) {
            long nanos = nanos(each.strip(), unitNanos);
            sum = nanos == AccessRow.NONE ? sum : sum == AccessRow.NONE ? nanos : Math.min(Long.MAX_VALUE / 4, sum + nanos);
        }
        return sum;
    }

    /// The number, NaN when `text` is none.
    static double number(String text) {
        int n = text.length();
        if (n == 0 || n > 30) {
            return Double.NaN;
        }
        for (int i = 0; i < n; i++) {
            char c = text.charAt(i);
            boolean sign = (c == '-' || c == '+') && (i == 0 || (text.charAt(i - 1) | 0x20) == 'e');
            boolean exponent = (c | 0x20) == 'e' && i > 0 && i < n - 1;
            if (!(c >= '0' && c <= '9' || c == '.' || sign || exponent)) {
                return Double.NaN;
            }
        }
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? value : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /// A whole number of bytes; [AccessRow#NONE] when there is none.
    static long bytes(String text) {
        return nanos(text, 1);
    }

    /// Whether all characters are digits.
    static boolean whole(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// Whether it is a status code.
    static boolean status(String text) {
        return text.length() == 3 && whole(text);
    }
}
