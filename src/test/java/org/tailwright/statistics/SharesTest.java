package org.tailwright.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tailwright.work.Work;

final class SharesTest {
    /// Newcombe (1998), table I: the score interval of 81 of 263 and of 15 of 148.
    @Test
    void wilsonsIntervalIsThePublishedOne() {
        Shares.Share first = Shares.wilson(81 / 263.0, 263, 263);
        assertEquals(0.2553, first.low(), 5e-5);
        assertEquals(0.3662, first.high(), 5e-5);
        Shares.Share second = Shares.wilson(15 / 148.0, 148, 148);
        assertEquals(0.0624, second.low(), 5e-5);
        assertEquals(0.1605, second.high(), 5e-5);
    }

    /// Independent durations, uniform from 0 to 999: a quarter lies from 500 on and below 750, both ends as a band has them.
    @Test
    void theShareInsideABandCountsItsLowerEndAndNotItsUpper() {
        Random random = new Random(3);
        long[] durations = random.longs(20_000, 0, 1000).toArray();
        Shares.Share inside = Shares.inside(Sample.of(durations, 0, Work.NONE), 500, 750, Work.NONE);
        long counted = 0;
        for (long each : durations) {
            counted += each >= 500 && each < 750 ? 1 : 0;
        }
        assertEquals(counted / 20_000.0, inside.value(), 1e-12);
        assertTrue(inside.low() < 0.25 && 0.25 < inside.high(), inside.toString());
        assertEquals(1.96 * Math.sqrt(0.25 * 0.75 / 20_000), (inside.high() - inside.low()) / 2, 0.002);
    }

    /// 100 autoregressive runs (φ = 0.9): the interval holds the long-run share in about 95 of them, where that of independent requests would in about 60.
    @Test
    void theIntervalOfABandAllowsForDependence() {
        Random random = new Random(11);
        int held = 0;
        for (int run = 0; run < 100; run++) {
            long[] durations = new long[8000];
            double state = random.nextGaussian() / Math.sqrt(1 - 0.81);
            for (int i = 0; i < durations.length; i++) {
                state = 0.9 * state + random.nextGaussian();
                durations[i] = Math.round(1e6 * Math.exp(state * Math.sqrt(1 - 0.81)));
            }
            // From the median to the upper quartile of the log-normal law: a quarter.
            Shares.Share inside = Shares.inside(Sample.of(durations, 0, Work.NONE), 1_000_000, Math.round(1e6 * Math.exp(0.6744897502)), Work.NONE);
            held += inside.supported() && inside.low() <= 0.25 && inside.high() >= 0.25 ? 1 : 0;
        }
        assertTrue(held >= 90, held + " of 100");
    }
}
