package org.tailwright.models.scalability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.data.Doubles;
import org.tailwright.data.Longs;
import org.tailwright.data.Metrics;
import org.tailwright.data.Origin;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;
import org.tailwright.models.scalability.UslFit.Coefficient;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

/// Leverage, outliers and the next point; coverage of the coefficients' intervals.
class InfluenceTest {
    private static final double[] LOADS = {1, 2, 4, 8, 12, 16, 24, 32, 40, 48, 56, 64};
    private static final Usl TRUTH = new Usl(0.03, 8e-4, 50);

    private static Measured drawn(RandomGenerator random, double sigma) {
        return new Measured(LOADS, Arrays.stream(LOADS).map(load -> TRUTH.throughput(load) + sigma * random.nextGaussian()).toArray());
    }

    @Test
    void leveragesSumToTheNumberOfCoefficients() {
        for (String name : new String[] {"specsdm91.usl3", "specsdm91.usl2", "specsdm91.usl2_quadratic", "specsdm91.amdahl2", "cisco-ucs.usl3"}) {
            UslFit fit = ReferenceData.fit(name);
            assertEquals(fit.parameters(), Arrays.stream(Influence.of(fit).leverages()).sum(), 1e-6, name);
        }
    }

    @Test
    void theStudentizedResidualIsThatOfTheFitWithoutThePoint() {
        // The quadratic form is linear, so that leaving a point out is exact: t = e_(i) / s_(i) / sqrt(1 + x'(X'X)_(i)^-1 x) = e/(s_(i) sqrt(1 - h)).
        UslFit fit = ReferenceData.fit("specsdm91.usl2_quadratic");
        Influence influence = Influence.of(fit);
        int[] rest = {0, 1, 2, 3, 4, 5};
        UslFit without = UslFits.fit(UslForm.USL2_QUADRATIC, fit.measured().rows(rest));
        double expected = fit.residuals()[6] / (without.residualError() * Math.sqrt(1 - influence.leverages()[6]));
        assertEquals(expected, influence.studentized()[6], 1e-9 * Math.abs(expected));
    }

    @Test
    void aSpoiledPointIsMarkedAndASoundOneIsNot() {
        Measured points = drawn(Seeds.stream(11, "influence", 0), 2);
        assertEquals(0, Influence.of(UslFits.fit(UslForm.USL3, points)).outliers(UslFits.fit(UslForm.USL3, points)).length);
        points.throughputs()[6] *= 0.8;
        UslFit spoiled = UslFits.fit(UslForm.USL3, points);
        assertEquals("[6]", Arrays.toString(Influence.of(spoiled).outliers(spoiled)));
        UslResult result = UslAnalysisTest.answer(UslAnalysisTest.points(points), Map.of("replicates", "0"));
        assertTrue(result.notes().stream().anyMatch(each -> each.title().contains("does not belong") && each.text().contains("load 24")), result.notes().toString());
    }

    @Test
    void theNextPointNarrowsThePeakAsForetold() {
        UslFit fit = ReferenceData.fit("specsdm91.usl3");
        Influence.Next next = Influence.next(fit).orElseThrow();
        assertTrue(next.peak() && next.widthThen() < next.widthNow(), next.toString());
        assertEquals(2 * fit.t(0.975) * fit.peakError().orElseThrow(), next.widthNow(), 1e-9 * next.widthNow());
        // The same point added on the curve: its design has the variance that was foretold, and no other load of a grid does better.
        double foretold = variance(fit, next.load());
        for (double load = 1; load <= 1.5 * 216; load += 5) {
            assertTrue(foretold <= variance(fit, load) * (1 + 1e-3), "load " + load);
        }
    }

    /// Variance of the peak over σ² with one more point on the curve.
    private static double variance(UslFit fit, double load) {
        int n = fit.n();
        double[] loads = Arrays.copyOf(fit.measured().loads(), n + 1);
        double[] rates = Arrays.copyOf(fit.measured().throughputs(), n + 1);
        loads[n] = load;
        rates[n] = fit.law().throughput(load);
        UslFit more = UslFits.fit(UslForm.USL3, new Measured(loads, rates));
        return Math.pow(more.peakError().orElseThrow() / more.residualError(), 2);
    }

    @Test
    void lawsWithoutACeilingAreFittedToo() {
        Measured line = new Measured(new double[] {1, 2, 4, 8, 16}, new double[] {10, 18, 34, 66, 130}); // 2 + 8N: γ = 10, σ = 0.2
        UslResult.Model gustafson = OtherLaws.gustafson(line);
        assertEquals(10, gustafson.gamma(), 1e-9);
        assertEquals(0.2, gustafson.alpha(), 1e-9);
        assertEquals(Speedup.gustafson(0.8, 16) * 10, 130, 1e-9);
        assertEquals((10 + 36 + 136 + 528 + 2080) / 341.0, OtherLaws.linear(line).gamma(), 1e-9);
    }

    @Test
    void loadPointsComeFromTwoMetrics() {
        // Six levels of 60 samples each; the throughput is a counter that grows as the law says.
        int[] users = {1, 4, 8, 16, 32, 64};
        long[] times = new long[360];
        double[] load = new double[360];
        double[] served = new double[360];
        for (int i = 0; i < 360; i++) {
            times[i] = 1_000_000_000L * i;
            load[i] = users[i / 60];
            served[i] = i == 0 ? 0 : served[i - 1] + TRUTH.throughput(load[i]) * (1 + 0.01 * Math.sin(i));
        }
        Longs clock = Longs.of(Unit.TIME, times);
        Metrics metrics = new Metrics(new Origin("m", Path.of("m"), "test", Trust.clean(720)), List.of(
                new Metrics.Series("users", Map.of(), Metrics.Kind.GAUGE, clock, Doubles.of(Unit.COUNT, load)),
                new Metrics.Series("served_total", Map.of(), Metrics.Kind.COUNTER, clock, Doubles.of(Unit.COUNT, served))));
        UslResult found = ((Outcome.Answer<UslResult>) UslAnalysis.USL.run(Inputs.of(metrics), Map.of("load", "users", "throughput", "served_total", "replicates", "0"), Work.NONE).outcome()).result();
        assertEquals(6, found.n());
        assertEquals(TRUTH.beta(), found.beta().estimate(), 0.02 * TRUTH.beta());
        assertEquals(TRUTH.gamma(), found.gamma().estimate(), 0.02 * TRUTH.gamma());
        assertTrue(UslAnalysis.USL.run(Inputs.of(metrics), Map.of(), Work.NONE).outcome() instanceof Outcome.NotApplicable<UslResult>(String why) && why.contains("--load"));
        assertThrows(IllegalArgumentException.class, () -> UslAnalysis.USL.run(Inputs.of(metrics), Map.of("load", "nobody", "throughput", "served_total"), Work.NONE));
    }

    /// Twelve points: nominal 95 % intervals of α and β, by Wald and by both bootstraps, cover at least 93 % (points: 85 %, as twelve are few for that).
    @Test
    void intervalsOfCoefficientsCover() {
        int trials = 250;
        int[] covered = new int[6];
        for (int trial = 0; trial < trials; trial++) {
            UslFit fit = UslFits.fit(UslForm.USL3, drawn(Seeds.stream(17, "coefficients", trial), 12));
            covered[0] += Math.abs(fit.estimate(Coefficient.ALPHA) - TRUTH.alpha()) <= fit.halfWidth(Coefficient.ALPHA).orElseThrow() ? 1 : 0;
            covered[1] += Math.abs(fit.estimate(Coefficient.BETA) - TRUTH.beta()) <= fit.halfWidth(Coefficient.BETA).orElseThrow() ? 1 : 0;
            for (UslBootstrap.Way way : List.of(UslBootstrap.Way.RESIDUALS, UslBootstrap.Way.PAIRS)) {
                UslBootstrap drawn = UslBootstrap.of(fit, way, 200, false, trial, Work.NONE);
                covered[2 + 2 * way.ordinal()] += holds(drawn.coefficient(Usl::alpha), TRUTH.alpha());
                covered[3 + 2 * way.ordinal()] += holds(drawn.coefficient(Usl::beta), TRUTH.beta());
            }
        }
        for (int i = 0; i < 4; i++) {
            assertTrue(covered[i] >= 0.93 * trials, Arrays.toString(covered) + " of " + trials);
        }
        assertTrue(covered[4] >= 0.85 * trials && covered[5] >= 0.85 * trials, Arrays.toString(covered) + " of " + trials);
    }

    private static int holds(double[] ends, double value) {
        return Objects.requireNonNull(ends)[0] <= value && value <= ends[1] ? 1 : 0;
    }
}
