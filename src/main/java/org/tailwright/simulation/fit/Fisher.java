package org.tailwright.simulation.fit;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.tailwright.simulation.laws.Gamma;
import org.tailwright.simulation.laws.Hyperexponential;
import org.tailwright.simulation.laws.Law;
import org.tailwright.simulation.laws.Pareto;
import org.tailwright.simulation.laws.Points;
import org.tailwright.simulation.laws.Shifted;
import org.tailwright.simulation.laws.Weibull;

/// Intervals of parameters by Fisher's information at n independent values; of parameters above 0 on the logarithmic scale. They hold if the law does.
final class Fisher {
    /// Variances of ln scale and of shape/k of a Weibull law times n (Johnson, Kotz and Balakrishnan 1994, 21.6).
    private static final double WEIBULL_SCALE = 1.1086650;
    private static final double WEIBULL_SHAPE = 0.6079271;

    private Fisher() {}

    /// @param n independent values; NaN when unknown, then intervals are, too
    static List<FittedLaw.Parameter> of(Family family, Law law, double n) {
        double t = Double.isNaN(n) ? Double.NaN : new TDistribution(null, Math.max(1, n - family.parameters())).inverseCumulativeProbability(0.975) / Math.sqrt(n);
        return switch (law) {
            case Law.Exponential(double mean) -> named(family, positive(mean, t));
            case Law.Normal(double mu, double sigma) -> named(family, plain(mu, t * sigma), positive(sigma, t / Math.sqrt(2)));
            case Law.LogNormal(double mu, double sigma) -> named(family, plain(mu, t * sigma), positive(sigma, t / Math.sqrt(2)));
            case Gamma(double shape, double scale) -> named(family,
                    positive(shape, t / Math.sqrt(Math.max(1e-12, shape * (shape * org.apache.commons.math3.special.Gamma.trigamma(shape) - 1)))),
                    positive(shape * scale, t / Math.sqrt(shape)));
            case Weibull(double shape, double scale) -> named(family, positive(shape, t * Math.sqrt(WEIBULL_SHAPE)), positive(scale, t * Math.sqrt(WEIBULL_SCALE) / shape));
            // The smallest of n values lies above the law's lowest: P(min > x) = (low/x)^(n·shape).
            case Pareto(double low, double shape) -> named(family, new double[] {low, low * Math.pow(0.05, 1 / (n * shape)), low}, positive(shape, t));
            case Law.Constant _, Law.Uniform _, Law.Triangular _, Law.Pert _, Law.Empirical _, Hyperexponential _, Points _, Shifted _ ->
                    throw new IllegalArgumentException("no fitted law: " + law);
        };
    }

    private static double[] plain(double value, double half) {
        return new double[] {value, value - half, value + half};
    }

    private static double[] positive(double value, double half) {
        return new double[] {value, value * Math.exp(-half), value * Math.exp(half)};
    }

    private static List<FittedLaw.Parameter> named(Family family, double[]... values) {
        List<FittedLaw.Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            parameters.add(new FittedLaw.Parameter(family.names().get(i), values[i][0], values[i][1], values[i][2]));
        }
        return parameters;
    }
}
