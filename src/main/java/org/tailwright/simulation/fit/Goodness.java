package org.tailwright.simulation.fit;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.tailwright.simulation.laws.Law;
import org.tailwright.simulation.laws.Pareto;
import org.tailwright.work.Pool;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

/// Whether values could come from a family. The tables of Kolmogorov–Smirnov and Anderson–Darling hold for laws that were known before; with fitted
/// parameters they accept nearly everything (Lilliefors 1967). So samples are drawn from the fitted law, the family is fitted to each of them anew, and p is the
/// share of them that lie at least as far from their own fit (Stute, González Manteiga and Presedo Quindimil 1993).
final class Goodness {
    private static final double LEAST = 1e-300;
    private static final int PART = 25;
    private static final double EXPECTED = 5;

    private Goodness() {}

    /// @param sorted independent values, ascending
    /// @param replicates samples drawn for the p-values; 0 for none
    static FittedLaw.Goodness of(Family family, double[] sorted, int replicates, long seed, Work work) {
        Law law = family.fit(sorted);
        double[] own = distances(law, sorted);
        int parts = (replicates + PART - 1) / PART;
        List<int[]> farther = Pool.map(parts, work, part -> farther(family, law, own, sorted.length, Math.min(PART, replicates - part * PART),
                Seeds.stream(seed, "goodness " + family, part)));
        int[] all = new int[2];
        farther.forEach(each -> Arrays.setAll(all, i -> all[i] + each[i]));
        double[] ps = IntStream.of(all).mapToDouble(each -> replicates == 0 ? Double.NaN : (each + 1.0) / (replicates + 1)).toArray();
        return new FittedLaw.Goodness(new FittedLaw.Test(own[0], ps[0]), new FittedLaw.Test(own[1], ps[1]), chiSquare(family, law, sorted));
    }

    private static int[] farther(Family family, Law law, double[] own, int n, int replicates, RandomGenerator random) {
        int[] farther = new int[2];
        double[] drawn = new double[n];
        for (int i = 0; i < replicates; i++) {
            law.fill(drawn, random);
            Arrays.sort(drawn);
            double[] distances = distances(family.fit(drawn), drawn);
            for (int k = 0; k < farther.length; k++) {
                farther[k] += distances[k] >= own[k] ? 1 : 0;
            }
        }
        return farther;
    }

    /// Kolmogorov–Smirnov's D and Anderson–Darling's A² = −n − Σ (2i−1)(ln F(xᵢ) + ln(1−F(xₙ₊₁₋ᵢ)))/n.
    ///
    /// The lowest value of a Pareto law is the smallest of the data, which is left out: the others are a sample from there on.
    static double[] distances(Law law, double[] all) {
        double[] sorted = law instanceof Pareto ? Arrays.copyOfRange(all, 1, all.length) : all;
        int n = sorted.length;
        double largest = 0;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double below = Family.below(law, sorted[i]);
            largest = Math.max(largest, Math.max((i + 1.0) / n - below, below - (double) i / n));
            sum += (2 * i + 1.0) * Math.log(Math.max(LEAST, below)) + (2 * (n - i) - 1.0) * Math.log(Math.max(LEAST, 1 - below));
        }
        return new double[] {largest, -n - sum / n};
    }

    /// Mann and Wald's (1942) number of classes as simplified by d'Agostino and Stephens (1986): 2 n^(2/5), with at least five expected in each.
    private static FittedLaw.ChiSquare chiSquare(Family family, Law law, double[] sorted) {
        int n = sorted.length;
        int classes = (int) Math.min(2 * Math.pow(n, 0.4), n / EXPECTED);
        int freedom = classes - 1 - family.parameters();
        if (freedom < 1) {
            return new FittedLaw.ChiSquare(Double.NaN, Math.max(0, classes), 0, Double.NaN);
        }
        long[] counts = new long[classes];
        for (double each : sorted) {
            counts[(int) Math.min(classes - 1.0, Family.below(law, each) * classes)]++;
        }
        double expected = n / (double) classes;
        double sum = Arrays.stream(counts).mapToDouble(each -> (each - expected) * (each - expected) / expected).sum();
        return new FittedLaw.ChiSquare(sum, classes, freedom, 1 - new ChiSquaredDistribution(null, freedom).cumulativeProbability(sum));
    }
}
