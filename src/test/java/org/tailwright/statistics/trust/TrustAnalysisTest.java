package org.tailwright.statistics.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.tailwright.data.Doubles;
import org.tailwright.data.Longs;
import org.tailwright.data.Metrics;
import org.tailwright.data.Origin;
import org.tailwright.data.Requests;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;
import org.tailwright.statistics.trust.Generated.Row;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

class TrustAnalysisTest {
    private static final long MILLI = Generated.MILLI;
    private static final int SEEDS = 200;

    @Test
    void steadyRunsRaiseFewFalseAlarms() {
        Map<String, Integer> alarms = new HashMap<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            Row[] rows = seed % 2 == 0 ? Generated.open(seed, 8_000, 100, 80) : Generated.closed(seed, 8_000, 20, 100, 100);
            of(rows, true).doubts().forEach(each -> alarms.merge(each.id(), 1, Integer::sum));
        }
        assertTrue(alarms.values().stream().allMatch(each -> each <= 0.02 * SEEDS), alarms.toString());
    }

    @Test
    void slowlyWanderingLatencyIsNoWarmUpAndNoBacklog() {
        int alarms = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomGenerator random = Seeds.stream(seed, "wander", 0);
            Row[] rows = Generated.open(seed, 8_000, 100, 80);
            double level = 0;
            for (int i = 0; i < rows.length; i++) {
                level = 0.997 * level + 0.02 * random.nextGaussian();
                rows[i] = new Row(rows[i].start(), Math.max(2, Math.round(rows[i].duration() * Math.exp(level) / MILLI)) * MILLI, i, 0);
            }
            alarms += of(Generated.byEnd(rows), true).doubts().isEmpty() ? 0 : 1;
        }
        assertTrue(alarms <= 0.05 * SEEDS, alarms + " of " + SEEDS);
    }

    @Test
    void littlesLawGivesTheThinkTimeWithItsInterval() {
        int inside = 0;
        for (int seed = 0; seed < 100; seed++) {
            TrustResult found = of(Generated.closed(seed, 8_000, 20, 300, 100), true);
            assertEquals("closed", found.loop());
            assertEquals(300e6, found.thinkNanos().orElseThrow(), 25e6);
            TrustResult.Ratio ratio = found.utilisation().orElseThrow();
            inside += ratio.low() <= 0.25 && 0.25 <= ratio.high() ? 1 : 0;
        }
        assertTrue(inside >= 88, inside + " of 100 intervals hold the truth");
    }

    @Test
    void moreInFlightThanUsersIsADoubt() {
        Row[] rows = Arrays.stream(Generated.closed(1, 8_000, 20, 10, 100)).map(each -> new Row(each.start(), each.duration(), each.thread(), 10)).toArray(Row[]::new);
        assertTrue(has(of(rows, true), "little"));
    }

    @Test
    void withoutAnIndependentCountItSaysSo() {
        TrustResult found = TrustAnalysis.of(Generated.requests(Generated.open(2, 8_000, 100, 80), false, false), List.of(), 0, Work.NONE);
        assertTrue(found.utilisation().isEmpty());
        assertTrue(found.checks().stream().anyMatch(each -> each.id().equals("little") && each.words().startsWith("nothing counts users independently")));
    }

    @Test
    void aClosedLoopWithoutThinkTimeIsADoubt() {
        TrustResult found = of(Generated.closed(3, 8_000, 20, 0, 100), true);
        assertEquals("closed", found.loop());
        assertTrue(has(found, "loop"));
    }

    @Test
    void aGrowingBacklogIsFound() {
        Row[] rows = Arrays.stream(Generated.open(4, 8_000, 100, 80)).map(each -> new Row(each.start(), each.duration() + each.start() / 20, each.thread(), 0)).toArray(Row[]::new);
        TrustResult found = TrustAnalysis.of(Generated.requests(Generated.byEnd(rows), false, false), List.of(), 0, Work.NONE);
        assertTrue(has(found, "backlog"), found.checks().toString());
    }

    @Test
    void aWarmUpIsFoundWithItsLength() {
        int near = 0;
        for (int seed = 0; seed < 50; seed++) {
            Row[] rows = Arrays.stream(Generated.open(seed, 8_000, 100, 80)).map(each -> each.start() >= 10 * Generated.SECOND ? each
                    : new Row(each.start(), 3 * each.duration(), each.thread(), 0)).toArray(Row[]::new);
            TrustResult found = TrustAnalysis.of(Generated.requests(Generated.byEnd(rows), false, false), List.of(), 0, Work.NONE);
            double cut = (found.settled().orElseThrow().start() - Generated.EPOCH) / 1e9;
            assertTrue(cut > 9 && cut < 40, "seed " + seed + ": " + cut + " s");
            near += cut < 16 ? 1 : 0;
        }
        assertTrue(near >= 40, near + " of 50 cuts are near the truth, 10 s");
    }

    @Test
    void lessThanOfferedIsADoubt() {
        Row[] rows = Generated.open(5, 8_000, 100, 80);
        assertTrue(TrustAnalysis.of(Generated.requests(rows, false, false), List.of(), 150, Work.NONE).doubts().stream().anyMatch(each -> each.id().equals("offered")));
        assertFalse(TrustAnalysis.of(Generated.requests(rows, false, false), List.of(), 100, Work.NONE).doubts().stream().anyMatch(each -> each.id().equals("offered")));
    }

    @Test
    void moreThanOfferedMeansThatTheNumberSaidIsWrong() {
        Row[] rows = Generated.open(5, 8_000, 100, 80);
        assertTrue(has(TrustAnalysis.of(Generated.requests(rows, false, false), List.of(), 40, Work.NONE), "offered"));
    }

    private static Metrics beside(String name, Metrics.Kind kind, IntToDoubleFunction value) {
        double[] values = IntStream.range(0, 60).mapToDouble(value).toArray();
        long start = Generated.requests(Generated.open(5, 8_000, 100, 80), false, false).starts().at(0);
        long[] times = LongStream.range(0, 60).map(each -> start + each * 1_000_000_000L).toArray();
        return new Metrics(new Origin("m", Path.of("m"), "test", Trust.clean(60)), List.of(new Metrics.Series(name, Map.of(), kind, Longs.of(Unit.TIME, times), Doubles.of(Unit.NONE, values))));
    }

    /// A processor that is idle for half a percent is busy; one that is used for as little is not; a bare share of nobody knows what says nothing.
    @Test
    void percentagesBelowOneAreNoShares() {
        Row[] rows = Generated.open(5, 8_000, 100, 80);
        Requests run = Generated.requests(rows, false, false);
        assertTrue(has(TrustAnalysis.of(run, List.of(beside("cpu_idle_percent", Metrics.Kind.GAUGE, i -> 0.1 + 0.008 * i)), 0, Work.NONE), "generator"));
        assertFalse(has(TrustAnalysis.of(run, List.of(beside("cpu_usage_percent", Metrics.Kind.GAUGE, i -> 0.5 + 0.008 * i)), 0, Work.NONE), "generator"));
        assertTrue(TrustAnalysis.of(run, List.of(beside("cpu_usage", Metrics.Kind.GAUGE, i -> 0.5 + 0.008 * i)), 0, Work.NONE).checks().stream().noneMatch(each -> each.id().equals("generator")));
    }

    /// A counter of dropped iterations that grows by one a second dropped one a second.
    @Test
    void aCounterOfDroppedIterationsIsNotSummed() {
        Requests run = Generated.requests(Generated.open(5, 8_000, 100, 80), false, false);
        assertFalse(has(TrustAnalysis.of(run, List.of(beside("dropped_iterations_total", Metrics.Kind.COUNTER, i -> i)), 0, Work.NONE), "offered"));
        assertTrue(has(TrustAnalysis.of(run, List.of(beside("dropped_iterations", Metrics.Kind.INCREMENT, i -> 50)), 0, Work.NONE), "offered"));
    }

    /// Fifty that were dropped in the first half and are told every second of the second half: fifty, not fifty a second.
    @Test
    void aRowThatNeverFallsIsNotSummedWhereNobodySaysWhatItIs() {
        Requests run = Generated.requests(Generated.open(5, 8_000, 100, 80), false, false);
        assertFalse(has(TrustAnalysis.of(run, List.of(beside("dropped_iterations", Metrics.Kind.UNKNOWN, i -> i < 30 ? 0 : 50)), 0, Work.NONE), "offered"));
        assertTrue(has(TrustAnalysis.of(run, List.of(beside("dropped_iterations", Metrics.Kind.UNKNOWN, i -> i % 2 * 100)), 0, Work.NONE), "offered"));
    }

    private static TrustResult of(Row[] rows, boolean threads) {
        boolean active = rows[0].active() > 0;
        return TrustAnalysis.of(Generated.requests(rows, threads, active), List.of(), 0, Work.NONE);
    }

    private static boolean has(TrustResult found, String id) {
        return found.doubts().stream().anyMatch(each -> each.id().equals(id));
    }
}
