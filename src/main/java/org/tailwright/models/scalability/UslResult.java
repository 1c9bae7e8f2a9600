package org.tailwright.models.scalability;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.tailwright.reports.Block;

/// The answer of the analysis `usl`. Its names are the keys of the JSON, which is why it is one flat record.
///
/// @param form id of the form, as in `usl3`
/// @param alpha contention
/// @param beta coherency; estimate 0 without error for Amdahl's law
/// @param gamma throughput per second at load 1; without error where it is the measured X(1)
/// @param peakLoad load with the highest throughput, null when there is none
/// @param peak `none`, `inside` or `beyond` the measured range
/// @param peakThroughput throughput there, on `scale`; null when there is none
/// @param limit γ/α on `scale`, the ceiling if β were 0 (not reachable); null when α ≤ 0
/// @param rss residual sum of squares on `scale`
/// @param n number of points fitted
/// @param scale `throughput` per second, or `C = X/X(1)` for the normalised forms
/// @param residualError √(rss/(n−p)) on the scale of the fit
/// @param peakIntervals intervals of the peak, empty when there is no peak or no replicates
/// @param choice Amdahl's law against the USL
/// @param models other forms fitted to the same points
/// @param curve the law with its band
/// @param points what was measured, with residuals
/// @param axis what the load counts
/// @param notes conclusions in words
/// @param next the load whose measurement would tell most; null when none can be named
/// @param bootstraps bootstrap intervals of the coefficients, empty without replicates
public record UslResult(String form, Coefficient alpha, Coefficient beta, Coefficient gamma, @Nullable Double peakLoad, String peak,
        @Nullable Double peakThroughput, @Nullable Double limit, double rss, int n, String scale, double residualError,
        List<PeakInterval> peakIntervals, @Nullable ModelChoice choice, List<Model> models, Curve curve, Points points, String axis,
        List<Note> notes, Influence.@Nullable Next next, List<Resampled> bootstraps) {
    /// One coefficient with its standard error and Wald interval at 95 %; null where it was not estimated.
    public record Coefficient(double estimate, @Nullable Double standardError, @Nullable Double low, @Nullable Double high) {
        static Coefficient of(UslFit fit, UslFit.Coefficient which) {
            double estimate = fit.estimate(which);
            OptionalDouble half = fit.halfWidth(which);
            return half.isEmpty() ? new Coefficient(estimate, null, null, null)
                    : new Coefficient(estimate, fit.standardError(which).orElseThrow(), estimate - half.getAsDouble(), estimate + half.getAsDouble());
        }
    }

    /// An interval at 95 % of the peak's load.
    ///
    /// @param method `delta`, `residuals` or `pairs`
    /// @param standardError by the delta method, else null
    /// @param high null when it has no upper end: so many replicates have no peak
    /// @param withoutPeak share of the replicates without a peak
    public record PeakInterval(String method, @Nullable Double standardError, double low, @Nullable Double high, double withoutPeak) {}

    /// Another form fitted to the same points.
    ///
    /// @param aicc null where undefined
    public record Model(String form, double alpha, double beta, double gamma, double rss, @Nullable Double aicc) {}

    /// The fitted law over the loads, on the scale of throughput; `low` and `high` are a pointwise 95 % bootstrap band, empty without
    /// replicates.
    public record Curve(double[] loads, double[] fit, double[] low, double[] high) {}

    /// Measured points; residuals are measured minus fitted throughput.
    ///
    /// @param influence leverage and studentized residual of each point
    /// @param outliers rows that lie off the law of the others
    /// @param steering rows with more than twice the mean leverage
    public record Points(double[] loads, double[] throughputs, double[] residuals, Influence influence, int[] outliers, int[] steering) {}

    /// Percentile intervals at 95 % of the coefficients over bootstrap replicates, low and high; γ on the scale of throughput.
    ///
    /// @param method `residuals` or `pairs`
    public record Resampled(String method, double[] alpha, double[] beta, double[] gamma) {}

    /// A conclusion in one sentence, and whether it is good, bad or to be watched.
    public record Note(Block.Tone tone, String title, String text) {}

    public UslResult {
        peakIntervals = List.copyOf(peakIntervals);
        models = List.copyOf(models);
        notes = List.copyOf(notes);
        bootstraps = List.copyOf(bootstraps);
    }

    /// The fitted law, γ on the scale of throughput.
    public Usl law() {
        return new Usl(alpha.estimate(), beta.estimate(), gamma.estimate());
    }

    /// The interval of the peak shown first: bootstrap of residuals where it was made, else the delta method.
    public Optional<PeakInterval> peakInterval() {
        return peakIntervals.stream().filter(each -> each.method().equals("residuals")).findFirst()
                .or(() -> peakIntervals.stream().findFirst());
    }
}
