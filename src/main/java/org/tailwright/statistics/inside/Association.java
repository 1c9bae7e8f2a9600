package org.tailwright.statistics.inside;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Gamma;

/// Whether a value is more frequent inside than outside, by two comparisons of which either may show it, at twice the smaller probability.
///
/// *Within blocks* (Cochran–Mantel–Haenszel): rows inside against other rows of the same moment, which no drift in time can fake. *Between
/// blocks*: moments with many rows inside against moments with few, which is all there is when a whole window was selected. Variances are
/// widened by the over-dispersion that the blocks show (by its median, so that a few blocks with the effect itself do not hide it) and by the
/// correlation of neighbouring blocks. Rare values are judged by a Poisson law of that mean and variance, others by Student's t.
final class Association {
    /// Median of the squared normal deviate.
    private static final double MEDIAN = 0.454936;
    private static final double RARE = 30;
    private static final int LEAST = 8;
    private static final double JOINED = 2;
    private static final int FEW = 5;
    private static final double UNTOLD = 2;

    private final double[] n;
    private final double[] inside;
    private final double[] c;
    private final double[] excess;
    private final double[] variance;
    private final boolean[] heavy;
    private int groups;

    private Association(int blocks) {
        n = new double[blocks];
        inside = new double[blocks];
        c = new double[blocks];
        excess = new double[blocks];
        variance = new double[blocks];
        heavy = new boolean[blocks];
    }

    /// The probability that chance puts so many of a value inside.
    ///
    /// @param in rows inside with the value, by block from `offset` on
    /// @param all rows with the value, likewise
    /// @param rowsIn rows inside by block
    /// @param rows rows by block
    static double p(int[] in, int[] all, int offset, int[] rowsIn, int[] rows) {
        Association made = new Association(rows.length);
        double share = (double) Arrays.stream(rowsIn).asLongStream().sum() / Math.max(1, Arrays.stream(rows).asLongStream().sum());
        for (int b = 0; b < rows.length; b++) {
            if (rows[b] > 0) {
                made.add(in[offset + b], all[offset + b], rowsIn[b], rows[b], share);
            }
        }
        made.groups++;
        return Math.min(1, 2 * Math.min(made.within(), made.between(share)));
    }

    /// Neighbouring blocks are joined until they hold enough of the value to tell their dispersion.
    private void add(double a, double value, double in, double rows, double share) {
        boolean more = in > share * rows;
        if (n[groups] > 0 && (c[groups] >= LEAST || heavy[groups] != more)) {
            groups++;
        }
        heavy[groups] = more;
        n[groups] += rows;
        inside[groups] += in;
        c[groups] += value;
        double s = value / rows;
        excess[groups] += a - in * s;
        variance[groups] += rows < 2 ? 0 : in * (rows - in) / (rows - 1) * s * (1 - s);
    }

    /// Dispersion comes from differences of neighbours, in which an effect that both have cancels. Neighbours are joined until they could differ
    /// by more than a row or two; where fewer than [#FEW] are left nothing can be told, and [#UNTOLD] stands for it.
    private double within() {
        double[] ratios = new double[groups];
        double[] variances = new double[groups];
        int m = 0;
        double mean = 0;
        double sum = 0;
        double spread = 0;
        double joinedExcess = 0;
        double joinedVariance = 0;
        for (int g = 0; g < groups; g++) {
            mean += inside[g] * c[g] / n[g];
            sum += excess[g];
            spread += variance[g];
            joinedExcess += excess[g];
            joinedVariance += variance[g];
            if (joinedVariance >= JOINED) {
                ratios[m] = joinedExcess / joinedVariance;
                variances[m++] = joinedVariance;
                joinedExcess = 0;
                joinedVariance = 0;
            }
        }
        double dispersion = m < FEW ? UNTOLD : dispersion(differences(ratios, variances, m), m - 1);
        return spread <= 0 ? 1 : tail(mean + sum, mean, spread * dispersion, Math.max(2, m - 1));
    }

    private static double[] differences(double[] ratios, double[] variances, int m) {
        double[] squares = new double[m - 1];
        for (int i = 1; i < m; i++) {
            double difference = ratios[i] - ratios[i - 1];
            squares[i - 1] = difference * difference / (1 / variances[i] + 1 / variances[i - 1]);
        }
        return squares;
    }

    private double between(double share) {
        double rows = 0;
        double all = 0;
        double[] groupRows = new double[2];
        double[] groupAll = new double[2];
        for (int g = 0; g < groups; g++) {
            rows += n[g];
            all += c[g];
            groupRows[heavy[g] ? 1 : 0] += n[g];
            groupAll[heavy[g] ? 1 : 0] += c[g];
        }
        double p = all / rows;
        double unit = p * (1 - p);
        if (unit <= 0) {
            return 1;
        }
        double[] residuals = new double[groups];
        double sum = 0;
        double spread = 0;
        for (int g = 0; g < groups; g++) {
            int side = heavy[g] ? 1 : 0;
            residuals[g] = (c[g] / n[g] - groupAll[side] / groupRows[side]) * Math.sqrt(n[g] / unit);
            double weight = inside[g] - n[g] * share;
            sum += weight * c[g] / n[g];
            spread += weight * weight * unit / n[g];
        }
        double correlated = Serial.inflation(residuals);
        double[] squares = Arrays.stream(residuals).map(r -> r * r).toArray();
        double mean = rows * share * p;
        return spread <= 0 ? 1 : tail(mean + sum, mean, spread * dispersion(squares, groups) * correlated, groups / correlated - 2);
    }

    private static double dispersion(double[] squares, int m) {
        if (m == 0) {
            return UNTOLD;
        }
        double[] sorted = Arrays.copyOf(squares, m);
        Arrays.sort(sorted);
        return Math.max(1, (sorted[(m - 1) / 2] + sorted[m / 2]) / 2 / MEDIAN) * (1 + 3.0 / m);
    }

    /// Upper tail of a law with this mean and variance.
    private static double tail(double x, double mean, double variance, double freedom) {
        if (x <= mean || mean <= 0) {
            return 1;
        }
        double scale = variance / mean;
        if (mean / scale < RARE) {
            return Gamma.regularizedGammaP(x / scale, mean / scale);
        }
        return new TDistribution(null, Math.max(1, freedom)).cumulativeProbability((mean - x) / Math.sqrt(variance));
    }

    /// Mutual information in bits between being inside and having the value.
    ///
    /// @param a rows inside with the value
    /// @param value rows with the value
    /// @param in rows inside
    /// @param n rows
    static double gain(double a, double value, double in, double n) {
        return Math.max(0, cell(a, value, in, n) + cell(value - a, value, n - in, n) + cell(in - a, n - value, in, n)
                + cell(n - value - in + a, n - value, n - in, n));
    }

    private static double cell(double count, double row, double column, double n) {
        return count <= 0 ? 0 : count / n * Math.log(count * n / (row * column)) / Math.log(2);
    }

    /// All there is to know about being inside, bits.
    static double entropy(double share) {
        return share <= 0 || share >= 1 ? 0 : -(share * Math.log(share) + (1 - share) * Math.log(1 - share)) / Math.log(2);
    }
}
