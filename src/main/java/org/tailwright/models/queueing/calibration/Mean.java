package org.tailwright.models.queueing.calibration;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;

/// A mean with its 95 % interval.
///
/// @param value NaN where unknown
/// @param low lower end; NaN where there is too little for an interval
/// @param high upper end
public record Mean(double value, double low, double high) {
    /// Unknown.
    public static final Mean NONE = new Mean(Double.NaN, Double.NaN, Double.NaN);

    private static final int BATCHES = 20;
    private static final int PER_BATCH = 5;
    private static final double NORMAL = 1.959963984540054;

    /// Mean of values in order of time with the interval of batch means (20 batches, Student's t), which allows for dependence shorter than a
    /// batch; without an interval below 100 values. NaN is left out.
    static Mean of(double[] withGaps) {
        double[] inOrder = Arrays.stream(withGaps).filter(each -> !Double.isNaN(each)).toArray();
        int n = inOrder.length;
        if (n == 0) {
            return NONE;
        }
        double sum = 0;
        for (double each : inOrder) {
            sum += each;
        }
        double mean = sum / n;
        if (n < BATCHES * PER_BATCH) {
            return new Mean(mean, Double.NaN, Double.NaN);
        }
        double squares = 0;
        for (int b = 0; b < BATCHES; b++) {
            int from = (int) ((long) b * n / BATCHES);
            int to = (int) ((long) (b + 1) * n / BATCHES);
            double batch = 0;
            for (int i = from; i < to; i++) {
                batch += inOrder[i] / (to - from);
            }
            squares += (batch - mean) * (batch - mean);
        }
        return around(mean, Math.sqrt(squares / (BATCHES - 1) / BATCHES), BATCHES - 1);
    }

    /// A mean with its standard error and degrees of freedom.
    static Mean around(double mean, double error, int freedom) {
        if (freedom < 1 || !Double.isFinite(error)) {
            return new Mean(mean, Double.NaN, Double.NaN);
        }
        double half = error * new TDistribution(null, freedom).inverseCumulativeProbability(0.975);
        return new Mean(mean, mean - half, mean + half);
    }

    /// A mean of positive values with the interval of their logarithms, whose ends are positive.
    ///
    /// @param error standard error of the mean logarithm
    static Mean positive(double mean, double error, int freedom) {
        Mean logarithm = around(0, error, freedom);
        return new Mean(mean, mean * Math.exp(logarithm.low), mean * Math.exp(logarithm.high));
    }

    boolean known() {
        return !Double.isNaN(value);
    }

    boolean bounded() {
        return !Double.isNaN(low);
    }

    /// Half the width of the interval; NaN without one.
    double half() {
        return (high - low) / 2;
    }

    /// The same where the standard error is known to be no smaller than this; without an interval stays without.
    Mean atLeast(double error) {
        double half = NORMAL * error;
        return new Mean(value, Math.min(low, value - half), Math.max(high, value + half));
    }

    Mean times(double factor) {
        return new Mean(value * factor, low * factor, high * factor);
    }
}
