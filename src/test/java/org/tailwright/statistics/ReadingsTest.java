package org.tailwright.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tailwright.data.Column;
import org.tailwright.data.Doubles;
import org.tailwright.data.Longs;
import org.tailwright.data.Meaning;
import org.tailwright.data.Metrics;
import org.tailwright.data.Origin;
import org.tailwright.data.Requests;
import org.tailwright.data.Table;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;

/// Counters and pauses are known by what the source says, not by their shape or name.
class ReadingsTest {
    private static Readings readings(Metrics.Kind kind, double... values) {
        long[] times = new long[values.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = i * 2_000_000_000L;
        }
        return Readings.of(new Metrics.Series("x", Map.of(), kind, Longs.of(Unit.TIME, times), Doubles.of(Unit.BYTES, values)));
    }

    @Test
    void aCounterIsARateAlsoAcrossAReset() {
        Readings rates = readings(Metrics.Kind.COUNTER, 10, 30, Double.NaN, 70, 8);
        assertArrayEquals(new double[] {Double.NaN, 10, Double.NaN, 10, 4}, rates.values());
        assertEquals("B/s", rates.unit());
    }

    @Test
    void aGaugeThatOnlyRisesStaysALevel() {
        double[] rising = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
        assertArrayEquals(rising, readings(Metrics.Kind.GAUGE, rising).values());
        assertArrayEquals(rising, readings(Metrics.Kind.INCREMENT, rising).values());
        assertEquals(0.5, readings(Metrics.Kind.UNKNOWN, rising).values()[5]);
    }

    private static Requests events(String name, Meaning.Duration meaning) {
        LinkedHashMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.START, Longs.of(Unit.TIME, 1, 2));
        columns.put(Requests.DURATION, Longs.of(Unit.DURATION, 3, 4));
        return new Requests(new Origin(name, Path.of(name), "test", Trust.clean(2)), Table.of(columns), Meaning.of(meaning, Meaning.Stamp.END, 0));
    }

    @Test
    void pausesAreKnownByTheirMeaning() {
        assertEquals(2, GcPauses.of(events("app.log", Meaning.Duration.PAUSE)).orElseThrow().rows());
        assertTrue(GcPauses.of(events("gc.log concurrent phases", Meaning.Duration.RESIDENCE_TIME)).isEmpty());
        assertTrue(GcPauses.of(events("GC-pauses.jtl", Meaning.Duration.SERVICE_TIME)).isEmpty());
    }
}
