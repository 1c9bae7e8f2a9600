package org.tailwright.statistics.queueing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ErlangCTest {
    /// One erlang on two servers by hand, ten on twelve from the sum of the definition.
    @Test
    void wholeServers() {
        assertEquals(1.0 / 5, ErlangC.loss(2, 1), 1e-15);
        assertEquals(1.0 / 3, ErlangC.waiting(2, 1), 1e-15);
        double below = 0;
        double term = 1;
        for (int k = 0; k < 12; k++) {
            below += term;
            term *= 10.0 / (k + 1);
        }
        double last = term * 12 / (12 - 10);
        assertEquals(last / (below + last), ErlangC.waiting(12, 10), 1e-14);
        assertEquals(1, ErlangC.waiting(3, 3));
    }

    @Test
    void fractionsLieBetweenWholeServersAndMeetThem() {
        for (double erlangs : new double[] {0.3, 1.2, 1.9, 2.1, 5, 40}) {
            for (double servers = 1; servers < 6; servers += 0.25) {
                assertTrue(ErlangC.loss(servers + 0.25, erlangs) < ErlangC.loss(servers, erlangs), servers + " servers, " + erlangs);
            }
            assertEquals(ErlangC.loss(3, erlangs), ErlangC.loss(3 - 1e-9, erlangs), 1e-7);
            assertEquals(ErlangC.loss(2, erlangs), ErlangC.loss(2 + 1e-9, erlangs), 1e-7);
        }
    }

    @Test
    void tailOfOneServerIsExponential() {
        for (double time : new double[] {0.1, 1, 5, 20}) {
            assertEquals(Math.exp(-0.2 * time), ErlangC.tail(1, 0.8, 1, time), 1e-14);
        }
        assertEquals(Math.log(100) / 0.2, ErlangC.quantile(1, 0.8, 1, 0.99), 1e-11);
        assertEquals(Double.POSITIVE_INFINITY, ErlangC.quantile(1, 1, 1, 0.99));
    }

    /// Where cμ − λ meets μ the general form divides by zero; its mean is still the integral of the tail.
    @Test
    void meanIsTheIntegralOfTheTail() {
        for (double rate : new double[] {0.2, 1, 2, 2.0000001, 2.7}) {
            double sum = 0;
            double step = 1e-3;
            for (double time = step / 2; time < 80; time += step) {
                sum += step * ErlangC.tail(3, rate, 1, time);
            }
            assertEquals(ErlangC.meanResponse(3, rate, 1), sum, 1e-5);
        }
    }
}
