package org.tailwright.statistics.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.tailwright.data.Requests;
import org.tailwright.data.Shift;
import org.tailwright.statistics.trust.Generated.Row;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

class ClockOffsetTest {
    private static final long SECOND = Generated.SECOND;
    private static final long HOUR = 3600 * SECOND;

    @Test
    void theOffsetOfTwoRecordsOfTheSameRequestsIsFound() {
        for (int seed = 0; seed < 20; seed++) {
            Row[] client = Generated.open(seed, 20_000, 50, 40);
            ClockOffset found = ClockOffset.find(data(client), Shift.by(data(seen(seed, client, 1)), -37_250_000_000L - seed * SECOND, 0), HOUR, Work.NONE).orElseThrow();
            assertEquals(37_250_000_000L + seed * SECOND, found.nanos(), found.binNanos() + 5e6, "seed " + seed);
            assertTrue(found.binNanos() <= 50_000_000L, "as fine as " + found.binNanos() + " ns");
        }
    }

    @Test
    void independentRunsAreNotAligned() {
        int aligned = 0;
        for (int seed = 0; seed < 100; seed++) {
            aligned += ClockOffset.find(data(Generated.open(seed, 5_000, 50, 40)), data(Generated.closed(seed + 1000, 5_000, 10, 100, 100)), HOUR, Work.NONE).isPresent() ? 1 : 0;
            aligned += ClockOffset.find(data(ramp(seed)), data(ramp(seed + 500)), HOUR, Work.NONE).isPresent() ? 1 : 0;
        }
        assertEquals(0, aligned, "of 200 pairs");
    }

    @Test
    void aLoadThatRepeatsItselfFitsAtManyLagsAndIsRefused() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            rows.add(new Row(i / 50 * SECOND + i % 50 * Generated.MILLI, 10 * Generated.MILLI, i, 0));
        }
        Requests data = data(rows.toArray(Row[]::new));
        assertTrue(ClockOffset.find(data, Shift.by(data, 5 * SECOND, 0), HOUR, Work.NONE).isEmpty());
    }

    @Test
    void aSlowClockShowsAsDrift() {
        Row[] client = Generated.open(77, 40_000, 50, 40);
        ClockOffset found = ClockOffset.find(data(client), data(seen(77, client, 1 - 200e-6)), HOUR, Work.NONE).orElseThrow();
        assertEquals(200, found.driftPpm(), 60);
    }

    /// The server's record: seven in ten requests, a few milliseconds later, by a clock of this speed.
    private static Row[] seen(long seed, Row[] client, double speed) {
        RandomGenerator random = Seeds.stream(seed, "server", 0);
        return java.util.Arrays.stream(client).filter(_ -> random.nextDouble() < 0.7)
                .map(each -> new Row((long) (each.start() * speed) + (long) (random.nextDouble() * 4e6), each.duration() / 2, each.thread(), 0)).toArray(Row[]::new);
    }

    private static Row[] ramp(long seed) {
        return java.util.Arrays.stream(Generated.open(seed, 6_000, 50, 40)).map(each -> new Row((long) (Math.sqrt(each.start() / 1e9) * 10e9), each.duration(), each.thread(), 0))
                .toArray(Row[]::new);
    }

    private static Requests data(Row[] rows) {
        return Generated.requests(rows, false, false);
    }
}
