package org.tailwright.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTicksTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "2026-11-22T12:00:00Z; 2026-11-22T12:14:00Z; UTC; 8; 12:00|12:02|12:04|12:06|12:08|12:10|12:12|12:14",
        "2026-11-22T12:00:07Z; 2026-11-22T12:00:31Z; UTC; 5; 12:00:10|12:00:15|12:00:20|12:00:25|12:00:30",
        "2026-11-22T12:00:00.120Z; 2026-11-22T12:00:00.480Z; UTC; 4; 12:00:00.2|12:00:00.3|12:00:00.4",
        "2026-11-22T12:00:00.000010Z; 2026-11-22T12:00:00.000031Z; UTC; 3; 12:00:00.000010|12:00:00.000020|12:00:00.000030",
        "2026-11-21T20:00:00Z; 2026-11-22T05:00:00Z; UTC; 4; 21:00|22 Nov|03:00",
        "2026-11-20T00:00:00Z; 2026-11-24T12:00:00Z; UTC; 6; 20 Nov|21 Nov|22 Nov|23 Nov|24 Nov",
        "2026-01-10T00:00:00Z; 2026-06-24T12:00:00Z; UTC; 6; Feb 2026|Mar 2026|Apr 2026|May 2026|Jun 2026",
        "2019-01-01T00:00:00Z; 2026-06-24T12:00:00Z; UTC; 8; 2019|2020|2021|2022|2023|2024|2025|2026",
        // The night when clocks in Berlin go back: 02:00 comes twice, real time goes on.
        "2026-10-24T23:30:00Z; 2026-10-25T03:30:00Z; Europe/Berlin; 5; 02:00|02:00|03:00|04:00",
        // With longer steps the local clock rules: ticks stay at even local hours.
        "2026-10-24T12:00:00Z; 2026-10-25T12:00:00Z; Europe/Berlin; 5; 18:00|25 Oct|06:00|12:00",
        "2026-11-22T12:00:00Z; 2026-11-22T12:30:00Z; Asia/Kolkata; 4; 17:30|17:40|17:50|18:00"
    })
    void ticksStandAtRoundTimesOfTheCalendar(String start, String end, String zone, int most, String labels) {
        Scale.Time scale = new Scale.Time(nanos(start), nanos(end), ZoneId.of(zone));
        assertEquals(labels, ScaleTest.labels(scale, most, Quantity.PLAIN));
    }

    private static long nanos(String text) {
        Instant instant = Instant.parse(text);
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }
}
