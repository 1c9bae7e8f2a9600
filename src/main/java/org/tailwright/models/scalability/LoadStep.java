package org.tailwright.models.scalability;

import org.tailwright.data.TimeSpan;

/// One stretch of constant load.
///
/// @param span the step after its edges were cut
/// @param load N
/// @param throughput successful completions per second
/// @param latency of all completions
/// @param errors share of the completions that failed
/// @param repeat 1 for the first step at this load, 2 for the second …
public record LoadStep(TimeSpan span, double load, double throughput, Latency latency, double errors, int repeat) {
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
