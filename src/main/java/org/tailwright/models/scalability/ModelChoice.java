package org.tailwright.models.scalability;

import java.util.OptionalDouble;
import org.apache.commons.math3.distribution.FDistribution;

/// Whether points need the coherency term: Amdahl's law against the USL, by two criteria side by side.
///
/// @param difference AICc of the USL minus AICc of Amdahl's law, above 0 when AICc prefers Amdahl; NaN where undefined (n ≤ k + 1)
/// @param f F statistic of β ≠ 0 with 1 and n − 3 degrees of freedom
/// @param p its p-value for β > 0: halved, because β ≥ 0 puts the null on the boundary
/// @param answer what follows
/// @param n number of points
public record ModelChoice(double difference, double f, double p, Answer answer, int n) {
    /// What two criteria together say.
    public enum Answer { USL, AMDAHL, CANNOT_CHOOSE }

    /// Points below which AICc is too rough to be relied on.
    public static final int FEW = 12;

    /// The level of the F test.
    private static final double LEVEL = 0.05;

    /// Compares the two, both fitted to the same points on the same scale.
    public static ModelChoice of(UslFit amdahl, UslFit usl) {
        int n = usl.n();
        int freedom = n - 3;
        double ofAmdahl = aicc(amdahl).orElse(Double.NaN);
        double ofUsl = aicc(usl).orElse(Double.NaN);
        double gain = Math.max(0, amdahl.rss() - usl.rss());
        double f = gain / (usl.rss() / freedom);
        double twoSided = Double.isFinite(f) ? 1 - new FDistribution(null, 1, freedom).cumulativeProbability(f) : 0;
        double p = usl.law().beta() > 0 ? twoSided / 2 : 1 - twoSided / 2;
        return new ModelChoice(ofUsl - ofAmdahl, f, p, answer(ofUsl - ofAmdahl, p), n);
    }

    /// Akaike's criterion corrected for few points: n ln(rss/n) + 2k + 2k(k+1)/(n−k−1) with σ² counted in k; undefined for n ≤ k + 1.
    public static OptionalDouble aicc(UslFit fit) {
        int n = fit.n();
        int k = fit.form().parameters() + 1;
        return n <= k + 1 ? OptionalDouble.empty()
                : OptionalDouble.of(n * Math.log(fit.rss() / n) + 2.0 * k + 2.0 * k * (k + 1) / (n - k - 1));
    }

    private static Answer answer(double difference, double p) {
        if (Double.isNaN(difference)) {
            return Answer.CANNOT_CHOOSE;
        }
        boolean test = p < LEVEL;
        boolean criterion = difference < 0;
        if (test != criterion) {
            return Answer.CANNOT_CHOOSE;
        }
        return test ? Answer.USL : Answer.AMDAHL;
    }
}
