package org.tailwright.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// Runs each benchmark once: it must still work and give its answer.
class MonteCarloBenchTest {
    @Test
    void eachRunsOnce() {
        MonteCarloBench bench = new MonteCarloBench();
        assertEquals(bench.fiveInputs(), bench.fiveInputs());
        assertEquals(bench.capacity(), bench.capacity());
    }
}
