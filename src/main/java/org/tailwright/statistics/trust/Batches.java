package org.tailwright.statistics.trust;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;

/// Means and trends of a series whose neighbours are alike: by batch means (Law 2015, 9.5.3). Batches double until neighbouring ones are
/// uncorrelated (lag one below 2/√m) or ten are left.
final class Batches {
    private static final int FEWEST = 10;

    private Batches() {}

    /// A mean with its 95 % interval.
    record Mean(double value, double low, double high) {}

    /// A straight line's change over the whole series.
    ///
    /// @param change value at the end minus value at the beginning, on the fitted line
    /// @param p two-sided probability of so large a slope where there is none
    record Trend(double change, double p) {}

    /// @param values at least ten
    static Mean mean(double[] values) {
        double[] batches = independent(values);
        int m = batches.length;
        double mean = Arrays.stream(batches).average().orElse(Double.NaN);
        double sd = Math.sqrt(Arrays.stream(batches).map(x -> (x - mean) * (x - mean)).sum() / (m - 1));
        double half = new TDistribution(m - 1).inverseCumulativeProbability(0.975) * sd / Math.sqrt(m);
        return new Mean(mean, mean - half, mean + half);
    }

    /// @param values at least ten; the trend is taken out before neighbours are compared
    static Trend trend(double[] values) {
        double[] batches = values;
        while (true) {
            int m = batches.length;
            double[] line = line(batches);
            double[] rest = new double[m];
            double squares = 0;
            for (int i = 0; i < m; i++) {
                rest[i] = batches[i] - line[0] - line[1] * i;
                squares += rest[i] * rest[i];
            }
            if (m / 2 < FEWEST || lagOne(rest) <= 1 / Math.sqrt(m)) {
                double error = Math.sqrt(squares / (m - 2) / (m * ((double) m * m - 1) / 12));
                double p = squares <= 0 ? (line[1] == 0 ? 1 : 0) : 2 * new TDistribution(m - 2).cumulativeProbability(-Math.abs(line[1]) / error);
                return new Trend(line[1] * (m - 1), p);
            }
            batches = paired(batches);
        }
    }

    private static double[] independent(double[] values) {
        double[] batches = values;
        while (batches.length / 2 >= FEWEST) {
            double mean = Arrays.stream(batches).average().orElse(0);
            double[] rest = Arrays.stream(batches).map(x -> x - mean).toArray();
            if (lagOne(rest) <= 1 / Math.sqrt(batches.length)) {
                break;
            }
            batches = paired(batches);
        }
        return batches;
    }

    /// Intercept and slope.
    private static double[] line(double[] y) {
        int m = y.length;
        double middle = (m - 1) / 2.0;
        double mean = Arrays.stream(y).average().orElse(0);
        double product = 0;
        for (int i = 0; i < m; i++) {
            product += (i - middle) * (y[i] - mean);
        }
        double slope = product / (m * ((double) m * m - 1) / 12);
        return new double[] {mean - slope * middle, slope};
    }

    /// Correlation of neighbours of a series with mean 0.
    static double lagOne(double[] rest) {
        double product = 0;
        double squares = 0;
        for (int i = 0; i < rest.length; i++) {
            squares += rest[i] * rest[i];
            product += i == 0 ? 0 : rest[i] * rest[i - 1];
        }
        return squares <= 0 ? 0 : product / squares;
    }

    private static double[] paired(double[] values) {
        double[] pairs = new double[values.length / 2];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = (values[2 * i] + values[2 * i + 1]) / 2;
        }
        return pairs;
    }
}
