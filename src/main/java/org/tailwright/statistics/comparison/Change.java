package org.tailwright.statistics.comparison;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/// How a percentile changed.
///
/// @param p the percentile, in (0, 1)
/// @param baseline nanoseconds, over several runs their geometric mean; [org.tailwright.statistics.Sample#NEVER] where that many failed
/// @param candidate the same of the other side
/// @param interval of candidate ÷ baseline − 1
/// @param judgement of the interval against the threshold
/// @param why what is missing, or what would decide; empty when it is decided
public record Change(double p, double baseline, double candidate, Interval interval, Judgement judgement, String why) {
    /// A relative change with its 95 % interval: 0.1 is ten percent more.
    ///
    /// @param low NaN where there is none
    /// @param high NaN where there is none
    /// @param freedom degrees of freedom of its Student's t; infinite where it rests on the normal law
    public record Interval(double change, double low, double high, double freedom) {
        /// An interval of the normal law.
        public Interval(double change, double low, double high) {
            this(change, low, high, Double.POSITIVE_INFINITY);
        }

        /// No interval.
        public static Interval none(double change) {
            return new Interval(change, Double.NaN, Double.NaN);
        }

        /// Whether it has both ends.
        public boolean known() {
            return !Double.isNaN(low) && !Double.isNaN(high);
        }

        /// Half of its width on the scale of logarithms.
        public double half() {
            return (Math.log1p(high) - Math.log1p(low)) / 2;
        }

        /// The same at another level.
        ///
        /// @param tail share left out on each side, 0.025 for 95 %
        public Interval at(double tail) {
            double factor = quantile(1 - tail) / quantile(1 - TAIL);
            double centre = Math.log1p(change);
            return !known() ? this : new Interval(change, Math.expm1(centre + (Math.log1p(low) - centre) * factor),
                    Math.expm1(centre + (Math.log1p(high) - centre) * factor), freedom);
        }

        /// One-sided p-value of "the change is at most `threshold`".
        double beyond(double threshold) {
            double centre = Math.log1p(change);
            double error = (centre - Math.log1p(low)) / quantile(1 - TAIL);
            double t = (centre - Math.log1p(threshold)) / Math.max(1e-12, error);
            return Double.isInfinite(freedom) ? NORMAL.cumulativeProbability(-t) : new TDistribution(null, freedom).cumulativeProbability(-t);
        }

        private double quantile(double p) {
            return Double.isInfinite(freedom) ? NORMAL.inverseCumulativeProbability(p) : new TDistribution(null, freedom).inverseCumulativeProbability(p);
        }
    }

    /// Standard errors of a two-sided 95 % interval.
    static final double Z = 1.959963984540054;
    /// Left out on each side of a 95 % interval.
    static final double TAIL = 0.025;

    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    /// Whether the interval is narrow enough that no difference would be called one: half of it is below half the threshold.
    public boolean sharp(double threshold) {
        return interval.known() && (interval.high() - interval.low()) / 2 < threshold / 2;
    }
}
