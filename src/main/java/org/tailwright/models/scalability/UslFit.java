package org.tailwright.models.scalability;

import java.util.OptionalDouble;
import org.apache.commons.math3.distribution.TDistribution;

/// A fitted law.
///
/// @param form what was fitted
/// @param law the coefficients, with γ on the scale of X also for the normalised forms
/// @param unscaled (J'J)⁻¹ of the estimated coefficients in the order α, β, γ as far as free; on the form's own scale
/// @param residuals measured minus fitted on the form's own scale (X, C = X/X(1), or N/C − 1 for the quadratic transform)
/// @param measured what it was fitted to
public record UslFit(UslForm form, Usl law, double[][] unscaled, double[] residuals, Measured measured) {
    /// The coefficients, by name.
    public enum Coefficient { ALPHA, BETA, GAMMA }

    /// Number of points.
    public int n() {
        return residuals.length;
    }

    /// Coefficients counted for the degrees of freedom.
    public int parameters() {
        return unscaled.length;
    }

    /// Degrees of freedom n − p.
    public int freedom() {
        return n() - parameters();
    }

    /// Residual sum of squares on the form's own scale.
    public double rss() {
        return ThinQr.dot(residuals, residuals);
    }

    /// √(rss/(n−p)).
    public double residualError() {
        return Math.sqrt(rss() / freedom());
    }

    /// What a value on the form's own scale is multiplied by to be a throughput: 1, or X(1).
    public double scale() {
        return form.normalised() ? law.gamma() : 1;
    }

    /// The law on the form's own scale: γ is 1 for the normalised forms.
    public Usl ownScale() {
        return form.normalised() ? new Usl(law.alpha(), law.beta(), 1) : law;
    }

    /// Estimate of a coefficient.
    public double estimate(Coefficient which) {
        return switch (which) {
            case ALPHA -> law.alpha();
            case BETA -> law.beta();
            case GAMMA -> law.gamma();
        };
    }

    /// Standard error √(diag((J'J)⁻¹) rss/(n−p)); nothing for a coefficient that was not estimated.
    public OptionalDouble standardError(Coefficient which) {
        int at = index(which);
        return at < 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(unscaled[at][at]) * residualError());
    }

    /// Half the width of the Wald interval at 95 %: standard error times t(0.975, n−p).
    public OptionalDouble halfWidth(Coefficient which) {
        OptionalDouble error = standardError(which);
        return error.isEmpty() ? error : OptionalDouble.of(error.getAsDouble() * t(0.975));
    }

    /// Quantile of Student's t at the fit's degrees of freedom.
    public double t(double p) {
        return new TDistribution(null, freedom()).inverseCumulativeProbability(p);
    }

    /// Share of the variance about the mean that the law explains, on the form's own scale of throughput.
    public double r2() {
        double mean = 0;
        for (double each : measured.throughputs()) {
            mean += each / n();
        }
        double about = 0;
        double left = 0;
        for (int i = 0; i < n(); i++) {
            double from = measured.throughputs()[i] - mean;
            double residual = measured.throughputs()[i] - law.throughput(measured.loads()[i]);
            about += from * from;
            left += residual * residual;
        }
        return 1 - left / about;
    }

    /// Standard error of the peak's load by the delta method; nothing without a peak or without an estimated β.
    public OptionalDouble peakError() {
        OptionalDouble peak = law.peakLoad();
        if (peak.isEmpty() || index(Coefficient.BETA) < 0) {
            return OptionalDouble.empty();
        }
        double at = peak.getAsDouble();
        double byAlpha = -1 / (2 * law.beta() * at);
        double byBeta = -at / (2 * law.beta());
        double variance = byAlpha * byAlpha * unscaled[0][0] + 2 * byAlpha * byBeta * unscaled[0][1] + byBeta * byBeta * unscaled[1][1];
        return OptionalDouble.of(Math.sqrt(variance) * residualError());
    }

    /// Whether the interval of β lies above 0.
    public boolean coherencyClear() {
        OptionalDouble half = halfWidth(Coefficient.BETA);
        return half.isPresent() && law.beta() - half.getAsDouble() > 0;
    }

    private int index(Coefficient which) {
        int p = unscaled.length;
        return switch (which) {
            case ALPHA -> 0;
            case BETA -> form.coherency() ? 1 : -1;
            case GAMMA -> form.normalised() ? -1 : p - 1;
        };
    }
}
