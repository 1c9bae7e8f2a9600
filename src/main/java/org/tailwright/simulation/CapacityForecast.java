package org.tailwright.simulation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The answer of the analysis `simulate-capacity`.
///
/// @param months one entry for each month ahead
/// @param firstRiskyMonth first month by which the probability of a breach exceeds 5 %; null when none does
/// @param sensitivity inputs, the most influential first
/// @param convergence probability of a breach by the last month as draws were added
/// @param assumed laws of the inputs in words
/// @param draws drawn futures
public record CapacityForecast(List<Month> months, @Nullable Integer firstRiskyMonth, List<Sensitivity> sensitivity,
        List<Sample.Running> convergence, Map<String, String> assumed, long draws) {
    /// Probability from which a month counts as risky.
    public static final double RISK = 0.05;

    /// One month.
    ///
    /// @param month counted from 1
    /// @param breachIn probability that the objective is breached in this month
    /// @param breachBy probability that it is breached in this month or an earlier one
    /// @param unstable probability that demand reaches the servers (ρ ≥ 1); such draws count as breach
    /// @param utilisation 5, 25, 50, 75 and 95 % quantiles of ρ over the futures
    public record Month(int month, Sample.Estimate breachIn, Sample.Estimate breachBy, Sample.Estimate unstable, List<Double> utilisation) {}

    /// Influence of one input on the utilisation of the last month.
    ///
    /// @param rank Spearman's rank correlation over the draws; 0 for a constant
    /// @param low utilisation with the input at its 5 % quantile, the others at their median
    /// @param high utilisation with the input at its 95 % quantile
    /// @param share of the variance: Sobol's first-order index of independent inputs, the Shapley effect of correlated ones; NaN where a variance is infinite
    /// @param total Sobol's total index; NaN for correlated inputs
    public record Sensitivity(String input, double rank, double low, double high, double share, double total) {
        /// Length of the tornado's bar.
        public double swing() {
            return Math.abs(high - low);
        }
    }

    public CapacityForecast {
        months = List.copyOf(months);
        sensitivity = List.copyOf(sensitivity);
        convergence = List.copyOf(convergence);
        assumed = Collections.unmodifiableMap(new LinkedHashMap<>(assumed));
    }
}
