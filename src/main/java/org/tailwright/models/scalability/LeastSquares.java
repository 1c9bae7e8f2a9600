package org.tailwright.models.scalability;

import java.util.Arrays;

/// Nonlinear least squares for the USL: Levenberg and Marquardt's damping with the analytic Jacobian, fading into Gauss-Newton steps until
/// the step vanishes. The problem is ill-scaled; stopping on the change of the sum of squares would stop at 1e-4 relative error.
final class LeastSquares {
    private static final int STEPS = 400;

    private final double[] loads;
    private final double[] values;
    private final boolean beta;
    private final boolean gamma;
    private final double[] weights;

    /// @param loads N
    /// @param values X or C
    /// @param beta whether β is free, else it keeps its start
    /// @param gamma whether γ is free, else it keeps its start
    LeastSquares(double[] loads, double[] values, boolean beta, boolean gamma) {
        this(loads, values, beta, gamma, ones(loads.length));
    }

    /// @param weights what a residual is multiplied by: 1 over the standard error of its value
    LeastSquares(double[] loads, double[] values, boolean beta, boolean gamma, double[] weights) {
        this.loads = loads;
        this.values = values;
        this.beta = beta;
        this.gamma = gamma;
        this.weights = weights;
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    /// The law with the least sum of squares, searched from `start`.
    ///
    /// @param tolerance of the last step, relative to the size of the fitted values
    Usl fit(Usl start, double tolerance) {
        Usl law = start;
        double rss = rss(law);
        double damping = 1e-3;
        for (int step = 0; step < STEPS; step++) {
            double[][] columns = jacobian(law);
            Usl next = moved(law, step(columns, residuals(law), damping));
            double nextRss = rss(next);
            if (nextRss <= rss) {
                double change = change(law, next);
                law = next;
                rss = nextRss;
                damping = damping < 1e-9 ? 0 : damping / 10;
                if (change <= tolerance) {
                    return law;
                }
            } else {
                if (change(law, next) <= Math.max(tolerance, 1e-13)) {
                    return law;
                }
                damping = Math.max(damping, 1e-9) * 10;
            }
        }
        return law;
    }

    /// Sum of squared weighted residuals; infinite where the law has no value.
    double rss(Usl law) {
        double sum = 0;
        for (int i = 0; i < loads.length; i++) {
            double below = law.denominator(loads[i]);
            if (!(below > 0)) {
                return Double.POSITIVE_INFINITY;
            }
            double residual = weights[i] * (values[i] - law.gamma() * loads[i] / below);
            sum += residual * residual;
        }
        return sum;
    }

    /// Measured minus fitted, weighted.
    double[] residuals(Usl law) {
        double[] residuals = new double[loads.length];
        for (int i = 0; i < loads.length; i++) {
            residuals[i] = weights[i] * (values[i] - law.throughput(loads[i]));
        }
        return residuals;
    }

    /// Columns ∂X/∂α, ∂X/∂β, ∂X/∂γ of the free coefficients, weighted.
    double[][] jacobian(Usl law) {
        int n = loads.length;
        double[] byAlpha = new double[n];
        double[] byBeta = new double[n];
        double[] byGamma = new double[n];
        for (int i = 0; i < n; i++) {
            double load = loads[i];
            double below = law.denominator(load);
            double fitted = law.gamma() * load / below;
            byAlpha[i] = -weights[i] * fitted * (load - 1) / below;
            byBeta[i] = byAlpha[i] * load;
            byGamma[i] = weights[i] * load / below;
        }
        if (beta) {
            return gamma ? new double[][] {byAlpha, byBeta, byGamma} : new double[][] {byAlpha, byBeta};
        }
        return gamma ? new double[][] {byAlpha, byGamma} : new double[][] {byAlpha};
    }

    private static double[] step(double[][] columns, double[] residuals, double damping) {
        if (damping == 0) {
            ThinQr qr = new ThinQr(columns);
            return qr.singular() ? step(columns, residuals, 1e-9) : qr.solve(residuals);
        }
        int n = residuals.length;
        int p = columns.length;
        double[][] damped = new double[p][];
        for (int j = 0; j < p; j++) {
            damped[j] = Arrays.copyOf(columns[j], n + p);
            damped[j][n + j] = Math.sqrt(damping * ThinQr.dot(columns[j], columns[j]));
        }
        return new ThinQr(damped).solve(Arrays.copyOf(residuals, n + p));
    }

    private Usl moved(Usl law, double[] step) {
        double toBeta = beta ? law.beta() + step[1] : law.beta();
        double toGamma = gamma ? law.gamma() + step[step.length - 1] : law.gamma();
        return new Usl(law.alpha() + step[0], toBeta, toGamma);
    }

    /// Largest relative change of a fitted value.
    private double change(Usl from, Usl to) {
        double most = 0;
        for (double load : loads) {
            double before = from.throughput(load);
            double after = to.throughput(load);
            most = Math.max(most, Math.abs(after - before) / Math.abs(before));
        }
        return Double.isNaN(most) ? Double.POSITIVE_INFINITY : most;
    }
}
