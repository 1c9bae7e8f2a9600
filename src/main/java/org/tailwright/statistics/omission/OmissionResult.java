package org.tailwright.statistics.omission;

import java.util.List;
import java.util.Optional;
import org.tailwright.charts.Numbers;
import org.tailwright.reports.Block;
import org.tailwright.statistics.Curve;
import org.tailwright.statistics.Percentile;

/// What coordinated omission may hide.
///
/// @param standing what the durations are, and whether they may be corrected
/// @param pace how often each connection meant to send, where that was looked at
/// @param measured percentiles and curve as measured
/// @param corrected what the correction makes of it; empty where none was computed
/// @param breaches how objectives of latency fare, or p99 doubled where there is none; empty where no correction is offered
/// @param why why there is no correction; empty when there is one
public record OmissionResult(Standing standing, Optional<Pace> pace, Measured measured, Optional<Corrected> corrected, List<Breach> breaches, String why) {
    public OmissionResult {
        breaches = List.copyOf(breaches);
    }

    /// A breach as a finding: bad when the measured values or the pace of the connections reach it.
    public Block.Finding finding(Breach breach) {
        long intended = pace.filter(each -> each.kind() == Pace.Kind.PACED).map(Pace::intervalNanos).orElse(0L);
        boolean reached = intended > 0 && intended <= breach.intervalNanos();
        Block.Tone tone = breach.measured() || reached ? Block.Tone.BAD : breach.intervalNanos() > 0 ? Block.Tone.WATCH : Block.Tone.PLAIN;
        return new Block.Finding(tone, breach.words(), reached ? "Their pace says that they did: every " + Numbers.duration(intended) + "." : "");
    }

    /// As measured.
    ///
    /// @param percentiles p50, p90, p99, p99.9, p99.99 and the maximum
    /// @param curve without a band
    public record Measured(List<Percentile> percentiles, Curve curve) {
        public Measured {
            percentiles = List.copyOf(percentiles);
        }
    }

    /// A corrected distribution.
    ///
    /// @param source where it comes from
    /// @param intervalNanos expected interval per connection; 0 when measured
    /// @param n rows and added values
    /// @param values the percentiles of [Measured], nanoseconds; there is no interval of them, the correction is a model
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
