package org.tailwright.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScaleTest {
    private static final ZoneId UTC = ZoneId.of("UTC");

    static Stream<Scale> scales() {
        Random random = new Random(11);
        List<Scale> scales = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            double size = Math.pow(10, random.nextInt(24) - 9);
            double low = (random.nextDouble() - 0.5) * size;
            scales.add(new Scale.Linear(low, low + size * (0.01 + random.nextDouble())));
            double small = Math.pow(10, random.nextInt(20) - 6) * (0.1 + random.nextDouble());
            scales.add(new Scale.Log(small, small * Math.pow(10, 0.05 + random.nextDouble() * 8)));
            double p = random.nextDouble() * 0.9;
            scales.add(new Scale.Nines(p, 1 - (1 - p) * Math.pow(10, -0.3 - random.nextDouble() * 6)));
            long start = 1_700_000_000_000_000_000L + random.nextLong(100_000_000_000_000_000L);
            scales.add(new Scale.Time(start, start + (long) Math.pow(10, 5 + random.nextDouble() * 13), UTC));
        }
        scales.add(new Scale.Named(List.of("a", "b", "c")));
        return scales.stream();
    }

    @ParameterizedTest
    @MethodSource("scales")
    void positionAndValueAreInverse(Scale scale) {
        Random random = new Random(5);
        for (int i = 0; i < 50; i++) {
            double position = random.nextDouble();
            double grain = scale instanceof Scale.Time time ? 512.0 / (time.endNanos() - time.startNanos()) : 1e-9;
            assertEquals(position, scale.position(scale.value(position)), Math.max(1e-9, grain));
        }
        assertEquals(0, scale.position(scale.low()), 1e-9);
        assertEquals(1, scale.position(scale.high()), 1e-9);
        assertTrue(Double.isNaN(scale.position(Double.NaN)));
    }

    @ParameterizedTest
    @MethodSource("scales")
    void ticksAreFewAscendingInsideAndNamedApart(Scale scale) {
        for (Quantity quantity : Quantity.values()) {
            for (int most = 1; most <= 14; most++) {
                List<Tick> ticks = scale.ticks(most, quantity);
                String where = scale + " " + quantity + " " + most + " " + ticks;
                assertTrue(ticks.size() <= most, where);
                double before = Double.NEGATIVE_INFINITY;
                Set<String> labels = new HashSet<>();
                for (Tick tick : ticks) {
                    assertTrue(tick.value() > before, where);
                    assertTrue(scale.position(tick.value()) >= -1e-6 && scale.position(tick.value()) <= 1 + 1e-6, where);
                    before = tick.value();
                    labels.add(tick.label());
                }
                if (!(scale instanceof Scale.Time)) {
                    assertEquals(ticks.size(), labels.size(), where);
                }
            }
            assertTrue(scale.ticks(12, quantity).size() >= 2, scale + " " + quantity);
        }
    }

    @Test
    void aLogarithmicAxisInMillisecondsHasTheTicksOfTheField() {
        assertEquals("10 ms|30 ms|100 ms|300 ms|1 s|3 s", labels(new Scale.Log(8e6, 5e9), 6, Quantity.DURATION_NANOS));
        assertEquals("10 ms|100 ms|1 s", labels(new Scale.Log(8e6, 5e9), 4, Quantity.DURATION_NANOS));
        assertEquals("10 µs|1 ms|100 ms", labels(new Scale.Log(1e3, 9e9), 4, Quantity.DURATION_NANOS));
        assertEquals("200 ms|300 ms", labels(new Scale.Log(190e6, 310e6), 3, Quantity.DURATION_NANOS));
        assertEquals("220 ms|240 ms", labels(new Scale.Log(210e6, 255e6), 3, Quantity.DURATION_NANOS));
    }

    @Test
    void aPercentileAxisCountsNines() {
        assertEquals("50|90|99|99.9|99.99 %", labels(new Scale.Nines(0, 0.999975), 8, Quantity.PERCENT));
        assertEquals(2, Scale.Nines.nines(0.99), 1e-12);
        assertEquals(1, new Scale.Nines(0, 0.999).position(1));
        assertEquals("99.999 %", new Scale.Nines(0, 0.99999).ticks(9, Quantity.PERCENT).getLast().label().replace(Numbers.SPACE, " "));
    }

    @Test
    void aLinearAxisKeepsOneUnit() {
        assertEquals("0 ms|50 ms|100 ms|150 ms|200 ms", labels(new Scale.Linear(0, 210e6), 6, Quantity.DURATION_NANOS));
        assertEquals("0 s|0.5 s|1.0 s|1.5 s", labels(new Scale.Linear(0, 1.6e9), 5, Quantity.DURATION_NANOS));
        assertEquals("0 min|5 min|10 min", labels(new Scale.Linear(0, 600e9), 4, Quantity.DURATION_NANOS));
        assertEquals("0|500|1,000|1,500|2,000|2,500", labels(new Scale.Linear(0, 2600), 7, Quantity.RATE));
        assertEquals("0 %|20 %|40 %|60 %|80 %|100 %", labels(new Scale.Linear(0, 1), 8, Quantity.PERCENT));
        assertEquals("0|1|2|3", labels(new Scale.Linear(0, 3), 9, Quantity.COUNT));
        assertEquals("−2|0|2", labels(new Scale.Linear(-3, 3), 4, Quantity.PLAIN));
    }

    @Test
    void emptyRangesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Scale.Linear(1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Scale.Linear(Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> new Scale.Log(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Scale.Nines(0.5, 1));
        assertThrows(IllegalArgumentException.class, () -> new Scale.Time(5, 5, UTC));
        assertThrows(IllegalArgumentException.class, () -> new Scale.Named(List.of()));
    }

    static String labels(Scale scale, int most, Quantity quantity) {
        return String.join("|", scale.ticks(most, quantity).stream().map(Tick::label).toList()).replace(Numbers.SPACE, " ");
    }
}
