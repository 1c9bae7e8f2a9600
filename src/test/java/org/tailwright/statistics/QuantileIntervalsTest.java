package org.tailwright.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailwright.work.Work;

class QuantileIntervalsTest {
    private static final int RUNS = 600;

    @ParameterizedTest
    @CsvSource({"0, 40000, 0.99, 2.3263478740", "0.9, 40000, 0.99, 2.3263478740", "0.98, 40000, 0.99, 2.3263478740",
            "0.9, 40000, 0.999, 3.0902323062", "0.5, 1000, 0.9, 1.2815515655"})
    void coversTheTruth(double rho, int n, double p, double score) {
        int supported = 0;
        int covered = 0;
        double truth = Generated.truth(score);
        for (int run = 0; run < RUNS; run++) {
            Percentile found = QuantileIntervals.of(Sample.of(Generated.latencies(n, rho, run), 0, Work.NONE), p, Work.NONE);
            supported += found.supported() ? 1 : 0;
            covered += found.low() <= truth && truth <= found.high() ? 1 : 0;
            assertFalse(found.value() < found.low() || found.value() > found.high());
        }
        assertTrue(supported >= RUNS / 2, "supported in " + supported);
        assertTrue(covered >= 0.93 * supported, covered + " of " + supported + " cover");
    }

    @Test
    void dependenceIsPaidForInEffectiveSize() {
        Sample free = Sample.of(Generated.latencies(40_000, 0, 1), 0, Work.NONE);
        Sample bound = Sample.of(Generated.latencies(40_000, 0.9, 1), 0, Work.NONE);
        assertTrue(QuantileIntervals.of(free, 0.99, Work.NONE).nEff() > 25_000);
        assertTrue(QuantileIntervals.of(bound, 0.99, Work.NONE).nEff() < 12_000);
    }

    @Test
    void minimaOfTheMethodsAreKept() {
        assertEquals(368, QuantileIntervals.minimal(0.99));
        assertEquals(3_688, QuantileIntervals.minimal(0.999));
        assertEquals(36_887, QuantileIntervals.minimal(0.9999));
        assertEquals(QuantileIntervals.minimal(0.99), QuantileIntervals.minimal(0.01));
        assertEquals(0.99, QuantileIntervals.supportableNine(368), 1e-12);
        assertEquals(0.9, QuantileIntervals.supportableNine(367), 1e-12);
        assertEquals(0.5, QuantileIntervals.supportableNine(20), 1e-12);
        assertEquals(0, QuantileIntervals.supportableNine(3), 1e-12);
    }

    @Test
    void refusesWithWhatIsMissing() {
        Percentile few = QuantileIntervals.of(Sample.of(Generated.latencies(300, 0, 1), 0, Work.NONE), 0.99, Work.NONE);
        assertFalse(few.supported());
        assertTrue(Double.isNaN(few.low()));
        assertEquals("p99 needs 368 independent requests and has 300; about 68 more are missing", few.why());
        Percentile none = QuantileIntervals.of(Sample.of(new long[0], 0, Work.NONE), 0.5, Work.NONE);
        assertTrue(Double.isNaN(none.value()));
        assertFalse(none.supported());
    }

    @Test
    void oneLongClusterOfSlowRequestsIsNotManyObservations() {
        long[] values = Generated.latencies(40_000, 0, 1);
        for (int i = 10_000; i < 14_000; i++) {
            values[i] *= 20;
        }
        Percentile found = QuantileIntervals.of(Sample.of(values, 0, Work.NONE), 0.95, Work.NONE);
        assertFalse(found.supported());
    }

    @Test
    void widensByTheClock() {
        long[] values = Generated.latencies(40_000, 0, 1);
        long[] coarse = Arrays.stream(values).map(x -> x / 10_000_000 * 10_000_000).toArray();
        Percentile found = QuantileIntervals.of(Sample.of(coarse, 10_000_000, Work.NONE), 0.5, Work.NONE);
        assertTrue(found.low() <= found.value() - 10e6 && found.high() >= found.value() + 10e6);
        long[] zeros = new long[5_000];
        Percentile zero = QuantileIntervals.of(Sample.of(zeros, 1_000_000, Work.NONE), 0.5, Work.NONE);
        assertEquals(0, zero.value());
        assertEquals(0, zero.low());
        assertEquals(1e6, zero.high());
    }
}
