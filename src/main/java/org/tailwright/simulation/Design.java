package org.tailwright.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.tailwright.charts.Numbers;
import org.tailwright.simulation.laws.Law;
import org.tailwright.work.Seeds;

/// How inputs are drawn together: which points of the unit cube, and what correlation a Gaussian copula puts on them. Each block of draws is a
/// design of its own with its own scrambling, so that the error comes from the scatter of the blocks; a Gaussian copula has no tail dependence.
///
/// @param correlations rank correlations (Spearman) between inputs; empty for none
public record Design(Points points, List<Pair> correlations) {
    /// Independent draws of independent inputs.
    public static final Design PLAIN = new Design(Points.RANDOM, List.of());

    /// Which points.
    public enum Points {
        /// Independent ones.
        RANDOM,
        /// Latin hypercube: of each input one draw in each of as many equally likely ranges.
        LATIN,
        /// Sobol's sequence, shifted at random (Cranley and Patterson).
        SOBOL
    }

    /// Rank correlation of two inputs by name.
    public record Pair(String one, String other, double rank) {}

    public Design {
        correlations = List.copyOf(correlations);
    }

    /// Reads correlations, see [Correlations].
    ///
    /// @throws IllegalArgumentException with a sentence
    public static List<Pair> pairs(String text, List<String> names) {
        return Correlations.parse(text, names);
    }

    /// Whether it is independent draws of independent inputs.
    public boolean plain() {
        return points == Points.RANDOM && correlations.isEmpty();
    }

    /// How correlations and points were made, in words; empty when plain.
    public String words(List<String> names) {
        if (plain()) {
            return "";
        }
        String how = switch (points) {
            case RANDOM -> "independent points";
            case LATIN -> "Latin hypercube";
            case SOBOL -> "Sobol points, shifted at random";
        };
        String pairs = String.join(", ", correlations.stream().map(each -> each.one() + " and " + each.other() + " " + each.rank()).toList());
        return how + (correlations.isEmpty() ? "" : "; Gaussian copula with rank correlations " + pairs + (repaired(names) ? ", which do not go together: drawn with the"
                + " nearest that do, " + nearest(names) : ""));
    }

    /// The rank correlations that stand for impossible ones.
    private String nearest(List<String> names) {
        double[][] normal = normal(names);
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < normal.length; i++) {
            for (int j = 0; j < i; j++) {
                double rank = 6 / Math.PI * Math.asin(normal[i][j] / 2);
                if (Math.abs(rank) >= 0.005) {
                    pairs.add(names.get(j) + " and " + names.get(i) + " " + Numbers.fixed(rank, 2));
                }
            }
        }
        return String.join(", ", pairs);
    }

    /// Draws a block.
    ///
    /// @return by input, by draw
    double[][] block(List<MonteCarlo.Input> inputs, int size, long seed, int block) {
        return block(inputs, root(inputs), size, seed, block);
    }

    /// @param root of the same inputs
    double[][] block(List<MonteCarlo.Input> inputs, double[][] root, int size, long seed, int block) {
        double[][] cube = switch (points) {
            case RANDOM -> random(inputs, size, seed, block);
            case LATIN -> latin(inputs, size, seed, block);
            case SOBOL -> sobol(inputs, size, seed, block);
        };
        if (!correlations.isEmpty()) {
            correlate(cube, root);
        }
        for (int i = 0; i < cube.length; i++) {
            Law law = inputs.get(i).law();
            if (law.variance() == 0) {
                Arrays.fill(cube[i], law.mean());
            } else {
                Inverse inverse = new Inverse(law);
                for (int draw = 0; draw < size; draw++) {
                    cube[i][draw] = inverse.at(cube[i][draw]);
                }
            }
        }
        return cube;
    }

    private static double[][] random(List<MonteCarlo.Input> inputs, int size, long seed, int block) {
        double[][] cube = new double[inputs.size()][size];
        for (int i = 0; i < cube.length; i++) {
            RandomGenerator random = Seeds.stream(seed, inputs.get(i).name(), block);
            for (int draw = 0; draw < size; draw++) {
                cube[i][draw] = open(random.nextDouble());
            }
        }
        return cube;
    }

    private static double[][] latin(List<MonteCarlo.Input> inputs, int size, long seed, int block) {
        double[][] cube = new double[inputs.size()][size];
        for (int i = 0; i < cube.length; i++) {
            RandomGenerator random = Seeds.stream(seed, "latin " + inputs.get(i).name(), block);
            for (int draw = 0; draw < size; draw++) {
                cube[i][draw] = open((draw + random.nextDouble()) / size);
            }
            for (int draw = size - 1; draw > 0; draw--) {
                int other = random.nextInt(draw + 1);
                double kept = cube[i][draw];
                cube[i][draw] = cube[i][other];
                cube[i][other] = kept;
            }
        }
        return cube;
    }

    private static double[][] sobol(List<MonteCarlo.Input> inputs, int size, long seed, int block) {
        double[][] cube = new double[inputs.size()][size];
        double[] shift = new double[cube.length];
        for (int i = 0; i < shift.length; i++) {
            shift[i] = Seeds.stream(seed, "sobol " + inputs.get(i).name(), block).nextDouble();
        }
        SobolSequenceGenerator sequence = new SobolSequenceGenerator(cube.length);
        for (int draw = 0; draw < size; draw++) {
            double[] point = sequence.nextVector();
            for (int i = 0; i < cube.length; i++) {
                double moved = point[i] + shift[i];
                cube[i][draw] = open(moved >= 1 ? moved - 1 : moved);
            }
        }
        return cube;
    }

    private static double open(double u) {
        return Math.clamp(u, 1e-12, 1 - 1e-12);
    }

    private static void correlate(double[][] cube, double[][] root) {
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        Inverse inverse = new Inverse(new Law.Normal(0, 1));
        double[] z = new double[cube.length];
        for (int draw = 0; draw < cube[0].length; draw++) {
            for (int i = 0; i < z.length; i++) {
                z[i] = inverse.at(cube[i][draw]);
            }
            for (int i = 0; i < z.length; i++) {
                double sum = 0;
                for (int j = 0; j <= i; j++) {
                    sum += root[i][j] * z[j];
                }
                cube[i][draw] = open(normal.cumulativeProbability(sum));
            }
        }
    }

    /// The copula's matrix: 2 sin(πr/6) for rank correlation r.
    private RealMatrix matrix(List<String> names) {
        double[][] matrix = new double[names.size()][names.size()];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i][i] = 1;
        }
        for (Pair each : correlations) {
            int one = names.indexOf(each.one());
            int other = names.indexOf(each.other());
            matrix[one][other] = 2 * Math.sin(Math.PI * each.rank() / 6);
            matrix[other][one] = matrix[one][other];
        }
        return new Array2DRowRealMatrix(matrix);
    }

    private boolean repaired(List<String> names) {
        return !correlations.isEmpty() && NearestCorrelation.impossible(matrix(names).getData());
    }

    /// Matrix of the copula's normal scores; for one that is impossible the nearest.
    double[][] normal(List<String> names) {
        return repaired(names) ? NearestCorrelation.of(matrix(names).getData()) : matrix(names).getData();
    }

    /// The root of that matrix, empty without correlations.
    double[][] root(List<MonteCarlo.Input> inputs) {
        return correlations.isEmpty() ? new double[0][] : Roots.of(normal(inputs.stream().map(MonteCarlo.Input::name).toList()));
    }
}
