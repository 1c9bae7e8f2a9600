package org.tailwright.models.scalability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.LoadPoints;
import org.tailwright.work.Work;

/// Puts together the answer of the analysis `usl`.
///
/// @param axis what the load counts
/// @param blocks of the steps that the points are
record UslAnswers(Measured measured, LoadPoints.Axis axis, Optional<StepBlocks> blocks) {
    private static final int CURVE = 121;
    private static final int FEWEST_REPLICATES = 40;

    UslResult of(UslAnalysis.Parameters asked, long seed, Work work) {
        UslFit fit = asked.bounded() ? UslFits.bounded(asked.form(), measured) : UslFits.fit(asked.form(), measured);
        List<UslBootstrap> bootstraps = new ArrayList<>();
        if (asked.replicates() >= FEWEST_REPLICATES) {
            for (UslBootstrap.Way way : List.of(UslBootstrap.Way.RESIDUALS, UslBootstrap.Way.PAIRS)) {
                bootstraps.add(UslBootstrap.of(fit, way, asked.replicates(), asked.bounded(), seed, work));
            }
            blocks.filter(each -> each.counted() || !asked.form().normalised()).ifPresent(each -> bootstraps.add(UslBootstrap.of(fit, each, asked.replicates(), asked.bounded(), seed, work)));
        }
        List<UslResult.PeakInterval> peaks = peaks(fit, bootstraps);
        ModelChoice choice = choice(measured);
        Usl own = fit.ownScale();
        return new UslResult(fit.form().id(), UslResult.Coefficient.of(fit, UslFit.Coefficient.ALPHA),
                UslResult.Coefficient.of(fit, UslFit.Coefficient.BETA), UslResult.Coefficient.of(fit, UslFit.Coefficient.GAMMA),
                boxed(own.peakLoad()), place(own, measured), boxed(own.peakThroughput()), boxed(own.limit()), fit.rss(), fit.n(),
                fit.form().normalised() ? "C = X/X(1)" : "throughput", fit.residualError(), peaks, choice, models(fit),
                curve(fit, bootstraps), points(fit), axis.words(), new UslNotes(fit, axis, blocks).of(peaks, choice),
                Influence.next(fit).orElse(null), bootstraps.stream().map(UslAnswers::resampled).toList());
    }

    private static UslResult.Resampled resampled(UslBootstrap bootstrap) {
        return new UslResult.Resampled(bootstrap.way().name().toLowerCase(Locale.ROOT), bootstrap.coefficient(Usl::alpha), bootstrap.coefficient(Usl::beta),
                bootstrap.coefficient(Usl::gamma));
    }

    /// Amdahl's law against the USL, on the scale of X; null when three coefficients are too many for these points.
    static @Nullable ModelChoice choice(Measured measured) {
        return measured.obstacle(UslForm.USL3).isPresent() ? null
                : ModelChoice.of(UslFits.fit(UslForm.AMDAHL2, measured), UslFits.fit(UslForm.USL3, measured));
    }

    private static String place(Usl law, Measured measured) {
        OptionalDouble peak = law.peakLoad();
        if (peak.isEmpty()) {
            return "none";
        }
        return peak.getAsDouble() <= measured.highestLoad() ? "inside" : "beyond";
    }

    private static List<UslResult.PeakInterval> peaks(UslFit fit, List<UslBootstrap> bootstraps) {
        OptionalDouble peak = fit.law().peakLoad();
        List<UslResult.PeakInterval> found = new ArrayList<>();
        if (peak.isEmpty()) {
            return found;
        }
        for (UslBootstrap each : bootstraps) {
            double[] ends = each.peakLoads();
            double high = Math.max(ends[1], peak.getAsDouble());
            found.add(new UslResult.PeakInterval(each.way().name().toLowerCase(Locale.ROOT), null,
                    Math.min(ends[0], peak.getAsDouble()), Double.isInfinite(high) ? null : high, each.withoutPeak()));
        }
        fit.peakError().ifPresent(error -> found.add(new UslResult.PeakInterval("delta", error,
                Math.max(0, peak.getAsDouble() - fit.t(0.975) * error), peak.getAsDouble() + fit.t(0.975) * error, 0)));
        return found;
    }

    private List<UslResult.Model> models(UslFit asked) {
        List<UslResult.Model> models = new ArrayList<>();
        for (UslForm form : UslForm.values()) {
            if (measured.obstacle(form).isEmpty()) {
                UslFit fit = UslFits.fit(form, measured);
                models.add(new UslResult.Model(form.id(), fit.law().alpha(), fit.law().beta(), fit.law().gamma(), fit.rss(),
                        boxed(ModelChoice.aicc(fit))));
            }
        }
        double[] errors = blocks.map(StepBlocks::errors).orElse(new double[0]);
        if (errors.length > 0 && !asked.form().normalised() && Arrays.stream(errors).allMatch(each -> each > 0)) {
            models.add(OtherLaws.weighted(asked, errors));
        }
        if (measured.size() > 2 && measured.differentLoads() > 1 && measured.lowestLoad() > 0) {
            models.add(OtherLaws.linear(measured));
            models.add(OtherLaws.gustafson(measured));
        }
        return models;
    }

    private static UslResult.Curve curve(UslFit fit, List<UslBootstrap> bootstraps) {
        double highest = fit.measured().highestLoad();
        double end = Math.max(1.1 * highest, Math.min(1.5 * highest, 1.1 * fit.law().peakLoad().orElse(0)));
        double start = fit.law().alpha() < 1 ? 0 : fit.measured().lowestLoad();
        double[] loads = new double[CURVE];
        double[] values = new double[CURVE];
        double[] low = new double[bootstraps.isEmpty() ? 0 : CURVE];
        double[] high = new double[low.length];
        for (int i = 0; i < CURVE; i++) {
            double load = start + (end - start) * i / (CURVE - 1);
            loads[i] = load;
            values[i] = fit.law().denominator(load) > 0 ? fit.law().throughput(load) : Double.NaN;
            if (low.length > 0) {
                double[] ends = bootstraps.getFirst().throughputs(load);
                low[i] = Math.min(values[i], ends[0]);
                high[i] = Double.isInfinite(ends[1]) ? Double.NaN : Math.max(values[i], ends[1]);
            }
        }
        return new UslResult.Curve(loads, values, low, high);
    }

    private static UslResult.Points points(UslFit fit) {
        Measured measured = fit.measured();
        double[] residuals = new double[measured.size()];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = measured.throughputs()[i] - fit.law().throughput(measured.loads()[i]);
        }
        Influence influence = Influence.of(fit);
        return new UslResult.Points(measured.loads(), measured.throughputs(), residuals, influence, influence.outliers(fit), influence.steering(fit));
    }

    private static @Nullable Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
