package org.tailwright.statistics.comparison;

import java.util.List;

/// What else differs between the sides than latency, looked at before anything is judged.
///
/// @param drifts rate, concurrency, mix of labels, failures
/// @param standardised whether the rows were weighted to the baseline's mix of labels
/// @param hindrances differences so large that some verdicts cannot be given
/// @param warmUp what was cut as warm-up, or why nothing was
public record Workload(List<Drift> drifts, boolean standardised, List<Hindrance> hindrances, String warmUp) {
    /// One difference.
    ///
    /// @param name what it is
    /// @param baseline in the drift's own unit; NaN where it cannot be told
    /// @param candidate the same of the other side
    /// @param shown both as text
    /// @param matters whether it is large enough to say so
    public record Drift(String name, double baseline, double candidate, String shown, boolean matters) {}

    public Workload {
        drifts = List.copyOf(drifts);
        hindrances = List.copyOf(hindrances);
    }
}
