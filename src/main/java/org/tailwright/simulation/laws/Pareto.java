package org.tailwright.simulation.laws;

import java.util.random.RandomGenerator;

/// Pareto law: P(X > x) = (low/x)^shape from `low` on. Its mean is infinite for shapes up to 1, its variance for shapes up to 2.
public record Pareto(double low, double shape) implements Law {
    public Pareto {
        if (!(shape > 0) || !(low > 0) || Double.isInfinite(shape) || Double.isInfinite(low)) {
            throw new IllegalArgumentException("the lowest value and the shape of pareto(…) must be above 0");
        }
    }

    @Override
    public double draw(RandomGenerator random) {
        return low * Math.exp(random.nextExponential() / shape);
    }

    @Override
    public double quantile(double p) {
        return low * Math.exp(-Math.log1p(-p) / shape);
    }

    @Override
    public double mean() {
        return shape > 1 ? low * shape / (shape - 1) : Double.POSITIVE_INFINITY;
    }

    @Override
    public double variance() {
        return shape > 2 ? low * low * shape / ((shape - 1) * (shape - 1) * (shape - 2)) : Double.POSITIVE_INFINITY;
    }
}
