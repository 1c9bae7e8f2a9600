package org.tailwright.simulation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The answer of the analysis `simulate-formula`.
///
/// @param outputs one for each formula
/// @param drivers what drives the last formula
/// @param limit how often the limit is exceeded; null without one
/// @param convergence share beyond the limit, or mean of the last formula, as draws were added
/// @param assumed laws of the inputs in words
/// @param drawn how it was drawn
public record FormulaForecast(List<Output> outputs, List<Driver> drivers, @Nullable Limit limit, List<Sample.Running> convergence, Map<String, String> assumed, Drawn drawn) {
    /// @param formula what was typed
    /// @param quantiles from low to high
    /// @param curve two hundred quantiles, at p = 0.0025, 0.0075, …, for pictures
    public record Output(String name, String formula, Spread spread, List<Quantile> quantiles, double[] curve) {
        public Output {
            quantiles = List.copyOf(quantiles);
        }

        /// The quantile for a share that is listed.
        public Quantile at(double p) {
            return quantiles.stream().filter(each -> each.p() == p).findFirst().orElseThrow();
        }
    }

    /// @param undefined share of draws without a number, such as the logarithm of a negative one; they count as larger than any
    /// @param mean of the defined draws
    /// @param deviation standard deviation of the defined draws
    public record Spread(double undefined, Sample.Estimate mean, double deviation) {}

    /// @param low lower end of the 95 % interval by simulation error, from order statistics
    /// @param high upper end
    public record Quantile(double p, double value, double low, double high) {}

    /// @param above whether larger values are beyond it
    /// @param share of draws beyond it
    public record Limit(String output, boolean above, double value, Sample.Estimate share) {}

    /// Influence of an input on the last formula.
    ///
    /// @param rank Spearman's correlation over one block of draws
    /// @param share of the variance: Sobol's first-order index of independent inputs, the Shapley effect of correlated ones; NaN with too many inputs
    /// @param total Sobol's total index; NaN for correlated inputs
    /// @param error standard error of the share
    public record Driver(String input, double rank, double share, double total, double error) {}

    /// @param design in words; empty for independent draws
    /// @param list draws one by one: inputs in the order of `assumed`, then formulas
    public record Drawn(long draws, boolean correlated, String design, List<List<Double>> list) {
        public Drawn {
            list = List.copyOf(list);
        }
    }

    public FormulaForecast {
        outputs = List.copyOf(outputs);
        drivers = List.copyOf(drivers);
        convergence = List.copyOf(convergence);
        assumed = Collections.unmodifiableMap(new LinkedHashMap<>(assumed));
    }
}
