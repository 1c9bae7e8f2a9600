package org.tailwright.readers.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// What is read without regular expressions is the same as with them.
class FastPathsTest {
    @Test
    void decimalsAreRoundedAsJavaRoundsThem() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 100_000; i++) {
            String text = String.valueOf(random.nextLong(1, 1_000_000_000_000_000L));
            int point = random.nextInt(text.length() + 1);
            String decimal = text.substring(0, point) + "." + text.substring(point);
            assertEquals(Double.parseDouble(decimal), Numbers.parse(decimal, false));
            assertEquals(Double.parseDouble(decimal), Numbers.parse(decimal.replace('.', ','), true));
            assertEquals(Double.parseDouble(text), Numbers.parse(text, false));
        }
    }

    @Test
    void whatIsNoNumberStaysNone() {
        for (String each : List.of("", ".", "1.2.3", "1,5", "0x10", "1f", "NaN", "--1", "1e", "٣")) {
            assertTrue(Double.isNaN(Numbers.parse(each, false)), each);
        }
        assertEquals(-1.5, Numbers.parse(" -1.5 ", false));
        assertEquals(1e3, Numbers.parse("1e3", false));
        assertEquals(12345678901234567.0, Numbers.parse("12345678901234567", false));
        assertEquals(List.of(true, true, true, false, false), List.of("", " - ", "+Inf", "0", "infinities").stream().map(Numbers::absent).toList());
    }

    @Test
    void isoTimesAreThoseOfTheCalendar() {
        SplittableRandom random = new SplittableRandom(5);
        TimeFormat format = new TimeFormat(TimeFormat.Form.YEAR_FIRST, 1, true, ZoneOffset.UTC, "");
        for (int i = 0; i < 20_000; i++) {
            Instant at = Instant.ofEpochSecond(random.nextLong(-1_000_000_000L, 4_000_000_000L), random.nextInt(1_000_000_000));
            long nanos = Math.addExact(at.getEpochSecond() * 1_000_000_000L, at.getNano());
            assertEquals(nanos, format.nanos(at.toString()), at.toString());
            ZoneOffset offset = ZoneOffset.ofHoursMinutes(random.nextInt(-11, 12), 0);
            OffsetDateTime there = at.atOffset(offset);
            String written = String.format(Locale.ROOT, "%tF %<tT.%<tN%s", there, offset.getTotalSeconds() == 0 ? "+00:00" : offset.getId());
            assertEquals(nanos, format.nanos(written), written);
        }
    }

    @Test
    void whatIsNoTimeOrNeedsAZoneIsLeftToTheCalendar() {
        TimeFormat utc = new TimeFormat(TimeFormat.Form.YEAR_FIRST, 1, true, ZoneOffset.UTC, "");
        for (String each : List.of("2026-02-30T12:00:00Z", "2026-13-01T12:00:00Z", "2026-01-01T25:00:00Z", "2026-01-01T12:00:00.Z", "2026-01-01T12:00:0xZ")) {
            assertEquals(TimeFormat.NONE, utc.nanos(each), each);
        }
        assertEquals(TimeFormat.NONE, IsoTime.nanos("2026-07-01T12:00:00", ZoneId.of("Europe/Berlin")));
        TimeFormat berlin = new TimeFormat(TimeFormat.Form.YEAR_FIRST, 1, true, ZoneId.of("Europe/Berlin"), "");
        assertEquals(Instant.parse("2026-07-01T10:00:00Z").getEpochSecond() * 1_000_000_000L, berlin.nanos("2026-07-01T12:00:00"));
        TimeFormat millis = new TimeFormat(TimeFormat.Form.EPOCH, 1_000_000, true, ZoneOffset.UTC, "");
        assertEquals(1_500_000L, millis.nanos("1.5"));
        assertEquals(-2_000_000L, millis.nanos("-2"));
        assertEquals(TimeFormat.NONE, millis.nanos(""));
        assertEquals(TimeFormat.NONE, millis.nanos("9999999999999999999"));
    }
}
