package org.tailwright.statistics.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.tailwright.data.Meaning;
import org.tailwright.data.Requests;
import org.tailwright.statistics.Sample;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

class ComparisonTest {
    @Test
    void endsThatSayNothingAreNotSpelledOut() {
        assertEquals("+12\u00a0% [−4.1, +30]", Comparison.interval(new Change.Interval(0.12, -0.041, 0.3)).replace("\u202f", "\u00a0"));
        assertEquals("[< −99, > +1,000]", Comparison.ends(new Change.Interval(0.69, -0.9999999931, 412_903)));
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
        return Drawn.requests(starts, durations, labels, null);
    }

    @Test
    void failingFastIsNotBetter() {
        Requests before = Drawn.run(20_000, 0, 0.3, 1, "sound", 1);
        long[] durations = before.durations().toArray();
        boolean[] failed = new boolean[durations.length];
        for (int i = 0; i < durations.length; i += 20) {
            failed[i] = true;
            durations[i] = 1_000_000;
        }
        Requests after = Drawn.requests(before.starts().toArray(), durations, null, failed);
        ComparisonResult result = Comparison.of(List.of(before), List.of(after), Comparison.Settings.USUAL, Work.NONE);
        assertEquals(Judgement.WORSE, result.verdict(), result.why());
    }

    /// One label fails in 10 % on both sides and comes twice as often on the other: weighted to one mix nothing changed.
    @Test
    void failuresAreWeightedToOneMixToo() {
        ComparisonResult result = Comparison.of(List.of(sharedFailures(0.3, 1)), List.of(sharedFailures(0.6, 2)), new Comparison.Settings(0.05, List.of(0.5), true), Work.NONE);
        assertEquals(Judgement.SAME, result.verdict(), result.why());
        assertTrue(Double.isNaN(result.shape().mannWhitney().larger()), "tests do not know the weights");
        assertTrue(result.shape().shift().size() > 2, "the shift function does");
    }

    private static Requests sharedFailures(double share, long number) {
        RandomGenerator random = Seeds.stream(12, "mix of failures", number);
        int n = 40_000;
        long[] starts = new long[n];
        long[] durations = new long[n];
        String[] labels = new String[n];
        boolean[] failed = new boolean[n];
        for (int i = 0; i < n; i++) {
            boolean first = random.nextDouble() < share;
            starts[i] = i * 10_000_000L;
            labels[i] = first ? "a" : "b";
            failed[i] = first && random.nextDouble() < 0.1;
            durations[i] = Math.round(50e6 * Math.exp(0.2 * random.nextGaussian()));
        }
        return Drawn.requests(starts, durations, labels, failed);
    }

    /// Six seconds of one run fail and nothing else: whether that is chance cannot be told, and it is not "the same".
    @Test
    void failuresInOneStretchAreNotTheSame() {
        Requests before = Drawn.run(20_000, 0, 0.3, 1, "stretch", 1);
        Requests after = Drawn.run(20_000, 0, 0.3, 1, "stretch", 2);
        boolean[] failed = new boolean[20_000];
        Arrays.fill(failed, 10_000, 10_600, true);
        ComparisonResult result = Comparison.of(List.of(before), List.of(Drawn.requests(after.starts().toArray(), after.durations().toArray(), null, failed)),
                new Comparison.Settings(0.05, List.of(0.5), true), Work.NONE);
        assertEquals(Judgement.CANNOT_TELL, result.verdict(), result.why());
        assertTrue(result.why().contains("more of the requests fail"), result.why());
    }

    /// Twelve pairs of alike runs of 19 labels that fail in 1 %: p99 of some labels fails on one side only, by chance.
    @Test
    void labelsThatFailByChanceAreNotWorse() {
        List<String> worse = new ArrayList<>();
        for (int pair = 0; pair < 12; pair++) {
            ComparisonResult result = Comparison.of(List.of(manyLabels(2L * pair)), List.of(manyLabels(2L * pair + 1)), Comparison.Settings.USUAL, Work.NONE);
            if (result.verdict() == Judgement.WORSE) {
                worse.add(result.why());
            }
        }
        assertEquals(List.of(), worse);
    }

    private static Requests manyLabels(long number) {
        RandomGenerator random = Seeds.stream(13, "many labels", number);
        int n = 19_000;
        long[] starts = new long[n];
        long[] durations = new long[n];
        String[] labels = new String[n];
        boolean[] failed = new boolean[n];
        for (int i = 0; i < n; i++) {
            starts[i] = i * 10_000_000L;
            labels[i] = "l" + i % 19;
            failed[i] = random.nextDouble() < 0.01;
            durations[i] = Math.round(50e6 * Math.exp(0.3 * random.nextGaussian()));
        }
        return Drawn.requests(starts, durations, labels, failed);
    }

    /// One of three candidate runs fails in 2 %: its p99 is no latency that could be averaged with those of the others.
    @Test
    void aPercentileThatFailedInSomeRunsIsNoLatency() {
        List<Requests> before = List.of(failing(0, 11), failing(0, 12), failing(0, 13));
        List<Requests> after = List.of(failing(0, 14), failing(220, 15), failing(0, 16));
        ComparisonResult result = Comparison.of(before, after, new Comparison.Settings(0.05, List.of(0.99), true), Work.NONE);
        assertEquals(Sample.NEVER, result.changes().getFirst().candidate());
        assertTrue(result.changes().getFirst().why().contains("in 1 of 3 runs"), result.changes().getFirst().why());
        assertNotEquals(Judgement.SAME, result.verdict());
    }

    /// Whole milliseconds around 2 and 3: a step of the clock is no change.
    @Test
    void aStepOfTheClockIsNoChange() {
        ComparisonResult result = Comparison.of(List.of(stepped(0.6, 1)), List.of(stepped(0.4, 2)), new Comparison.Settings(0.05, List.of(0.5), true), Work.NONE);
        assertEquals(2e6, result.changes().getFirst().baseline());
        assertEquals(3e6, result.changes().getFirst().candidate());
        assertEquals(Judgement.CANNOT_TELL, result.verdict(), result.why());
    }

    /// The share of the shorter duration drifts slowly.
    private static Requests stepped(double share, long number) {
        RandomGenerator random = Seeds.stream(14, "steps", number);
        int n = 20_000;
        long[] starts = new long[n];
        long[] durations = new long[n];
        double state = 0;
        for (int i = 0; i < n; i++) {
            state = 0.9995 * state + 0.03 * random.nextGaussian();
            starts[i] = i * 10_000_000L;
            durations[i] = random.nextDouble() < Math.clamp(share + 0.05 * state, 0, 1) ? 2_000_000 : 3_000_000;
        }
        Requests run = Drawn.requests(starts, durations, null, null);
        return new Requests(run.origin(), run.table(), Meaning.of(Meaning.Duration.SERVICE_TIME, Meaning.Stamp.START, 1_000_000));
    }

    /// A percent of failures on both sides: on which side of p99 they end is chance.
    @Test
    void failuresAroundAPercentileAreNoVerdict() {
        Requests before = failing(95, 1);
        Requests after = failing(108, 2);
        ComparisonResult result = Comparison.of(List.of(before), List.of(after), new Comparison.Settings(0.05, List.of(0.99), true), Work.NONE);
        assertEquals(Judgement.CANNOT_TELL, result.verdict(), result.why());
    }

    private static Requests failing(int per, long number) {
        Requests run = Drawn.run(10_000, 0, 0.3, 1, "failing", number);
        boolean[] failed = new boolean[run.table().rows()];
        RandomGenerator random = Seeds.stream(9, "failures", number);
        for (int left = per; left > 0; left--) {
            failed[random.nextInt(failed.length)] = true;
        }
        return Drawn.requests(run.starts().toArray(), run.durations().toArray(), null, failed);
    }

    @Test
    void lessLoadProvesNothing() {
        Requests before = Drawn.run(20_000, 0, 0.3, 1, "load", 1);
        Requests half = Drawn.run(10_000, 0, 0.3, 1, "load", 2);
        long[] starts = half.starts().toArray();
        for (int i = 0; i < starts.length; i++) {
            starts[i] *= 2;
        }
        Requests after = Drawn.requests(starts, half.durations().toArray(), null, null);
        ComparisonResult result = Comparison.of(List.of(before), List.of(after), new Comparison.Settings(0.05, List.of(0.5), true), Work.NONE);
        assertEquals(Judgement.CANNOT_TELL, result.verdict());
        assertTrue(result.why().contains("less load"), result.why());
    }

    @Test
    void theWarmUpIsCutOnBothSides() {
        Requests steady = Drawn.run(20_000, 0, 0.3, 1, "steady", 1);
        Requests cold = Drawn.run(20_000, 0, 0.3, 1, "steady", 2);
        long[] durations = cold.durations().toArray();
        for (int i = 0; i < 2000; i++) {
            durations[i] *= 5;
        }
        Requests after = Drawn.requests(cold.starts().toArray(), durations, null, null);
        Comparison.Settings cut = new Comparison.Settings(0.05, List.of(0.5, 0.9), true);
        assertEquals(Judgement.SAME, Comparison.of(List.of(steady), List.of(after), cut, Work.NONE).verdict());
        Comparison.Settings kept = new Comparison.Settings(0.05, List.of(0.5, 0.9), false);
        assertNotEquals(Judgement.SAME, Comparison.of(List.of(steady), List.of(after), kept, Work.NONE).verdict());
    }

    @Test
    void theShiftFunctionIsFlatForAFactor() {
        ComparisonResult result = Comparison.of(List.of(Drawn.run(40_000, 0, 0.4, 1, "shift", 1)), List.of(Drawn.run(40_000, 0, 0.4, 1.3, "shift", 2)), Comparison.Settings.USUAL, Work.NONE);
        for (ComparisonResult.Shift each : result.shape().shift()) {
            if (each.p() <= 0.99) {
                assertEquals(0.3, each.difference() / each.baseline(), 0.06, each.toString());
                assertTrue(each.low() <= each.difference() && each.difference() <= each.high(), each.toString());
            }
        }
    }
}
