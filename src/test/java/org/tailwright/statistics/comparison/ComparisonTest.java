package org.tailwright.statistics.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.tailwright.data.Requests;
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
