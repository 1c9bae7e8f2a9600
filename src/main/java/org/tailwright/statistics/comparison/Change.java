package org.tailwright.statistics.comparison;

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
    public record Interval(double change, double low, double high) {
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

        /// The same at another number of standard errors than 1.96.
        public Interval at(double z) {
            double factor = z / Z;
            double centre = Math.log1p(change);
            return !known() ? this : new Interval(change, Math.expm1(centre + (Math.log1p(low) - centre) * factor), Math.expm1(centre + (Math.log1p(high) - centre) * factor));
        }
    }

    /// Standard errors of a two-sided 95 % interval.
    static final double Z = 1.959963984540054;

    /// Whether the interval is narrow enough that no difference would be called one: half of it is below half the threshold.
    public boolean sharp(double threshold) {
        return interval.known() && (interval.high() - interval.low()) / 2 < threshold / 2;
    }
}
