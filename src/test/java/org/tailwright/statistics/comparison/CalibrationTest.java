package org.tailwright.statistics.comparison;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.tailwright.data.Requests;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

/// How often verdicts on runs drawn from known laws are right. Longer series are in docs/methods.md.
class CalibrationTest {
    private static final int SEEDS = Integer.getInteger("tailwright.seeds", 40);

    private final TestReporter reporter;

    CalibrationTest(TestReporter reporter) {
        this.reporter = reporter;
    }

    /// A pair of sides.
    ///
    /// @param runs a side
    /// @param rho correlation of log latency from request to request
    /// @param effect standard deviation of the runs' own factors
    /// @param labelEffect of each label's own factor in each run; 0 for runs without labels
    /// @param slowdown factor of the candidate
    private record Law(int runs, int rows, double rho, double effect, double labelEffect, double slowdown) {
        Requests run(boolean candidate, int number, int seed) {
            RandomGenerator effects = Seeds.stream(6, "effects" + candidate + number, seed);
            double factor = (candidate ? slowdown : 1) * Math.exp(effect * effects.nextGaussian());
            Requests plain = Drawn.run(rows, rho, 0.3, factor, "run" + candidate + number, seed);
            return labelEffect == 0 ? plain : Drawn.labelled(plain, 6, labelEffect, effects);
        }
    }

    private record Rates(int worse, int sharp, int same, int told) {}

    private Rates rates(Law law, Comparison.Settings settings) {
        int worse = 0;
        int sharp = 0;
        int same = 0;
        int told = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            List<Requests> before = new ArrayList<>();
            List<Requests> after = new ArrayList<>();
            for (int i = 0; i < law.runs(); i++) {
                before.add(law.run(false, i, seed));
                after.add(law.run(true, i, seed));
            }
            ComparisonResult result = Comparison.of(before, after, settings, false, Work.NONE);
            boolean narrow = result.changes().stream().allMatch(each -> each.sharp(settings.threshold()));
            worse += result.verdict() == Judgement.WORSE ? 1 : 0;
            sharp += narrow ? 1 : 0;
            same += narrow && (result.verdict() == Judgement.SAME || result.verdict() == Judgement.BETTER) ? 1 : 0;
            told += narrow && result.verdict() == Judgement.WORSE ? 1 : 0;
        }
        Rates rates = new Rates(worse, sharp, same, told);
        reporter.publishEntry(law + ", p" + settings.percentiles(), rates.toString());
        return rates;
    }

    private static Comparison.Settings at(double threshold, double... ps) {
        return new Comparison.Settings(threshold, Arrays.stream(ps).boxed().toList(), true);
    }

    private void alike(Law law, Comparison.Settings settings, boolean oftenSharp) {
        Rates rates = rates(law, settings);
        assertTrue(rates.worse() <= SEEDS * 0.025, "alike called worse: " + law + " " + rates);
        assertTrue(!oftenSharp || rates.sharp() >= SEEDS / 4, "seldom sharp: " + law + " " + rates);
        assertTrue(rates.same() >= rates.sharp() * 0.9, "alike and sharp, not called the same: " + law + " " + rates);
    }

    @Test
    void oneRunASideOfDependentRequests() {
        alike(new Law(1, 12_000, 0.7, 0, 0, 1), at(0.05, 0.5, 0.9), true);
        alike(new Law(1, 8000, 0.9, 0, 0, 1), at(0.1, 0.5, 0.99), false);
    }

    /// So dependent that no effective size can be told: the interval comes from ten stretches.
    @Test
    void requestsThatDependForLong() {
        alike(new Law(1, 12_000, 0.99, 0, 0, 1), at(0.05, 0.5, 0.9), false);
        alike(new Law(1, 12_000, 0.998, 0, 0, 1), at(0.1, 0.5), false);
        Rates slower = rates(new Law(1, 12_000, 0.99, 0, 0, 1.8), at(0.05, 0.5));
        assertTrue(slower.worse() > SEEDS * 0.5, slower.toString());
    }

    @Test
    void severalRunsThatDifferByThemselves() {
        alike(new Law(4, 8000, 0.5, 0.007, 0, 1), at(0.05, 0.5), true);
        alike(new Law(3, 3000, 0.9, 0.05, 0, 1), at(0.05, 0.5, 0.9), false);
        alike(new Law(2, 3000, 0.5, 0.2, 0, 1), at(0.05, 0.5, 0.99), false);
    }

    /// Each label has its own factor in each run: many chances to be worse by chance.
    @Test
    void labelsOfSeveralRuns() {
        alike(new Law(3, 3000, 0, 0.02, 0.1, 1), at(0.05, 0.5, 0.9), false);
        alike(new Law(1, 6000, 0.5, 0, 0.0001, 1), at(0.05, 0.5, 0.9), false);
    }

    @Test
    void aFifthSlowerIsWorse() {
        for (Law law : List.of(new Law(4, 8000, 0.5, 0.007, 0, 1.2), new Law(1, 12_000, 0.5, 0, 0, 1.2))) {
            Rates rates = rates(law, at(0.05, 0.5));
            assertTrue(rates.sharp() > SEEDS / 4 && rates.told() >= rates.sharp() * 0.95, law + " " + rates);
        }
    }
}
