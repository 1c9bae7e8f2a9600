package org.tailwright.simulation.laws;

import java.util.random.RandomGenerator;

/// A mixture of two exponential laws with balanced means: more scatter than one. Both parts have the same share of the total time.
///
/// @param cv coefficient of variation, above 1
public record Hyperexponential(double mean, double cv) implements Law {
    public Hyperexponential {
        if (!(mean > 0) || !(cv > 1)) {
            throw new IllegalArgumentException("the mean of hyper(mean, cv) must be above 0 and its coefficient of variation above 1");
        }
    }

    /// Probability of the quick part.
    private double quick() {
        return (1 + Math.sqrt((cv * cv - 1) / (cv * cv + 1))) / 2;
    }

    @Override
    public double draw(RandomGenerator random) {
        double p = quick();
        double part = random.nextDouble() < p ? mean / (2 * p) : mean / (2 * (1 - p));
        return part * random.nextExponential();
    }

    @Override
    public double quantile(double p) {
        double low = 0;
        double high = mean;
        while (below(high) < p) {
            high *= 2;
        }
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            if (below(middle) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private double below(double x) {
        double p = quick();
        return -p * Math.expm1(-x * 2 * p / mean) - (1 - p) * Math.expm1(-x * 2 * (1 - p) / mean);
    }

    @Override
    public double variance() {
        return mean * mean * cv * cv;
    }
}
