package org.tailwright.statistics.histograms;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.catalog.report.Judging;
import org.tailwright.data.Histograms;
import org.tailwright.data.Objective;
import org.tailwright.data.Origin;
import org.tailwright.data.Selection;
import org.tailwright.data.TimeSpan;
import org.tailwright.data.Trust;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.Readers;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.reports.Block;
import org.tailwright.reports.Verdict;
import org.tailwright.statistics.Percentile;
import org.tailwright.statistics.Shares;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

class HistogramAnalysisTest {
    private static final Path REFERENCE = Path.of("..", "shared", "reference", "03-hdrhistogram");
    private static final long SECOND = 1_000_000_000L;

    /// 600 intervals of 60 values, microseconds: the logarithm is normal around that of 20 ms with a level that wanders from interval to interval.
    private static Histograms drawn(long number) {
        RandomGenerator random = Seeds.stream(11, "histogram-coverage", number);
        double level = random.nextGaussian();
        List<Histograms.Interval> intervals = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            level = 0.6 * level + 0.8 * random.nextGaussian();
            Histogram made = new Histogram(3);
            for (int k = 0; k < 60; k++) {
                made.recordValue(Math.round(20_000 * Math.exp(0.1 * level + 0.5 * random.nextGaussian())));
            }
            intervals.add(new Histograms.Interval(Optional.of(new TimeSpan(i * SECOND, (i + 1) * SECOND)), "", made, Double.NaN, false));
        }
        return of(intervals);
    }

    private static Histograms of(List<Histograms.Interval> intervals) {
        return new Histograms(new Origin("log", Path.of("log.hlog"), "HdrHistogram log", Trust.clean(intervals.size())), intervals, 1000, true);
    }

    private static HistogramResult answer(Inputs inputs, String tag) {
        return ((Outcome.Answer<HistogramResult>) HistogramAnalysis.ANALYSIS.run(inputs, Map.of("tag", tag), Work.NONE).outcome()).result();
    }

    /// The totals that HdrHistogram's own log processor prints, milliseconds with three digits behind the point.
    @ParameterizedTest
    @ValueSource(strings = "jHiccup-2.0.7S.logV2")
    void totalsAreThoseOfTheLogProcessor(String log) throws IOException, UnreadableFile {
        Path printed = REFERENCE.resolve("hgrm/" + log + ".csv");
        assumeTrue(Files.exists(printed), "the shared reference is absent");
        Histograms found = assertInstanceOf(Histograms.class, Readers.read(REFERENCE.resolve("logs/" + log + ".hlog"), ReadOptions.DEFAULT, Work.NONE).datasets().getFirst());
        List<String> lines = Files.readAllLines(printed);
        String[] due = lines.getLast().split(",");
        HistogramResult result = answer(Inputs.of(found), "");
        assertEquals(Double.parseDouble(due[5]), result.tags().getFirst().n());
        double[] ps = {0.5, 0.9, 0.99, 0.999, 0.9999};
        for (int i = 0; i < ps.length; i++) {
            assertEquals(Double.parseDouble(due[6 + i]), result.tags().getFirst().at(ps[i]).value() / 1e6, 5.1e-4, due[6 + i]);
        }
    }

    /// 95 % intervals of the median, of p99 and of the share above 40 ms hold the true ones (of 200 runs in 194, 191 and 195).
    @Test
    void intervalsHoldTheTruth() {
        double sd = Math.hypot(0.1, 0.5);
        double p99 = 20e6 * Math.exp(sd * new NormalDistribution().inverseCumulativeProbability(0.99));
        double share = 1 - new NormalDistribution().cumulativeProbability(Math.log(2) / sd);
        int[] held = new int[3];
        int runs = 24;
        int told = 0;
        for (int run = 0; run < runs; run++) {
            Inputs inputs = new Inputs(List.of(drawn(run)), Selection.ALL, List.of(Objective.parse("p99<40ms")), run, ZoneOffset.UTC);
            HistogramResult result = answer(inputs, "");
            if (!result.tags().getFirst().at(0.5).hasInterval()) {
                continue; // too few blocks of time
            }
            told++;
            held[0] += holds(result.tags().getFirst().at(0.5), 20e6) ? 1 : 0;
            held[1] += holds(result.tags().getFirst().at(0.99), p99) ? 1 : 0;
            Shares.Share beyond = result.beyond();
            assertNotNull(beyond);
            held[2] += beyond.low() <= share && share <= beyond.high() ? 1 : 0;
        }
        int all = told;
        assertTrue(all >= 0.8 * runs, all + " told");
        assertTrue(Arrays.stream(held).allMatch(each -> each >= 0.87 * all), Arrays.toString(held) + " of " + all);
    }

    private static boolean holds(Percentile each, double truth) {
        assertTrue(each.hasInterval(), each.why());
        return each.low() <= truth && truth <= each.high();
    }

    @Test
    void aWindowNarrowsAndTooLittleHasNoInterval() {
        Selection window = new Selection(Optional.of(new TimeSpan(0, 10 * SECOND)), Optional.empty(), List.of());
        HistogramResult result = answer(Inputs.of(drawn(1)).with(window), "");
        assertEquals(600, result.tags().getFirst().n());
        assertFalse(result.tags().getFirst().at(0.5).hasInterval());
        assertTrue(result.tags().getFirst().at(0.5).supported());
        assertTrue(result.tags().getFirst().at(0.5).why().contains("10 intervals of time"), result.tags().getFirst().at(0.5).why());
        assertFalse(result.tags().getFirst().at(0.9999).supported());
        assertEquals(0.5, result.overTime() == null ? 0 : result.overTime().middles()[0] / SECOND);
    }

    /// Where only a log is open its percentile decides, by its interval.
    @Test
    void anObjectiveIsJudgedOnTheLog() {
        assertEquals(Verdict.Level.HOLDS, judged("p99<200ms"));
        assertEquals(Verdict.Level.BREACH, judged("p99<20ms"));
        assertEquals(Verdict.Level.CANNOT_TELL, judged("p99.99<200ms"));
        assertEquals(Verdict.Level.CANNOT_TELL, judged("p99<200ms where label=pay"));
    }

    /// Ten intervals tell nothing of another run; this one had half of its values beyond a limit that one in a hundred may reach.
    @Test
    void aShortLogCanBreachByItself() {
        Selection window = new Selection(Optional.of(new TimeSpan(0, 10 * SECOND)), Optional.empty(), List.of());
        assertEquals(Verdict.Level.BREACH, judged("p99<20ms", window));
        assertEquals(Verdict.Level.CANNOT_TELL, judged("p99<200ms", window));
    }

    private static Verdict.Level judged(String objective) {
        return judged(objective, Selection.ALL);
    }

    private static Verdict.Level judged(String objective, Selection selection) {
        Inputs inputs = new Inputs(List.of(drawn(1)), selection, List.of(Objective.parse(objective)), 1, ZoneOffset.UTC);
        return Judging.verdicts(inputs.datasets(), inputs, Work.NONE).getFirst().level();
    }

    private static Histograms.Interval second(long start, long... values) {
        Histogram histogram = new Histogram(3);
        Arrays.stream(values).forEach(histogram::recordValue);
        return new Histograms.Interval(Optional.of(new TimeSpan(start * SECOND, (start + 1) * SECOND)), "", histogram, Double.NaN, false);
    }

    /// Joined logs of two hosts: seconds in order of time, each once.
    @Test
    void intervalsOfOneTimeAreOneAndInOrder() {
        IntervalCounts counts = IntervalCounts.of(of(List.of(second(2, 30), second(0, 10, 10), second(1, 20), second(0, 50), second(2, 60))), "");
        assertEquals(3, counts.intervals());
        assertEquals(3, counts.seconds());
        assertEquals(List.of(3L, 1L, 2L), Arrays.stream(counts.counts()).map(each -> Arrays.stream(each).sum()).toList());
    }

    /// A band keeps whole buckets, and what is told says so.
    @Test
    void aBandOfLatencyCutsWholeBuckets() {
        Histograms run = of(LongStream.range(0, 40).mapToObj(at -> second(at, 10_000, 20_000, 400_000)).toList());
        Selection slow = new Selection(Optional.empty(), Optional.of(new Selection.Band(100_000_000, 1_000_000_000)), List.of());
        assertEquals(40, slow.of(run).count("").orElseThrow());
        HistogramResult found = answer(new Inputs(List.of(run), slow, List.of(), Inputs.SEED, ZoneOffset.UTC), "");
        assertEquals(40, found.tags().getFirst().n());
        assertEquals(400e6, found.tags().getFirst().percentiles().getFirst().value(), 1e6);
        Selection none = new Selection(Optional.empty(), Optional.of(new Selection.Band(2_000_000_000, 3_000_000_000L)), List.of());
        assertEquals(Outcome.not("No value lies inside the selected band of latency."),
                HistogramAnalysis.ANALYSIS.run(new Inputs(List.of(run), none, List.of(), Inputs.SEED, ZoneOffset.UTC), Map.of(), Work.NONE).outcome());
    }

    @Test
    void anUnknownTagIsRefusedWithThoseThereAre() {
        String said = HistogramAnalysis.ANALYSIS.run(Inputs.of(drawn(1)), Map.of("tag", "pay"), Work.NONE).section().blocks().stream().filter(Block.Text.class::isInstance)
                .map(each -> ((Block.Text) each).text()).findFirst().orElse("");
        assertTrue(said.contains("'pay'") && said.contains("(none)"), said);
    }

    /// Buckets of 16 µs: what falls into them is told as their upper end also of all intervals together.
    @Test
    void wideBucketsStayWideTogether() {
        Histogram wide = new Histogram(16_384, 3_600_000_000_000L, 2);
        wide.recordValueWithCount(380_000, 100);
        Histograms.Interval one = new Histograms.Interval(Optional.of(new TimeSpan(0, SECOND)), "", wide, Double.NaN, false);
        Histograms.Interval other = new Histograms.Interval(Optional.of(new TimeSpan(SECOND, 2 * SECOND)), "", wide, Double.NaN, false);
        Histograms log = new Histograms(new Origin("log", Path.of("log.hlog"), "HdrHistogram log", Trust.clean(2)), List.of(one, other), 1, true);
        assertEquals(393_215, answer(Inputs.of(log), "").tags().getFirst().at(0.5).value());
        assertArrayEquals(new double[] {393_215}, IntervalCounts.of(log, "").quantiles(0.5));
    }

    @Test
    void whatAnIntervalCountedIsSpreadOverItsTime() {
        TimeSpan whole = new TimeSpan(0, 100);
        Spread spread = Spread.of(new TimeSpan(15, 40), whole, 10);
        assertEquals(1, spread.first());
        assertArrayEquals(new long[] {20, 40, 40}, spread.of(100));
        assertEquals(7, Arrays.stream(spread.of(7)).sum());
        assertArrayEquals(new long[] {5}, Spread.of(new TimeSpan(100, 100), whole, 10).of(5));
        assertEquals(9, Spread.of(new TimeSpan(95, 300), whole, 10).first());
    }
}
