package org.tailwright.readers.jaeger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tailwright.readers.Json;
import org.tailwright.readers.text.Units;

/// Times and durations: microseconds as bare numbers, durations with a unit (`2000ns`, `1.5s`), and dates with a zone, as protobuf's form in JSON.
final class JaegerTimes {
    private static final Pattern WITH_UNIT = Pattern.compile("(\\d{1,18}(?:\\.\\d{1,18})?)(ns|us|µs|ms|s)");

    private JaegerTimes() {}

    /// Nanoseconds; -1 when it is no time.
    static long nanos(String text) {
        long micros = Json.whole(text);
        if (micros >= 0) {
            return micros > Long.MAX_VALUE / 1000 ? -1 : micros * 1000;
        }
        try {
            Matcher match = WITH_UNIT.matcher(text);
            if (match.matches()) {
                OptionalLong unit = Units.nanos(match.group(2));
                return new BigDecimal(match.group(1)).multiply(BigDecimal.valueOf(unit.orElseThrow())).setScale(0, RoundingMode.HALF_UP).longValueExact();
            }
            Instant instant = text.indexOf('T') < 0 ? Instant.EPOCH : OffsetDateTime.parse(text).toInstant();
            return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano()) <= 0 ? -1
                    : instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
        } catch (DateTimeException | ArithmeticException e) {
            return -1;
        }
    }
}
