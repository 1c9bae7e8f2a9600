package org.tailwright.models.scalability;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;

/// How much single points move a fit (Belsley, Kuh and Welsch 1980, in the linear approximation at the fit), and which further load would tell most.
///
/// @param leverages share of its own fitted value that a point decides, 0 to 1; they sum to the number of coefficients
/// @param studentized residual over its standard error with the point left out; NaN where the rest cannot tell
public record Influence(double[] leverages, double[] studentized) {
    private static final double LEVEL = 0.05;
    private static final int CANDIDATES = 80;
    private static final double FARTHEST = 1.5;

    /// The next load to measure.
    ///
    /// @param load N
    /// @param peak true when it is chosen for the peak, false for β alone (where no peak is known)
    /// @param widthNow width of the 95 % interval (delta method) of the peak's load, or of β, as it is
    /// @param widthThen the width expected with that point
    public record Next(double load, boolean peak, double widthNow, double widthThen) {}

    static Influence of(UslFit fit) {
        int n = fit.n();
        int freedom = fit.freedom();
        double[] leverages = new double[n];
        double[] studentized = new double[n];
        double s = fit.residualError();
        for (int i = 0; i < n; i++) {
            double[] gradient = gradient(fit, fit.measured().loads()[i]);
            leverages[i] = Math.clamp(product(fit, gradient, gradient), 0, 1);
            double inner = fit.residuals()[i] / (s * Math.sqrt(Math.max(1e-12, 1 - leverages[i])));
            double left = freedom - inner * inner;
            studentized[i] = freedom < 2 || left <= 0 || s == 0 ? Double.NaN : inner * Math.sqrt((freedom - 1) / left);
        }
        return new Influence(leverages, studentized);
    }

    /// Points that lie off the law of the others: Student's t with Bonferroni's correction, because the worst of n is looked at.
    int[] outliers(UslFit fit) {
        if (fit.freedom() < 2) {
            return new int[0];
        }
        double limit = new TDistribution(null, fit.freedom() - 1).inverseCumulativeProbability(1 - LEVEL / 2 / fit.n());
        return IntStream.range(0, studentized.length).filter(i -> Math.abs(studentized[i]) > limit).toArray();
    }

    /// Points with more than twice the mean leverage, which steer the law by themselves; none where the mean itself is above 0.4.
    int[] steering(UslFit fit) {
        double mean = fit.parameters() / (double) fit.n();
        return mean > 0.4 ? new int[0] : IntStream.range(0, leverages.length).filter(i -> leverages[i] > 2 * mean).toArray();
    }

    /// The load whose measurement would narrow the interval of the peak most, or where there is no peak that of β: c-optimal design with one more point
    /// (Sherman and Morrison's formula), assuming the scatter stays. Up to half again beyond the measured range.
    static Optional<Next> next(UslFit fit) {
        if (!fit.form().coherency() || fit.freedom() < 1 || !(fit.residualError() > 0)) {
            return Optional.empty();
        }
        OptionalDouble peak = fit.coherencyClear() ? fit.law().peakLoad() : OptionalDouble.empty();
        double[] wanted = new double[fit.parameters()];
        wanted[1] = 1;
        if (peak.isPresent()) {
            wanted[0] = -1 / (2 * fit.law().beta() * peak.getAsDouble());
            wanted[1] = -peak.getAsDouble() / (2 * fit.law().beta());
        }
        double before = product(fit, wanted, wanted);
        double least = before;
        double best = Double.NaN;
        double lowest = fit.measured().lowestLoad();
        double highest = FARTHEST * fit.measured().highestLoad();
        for (int i = 0; i <= CANDIDATES; i++) {
            double load = Math.max(1, Math.rint(lowest + (highest - lowest) * i / CANDIDATES));
            double[] at = gradient(fit, load);
            double across = product(fit, wanted, at);
            double after = before - across * across / (1 + product(fit, at, at));
            if (fit.law().denominator(load) > 0 && after < least) {
                least = after;
                best = load;
            }
        }
        double now = 2 * fit.t(0.975) * fit.residualError() * Math.sqrt(before);
        double then = 2 * new TDistribution(null, fit.freedom() + 1.0).inverseCumulativeProbability(0.975) * fit.residualError() * Math.sqrt(Math.max(0, least));
        return Double.isNaN(best) ? Optional.empty() : Optional.of(new Next(best, peak.isPresent(), now, then));
    }

    /// Derivatives of the fitted value at a load by the free coefficients, on the form's own scale.
    private static double[] gradient(UslFit fit, double load) {
        Usl law = fit.ownScale();
        double k = load - 1;
        if (fit.form() == UslForm.USL2_QUADRATIC) {
            return new double[] {k, load * k};
        }
        double below = law.denominator(load);
        double[] gradient = new double[fit.parameters()];
        double value = law.gamma() * load / below;
        gradient[0] = -value * k / below;
        if (fit.form().coherency()) {
            gradient[1] = -value * load * k / below;
        }
        if (!fit.form().normalised()) {
            gradient[gradient.length - 1] = load / below;
        }
        return gradient;
    }

    private static double product(UslFit fit, double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            for (int j = 0; j < other.length; j++) {
                sum += one[i] * fit.unscaled()[i][j] * other[j];
            }
        }
        return sum;
    }
}
