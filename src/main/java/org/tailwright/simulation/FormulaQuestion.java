package org.tailwright.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tailwright.simulation.formula.Formula;

/// What is asked of formulas over uncertain inputs.
///
/// @param inputs in the order of the formulas' values
/// @param limit null for none
/// @param listed draws that are listed one by one
public record FormulaQuestion(List<MonteCarlo.Input> inputs, List<Formula> formulas, @Nullable Limit limit, Design design, long draws, int listed) {
    /// @param output number of a formula
    /// @param above whether larger values are beyond it
    public record Limit(int output, boolean above, double value) {
        /// Whether a value lies beyond it; no number lies beyond every limit.
        public boolean beyond(double found) {
            return Double.isNaN(found) || (above ? found > value : found < value);
        }
    }

    public FormulaQuestion {
        inputs = List.copyOf(inputs);
        formulas = List.copyOf(formulas);
    }

    List<String> names() {
        return inputs.stream().map(MonteCarlo.Input::name).toList();
    }
}
