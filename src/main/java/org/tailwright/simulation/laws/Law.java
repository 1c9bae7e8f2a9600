package org.tailwright.simulation.laws;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;

/// The law of an uncertain number. [LawText] reads and writes them.
public sealed interface Law permits Law.Constant, Law.Uniform, Law.Triangular, Law.Pert, Law.Normal, Law.LogNormal, Law.Exponential, Law.Empirical,
        Gamma, Weibull, Pareto, Hyperexponential, Points, Shifted {
    /// One draw.
    double draw(RandomGenerator random);

    /// Quantile for `p` in (0, 1).
    double quantile(double p);

    /// Mean.
    double mean();

    /// Variance.
    double variance();

    /// Reads a law as people write it, see [LawText].
    ///
    /// @throws IllegalArgumentException with a sentence for people
    static Law parse(String text) {
        return LawText.parse(text);
    }

    /// Fills `out` with independent draws.
    default void fill(double[] out, RandomGenerator random) {
        for (int i = 0; i < out.length; i++) {
            out[i] = draw(random);
        }
    }

    /// Always the same.
    record Constant(double value) implements Law {
        @Override
        public double draw(RandomGenerator random) {
            return value;
        }

        @Override
        public double quantile(double p) {
            return value;
        }

        @Override
        public double mean() {
            return value;
        }

        @Override
        public double variance() {
            return 0;
        }
    }

    /// Equally likely from `low` to `high`.
    record Uniform(double low, double high) implements Law {
        public Uniform {
            ascending("uniform", low, high);
        }

        @Override
        public double draw(RandomGenerator random) {
            return low + (high - low) * random.nextDouble();
        }

        @Override
        public double quantile(double p) {
            return low + (high - low) * p;
        }

        @Override
        public double mean() {
            return (low + high) / 2;
        }

        @Override
        public double variance() {
            return (high - low) * (high - low) / 12;
        }
    }

    /// From `low` over the most likely `mode` to `high`, straight between.
    record Triangular(double low, double mode, double high) implements Law {
        public Triangular {
            ascending("triangular", low, mode, high);
        }

        @Override
        public double draw(RandomGenerator random) {
            return quantile(random.nextDouble());
        }

        @Override
        public double quantile(double p) {
            double width = high - low;
            return p * width < mode - low ? low + Math.sqrt(p * width * (mode - low)) : high - Math.sqrt((1 - p) * width * (high - mode));
        }

        @Override
        public double mean() {
            return (low + mode + high) / 3;
        }

        @Override
        public double variance() {
            return (low * low + mode * mode + high * high - low * mode - low * high - mode * high) / 18;
        }
    }

    /// Beta-PERT: a beta law from `low` to `high` with the mode given and weight 4, mean (low + 4 mode + high)/6. Its variance is
    /// (mean−low)(high−mean)/7, not the classical ((high−low)/6)².
    record Pert(double low, double mode, double high) implements Law {
        public Pert {
            ascending("pert", low, mode, high);
        }

        /// First shape parameter, at least 1.
        public double alpha() {
            return 1 + 4 * (mode - low) / (high - low);
        }

        /// Second shape parameter, at least 1.
        public double beta() {
            return 1 + 4 * (high - mode) / (high - low);
        }

        @Override
        public double draw(RandomGenerator random) {
            double one = Gamma.standard(alpha(), random);
            return low + (high - low) * one / (one + Gamma.standard(beta(), random));
        }

        @Override
        public double quantile(double p) {
            return low + (high - low) * new BetaDistribution(null, alpha(), beta(), 1e-15).inverseCumulativeProbability(p);
        }

        @Override
        public double mean() {
            return (low + 4 * mode + high) / 6;
        }

        @Override
        public double variance() {
            return (mean() - low) * (high - mean()) / 7;
        }
    }

    /// Normal with mean `mu` and standard deviation `sigma`.
    record Normal(double mu, double sigma) implements Law {
        public Normal {
            positive("normal", "standard deviation", sigma);
        }

        @Override
        public double draw(RandomGenerator random) {
            return mu + sigma * random.nextGaussian();
        }

        @Override
        public double quantile(double p) {
            return mu + sigma * standard(p);
        }

        @Override
        public double mean() {
            return mu;
        }

        @Override
        public double variance() {
            return sigma * sigma;
        }
    }

    /// Log-normal: `mu` and `sigma` are those of the logarithm.
    record LogNormal(double mu, double sigma) implements Law {
        public LogNormal {
            positive("lognormal", "sigma", sigma);
        }

        @Override
        public double draw(RandomGenerator random) {
            return Math.exp(mu + sigma * random.nextGaussian());
        }

        @Override
        public double quantile(double p) {
            return Math.exp(mu + sigma * standard(p));
        }

        @Override
        public double mean() {
            return Math.exp(mu + sigma * sigma / 2);
        }

        @Override
        public double variance() {
            return Math.expm1(sigma * sigma) * Math.exp(2 * mu + sigma * sigma);
        }
    }

    /// Exponential with the given mean.
    record Exponential(double mean) implements Law {
        public Exponential {
            positive("exponential", "mean", mean);
        }

        @Override
        public double draw(RandomGenerator random) {
            return mean * random.nextExponential();
        }

        @Override
        public double quantile(double p) {
            return -mean * Math.log1p(-p);
        }

        @Override
        public double variance() {
            return mean * mean;
        }
    }

    /// Draws one of the given values, each as likely as the others.
    ///
    /// @param sorted ascending; not to be changed
    record Empirical(double[] sorted) implements Law {
        public Empirical {
            if (sorted.length == 0) {
                throw new IllegalArgumentException("an empirical law needs values");
            }
        }

        /// Of values in any order.
        public static Empirical of(double... values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            return new Empirical(sorted);
        }

        @Override
        public double draw(RandomGenerator random) {
            return sorted[random.nextInt(sorted.length)];
        }

        @Override
        public double quantile(double p) {
            return sorted[(int) Math.clamp(Math.ceil(p * sorted.length) - 1, 0, sorted.length - 1)];
        }

        @Override
        public double mean() {
            return Arrays.stream(sorted).average().orElseThrow();
        }

        @Override
        public double variance() {
            double mean = mean();
            return Arrays.stream(sorted).map(each -> (each - mean) * (each - mean)).average().orElseThrow();
        }
    }

    private static double standard(double p) {
        return new NormalDistribution(null, 0, 1).inverseCumulativeProbability(p);
    }

    private static void ascending(String law, double... values) {
        for (int i = 1; i < values.length; i++) {
            if (!(values[i - 1] <= values[i])) {
                throw new IllegalArgumentException("the numbers of " + law + "(…) must ascend");
            }
        }
        if (!(values[0] < values[values.length - 1])) {
            throw new IllegalArgumentException("the ends of " + law + "(…) must differ; write the number alone for a constant");
        }
    }

    private static void positive(String law, String what, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("the " + what + " of " + law + "(…) must be above 0");
        }
    }
}
