package org.tailwright.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BottleneckTest {
    /// One step tells no scatter: a number is drawn from, no range.
    @Test
    void oneStepHasNoRange() {
        Bottleneck one = new Bottleneck(400, 400, 1, 0);
        assertEquals("2500.00us", one.demand());
        assertTrue(one.words().contains("in one step, whose scatter is not known") && !one.words().contains("repeats"), one.words());
    }

    @Test
    void repeatsGiveTheRange() {
        Bottleneck three = new Bottleneck(390, 400, 3, 0);
        assertEquals("2500.00us..2564.10us", three.demand());
        assertTrue(three.words().contains("measured as 390") && three.words().contains("in repeats of the best load level"), three.words());
    }
}
