package org.tailwright.statistics.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tailwright.data.Column;
import org.tailwright.data.Flags;
import org.tailwright.data.Longs;
import org.tailwright.data.Meaning;
import org.tailwright.data.Origin;
import org.tailwright.data.Requests;
import org.tailwright.data.Table;
import org.tailwright.data.Texts;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

class ComparisonTest {
    private static final int SEEDS = 200;

    /// Log-normal latencies around 20 ms whose logarithms are a first-order autoregression, 100 a second.
    ///
    /// @param factor on all latencies, a run's own effect included
    private static Requests run(int n, double rho, double sigma, double factor, String stream, long number) {
        RandomGenerator random = Seeds.stream(5, stream, number);
        long[] starts = new long[n];
        long[] durations = new long[n];
        double state = random.nextGaussian();
        for (int i = 0; i < n; i++) {
            starts[i] = i * 10_000_000L;
            durations[i] = Math.round(20e6 * factor * Math.exp(sigma * state));
            state = rho * state + Math.sqrt(1 - rho * rho) * random.nextGaussian();
        }
        return requests(starts, durations, null, null);
    }

    private static Requests requests(long[] starts, long[] durations, String @Nullable [] labels, boolean @Nullable [] failed) {
        LinkedHashMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.START, Longs.of(Unit.TIME, starts));
        columns.put(Requests.DURATION, Longs.of(Unit.DURATION, durations));
        if (labels != null) {
            Texts.Builder texts = Texts.builder();
            List.of(labels).forEach(texts::add);
            columns.put(Requests.LABEL, texts.build());
        }
        if (failed != null) {
            columns.put(Requests.FAILED, flags(failed));
        }
        return new Requests(new Origin("run", Path.of("run"), "test", Trust.clean(starts.length)), Table.of(columns), Meaning.of(Meaning.Duration.SERVICE_TIME, Meaning.Stamp.START, 0));
    }

    private static Flags flags(boolean[] values) {
        BitSet set = new BitSet();
        for (int i = 0; i < values.length; i++) {
            set.set(i, values[i]);
        }
        return Flags.of(set, values.length);
    }

    private record Rates(int worse, int same, int sharp, int told) {}

    private static Rates rates(int runs, double rho, double sigma, double runEffect, double slowdown, Comparison.Settings settings) {
        int worse = 0;
        int same = 0;
        int sharp = 0;
        int told = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomGenerator effects = Seeds.stream(6, "effects", seed);
            List<Requests> before = new ArrayList<>();
            List<Requests> after = new ArrayList<>();
            for (int i = 0; i < runs; i++) {
                before.add(run(6000, rho, sigma, Math.exp(runEffect * effects.nextGaussian()), "before" + i, seed));
                after.add(run(6000, rho, sigma, slowdown * Math.exp(runEffect * effects.nextGaussian()), "after" + i, seed));
            }
            ComparisonResult result = Comparison.of(before, after, settings, Work.NONE);
            boolean narrow = result.changes().stream().allMatch(each -> each.sharp(settings.threshold()));
            sharp += narrow ? 1 : 0;
            worse += result.verdict() == Judgement.WORSE ? 1 : 0;
            boolean alike = result.verdict() == Judgement.SAME || result.verdict() == Judgement.BETTER;
            same += narrow && alike ? 1 : 0;
            told += narrow && result.verdict() == Judgement.WORSE ? 1 : 0;
        }
        return new Rates(worse, same, sharp, told);
    }

    /// Two builds that are alike are called worse in at most 2.5 % of the comparisons, and the same in 90 % where the interval is narrow.
    @Test
    void alikeIsSeldomWorse() {
        Comparison.Settings median = new Comparison.Settings(0.05, List.of(0.5), true);
        Rates single = rates(1, 0.7, 0.3, 0, 1, median);
        assertTrue(single.worse() <= SEEDS * 0.025, "one run a side: " + single);
        Rates several = rates(4, 0.7, 0.3, 0.01, 1, median);
        assertTrue(several.worse() <= SEEDS * 0.025, "four runs a side: " + several);
        assertTrue(several.sharp() > SEEDS / 4 && several.same() >= several.sharp() * 0.9, "four runs a side: " + several);
        Rates rough = rates(3, 0.9, 0.4, 0.05, 1, new Comparison.Settings(0.05, List.of(0.5, 0.9), true));
        assertTrue(rough.worse() <= SEEDS * 0.025, "runs that differ by 5 %: " + rough);
    }

    /// A fifth slower is called worse in 95 % of the comparisons whose interval is narrow.
    @Test
    void aFifthSlowerIsWorse() {
        Rates several = rates(4, 0.7, 0.3, 0.01, 1.2, new Comparison.Settings(0.05, List.of(0.5), true));
        assertTrue(several.sharp() > SEEDS / 4 && several.told() >= several.sharp() * 0.95, several.toString());
    }

    @Test
    void aMixOfLabelsDoesNotDeceive() {
        // Both labels are 20 % slower, but the candidate got more of the fast one: unweighted it looks faster.
        Requests before = mixed(0.5, 1, 1);
        Requests after = mixed(0.8, 1.2, 2);
        ComparisonResult result = Comparison.of(List.of(before), List.of(after), new Comparison.Settings(0.05, List.of(0.25, 0.9), true), Work.NONE);
        assertTrue(result.workload().standardised());
        assertEquals(Judgement.WORSE, result.verdict(), result.why());
        result.changes().forEach(each -> assertEquals(0.2, each.interval().change(), 0.03, each.toString()));
        assertTrue(result.labels().stream().allMatch(each -> each.change().judgement() == Judgement.WORSE && each.counts()), result.labels().toString());
    }

    private static Requests mixed(double fastShare, double factor, long number) {
        RandomGenerator random = Seeds.stream(8, "mixed", number);
        int n = 40_000;
        long[] starts = new long[n];
        long[] durations = new long[n];
        String[] labels = new String[n];
        for (int i = 0; i < n; i++) {
            boolean fast = random.nextDouble() < fastShare;
            starts[i] = i * 10_000_000L;
            labels[i] = fast ? "fast" : "slow";
            durations[i] = Math.round(factor * (fast ? 5e6 : 50e6) * Math.exp(0.2 * random.nextGaussian()));
        }
        return requests(starts, durations, labels, null);
    }

    @Test
    void failingFastIsNotBetter() {
        Requests before = run(20_000, 0, 0.3, 1, "sound", 1);
        long[] durations = before.durations().toArray();
        boolean[] failed = new boolean[durations.length];
        for (int i = 0; i < durations.length; i += 20) {
            failed[i] = true;
            durations[i] = 1_000_000;
        }
        Requests after = requests(before.starts().toArray(), durations, null, failed);
        ComparisonResult result = Comparison.of(List.of(before), List.of(after), Comparison.Settings.USUAL, Work.NONE);
        assertEquals(Judgement.WORSE, result.verdict(), result.why());
    }

    @Test
    void lessLoadProvesNothing() {
        Requests before = run(20_000, 0, 0.3, 1, "load", 1);
        Requests half = run(10_000, 0, 0.3, 1, "load", 2);
        long[] starts = half.starts().toArray();
        for (int i = 0; i < starts.length; i++) {
            starts[i] *= 2;
        }
        Requests after = requests(starts, half.durations().toArray(), null, null);
        ComparisonResult result = Comparison.of(List.of(before), List.of(after), new Comparison.Settings(0.05, List.of(0.5), true), Work.NONE);
        assertEquals(Judgement.CANNOT_TELL, result.verdict());
        assertTrue(result.why().contains("less load"), result.why());
    }

    @Test
    void theWarmUpIsCutOnBothSides() {
        Requests steady = run(20_000, 0, 0.3, 1, "steady", 1);
        Requests cold = run(20_000, 0, 0.3, 1, "steady", 2);
        long[] durations = cold.durations().toArray();
        for (int i = 0; i < 2000; i++) {
            durations[i] *= 5;
        }
        Requests after = requests(cold.starts().toArray(), durations, null, null);
        Comparison.Settings cut = new Comparison.Settings(0.05, List.of(0.5, 0.9), true);
        assertEquals(Judgement.SAME, Comparison.of(List.of(steady), List.of(after), cut, Work.NONE).verdict());
        Comparison.Settings kept = new Comparison.Settings(0.05, List.of(0.5, 0.9), false);
        assertNotEquals(Judgement.SAME, Comparison.of(List.of(steady), List.of(after), kept, Work.NONE).verdict());
    }

    @Test
    void theShiftFunctionIsFlatForAFactor() {
        ComparisonResult result = Comparison.of(List.of(run(40_000, 0, 0.4, 1, "shift", 1)), List.of(run(40_000, 0, 0.4, 1.3, "shift", 2)), Comparison.Settings.USUAL, Work.NONE);
        for (ComparisonResult.Shift each : result.shape().shift()) {
            if (each.p() <= 0.99) {
                assertEquals(0.3, each.difference() / each.baseline(), 0.06, each.toString());
                assertTrue(each.low() <= each.difference() && each.difference() <= each.high(), each.toString());
            }
        }
    }
}
