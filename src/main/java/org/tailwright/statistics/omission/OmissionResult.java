package org.tailwright.statistics.omission;

import java.util.List;
import java.util.Optional;
import org.tailwright.statistics.Curve;
import org.tailwright.statistics.Percentile;

/// What coordinated omission may hide.
///
/// @param standing what the durations are, and whether they may be corrected
/// @param pace how often each connection meant to send, where that was looked at
/// @param raw percentiles as measured: p50, p90, p99, p99.9, p99.99 and the maximum
/// @param rawCurve the curve as measured, without a band
/// @param corrected what the correction makes of it; empty where none was computed
/// @param why why there is no correction; empty when there is one
public record OmissionResult(Standing standing, Optional<Pace> pace, List<Percentile> raw, Curve rawCurve, Optional<Corrected> corrected, String why) {
    public OmissionResult {
        raw = List.copyOf(raw);
    }

    /// A corrected distribution.
    ///
    /// @param source where it comes from
    /// @param intervalNanos expected interval per connection; 0 when measured
    /// @param n rows and added values
    /// @param values the percentiles of `raw`, nanoseconds; there is no interval of them, the correction is a model
    /// @param curve at the interval
    /// @param more curve at half the interval (or at the typical duration, where that is longer); empty when measured
    /// @param less curve at twice the interval; empty when measured
    /// @param sensitivity ascending intervals with what each makes of p99 and p99.9; empty when measured
    public record Corrected(Source source, long intervalNanos, double n, double[] values, Curve curve, Optional<Curve> more, Optional<Curve> less,
            List<Step> sensitivity) {
        public Corrected {
            sensitivity = List.copyOf(sensitivity);
        }
    }

    /// Where a corrected distribution comes from.
    public enum Source { SUGGESTED, TYPED, MEASURED }

    /// One interval of the sensitivity.
    public record Step(long intervalNanos, double p99, double p999) {}
}
