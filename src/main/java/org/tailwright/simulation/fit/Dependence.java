package org.tailwright.simulation.fit;

import org.tailwright.statistics.EffectiveSize;

/// How many independent values a series is worth when its mean is asked for: the integrated autocorrelation time from means of blocks, which double until they last 16 of it and
/// neighbours are uncorrelated, as [EffectiveSize] does it for shares. Normal scores stand for the values, so that a few long ones do not hide the rest.
final class Dependence {
    private static final double LONG = 16;
    private static final double SHORT = 8;

    private Dependence() {}

    /// Independent values; NaN when the series is too short, or changes too slowly, to tell.
    ///
    /// @param scores in order of time
    static double effective(double[] scores) {
        int n = scores.length;
        double mean = mean(scores);
        double single = 0;
        for (double each : scores) {
            single += (each - mean) * (each - mean) / n;
        }
        double[] sums = new double[n];
        for (int i = 0; i < n; i++) {
            sums[i] = scores[i] - mean;
        }
        int length = 1;
        while (sums.length >= EffectiveSize.BLOCKS && single > 0) {
            double[] found = block(sums);
            double raw = found[0] / length / single;
            // Blocks of b miss τ/2b of a first-order process; added twice, as there.
            double tau = Math.max(1, raw * (1 + Math.min(1, raw / length)));
            boolean last = sums.length / 2 < EffectiveSize.BLOCKS;
            if (found[1] <= 2 / Math.sqrt(sums.length) && length >= (last ? SHORT : LONG) * tau) {
                return n / tau;
            }
            sums = paired(sums);
            length *= 2;
        }
        return Double.NaN;
    }

    /// Correlation of neighbours.
    static double neighbours(double[] scores) {
        return block(scores)[1];
    }

    /// Variance of block sums, and the correlation of neighbours.
    private static double[] block(double[] sums) {
        double mean = mean(sums);
        double squares = 0;
        double lagged = 0;
        for (int i = 0; i < sums.length; i++) {
            squares += (sums[i] - mean) * (sums[i] - mean);
            lagged += i == 0 ? 0 : (sums[i] - mean) * (sums[i - 1] - mean);
        }
        return new double[] {squares / (sums.length - 1), squares == 0 ? 0 : lagged / squares};
    }

    private static double[] paired(double[] sums) {
        double[] pairs = new double[sums.length / 2];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = sums[2 * i] + sums[2 * i + 1];
        }
        return pairs;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double each : values) {
            sum += each;
        }
        return sum / values.length;
    }
}
