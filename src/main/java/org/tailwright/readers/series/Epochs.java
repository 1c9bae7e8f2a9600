package org.tailwright.readers.series;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Times written as numbers since 1970, turned into nanoseconds without the rounding of floating point.
public final class Epochs {
    /// Result for a text that is no such time.
    public static final long NONE = Long.MIN_VALUE;

    private static final int LONGEST = 40;
    private static final long SECOND = 1_000_000_000L;

    private Epochs() {}

    /// Nanoseconds of decimal seconds such as `1664376185.491`, [#NONE] when `text` is no number or outside the years 1677 to 2262.
    public static long seconds(String text) {
        return scaled(text, SECOND);
    }

    /// Nanoseconds of a number whose unit follows from its size: below 1e11 seconds, below 1e14 milliseconds, below 1e17 microseconds, else
    /// nanoseconds; [#NONE] when `text` is no number.
    public static long bySize(String text) {
        int digits = digits(text);
        return digits < 0 ? NONE : scaled(text, unit(digits));
    }

    /// What [#bySize] takes a number for, in nanoseconds; 0 when `text` is no plain number.
    public static long unitBySize(String text) {
        int digits = digits(text);
        return digits < 0 ? 0 : unit(digits);
    }

    private static long unit(int digits) {
        return digits <= 11 ? SECOND : digits <= 14 ? 1_000_000 : digits <= 17 ? 1000 : 1;
    }

    /// Digits before the point without sign, -1 when the text is no plain number.
    private static int digits(String text) {
        int from = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        int point = text.indexOf('.');
        int to = point < 0 ? text.length() : point;
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return -1;
            }
        }
        return to > from ? to - from : -1;
    }

    /// Nanoseconds of a number in units of `unit` nanoseconds, [#NONE] when `text` is no number.
    public static long scaled(String text, long unit) {
        int length = text.length();
        if (length == 0 || length > LONGEST) {
            return NONE;
        }
        try {
            if (length < 19 && digits(text) == length) {
                return Math.multiplyExact(Long.parseLong(text), unit);
            }
            // An exponent may ask for a number of any length; far out of range is judged before it is written out.
            double rough = Double.parseDouble(text) * unit;
            if (!(Math.abs(rough) < 0x1p63)) {
                return NONE;
            }
            return new BigDecimal(text).multiply(BigDecimal.valueOf(unit)).setScale(0, RoundingMode.HALF_UP).longValueExact();
        } catch (NumberFormatException | ArithmeticException e) {
            return NONE;
        }
    }
}
