package org.tailwright.readers.datadog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/// Times since 1970 in an unknown unit, which their size tells, and dates. Durations have the unit of the start beside them.
final class DatadogTimes {
    private static final long SECOND = 1_000_000_000L;
    private static final int LONGEST = 40;

    private DatadogTimes() {}

    /// Nanoseconds of the unit in which a time is written; 0 for a date or no time.
    static long unit(String start) {
        double value = number(start);
        if (Double.isNaN(value)) {
            return 0;
        }
        return value < 1e11 ? SECOND : value < 1e14 ? 1_000_000 : value < 1e17 ? 1000 : 1;
    }

    /// Nanoseconds, -1 when it is no time.
    ///
    /// @param unit nanoseconds of one; 0 for a date
    static long nanos(String text, long unit) {
        if (text.isEmpty()) {
            return -1;
        }
        if (unit == 0) {
            return date(text);
        }
        double value = number(text);
        if (Double.isNaN(value) || value < 0 || value * unit > 9e18) {
            return -1;
        }
        try {
            return new BigDecimal(text).multiply(BigDecimal.valueOf(unit)).setScale(0, RoundingMode.HALF_UP).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            return -1;
        }
    }

    private static double number(String text) {
        try {
            double value = text.isEmpty() || text.length() > LONGEST ? Double.NaN : Double.parseDouble(text);
            return value != 0 && Math.abs(value) < 1e-12 ? Double.NaN : value;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static long date(String text) {
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), SECOND), instant.getNano());
        } catch (DateTimeException | ArithmeticException e) {
            return -1;
        }
    }
}
