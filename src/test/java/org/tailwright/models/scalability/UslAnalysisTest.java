package org.tailwright.models.scalability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.data.Column;
import org.tailwright.data.Doubles;
import org.tailwright.data.LoadPoints;
import org.tailwright.data.Origin;
import org.tailwright.data.Table;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;
import org.tailwright.reports.Block;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

class UslAnalysisTest {
    @Test
    void aPeakInsideIsSupportedThoughCriteriaDisagree() {
        UslResult result = answer(points(ReferenceData.measured("specsdm91")), Map.of());
        assertEquals("usl3", result.form());
        assertEquals("inside", result.peak());
        assertEquals(96.5195609666, notNull(result.peakLoad()), 1e-6);
        assertEquals(3245.58891524, notNull(result.limit()), 1e-4);
        ModelChoice choice = notNull(result.choice());
        assertEquals(15.1, choice.f(), 0.05);
        assertEquals(3.05, choice.difference(), 0.01);
        assertEquals(0.009, choice.p(), 0.0005);
        assertEquals(ModelChoice.Answer.CANNOT_CHOOSE, choice.answer());
        UslResult.PeakInterval interval = result.peakInterval().orElseThrow();
        assertTrue(interval.low() < 96 && interval.low() > 60 && notNull(interval.high()) > 97 && notNull(interval.high()) < 160, interval.toString());
        assertTrue(result.notes().stream().anyMatch(note -> note.title().contains("support a peak inside")), result.notes().toString());
        assertTrue(result.notes().stream().anyMatch(note -> note.title().startsWith("Cannot choose")), result.notes().toString());
    }

    @Test
    void negativeCoherencyHasNoPeak() {
        LoadPoints raytracer = points(ReferenceData.measured("raytracer"));
        UslResult result = answer(raytracer, Map.of("replicates", "200"));
        assertNull(result.peakLoad());
        assertNull(result.peakThroughput());
        assertEquals("none", result.peak());
        assertTrue(result.notes().getFirst().text().contains("negative"), result.notes().toString());
        UslResult bounded = answer(raytracer, Map.of("bounded", "true", "replicates", "0"));
        assertEquals(0.0577707807396, bounded.alpha().estimate(), 1e-9);
        assertEquals(0, bounded.beta().estimate());
        assertEquals(0.000117919723117, notNull(bounded.beta().standardError()), 1e-8);
    }

    @Test
    void aWeakCoherencyLeavesThePeakUnknown() {
        UslResult result = answer(points(ReferenceData.measured("raytracer")), Map.of("form", "usl2", "replicates", "400"));
        assertEquals("beyond", result.peak());
        assertEquals("C = X/X(1)", result.scale());
        assertEquals(20.0814183211, notNull(result.limit()), 1e-6);
        assertEquals(20, result.gamma().estimate());
        assertNull(result.gamma().standardError());
        assertTrue(result.notes().getFirst().title().contains("peak unknown"), result.notes().toString());
        assertNull(result.peakInterval().orElseThrow().high(), "so many replicates have no peak that there is no upper end");
    }

    @Test
    void explainsWithoutMissingBlocks() {
        for (String form : UslForm.ids()) {
            Analysis.Run<UslResult> run = UslAnalysis.USL.run(Inputs.of(points(ReferenceData.measured("cisco-ucs"))),
                    Map.of("form", form, "replicates", "100"), Work.NONE);
            assertInstanceOf(Outcome.Answer.class, run.outcome());
            assertTrue(run.section().blocks().stream().filter(Block.Picture.class::isInstance).count() >= 2);
            assertTrue(run.section().blocks().stream().noneMatch(block -> block.toString().contains("NaN /s")));
        }
    }

    @Test
    void refusesWhatCannotBeFitted() {
        assertTrue(refusal(new Measured(new double[] {1, 2, 3}, new double[] {1, 2, 3}), "usl3").contains("more than 3 load points"));
        assertTrue(refusal(new Measured(new double[] {0, 1, 2, 3}, new double[] {1, 2, 3, 4}), "usl3").contains("above 0"));
        assertTrue(refusal(new Measured(new double[] {4, 4, 4, 4, 4}, new double[] {1, 2, 3, 4, 5}), "usl3").contains("1 different load"));
        assertTrue(refusal(new Measured(new double[] {2, 4, 8, 9}, new double[] {1, 2, 3, 4}), "usl2").contains("load 1"));
        assertThrows(IllegalArgumentException.class, () -> UslAnalysis.USL.form().parse(Map.of("form", "cubic")));
    }

    @Test
    void sameSeedSameAnswer() {
        UslFit fit = ReferenceData.fit("specsdm91.usl3");
        UslBootstrap one = UslBootstrap.of(fit, UslBootstrap.Way.RESIDUALS, 150, false, 7, Work.NONE);
        UslBootstrap other = UslBootstrap.of(fit, UslBootstrap.Way.RESIDUALS, 150, false, 7, Work.NONE);
        assertEquals(one.laws(), other.laws());
    }

    /// Seven points: a nominal 95 % interval covers at least 93 %.
    @Test
    void peakIntervalsCover() {
        Usl truth = new Usl(0.03, 1e-4, 90);
        double[] loads = {1, 18, 36, 72, 108, 144, 216};
        RandomGenerator random = Seeds.stream(3, "coverage", 0);
        int trials = 300;
        int covered = 0;
        for (int trial = 0; trial < trials; trial++) {
            double[] values = new double[loads.length];
            for (int i = 0; i < loads.length; i++) {
                values[i] = truth.throughput(loads[i]) + 60 * random.nextGaussian();
            }
            UslFit fit = UslFits.fit(UslForm.USL3, new Measured(loads, Arrays.stream(values).map(each -> Math.max(1, each)).toArray()));
            double[] ends = UslBootstrap.of(fit, UslBootstrap.Way.RESIDUALS, 300, false, trial, Work.NONE).peakLoads();
            double peak = truth.peakLoad().orElseThrow();
            covered += ends[0] <= peak && peak <= ends[1] ? 1 : 0;
        }
        assertTrue(covered >= 0.93 * trials, covered + " of " + trials);
    }

    @Test
    void lackOfFitSeesTheWrongCurve() {
        double[] loads = {1, 1, 2, 2, 4, 4, 8, 8, 16, 16, 32, 32};
        double[] noise = {0.1, -0.1, 0.2, -0.2, 0.1, -0.1, 0.3, -0.3, 0.2, -0.2, 0.1, -0.1};
        double[] right = new double[loads.length];
        double[] wrong = new double[loads.length];
        for (int i = 0; i < loads.length; i++) {
            right[i] = new Usl(0.02, 0.001, 50).throughput(loads[i]) + noise[i];
            wrong[i] = Math.min(50 * loads[i], 420) + noise[i];
        }
        assertTrue(LackOfFit.of(UslFits.fit(UslForm.USL3, new Measured(loads, right))).orElseThrow().p() > 0.05);
        assertTrue(LackOfFit.of(UslFits.fit(UslForm.USL3, new Measured(loads, wrong))).orElseThrow().p() < 1e-6);
        assertTrue(LackOfFit.of(ReferenceData.fit("specsdm91.usl3")).isEmpty());
    }

    static LoadPoints points(Measured measured) {
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(LoadPoints.LOAD, Doubles.of(Unit.COUNT, measured.loads()));
        columns.put(LoadPoints.THROUGHPUT, Doubles.of(Unit.PER_SECOND, measured.throughputs()));
        return new LoadPoints(new Origin("points", Path.of("points.csv"), "CSV", Trust.clean(measured.size())), Table.of(columns),
                LoadPoints.Axis.USERS);
    }

    static UslResult answer(LoadPoints points, Map<String, String> typed) {
        Outcome<UslResult> outcome = UslAnalysis.USL.run(Inputs.of(points), typed, Work.NONE).outcome();
        return ((Outcome.Answer<UslResult>) outcome).result();
    }

    private static String refusal(Measured measured, String form) {
        Outcome<UslResult> outcome = UslAnalysis.USL.run(Inputs.of(points(measured)), Map.of("form", form), Work.NONE).outcome();
        return ((Outcome.NotApplicable<UslResult>) outcome).why();
    }

    private static <T> T notNull(T value) {
        assertNotNull(value);
        return value;
    }
}
