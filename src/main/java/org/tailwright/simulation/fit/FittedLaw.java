package org.tailwright.simulation.fit;

import java.util.List;

/// A law fitted by maximum likelihood. Times are in seconds.
///
/// @param name of its family
/// @param text the law as inputs of simulations take it
/// @param parameters in the order of the text
/// @param ranking how likely it makes the data beside the other laws
/// @param goodness whether the data could come from it
/// @param distance how far it is off, whatever the number of values
public record FittedLaw(String name, String text, List<Parameter> parameters, Ranking ranking, Goodness goodness, Distance distance) {
    /// A parameter with its 95 % interval: Fisher's information at the effective number of values, Student's t.
    public record Parameter(String name, double value, double low, double high) {}

    /// @param logLikelihood of all values, times n_eff/n
    /// @param aicc Akaike's criterion corrected for few values; NaN with too few values
    /// @param weight Akaike's weight among the fitted laws; NaN like `aicc`
    public record Ranking(double logLikelihood, double aicc, double weight) {}

    /// Tests on at most some thousand independent values.
    ///
    /// @param kolmogorovSmirnov p by parametric bootstrap
    /// @param andersonDarling p by parametric bootstrap
    public record Goodness(Test kolmogorovSmirnov, Test andersonDarling, ChiSquare chiSquare) {}

    /// @param p NaN when it was not asked for
    public record Test(double statistic, double p) {}

    /// Pearson's test on equally likely classes.
    ///
    /// @param freedom classes − 1 − fitted parameters; 0 when there are too few values
    /// @param p NaN without freedom
    public record ChiSquare(double statistic, int classes, int freedom, double p) {}

    /// @param largest greatest distance between the law's and the measured distribution function
    /// @param p the percentile of those that n carries at which the law's quantile is farthest off
    /// @param measured quantile there
    /// @param law the law's quantile there
    /// @param scale what the difference is told in parts of: the measured quantile, or of values that may be 0 or below the range of their middle half
    public record Distance(double largest, double p, double measured, double law, double scale) {
        /// (law − measured)/scale.
        public double off() {
            return (law - measured) / scale;
        }
    }

    public FittedLaw {
        parameters = List.copyOf(parameters);
    }
}
