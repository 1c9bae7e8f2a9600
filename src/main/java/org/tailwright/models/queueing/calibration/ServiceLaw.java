package org.tailwright.models.queueing.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

/// A law fitted to service times, judged by its tail and by a parametric bootstrap of the Kolmogorov–Smirnov distance, because tables of that
/// distance do not hold for fitted parameters (Lilliefors 1967; Stute et al. 1993).
///
/// @param name of the law
/// @param fitted how it was fitted, in words
/// @param quantiles seconds at 0.5, 0.9 and 0.99
/// @param measured the same of the data
/// @param distance Kolmogorov–Smirnov distance of at most 1,000 service times
/// @param p share of samples drawn from the fitted law that lie farther from their own fit; large samples reject every law, then the tail counts
public record ServiceLaw(String name, String fitted, double[] quantiles, double[] measured, double distance, double p) {
    private static final int MOST = 1_000;
    private static final int REPLICATES = 99;
    private static final int FEWEST = 50;

    private enum Family {
        EXPONENTIAL("exponential", "mean") {
            @Override
            RealDistribution fit(double[] values) {
                return new ExponentialDistribution(null, mean(values));
            }
        },
        GAMMA("gamma", "mean and variance") {
            @Override
            RealDistribution fit(double[] values) {
                double cs2 = Math.max(1e-6, StationSteps.cs2(values));
                return new GammaDistribution(null, 1 / cs2, mean(values) * cs2);
            }
        },
        LOGNORMAL("log-normal", "mean and variance of the logarithm") {
            @Override
            RealDistribution fit(double[] values) {
                double[] logs = Arrays.stream(values).map(each -> Math.log(Math.max(1e-9, each))).toArray();
                double mean = mean(logs);
                double variance = Arrays.stream(logs).map(each -> (each - mean) * (each - mean)).sum() / (logs.length - 1);
                return new LogNormalDistribution(null, mean, Math.sqrt(Math.max(1e-12, variance)));
            }
        };

        private final String title;
        private final String by;

        Family(String title, String by) {
            this.title = title;
            this.by = by;
        }

        abstract RealDistribution fit(double[] values);
    }

    /// The laws, that with the best tail first; none for fewer than fifty values.
    static List<ServiceLaw> of(double[] services, long seed, Work work) {
        double[] all = Arrays.stream(services).filter(each -> each > 0).toArray();
        if (all.length < FEWEST) {
            return List.of();
        }
        double[] some = drawn(all, Seeds.stream(seed, "service sample", 0));
        double[] sorted = all.clone();
        Arrays.sort(sorted);
        return Arrays.stream(Family.values()).map(each -> law(each, some, sorted, seed, work))
                .sorted(java.util.Comparator.comparingDouble(ServiceLaw::tailError)).toList();
    }

    private static ServiceLaw law(Family family, double[] some, double[] sorted, long seed, Work work) {
        RealDistribution whole = family.fit(sorted);
        RealDistribution fitted = family.fit(some);
        double distance = distance(some, fitted::cumulativeProbability);
        RandomGenerator random = Seeds.stream(seed, "service law " + family, 0);
        int farther = 0;
        for (int i = 0; i < REPLICATES; i++) {
            work.check();
            double[] sample = IntStream.range(0, some.length).mapToDouble(_ -> fitted.inverseCumulativeProbability(random.nextDouble())).toArray();
            farther += distance(sample, family.fit(sample)::cumulativeProbability) >= distance ? 1 : 0;
        }
        double[] at = Arrays.stream(StationStep.LEVELS).map(p -> sorted[(int) Math.clamp(Math.ceil(sorted.length * p) - 1, 0, sorted.length - 1)]).toArray();
        return new ServiceLaw(family.title, family.by, Arrays.stream(StationStep.LEVELS).map(whole::inverseCumulativeProbability).toArray(), at, distance,
                (farther + 1.0) / (REPLICATES + 1));
    }

    /// Largest error of the quantiles, as a share.
    public double tailError() {
        return IntStream.range(0, quantiles.length).mapToDouble(i -> Math.abs(quantiles[i] / measured[i] - 1)).max().orElse(Double.NaN);
    }

    private static double[] drawn(double[] all, RandomGenerator random) {
        return all.length <= MOST ? all : IntStream.range(0, MOST).mapToDouble(_ -> all[random.nextInt(all.length)]).toArray();
    }

    private static double distance(double[] values, DoubleUnaryOperator law) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double most = 0;
        for (int i = 0; i < sorted.length; i++) {
            double p = law.applyAsDouble(sorted[i]);
            most = Math.max(most, Math.max(p - i / (double) sorted.length, (i + 1.0) / sorted.length - p));
        }
        return most;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }
}
