package org.tailwright.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.random.SobolSequenceGenerator;
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

    /// Reads correlations such as `load now~growth:0.5, growth~service demand:-0.2`.
    ///
    /// @throws IllegalArgumentException with a sentence
    public static List<Pair> pairs(String text, List<String> names) {
        List<Pair> pairs = new ArrayList<>();
        for (String each : text.isBlank() ? new String[0] : text.split(",")) {
            String[] parts = each.split("[~:]");
            try {
                double rank = Double.parseDouble(parts[2].strip());
                String one = parts[0].strip();
                String other = parts[1].strip();
                if (names.contains(one) && names.contains(other) && !one.equals(other) && Math.abs(rank) < 1) {
                    pairs.add(new Pair(one, other, rank));
                    continue;
                }
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException _) {
                // said below
            }
            throw new IllegalArgumentException("'" + each.strip() + "' is no correlation; write for example " + names.get(0) + "~" + names.get(1)
                    + ":0.5 with two of " + String.join(", ", names));
        }
        return pairs;
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
        return how + (correlations.isEmpty() ? "" : "; Gaussian copula with rank correlations " + pairs + (repaired(names) ? ", which do not go together and were brought to the"
                + " nearest that do" : ""));
    }

    /// Draws a block.
    ///
    /// @return by input, by draw
    double[][] block(List<MonteCarlo.Input> inputs, int size, long seed, int block) {
        double[][] cube = switch (points) {
            case RANDOM -> random(inputs, size, seed, block);
            case LATIN -> latin(inputs, size, seed, block);
            case SOBOL -> sobol(inputs, size, seed, block);
        };
        if (!correlations.isEmpty()) {
            correlate(cube, inputs.stream().map(MonteCarlo.Input::name).toList());
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

    private void correlate(double[][] cube, List<String> names) {
        double[][] root = root(names);
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
        return !correlations.isEmpty() && Arrays.stream(new EigenDecomposition(matrix(names)).getRealEigenvalues()).anyMatch(each -> each < 1e-9);
    }

    /// Matrix of the copula's normal scores; one that is impossible is repaired by its eigenvalues.
    double[][] normal(List<String> names) {
        RealMatrix matrix = matrix(names);
        if (!repaired(names)) {
            return matrix.getData();
        }
        EigenDecomposition parts = new EigenDecomposition(matrix);
        RealMatrix values = parts.getD();
        for (int i = 0; i < values.getRowDimension(); i++) {
            values.setEntry(i, i, Math.max(1e-6, values.getEntry(i, i)));
        }
        double[][] fixed = parts.getV().multiply(values).multiply(parts.getVT()).getData();
        double[] scale = new double[fixed.length];
        for (int i = 0; i < scale.length; i++) {
            scale[i] = Math.sqrt(fixed[i][i]);
        }
        for (int i = 0; i < scale.length; i++) {
            for (int j = 0; j < scale.length; j++) {
                fixed[i][j] /= scale[i] * scale[j];
            }
        }
        return fixed;
    }

    private double[][] root(List<String> names) {
        return Roots.of(normal(names));
    }
}
