package org.tailwright.models.scalability;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.math3.distribution.FDistribution;

/// Whether a law bends as the points do, judged by the scatter of repeats at equal load (Draper and Smith 1998, section 2.1) or by that of blocks of time
/// inside the load steps.
///
/// @param f mean square of the law's misses at the loads over the mean square of pure error
/// @param between degrees of freedom of the misses
/// @param within degrees of freedom of the pure error
/// @param p small when the law does not fit
public record LackOfFit(double f, int between, int within, double p) {
    /// The test; empty without repeats or with too few loads.
    public static Optional<LackOfFit> of(UslFit fit) {
        Map<Double, double[]> groups = new TreeMap<>();
        double[] values = UslFits.values(fit.form(), fit.measured());
        for (int i = 0; i < values.length; i++) {
            double[] group = groups.computeIfAbsent(fit.measured().loads()[i], load -> new double[2]);
            group[0] += values[i];
            group[1]++;
        }
        double pure = 0;
        for (int i = 0; i < values.length; i++) {
            double[] group = groups.get(fit.measured().loads()[i]);
            double from = values[i] - group[0] / group[1];
            pure += from * from;
        }
        int within = values.length - groups.size();
        int between = groups.size() - fit.parameters();
        if (within < 1 || between < 1 || pure == 0) {
            return Optional.empty();
        }
        return Optional.of(of(Math.max(0, fit.rss() - pure) / between / (pure / within), between, within));
    }

    /// The test against what throughput wanders inside the steps, of the form's law weighted by the same; empty for forms not on the scale of X and for
    /// steps that do not wander at all.
    public static Optional<LackOfFit> of(UslFit fit, StepBlocks blocks) {
        double[] errors = blocks.errors();
        if (fit.form().normalised() || fit.freedom() < 1 || Arrays.stream(errors).anyMatch(each -> each == 0)) {
            return Optional.empty();
        }
        Usl law = UslFits.weighted(fit, errors);
        double misses = 0;
        for (int i = 0; i < errors.length; i++) {
            double off = (fit.measured().throughputs()[i] - law.throughput(fit.measured().loads()[i])) / errors[i];
            misses += off * off;
        }
        return Optional.of(of(misses / fit.freedom(), fit.freedom(), blocks.freedom()));
    }

    private static LackOfFit of(double f, int between, int within) {
        return new LackOfFit(f, between, within, 1 - new FDistribution(null, between, within).cumulativeProbability(f));
    }
}
