package org.tailwright.simulation.fit;

import org.apache.commons.math3.special.Gamma;
import org.tailwright.simulation.laws.Law;
import org.tailwright.simulation.laws.Weibull;

/// Greatest likelihood where it has no closed form.
final class Likelihood {
    private static final int STEPS = 100;
    private static final double CLOSE = 1e-12;
    private static final double MOST = 1e7;

    private Likelihood() {}

    /// Shape k solves ln k − ψ(k) = ln mean − mean of ln x (Johnson, Kotz and Balakrishnan 1994, 17.7); Newton's steps in 1/k after Minka (2002), which
    /// need about four.
    static Law gamma(Moments moments) {
        double gap = Math.log(moments.mean()) - moments.logMean();
        double shape = gap > 1 / MOST ? (3 - gap + Math.sqrt((gap - 3) * (gap - 3) + 24 * gap)) / (12 * gap) : MOST;
        for (int i = 0; i < STEPS && shape < MOST; i++) {
            double inverse = 1 / shape + (Math.log(shape) - Gamma.digamma(shape) - gap) / (shape * shape * (1 / shape - Gamma.trigamma(shape)));
            double next = inverse > 0 ? Math.min(MOST, 1 / inverse) : shape / 2;
            boolean close = Math.abs(next - shape) <= CLOSE * shape;
            shape = next;
            if (close) {
                break;
            }
        }
        return new org.tailwright.simulation.laws.Gamma(shape, moments.mean() / shape);
    }

    /// Shape k solves Σxᵏ ln x / Σxᵏ − 1/k = mean of ln x, whose left side rises with k; Newton's steps, halved where they would leave.
    /// Values are divided by their geometric mean, so that powers stay small.
    static Law weibull(double[] values, Moments moments) {
        double[] logs = new double[values.length];
        double most = 0;
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.log(values[i]) - moments.logMean();
            most = Math.max(most, logs[i]);
        }
        double shape = 1.2825498301618641 / Math.max(1e-9, moments.logDeviation());
        for (int i = 0; i < STEPS; i++) {
            double sum = 0;
            double first = 0;
            double second = 0;
            for (double each : logs) {
                double power = Math.exp(shape * (each - most));
                sum += power;
                first += power * each;
                second += power * each * each;
            }
            double value = first / sum - 1 / shape;
            double slope = second / sum - first / sum * (first / sum) + 1 / (shape * shape);
            double next = Math.max(shape / 2, shape - value / slope);
            boolean close = Math.abs(next - shape) <= CLOSE * shape;
            shape = next;
            if (close) {
                break;
            }
        }
        double sum = 0;
        for (double each : logs) {
            sum += Math.exp(shape * (each - most));
        }
        return new Weibull(shape, Math.exp(moments.logMean() + most + Math.log(sum / logs.length) / shape));
    }

    /// The regularised lower incomplete gamma function; of large shapes by Wilson and Hilferty's normal approximation, where series would not end.
    static double gammaBelow(double shape, double x) {
        if (shape > 1e5) {
            double z = (Math.cbrt(x / shape) - 1 + 1 / (9 * shape)) * 3 * Math.sqrt(shape);
            return org.apache.commons.math3.special.Erf.erfc(-z / Math.sqrt(2)) / 2;
        }
        return Gamma.regularizedGammaP(shape, x, 1e-13, 100_000);
    }
}
