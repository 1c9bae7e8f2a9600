package org.tailwright.simulation.laws;

import java.util.random.RandomGenerator;
import org.apache.commons.math3.special.Gamma;

/// Weibull law: 1 − e^(−(x/scale)^shape); shapes below 1 have a heavy tail.
public record Weibull(double shape, double scale) implements Law {
    public Weibull {
        if (!(shape > 0) || !(scale > 0)) {
            throw new IllegalArgumentException("shape and scale of weibull(…) must be above 0");
        }
    }

    @Override
    public double draw(RandomGenerator random) {
        return scale * Math.pow(random.nextExponential(), 1 / shape);
    }

    @Override
    public double quantile(double p) {
        return scale * Math.pow(-Math.log1p(-p), 1 / shape);
    }

    @Override
    public double mean() {
        return scale * Gamma.gamma(1 + 1 / shape);
    }

    @Override
    public double variance() {
        double mean = mean();
        return scale * scale * Gamma.gamma(1 + 2 / shape) - mean * mean;
    }
}
