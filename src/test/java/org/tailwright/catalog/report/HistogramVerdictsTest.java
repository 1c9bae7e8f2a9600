package org.tailwright.catalog.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.tailwright.analyses.Inputs;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Dataset;
import org.tailwright.data.Histograms;
import org.tailwright.data.Objective;
import org.tailwright.data.Origin;
import org.tailwright.data.Selection;
import org.tailwright.data.Trust;
import org.tailwright.readers.percentiles.KnownPercentiles;
import org.tailwright.reports.Verdict;
import org.tailwright.work.Work;

/// What a summary does not show is not taken to be good.
class HistogramVerdictsTest {
    private static final long VALUES = 1000;

    private static Histograms of(boolean disjoint, Histograms.Interval... intervals) {
        return new Histograms(new Origin("run", Path.of("run"), "test", new Trust(VALUES, 0, List.of(), List.of())), List.of(intervals), 1e6, disjoint);
    }

    /// A thousand values from 1 to 100 ms.
    private static Histograms.Interval interval(String tag, Histograms.Fate fate) {
        Histogram histogram = new Histogram(3);
        for (long i = 0; i < VALUES; i++) {
            histogram.recordValue(1 + i / 10);
        }
        return new Histograms.Interval(Optional.empty(), tag, histogram, Double.NaN, true).with(fate);
    }

    private static List<Judging.Judged> judged(Histograms histograms, String... objectives) {
        List<Dataset> open = List.of(histograms);
        Inputs inputs = new Inputs(open, Selection.ALL, Arrays.stream(objectives).map(Objective::parse).toList(), Inputs.SEED, ZoneOffset.UTC);
        return Judging.judge(open, inputs, Work.NONE);
    }

    private static Verdict.Level level(Histograms.Fate fate, String objective) {
        return judged(of(true, interval("", fate)), objective).getFirst().verdict().level();
    }

    @Test
    void aMaximumHoldsOnlyWhereNothingCanBeLarger() {
        assertEquals(Verdict.Level.HOLDS, level(new Histograms.Fate(0, 0, 0), "max<200ms"));
        assertEquals(Verdict.Level.CANNOT_TELL, level(new Histograms.Fate(3, -1, 0), "max<200ms"));
        assertEquals(Verdict.Level.BREACH, level(new Histograms.Fate(3, -1, 0), "max<90ms"));
        assertEquals(Verdict.Level.CANNOT_TELL, level(new Histograms.Fate(0, 5, 5), "max<200ms"));
        assertTrue(judged(of(true, interval("", new Histograms.Fate(3, -1, 0))), "max<200ms").getFirst().why().contains("3 values lie above the highest bucket edge"));
    }

    /// Buckets to 100 ms and to 1 s: nobody knows whether the largest values reached 500 ms, and p50 was surely below.
    @Test
    void aWideBucketNeitherHoldsNorBreaches() {
        Histogram histogram = new Histogram(3);
        histogram.recordValueWithCount(100, 600);
        histogram.recordValueWithCount(1000, 400);
        Histograms edges = of(true, new Histograms.Interval(Optional.empty(), "", histogram, Double.NaN, true));
        for (String each : List.of("max<500ms", "p90<500ms")) {
            assertEquals(Verdict.Level.CANNOT_TELL, judged(edges, each).getFirst().verdict().level(), each);
        }
        for (String each : List.of("max<90ms", "p90<90ms")) {
            assertEquals(Verdict.Level.BREACH, judged(edges, each).getFirst().verdict().level(), each);
        }
        assertEquals(Verdict.Level.HOLDS, judged(edges, "max<1100ms").getFirst().verdict().level());
        assertTrue(judged(edges, "max<500ms").getFirst().why().contains("the ends of its bucket"), judged(edges, "max<500ms").getFirst().why());
    }

    /// "1.00s" may have been 1.003 s.
    @Test
    void aRoundedMaximumLeavesItsLastDigitOpen() {
        Histograms.Interval printed = new KnownPercentiles().max(1e9).at(0.99, 20e6).count(5000).build(Optional.empty(), "").orElseThrow();
        Histograms run = new Histograms(of(true).origin(), List.of(printed), 1, true);
        assertEquals(Verdict.Level.CANNOT_TELL, judged(run, "max<1s").getFirst().verdict().level());
        assertEquals(Verdict.Level.HOLDS, judged(run, "max<1100ms").getFirst().verdict().level());
        assertEquals(Verdict.Level.BREACH, judged(run, "max<900ms").getFirst().verdict().level());
        assertEquals("as printed", judged(run, "p99<1s").getFirst().verdict().measured().provenance().method());
    }

    @Test
    void nothingHoldsWhereEveryRequestFailed() {
        assertEquals(Verdict.Level.CANNOT_TELL, level(new Histograms.Fate(0, VALUES, 0), "max<200ms"));
        assertEquals(Verdict.Level.BREACH, level(new Histograms.Fate(0, VALUES, 0), "max<90ms"));
        assertEquals(Verdict.Level.HOLDS, level(new Histograms.Fate(0, VALUES - 1, 0), "max<200ms"));
    }

    @Test
    void withoutANumberOfValuesNoShareOfFailuresIsTold() {
        Histograms.Interval printed = new KnownPercentiles().max(50e6).at(0.99, 20e6).failed(17, 3).build(Optional.empty(), "").orElseThrow();
        List<Judging.Judged> judged = judged(new Histograms(of(true).origin(), List.of(printed), 1, true), "errors<1%", "max<90ms");
        assertEquals(Verdict.Level.CANNOT_TELL, judged.getFirst().verdict().level());
        assertTrue(Double.isNaN(judged.getFirst().verdict().measured().value()));
        assertEquals("≥ " + Numbers.duration(50e6), judged.getLast().verdict().measured().text());
        assertTrue(judged.getLast().why().contains("3 requests had no answer"), judged.getLast().why());
    }

    @Test
    void manyFailuresAreABreachAndFewTellNothing() {
        assertEquals(Verdict.Level.BREACH, level(new Histograms.Fate(0, 300, 0), "errors<1%"));
        assertEquals(Verdict.Level.CANNOT_TELL, level(new Histograms.Fate(0, 25, 0), "errors<1%"));
        assertEquals(Verdict.Level.CANNOT_TELL, level(new Histograms.Fate(0, 0, 0), "errors<1%"));
        assertEquals(Verdict.Level.CANNOT_TELL, level(Histograms.Fate.UNTOLD, "errors<1%"));
    }

    @Test
    void allTagsAreJudgedWhereTheyShareNoRequestElseTheNamedLargest() {
        Histograms.Interval[] two = {interval("a", Histograms.Fate.UNTOLD), interval("b", new Histograms.Fate(1, -1, 0))};
        assertEquals(List.of("max of a", "max of b"), judged(of(true, two), "max<200ms").stream().map(each -> each.verdict().what()).toList());
        assertEquals(List.of("max of a"), judged(of(false, two), "max<200ms").stream().map(each -> each.verdict().what()).toList());
    }
}
