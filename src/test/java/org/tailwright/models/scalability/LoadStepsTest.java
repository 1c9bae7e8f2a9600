package org.tailwright.models.scalability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.data.Column;
import org.tailwright.data.Flags;
import org.tailwright.data.Longs;
import org.tailwright.data.Meaning;
import org.tailwright.data.Origin;
import org.tailwright.data.Requests;
import org.tailwright.data.Rows;
import org.tailwright.data.Table;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;
import org.tailwright.statistics.Percentile;
import org.tailwright.statistics.QuantileIntervals;
import org.tailwright.statistics.Sample;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

/// Steps in a made-up closed loop: users without think time whose latency grows with their number.
class LoadStepsTest {
    private static final int[] PLAN = {2, 5, 10, 20, 2, 5, 10, 20};

    @Test
    void stepsAreFoundFromCountedUsers() {
        LoadSteps steps = LoadSteps.of(closedLoop(true, 0), new LoadSteps.Search(10_000_000_000L, 0.1, 0));
        assertTrue(steps.counted());
        assertEquals(List.of(2.0, 5.0, 10.0, 20.0, 2.0, 5.0, 10.0, 20.0), steps.steps().stream().map(LoadStep::load).toList());
        assertEquals(List.of(1, 1, 1, 1, 2, 2, 2, 2), steps.steps().stream().map(LoadStep::repeat).toList());
        for (LoadStep step : steps.steps()) {
            assertEquals(step.load(), step.littleLoad(0), 0.05 * step.load());
            double expected = step.load() / mean(step.load());
            assertEquals(expected, step.throughput(), 0.1 * expected);
            assertTrue(step.latency().p99().low() <= step.latency().p99().nanos() && step.latency().p99().nanos() <= step.latency().p99().high());
        }
        assertEquals(4, LoadPointsAnalysis.hysteresis(steps.steps()).size());
    }

    @Test
    void stepsAreFoundFromRequestsUnderWay() {
        LoadSteps steps = LoadSteps.of(closedLoop(false, 0), new LoadSteps.Search(10_000_000_000L, 0.1, 0));
        assertEquals(PLAN.length, steps.steps().size());
        for (int i = 0; i < PLAN.length; i++) {
            assertEquals(PLAN[i], steps.steps().get(i).load(), 0.05 * PLAN[i]);
        }
    }

    @Test
    void failuresRankAsInfinitelySlow() {
        LoadSteps steps = LoadSteps.of(closedLoop(true, 0.05), LoadSteps.Search.USUAL);
        LoadStep first = steps.steps().getFirst();
        assertTrue(Double.isInfinite(first.latency().p99().nanos()));
        assertEquals(0.05, first.errors(), 0.02);
        assertTrue(first.throughput() < first.latency().n() / (first.span().length() / 1e9));
    }

    @Test
    void theLawIsFittedToStepsOfRequests() {
        Outcome<UslResult> outcome = UslAnalysis.USL.run(Inputs.of(closedLoop(true, 0)), Map.of("replicates", "100"), Work.NONE).outcome();
        UslResult result = ((Outcome.Answer<UslResult>) outcome).result();
        assertEquals(8, result.n());
        assertEquals("users", result.axis());
    }

    @Test
    void capacityIsTheHighestLoadThatHolds() {
        CapacityResult result = capacity("80ms");
        assertEquals(10, result.capacityLoad());
        CapacityResult.Next next = Objects.requireNonNull(result.next());
        assertEquals(20, next.load());
        assertTrue(next.breach());
        assertEquals(20.0, capacity("10s").capacityLoad());
        assertTrue(capacity("10s").notes().getFirst().contains("beyond the measured range"));
        assertNull(capacity("1ms").capacityLoad());
    }

    @Test
    void withoutObjectiveThereIsNoCapacity() {
        Outcome<CapacityResult> outcome = CapacityAnalysis.CAPACITY.run(Inputs.of(closedLoop(true, 0)), Map.of(), Work.NONE).outcome();
        assertTrue(((Outcome.NotApplicable<CapacityResult>) outcome).why().contains("p99"));
    }

    @Test
    void aStepHasTheIntervalThatItsRowsHaveElsewhere() {
        Requests all = closedLoop(true, 0);
        for (LoadStep step : LoadSteps.of(all, LoadSteps.Search.USUAL).steps()) {
            Requests inside = all.select(Rows.where(all.table().rows(),
                    row -> step.span().contains(all.starts().at(row) + all.durations().at(row))));
            Percentile elsewhere = QuantileIntervals.of(Sample.of(inside, Work.NONE), 0.99, Work.NONE);
            StepQuantile p99 = step.latency().p99();
            assertEquals(elsewhere.value(), p99.nanos());
            assertEquals(elsewhere.hasInterval(), p99.bounded());
            if (p99.bounded()) {
                assertEquals(elsewhere.low(), p99.low());
                assertEquals(elsewhere.high(), p99.high());
            }
        }
    }

    @Test
    void withoutAnIntervalOnlyAClearMajorityOfSlowRequestsIsABreach() {
        long[] values = new long[300];
        Arrays.setAll(values, i -> i % 10 == 0 ? 1_000 : 10);
        assertEquals(new StepQuantile(1_000, 0, Double.POSITIVE_INFINITY, 300), StepQuantile.of(Sample.of(values, 0, Work.NONE), 0.99));
        long[] more = new long[2_000];
        Arrays.setAll(more, i -> i < 200 ? Sample.NEVER : 10);
        StepQuantile clustered = StepQuantile.of(Sample.of(more, 0, Work.NONE), 0.99);
        assertTrue(Double.isInfinite(clustered.nanos()) && Double.isInfinite(clustered.low()));
    }

    private static CapacityResult capacity(String limit) {
        Outcome<CapacityResult> outcome = CapacityAnalysis.CAPACITY.run(Inputs.of(closedLoop(true, 0)), Map.of("objective-latency", limit), Work.NONE)
                .outcome();
        return ((Outcome.Answer<CapacityResult>) outcome).result();
    }

    /// Seconds per request at `users`.
    private static double mean(double users) {
        return 0.02 * (1 + 0.05 * (users - 1) + 0.005 * users * (users - 1));
    }

    private static Requests closedLoop(boolean counted, double failing) {
        RandomGenerator random = Seeds.stream(11, "loop", 0);
        Longs.Builder starts = Longs.builder(Unit.TIME);
        Longs.Builder durations = Longs.builder(Unit.DURATION);
        Longs.Builder active = Longs.builder(Unit.COUNT);
        BitSet failed = new BitSet();
        for (int step = 0; step < PLAN.length; step++) {
            long from = step * 32_000_000_000L;
            for (int user = 0; user < PLAN[step]; user++) {
                long now = from + user * 50_000_000L;
                while (now < from + 30_000_000_000L) {
                    long duration = Math.round(1e9 * mean(PLAN[step]) * (0.5 + random.nextDouble()));
                    failed.set(starts.size(), random.nextDouble() < failing);
                    starts.add(now);
                    durations.add(duration);
                    active.add(PLAN[step]);
                    now += duration;
                }
            }
        }
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.START, starts.build());
        columns.put(Requests.DURATION, durations.build());
        int rows = columns.get(Requests.START).size();
        columns.put(Requests.FAILED, Flags.of(failed, rows));
        if (counted) {
            columns.put(Requests.ACTIVE, active.build());
        }
        return new Requests(new Origin("loop", Path.of("loop.jtl"), "made up", Trust.clean(rows)), Table.of(columns),
                Meaning.of(Meaning.Duration.SERVICE_TIME, Meaning.Stamp.START, 0));
    }
}
