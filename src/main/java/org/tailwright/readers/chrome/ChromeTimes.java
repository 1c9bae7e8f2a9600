package org.tailwright.readers.chrome;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.tailwright.readers.Json;
import tools.jackson.core.JsonParser;

/// Reads microseconds with fractions exactly.
final class ChromeTimes {
    /// Result for what is no time.
    private static final long NONE = Long.MIN_VALUE;
    private static final int LONGEST = 40;
    private static final double LATEST = Long.MAX_VALUE / 2000.0;

    private ChromeTimes() {}

    /// Nanoseconds; the smallest number when the value is no time.
    static long nanos(JsonParser parser) {
        return nanos(Json.scalar(parser));
    }

    /// Nanoseconds of a text in microseconds.
    static long nanos(String text) {
        double micros;
        try {
            micros = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return NONE;
        }
        if (Double.isNaN(micros) || Math.abs(micros) > LATEST) {
            return NONE;
        }
        if (text.length() > LONGEST || Math.abs(micros) < 1e-6 || text.endsWith("d") || text.endsWith("f") || text.endsWith("D") || text.endsWith("F")) {
            return Math.round(micros * 1000);
        }
        return text.indexOf('.') < 0 && text.indexOf('e') < 0 && text.indexOf('E') < 0 && text.indexOf('x') < 0 ? Math.round(micros) * 1000
                : exact(text, micros);
    }

    private static long exact(String text, double micros) {
        try {
            return new BigDecimal(text.strip()).movePointRight(3).setScale(0, RoundingMode.HALF_UP).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            return Math.round(micros * 1000);
        }
    }
}
