package org.tailwright.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.tailwright.simulation.laws.Gamma;
import org.tailwright.simulation.laws.Hyperexponential;
import org.tailwright.simulation.laws.Law;
import org.tailwright.simulation.laws.Pareto;
import org.tailwright.simulation.laws.Points;
import org.tailwright.simulation.laws.Shifted;
import org.tailwright.simulation.laws.Weibull;
import org.tailwright.work.Pool;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

/// Which input makes how much of an output's variance. For every set J of inputs c(J) = E[Var(f | the other inputs)] is estimated by drawing the
/// others, then J several times given them (Gaussian copula). Sobol's total index of i is c({i})/Var, its first-order index 1 − c(all but i)/Var;
/// the Shapley effect (Owen 2014; Song, Nelson, Staum 2016) shares c out over all orders and adds up to 1 also for correlated inputs.
final class VarianceShares {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
    private static final int OUTER = 8192;
    private static final int INNER = 4;
    /// Sets double with every input.
    static final int MOST_INPUTS = 9;

    private final List<MonteCarlo.Input> inputs;
    private final Output output;
    private final double[][] correlations;
    private final long seed;
    private final List<Inverse> inverses;

    /// What is computed of a draw.
    @FunctionalInterface
    interface Output {
        double of(double[] in);
    }

    /// Shares of one input.
    ///
    /// @param error standard error of the Shapley effect
    record Share(double first, double total, double shapley, double error) {}

    VarianceShares(List<MonteCarlo.Input> inputs, Output output, double[][] correlations, long seed) {
        this.inputs = inputs;
        this.output = output;
        this.correlations = correlations;
        this.seed = seed;
        inverses = inputs.stream().map(each -> new Inverse(each.law())).toList();
    }

    /// Mean and squared standard error of c of one set.
    private record Cost(double mean, double errorSquared) {}

    /// The shares of the inputs in their order; constants get zeros.
    List<Share> shares(Work work) {
        int[] free = IntStream.range(0, inputs.size()).filter(i -> inputs.get(i).law().variance() > 0).toArray();
        int sets = 1 << free.length;
        List<Cost> costs = Pool.map(sets, work, set -> set == 0 ? new Cost(0, 0) : cost(free, set));
        double variance = costs.get(sets - 1).mean;
        Share[] shares = new Share[inputs.size()];
        Arrays.fill(shares, new Share(0, 0, 0, 0));
        for (int i = 0; i < free.length && variance > 0; i++) {
            double[] shapley = shapley(i, free.length, costs);
            double first = 1 - costs.get(sets - 1 - (1 << i)).mean / variance;
            double total = costs.get(1 << i).mean / variance;
            // The total index is never smaller; where the errors of both say so, their middle is the nearest pair that is possible.
            double middle = (first + total) / 2;
            shares[free[i]] = new Share(first > total ? middle : first, first > total ? middle : total, shapley[0] / variance, Math.sqrt(shapley[1]) / variance);
        }
        return List.of(shares);
    }

    private static double[] shapley(int input, int count, List<Cost> costs) {
        double sum = 0;
        double error = 0;
        for (int set = 0; set < costs.size(); set++) {
            if ((set & 1 << input) == 0) {
                int size = Integer.bitCount(set);
                double weight = 1;
                for (int k = 1; k <= size; k++) {
                    weight *= k / (double) (count - size - 1 + k);
                }
                weight /= count;
                sum += weight * (costs.get(set | 1 << input).mean - costs.get(set).mean);
                error += weight * weight * (costs.get(set | 1 << input).errorSquared + costs.get(set).errorSquared);
            }
        }
        return new double[] {sum, error};
    }

    /// The input whose normal score is `z`.
    private double value(int input, double z) {
        return switch (inputs.get(input).law()) {
            case Law.Normal(double mu, double sigma) -> mu + sigma * z;
            case Law.LogNormal(double mu, double sigma) -> Math.exp(mu + sigma * z);
            case Law.Constant _, Law.Uniform _, Law.Triangular _, Law.Pert _, Law.Exponential _, Law.Empirical _, Gamma _, Weibull _, Pareto _, Hyperexponential _, Points _, Shifted _ ->
                inverses.get(input).at(Math.clamp(NORMAL.cumulativeProbability(z), 1e-12, 1 - 1e-12));
        };
    }

    private Cost cost(int[] free, int set) {
        int[] inside = IntStream.range(0, free.length).filter(i -> (set & 1 << i) != 0).map(i -> free[i]).toArray();
        int[] outside = IntStream.range(0, free.length).filter(i -> (set & 1 << i) == 0).map(i -> free[i]).toArray();
        Conditional conditional = new Conditional(correlations, inside, outside);
        RandomGenerator random = Seeds.stream(seed, "variance shares", set);
        double[] x = inputs.stream().mapToDouble(each -> each.law().mean()).toArray();
        double[] z = new double[inputs.size()];
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < OUTER; i++) {
            conditional.outside(z, random);
            double mean = 0;
            double scatter = 0;
            for (int k = 0; k < INNER; k++) {
                conditional.inside(z, random);
                for (int each : free) {
                    x[each] = value(each, z[each]);
                }
                double value = output.of(x);
                double moved = value - mean;
                mean += moved / (k + 1);
                scatter += moved * (value - mean);
            }
            double variance = scatter / (INNER - 1);
            sum += variance;
            squares += variance * variance;
        }
        double mean = sum / OUTER;
        return new Cost(mean, Math.max(0, squares / OUTER - mean * mean) / OUTER);
    }

    /// Normal scores of some inputs given the others.
    private static final class Conditional {
        private final int[] inside;
        private final int[] outside;
        private final double[][] outer;
        private final double[][] inner;
        private final double[][] weights;

        Conditional(double[][] matrix, int[] inside, int[] outside) {
            this.inside = inside;
            this.outside = outside;
            outer = Roots.of(part(matrix, outside, outside));
            RealMatrix within = new Array2DRowRealMatrix(part(matrix, inside, inside));
            if (outside.length == 0) {
                weights = new double[inside.length][0];
                inner = Roots.of(within.getData());
                return;
            }
            RealMatrix across = new Array2DRowRealMatrix(part(matrix, inside, outside));
            RealMatrix known = new SingularValueDecomposition(new Array2DRowRealMatrix(part(matrix, outside, outside))).getSolver().getInverse();
            RealMatrix regression = across.multiply(known);
            weights = regression.getData();
            inner = Roots.of(within.subtract(regression.multiply(across.transpose())).getData());
        }

        private static double[][] part(double[][] matrix, int[] rows, int[] columns) {
            double[][] part = new double[rows.length][columns.length];
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < columns.length; j++) {
                    part[i][j] = matrix[rows[i]][columns[j]];
                }
            }
            return part;
        }

        void outside(double[] z, RandomGenerator random) {
            draw(outside, outer, z, random);
        }

        void inside(double[] z, RandomGenerator random) {
            draw(inside, inner, z, random);
            for (int i = 0; i < inside.length; i++) {
                for (int j = 0; j < outside.length; j++) {
                    z[inside[i]] += weights[i][j] * z[outside[j]];
                }
            }
        }

        private static void draw(int[] which, double[][] root, double[] z, RandomGenerator random) {
            double[] fresh = new double[which.length];
            for (int i = 0; i < which.length; i++) {
                fresh[i] = random.nextGaussian();
                double sum = 0;
                for (int j = 0; j <= i; j++) {
                    sum += root[i][j] * fresh[j];
                }
                z[which[i]] = sum;
            }
        }
    }
}
