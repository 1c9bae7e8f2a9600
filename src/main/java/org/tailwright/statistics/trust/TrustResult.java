package org.tailwright.statistics.trust;

import java.util.List;
import java.util.Optional;
import org.tailwright.data.TimeSpan;

/// How far a run can be trusted.
///
/// @param checks of the recording and of the load, those that matter first
/// @param loop `open`, `closed` or `unknown`
/// @param utilisation requests in flight by the durations ÷ users counted, with its 95 % interval; absent without an independent count
/// @param thinkNanos time between requests of one user, by Little's law; absent like `utilisation`
/// @param settled what is left when the warm-up is cut; absent when there is nothing to cut
/// @param rule how the warm-up was found, or why none was
public record TrustResult(List<Check> checks, String loop, Optional<Ratio> utilisation, Optional<Double> thinkNanos, Optional<TimeSpan> settled, String rule) {
    /// A ratio with its 95 % interval.
    public record Ratio(double value, double low, double high) {}

    public TrustResult {
        checks = List.copyOf(checks);
    }

    /// What weakens conclusions.
    public List<Check> doubts() {
        return checks.stream().filter(each -> each.level() == Check.Level.DOUBT).toList();
    }
}
