package org.tailwright.models.scalability;

import org.tailwright.data.TimeSpan;

/// One stretch of constant load.
///
/// @param span the step after its edges were cut
/// @param load N
/// @param throughput successful completions per second
/// @param latency of all completions
/// @param errors share of the completions that failed
/// @param place where it stands among the steps of its load
public record LoadStep(TimeSpan span, double load, double throughput, Latency latency, double errors, Place place) {
    /// Repeats of a load.
    ///
    /// @param repeat 1 for the first step at this load, 2 for the second …
    /// @param pooled 99th percentile over the requests of all steps at this load
    public record Place(int repeat, StepQuantile pooled) {}

    /// 1 for the first step at this load, 2 for the second …
    public int repeat() {
        return place.repeat();
    }

    /// 99th percentile over the requests of all steps at this load.
    public StepQuantile pooled() {
        return place.pooled();
    }

    /// The same step at another place.
    LoadStep at(Place other) {
        return new LoadStep(span, load, throughput, latency, errors, other);
    }

    /// Latencies of a step.
    ///
    /// @param n completions
    /// @param meanNanos mean residence R of all completions
    /// @param p50 median
    /// @param p99 99th percentile
    public record Latency(long n, double meanNanos, StepQuantile p50, StepQuantile p99) {}

    /// Load by Little's law in a closed loop, N = X(R + Z), from all completions.
    ///
    /// @param thinkNanos think time Z
    public double littleLoad(long thinkNanos) {
        return latency.n() / (span.length() / 1e9) * (latency.meanNanos() + thinkNanos) / 1e9;
    }
}
