package org.tailwright.simulation.laws;

import java.util.random.RandomGenerator;
import org.apache.commons.math3.distribution.GammaDistribution;

/// Gamma law; of whole shape k also called Erlang: the sum of k exponential times.
///
/// @param shape above 0; the coefficient of variation is 1/√shape
public record Gamma(double shape, double scale) implements Law {
    public Gamma {
        if (!(shape > 0) || !(scale > 0)) {
            throw new IllegalArgumentException("shape and mean of gamma(…) must be above 0");
        }
    }

    /// Marsaglia and Tsang 2000; shapes below 1 by their power of a uniform number.
    @Override
    public double draw(RandomGenerator random) {
        return shape >= 1 ? scale * standard(shape, random) : scale * standard(shape + 1, random) * Math.pow(random.nextDouble(), 1 / shape);
    }

    /// Draw of scale 1 and shape at least 1.
    static double standard(double shape, RandomGenerator random) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double root = 1 + c * x;
            if (root <= 0) {
                continue;
            }
            double v = root * root * root;
            double u = random.nextDouble();
            if (u < 1 - 0.0331 * x * x * x * x || Math.log(u) < 0.5 * x * x + d * (1 - v + Math.log(v))) {
                return d * v;
            }
        }
    }

    @Override
    public double quantile(double p) {
        return new GammaDistribution(null, shape, scale, 1e-12).inverseCumulativeProbability(p);
    }

    @Override
    public double mean() {
        return shape * scale;
    }

    @Override
    public double variance() {
        return shape * scale * scale;
    }
}
