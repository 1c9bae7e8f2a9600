package org.tailwright.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;
import org.tailwright.data.Durations;
import org.tailwright.data.TimeSpan;

/// Reads moments as people type them.
final class Moments {
    private Moments() {}

    /// Nanoseconds since the epoch for a date with time (with or without offset), a time of day on the first day of the data, or a time since
    /// the data's beginning such as `+90s`.
    ///
    /// @throws Complaint when it is none of these
    static long parse(String option, String text, ZoneId zone, Optional<TimeSpan> data) {
        if (text.startsWith("+")) {
            OptionalLong after = Durations.parse(text.substring(1));
            if (after.isPresent() && data.isPresent()) {
                return data.get().start() + after.getAsLong();
            }
        }
        String iso = text.strip().replace(' ', 'T');
        try {
            if (iso.indexOf(':') >= 0 && iso.indexOf('T') < 0) {
                LocalDate day = data.map(span -> instant(span.start()).atZone(zone).toLocalDate())
                        .orElseThrow(() -> new Complaint(option + " " + text + " needs a date, because the data has no times"));
                return nanos(day.atTime(LocalTime.parse(iso)).atZone(zone).toInstant());
            }
            boolean offset = iso.endsWith("Z") || iso.matches(".*[+-]\\d\\d:?\\d\\d$") && iso.indexOf('T') > 0 && iso.indexOf(':') > 0;
            return nanos(offset ? OffsetDateTime.parse(iso).toInstant()
                    : (iso.indexOf('T') < 0 ? LocalDate.parse(iso).atStartOfDay() : LocalDateTime.parse(iso)).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            throw new Complaint(option + " does not understand '" + text
                    + "'; write 2026-11-22T12:07:50Z, 2026-11-22T12:07:50 (in --zone), 12:07:50 (first day of the data) or +90s (since its beginning)", e);
        }
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }

    private static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    }
}
