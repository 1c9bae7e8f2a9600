package org.tailwright.simulation.laws;

import java.util.random.RandomGenerator;

/// Another law moved by a constant, such as times that have a least value; of log-normal, Weibull and gamma laws also called three-parameter.
///
/// @param shift what is added to each value of the law
public record Shifted(double shift, Law law) implements Law {
    @Override
    public double draw(RandomGenerator random) {
        return shift + law.draw(random);
    }

    @Override
    public double quantile(double p) {
        return shift + law.quantile(p);
    }

    @Override
    public double mean() {
        return shift + law.mean();
    }

    @Override
    public double variance() {
        return law.variance();
    }
}
