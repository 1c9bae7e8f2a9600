package org.tailwright.statistics.objectives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailwright.analyses.Inputs;
import org.tailwright.data.Column;
import org.tailwright.data.Flags;
import org.tailwright.data.Longs;
import org.tailwright.data.Meaning;
import org.tailwright.data.Objective;
import org.tailwright.data.Origin;
import org.tailwright.data.Requests;
import org.tailwright.data.Table;
import org.tailwright.data.Texts;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;
import org.tailwright.reports.Verdict;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

class ObjectivesTest {
    /// Requests between 100 and 200 ms (even); a share of them fails after 1 ms.
    private static Requests requests(int n, double failing) {
        RandomGenerator random = Seeds.stream(5, "objectives", n);
        long[] starts = new long[n];
        long[] durations = new long[n];
        BitSet failed = new BitSet();
        Texts.Builder labels = Texts.builder();
        for (int i = 0; i < n; i++) {
            boolean fails = random.nextDouble() < failing;
            starts[i] = i * 10_000_000L;
            durations[i] = fails ? 1_000_000 : 100_000_000 + random.nextLong(100_000_000);
            failed.set(i, fails);
            labels.add(i % 2 == 0 ? "A" : "B");
        }
        LinkedHashMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.START, Longs.of(Unit.TIME, starts));
        columns.put(Requests.DURATION, Longs.of(Unit.DURATION, durations));
        columns.put(Requests.LABEL, labels.build());
        columns.put(Requests.FAILED, Flags.of(failed, n));
        return new Requests(new Origin("r", Path.of("r"), "generated", Trust.clean(n)), Table.of(columns),
                Meaning.of(Meaning.Duration.SERVICE_TIME, Meaning.Stamp.START, 0));
    }

    private static Objectives.Judged judged(String objective, Requests requests) {
        return Objectives.judge(Objective.parse(objective), requests, Inputs.of(requests), Work.NONE);
    }

    @ParameterizedTest
    @CsvSource({"p99<250ms, HOLDS", "p99<150ms, BREACH", "p90<190ms, WATCH", "p99.99<250ms, CANNOT_TELL", "max<150ms, BREACH",
            "max<1s, HOLDS", "errors<1%, BREACH", "errors<50%, HOLDS", "p50<200ms where label=A, HOLDS", "p50<200ms where label=C, CANNOT_TELL",
            "p50<200ms where colour=A, CANNOT_TELL"})
    void theIntervalDecides(String objective, Verdict.Level level) {
        Objectives.Judged judged = judged(objective, requests(8_000, 0.1));
        assertEquals(level, judged.verdict().level(), judged.why());
        assertTrue(judged.why().endsWith("."), judged.why());
    }

    @Test
    void failingFastDoesNotHelp() {
        Objectives.Judged judged = judged("p50<140ms", requests(8_000, 0.45));
        assertEquals(Verdict.Level.BREACH, judged.verdict().level());
        assertTrue(judged.verdict().what().contains("successful"), judged.verdict().what());
    }

    @Test
    void failingSlowlyIsABreachToo() {
        Requests slow = requests(8_000, 0);
        BitSet all = new BitSet();
        all.set(0, slow.rows() > 0 ? 8_000 : 0);
        LinkedHashMap<String, Column> columns = new LinkedHashMap<>(slow.table().columns());
        columns.put(Requests.FAILED, Flags.of(all, 8_000));
        Requests failed = new Requests(slow.origin(), Table.of(columns), slow.meaning());
        assertEquals(Verdict.Level.BREACH, judged("p99<150ms", failed).verdict().level());
        assertEquals(Verdict.Level.CANNOT_TELL, judged("p99<1s", failed).verdict().level());
    }

    @Test
    void noFailureAmongFewIsNotCalledAClusterOfFailures() {
        assertTrue(judged("errors<1%", requests(3, 0)).why().startsWith("None of these 3 requests failed"), judged("errors<1%", requests(3, 0)).why());
    }

    @Test
    void whatIsMissingIsSaid() {
        Objectives.Judged judged = judged("p99.99<250ms", requests(8_000, 0));
        assertTrue(judged.why().contains("36,887"), judged.why());
    }
}
