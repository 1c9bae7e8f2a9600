package org.tailwright.statistics.comparison;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.tailwright.data.Buckets;
import org.tailwright.data.Histograms;
import org.tailwright.data.Origin;
import org.tailwright.data.Printed;
import org.tailwright.data.TimeSpan;
import org.tailwright.data.Trust;
import org.tailwright.statistics.histograms.IntervalCounts;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

/// Runs of which only a log of interval histograms is known, microseconds.
class HistogramComparisonTest {
    private static final Comparison.Settings SETTINGS = new Comparison.Settings(0.05, List.of(0.5, 0.99), true);
    private static final long SECOND = 1_000_000_000L;

    private static Histograms log(boolean printed, Histogram... intervals) {
        List<Histograms.Interval> all = new ArrayList<>();
        for (int i = 0; i < intervals.length; i++) {
            all.add(new Histograms.Interval(Optional.of(new TimeSpan(i * SECOND, (i + 1) * SECOND)), "", intervals[i], Double.NaN, printed));
        }
        return new Histograms(new Origin("log", Path.of("log.hlog"), "test", Trust.clean(intervals.length)), all, 1000, true);
    }

    private static Histogram histogram(long... values) {
        Histogram made = new Histogram(3);
        for (long value : values) {
            made.recordValue(value);
        }
        return made;
    }

    /// 600 intervals of 40 log-normal values whose level wanders from interval to interval.
    private static Histograms drawn(long number, double factor) {
        return drawn(number, factor, 0.05, 0.5);
    }

    private static Histograms drawn(long number, double factor, double wandering, double spread) {
        RandomGenerator random = Seeds.stream(3, "histogram-runs", number);
        double level = random.nextGaussian();
        Histogram[] intervals = new Histogram[600];
        for (int i = 0; i < intervals.length; i++) {
            level = 0.6 * level + 0.8 * random.nextGaussian();
            intervals[i] = new Histogram(2);
            for (int k = 0; k < 40; k++) {
                intervals[i].recordValue(Math.round(20_000 * factor * Math.exp(wandering * level + spread * random.nextGaussian())));
            }
        }
        return log(false, intervals);
    }

    private static ComparisonResult compared(Histograms before, Histograms after, long seed) {
        return HistogramComparison.of(List.of(before), List.of(after), SETTINGS, seed, Work.NONE);
    }

    @Test
    void percentilesAreThoseOfAllIntervalsTogether() {
        IntervalCounts counts = IntervalCounts.of(log(false, histogram(10, 20, 30), histogram(20, 40), histogram()), "");
        assertArrayEquals(new double[] {20_000, 30_000, 40_000}, counts.quantiles(0.5, 0.8, 0.99));
        assertEquals(5, counts.total());
        assertEquals(2, counts.intervals());
    }

    /// Alike runs with a wandering level are called worse in at most 2.5 % of the cases (of 100 it was none); a fifth slower is found.
    @Test
    void alikeRunsAreSeldomCalledWorse() {
        int trials = 20;
        int worse = 0;
        int found = 0;
        for (int trial = 0; trial < trials; trial++) {
            worse += compared(drawn(3L * trial, 1), drawn(3L * trial + 1, 1), trial).verdict() == Judgement.WORSE ? 1 : 0;
            found += compared(drawn(3L * trial, 1), drawn(3L * trial + 2, 1.2), trial).verdict() == Judgement.WORSE ? 1 : 0;
        }
        assertTrue(worse <= 1, worse + " of " + trials);
        assertTrue(found >= 0.95 * trials, found + " of " + trials);
    }

    /// Slow phases of the tail alone, while the body stays: what wanders is told by the tail, and where that leaves too few blocks of time nothing is said.
    @Test
    void aTailThatWandersIsNotCalledWorse() {
        int worse = 0;
        for (int trial = 0; trial < 24; trial++) {
            worse += compared(tails(2L * trial, 120), tails(2L * trial + 1, 120), trial).verdict() == Judgement.WORSE ? 1 : 0;
        }
        assertTrue(worse <= 1, worse + " of 24");
    }

    private static Histograms tails(long number, int n) {
        RandomGenerator random = Seeds.stream(5, "histogram-tails", number);
        double level = random.nextGaussian();
        Histogram[] intervals = new Histogram[n];
        for (int i = 0; i < n; i++) {
            level = 0.9 * level + Math.sqrt(1 - 0.81) * random.nextGaussian();
            intervals[i] = new Histogram(2);
            for (int k = 0; k < 200; k++) {
                double tail = k < 6 ? 10 * Math.exp(0.7 * level) : 1;
                intervals[i].recordValue(Math.round(20_000 * tail * Math.exp(0.2 * random.nextGaussian())));
            }
        }
        return log(false, intervals);
    }

    /// The 95 % interval of a change holds it in at least 90 % of the trials (of 100 in 99).
    @Test
    void intervalsHoldTheChange() {
        int trials = 20;
        int held = 0;
        for (int trial = 0; trial < trials; trial++) {
            Change.Interval interval = compared(drawn(3L * trial, 1), drawn(3L * trial + 2, 1.2), trial).changes().getFirst().interval();
            held += interval.low() <= 0.2 && 0.2 <= interval.high() ? 1 : 0;
        }
        assertTrue(held >= 0.9 * trials, held + " of " + trials);
    }

    /// Wherever the interval is narrower than the threshold, alike runs are called the same in at least 90 % of the cases.
    @Test
    void alikeRunsAreTheSameWhereTheIntervalIsNarrow() {
        int narrow = 0;
        int same = 0;
        for (int trial = 0; trial < 24; trial++) {
            for (Change each : compared(drawn(3L * trial, 1, 0.015, 0.1), drawn(3L * trial + 1, 1, 0.015, 0.1), trial).changes()) {
                boolean told = each.interval().high() - each.interval().low() < SETTINGS.threshold();
                narrow += told ? 1 : 0;
                same += told && each.judgement() == Judgement.SAME ? 1 : 0;
            }
        }
        assertTrue(narrow >= 24, narrow + " narrow");
        assertTrue(same >= 0.9 * narrow, same + " of " + narrow);
    }

    @Test
    void printedPercentilesAreComparedAndNotJudged() {
        long[] values = IntStream.rangeClosed(1, 2000).mapToLong(i -> i * 10L).toArray();
        ComparisonResult result = compared(log(true, histogram(values)), log(true, histogram(IntStream.rangeClosed(1, 2000).mapToLong(i -> i * 20L).toArray())), 1);
        assertEquals(Judgement.CANNOT_TELL, result.verdict());
        assertEquals(1.0, result.changes().getFirst().interval().change(), 0.01);
        assertTrue(result.changes().getFirst().why().startsWith("printed percentiles"));
        assertTrue(compared(log(false, histogram(values)), log(false, histogram(values)), 1).why().contains("1 interval of time with values does not tell"));
    }

    /// What a source printed is told as it was printed, not as the buckets rebuilt from it; what it did not print is not told.
    @Test
    void printedPercentilesAreThoseThatWerePrinted() {
        ComparisonResult result = compared(printed(100), printed(150), 1);
        assertEquals(100_000, result.changes().getFirst().baseline(), 1e-6);
        assertEquals(0.5, result.changes().getFirst().interval().change(), 1e-9);
        assertTrue(Double.isNaN(result.changes().getLast().baseline()));
        assertEquals(Judgement.CANNOT_TELL, result.verdict());
    }

    private static Histograms printed(double median) {
        Printed percentiles = new Printed(List.of(new Printed.Point(0.5, median), new Printed.Point(0.9, 3 * median), new Printed.Point(1, 9 * median)), Double.NaN);
        Histograms.Interval only = new Histograms.Interval(Optional.empty(), "", Buckets.of(histogram(90, 110, 300)), Double.NaN, true, Optional.of(percentiles), Histograms.Fate.UNTOLD);
        return new Histograms(new Origin("log", Path.of("log.hgrm"), "test", Trust.clean(1)), List.of(only), 1000, true);
    }

    /// Two tags as fast as before, of which now the slower one has more values: one tag is compared with itself, and the mix is said.
    @Test
    void oneTagIsComparedWithItself() {
        ComparisonResult result = compared(tagged("login", 10_000, 60, "pay", 40_000, 50), tagged("login", 10_000, 50, "pay", 40_000, 65), 1);
        assertTrue(result.verdict() != Judgement.WORSE, result.why());
        assertEquals(0, result.changes().getFirst().interval().change(), 0.05);
        assertTrue(result.why().startsWith("Of the tag 'pay': "), result.why());
        assertTrue(result.workload().drifts().stream().anyMatch(each -> each.name().contains("'pay'") && each.matters()), result.workload().toString());
        ComparisonResult none = compared(tagged("login", 10_000, 60, "pay", 40_000, 50), tagged("search", 10_000, 60, "help", 40_000, 50), 1);
        assertEquals(Judgement.CANNOT_TELL, none.verdict());
        assertTrue(none.why().contains("no tag in common"), none.why());
    }

    private static Histograms tagged(String one, double oneMicros, int oneCount, String other, double otherMicros, int otherCount) {
        RandomGenerator random = Seeds.stream(9, one + other, oneCount);
        List<Histograms.Interval> all = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            Optional<TimeSpan> span = Optional.of(new TimeSpan(i * SECOND, (i + 1) * SECOND));
            all.add(new Histograms.Interval(span, one, around(random, oneMicros, oneCount), Double.NaN, false));
            all.add(new Histograms.Interval(span, other, around(random, otherMicros, otherCount), Double.NaN, false));
        }
        return new Histograms(new Origin("log", Path.of("log.hlog"), "test", Trust.clean(128)), all, 1000, true);
    }

    private static Histogram around(RandomGenerator random, double micros, int count) {
        Histogram made = new Histogram(3);
        for (int k = 0; k < count; k++) {
            made.recordValue(Math.round(micros * Math.exp(0.1 * random.nextGaussian())));
        }
        return made;
    }

    /// Half of the intervals hold a quarter of the values: equal latency under less load says nothing good.
    @Test
    void lessLoadProvesNothing() {
        Histogram[] full = new Histogram[40];
        Arrays.setAll(full, i -> histogram(LongStream.rangeClosed(1, 2000).map(k -> 20_000 + (k * 7 + i) % 100).toArray()));
        Histogram[] half = new Histogram[40];
        Arrays.setAll(half, i -> histogram(LongStream.rangeClosed(1, 500).map(k -> 20_000 + (k * 7 + i) % 100).toArray()));
        ComparisonResult result = compared(log(false, full), log(false, half), 1);
        assertEquals(Judgement.CANNOT_TELL, result.verdict());
        assertTrue(result.why().contains("75") && result.why().contains("less load"), result.why());
        assertEquals(Judgement.SAME, compared(log(false, full), log(false, full), 1).verdict());
    }

    /// Several runs whose percentiles all lie in one bucket differ by less than it is wide.
    @Test
    void runsInOneBucketAreTheSame() {
        Histograms one = log(false, histogram(LongStream.rangeClosed(1, 4000).map(_ -> 20_000).toArray()));
        ComparisonResult result = HistogramComparison.of(List.of(one, one), List.of(one, one), SETTINGS, 1, Work.NONE);
        assertEquals(Judgement.SAME, result.verdict(), result.why());
        assertEquals(16.0 / 20_000, result.changes().getFirst().interval().high(), 1e-9);
    }

    @Test
    void severalRunsAreTheUnit() {
        List<Histograms> before = IntStream.range(0, 4).mapToObj(i -> drawn(500 + i, 1)).toList();
        List<Histograms> after = IntStream.range(0, 4).mapToObj(i -> drawn(600 + i, 1.3)).toList();
        ComparisonResult result = HistogramComparison.of(before, after, SETTINGS, 1, Work.NONE);
        assertEquals(Judgement.WORSE, result.verdict());
        Change.Interval p50 = result.changes().getFirst().interval();
        assertTrue(p50.low() < 0.3 && 0.3 < p50.high() && p50.low() > 0.2, p50.toString());
        assertEquals(Judgement.CANNOT_TELL, HistogramComparison.of(before, List.of(after.getFirst()), SETTINGS, 1, Work.NONE).verdict());
    }
}
