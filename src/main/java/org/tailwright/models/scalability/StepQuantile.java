package org.tailwright.models.scalability;

import java.util.Arrays;
import org.apache.commons.math3.distribution.BinomialDistribution;

/// A percentile of the latencies of one load step with a 95 % interval by order statistics at the effective sample size. Failures rank as
/// infinitely slow, so that failing fast never makes a percentile better.
///
/// @param nanos the ceil(np)-th order statistic, infinite when that many requests failed
/// @param low lower end, nanoseconds
/// @param high upper end, infinite when the step is too short to bound it
/// @param effective number of independent requests that the n dependent ones are worth for this percentile
public record StepQuantile(double nanos, double low, double high, double effective) {
    private static final int BLOCKS = 30;
    private static final double TAIL = 0.025;

    /// The percentile `p` of latencies in order of completion.
    public static StepQuantile of(double[] inTime, double p) {
        int n = inTime.length;
        if (n == 0) {
            return new StepQuantile(Double.NaN, Double.NaN, Double.NaN, 0);
        }
        double[] sorted = inTime.clone();
        Arrays.sort(sorted);
        double estimate = sorted[Math.max(0, (int) Math.ceil(n * p - 1e-9) - 1)];
        double effective = Math.max(1, n / inflation(inTime, estimate));
        int trials = (int) Math.max(1, Math.floor(effective));
        BinomialDistribution below = new BinomialDistribution(null, trials, p);
        int first = below.inverseCumulativeProbability(TAIL);
        int last = below.inverseCumulativeProbability(1 - TAIL) + 1;
        return new StepQuantile(estimate, first < 1 ? sorted[0] : Math.min(estimate, at(sorted, first / (double) trials)),
                last > trials ? Double.POSITIVE_INFINITY : Math.max(estimate, at(sorted, last / (double) trials)), effective);
    }

    /// How much more the share beyond `limit` varies between successive blocks than it would for independent requests; at least 1.
    private static double inflation(double[] inTime, double limit) {
        int n = inTime.length;
        int size = n / BLOCKS;
        if (size < 10) {
            return 1;
        }
        double[] beyond = new double[BLOCKS];
        double mean = 0;
        for (int block = 0; block < BLOCKS; block++) {
            for (int i = block * size; i < (block + 1) * size; i++) {
                beyond[block] += inTime[i] >= limit ? 1.0 / size : 0;
            }
            mean += beyond[block] / BLOCKS;
        }
        double variance = 0;
        for (double share : beyond) {
            variance += (share - mean) * (share - mean) / (BLOCKS - 1);
        }
        double independent = mean * (1 - mean) / size;
        return independent > 0 ? Math.max(1, variance / independent) : 1;
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.clamp(Math.ceil(share * sorted.length - 1e-9) - 1, 0, sorted.length - 1)];
    }
}
