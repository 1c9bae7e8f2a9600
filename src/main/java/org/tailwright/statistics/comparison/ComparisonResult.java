package org.tailwright.statistics.comparison;

import java.util.List;

/// The answer of a comparison.
///
/// @param verdict over all percentiles asked and all frequent labels
/// @param why one sentence for people
/// @param changes by percentile
/// @param labels most frequent first
/// @param workload what else differs
/// @param shape of the whole distributions
public record ComparisonResult(Judgement verdict, String why, List<Change> changes, List<LabelChange> labels, Workload workload, Shape shape) {
    public ComparisonResult {
        changes = List.copyOf(changes);
        labels = List.copyOf(labels);
    }

    /// Whole distributions against each other; tests suppose independent requests and decide nothing.
    ///
    /// @param shift the change of each percentile from p5 to the highest that both carry, without judgement
    /// @param welch of the logarithms of latency
    /// @param mannWhitney how often a request of the candidate takes longer
    /// @param kolmogorovSmirnov largest distance of the two cumulative curves
    /// @param runsBaseline number of runs
    /// @param runsCandidate number of runs
    public record Shape(List<Shift> shift, TwoSamples.Welch welch, TwoSamples.MannWhitney mannWhitney, TwoSamples.KolmogorovSmirnov kolmogorovSmirnov,
            int runsBaseline, int runsCandidate) {
        public Shape {
            shift = List.copyOf(shift);
        }

        /// The same with another shift function.
        Shape with(List<Shift> other) {
            return new Shape(other, welch, mannWhitney, kolmogorovSmirnov, runsBaseline, runsCandidate);
        }

        /// Where the distributions are not known, or the tests cannot be made.
        static Shape unknown(int baseline, int candidate) {
            return new Shape(List.of(), new TwoSamples.Welch(Double.NaN, Double.NaN, Double.NaN), new TwoSamples.MannWhitney(Double.NaN, Double.NaN, Double.NaN),
                    new TwoSamples.KolmogorovSmirnov(Double.NaN, Double.NaN), baseline, candidate);
        }
    }

    /// One point of the shift function (Doksum 1974), by Harrell and Davis' quantiles.
    ///
    /// @param baseline nanoseconds
    /// @param difference candidate − baseline, nanoseconds
    /// @param low of the 95 % interval of the difference; NaN where there is none
    public record Shift(double p, double baseline, double difference, double low, double high) {}
}
