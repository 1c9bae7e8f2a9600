package org.tailwright.statistics.comparison;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.TDistribution;
import org.tailwright.charts.Numbers;
import org.tailwright.statistics.Percentile;
import org.tailwright.statistics.QuantileIntervals;
import org.tailwright.statistics.Sample;
import org.tailwright.work.Work;

/// The change of a percentile with its interval, on the scale of logarithms.
///
/// With one run a side the interval of each side (order statistics at the effective sample size) is carried over to their difference by
/// the method of variance estimates recovery (Zou and Donner 2008), which needs no symmetry. With several runs the run is the unit: a
/// t interval from the scatter of the runs' own percentiles, pooled over the sides, which is never taken for less than the scatter that
/// the runs' own intervals imply.
final class PercentileChanges {
    private static final double TWO_SIDED = 0.975;

    private final Side baseline;
    private final Side candidate;
    private final double threshold;

    PercentileChanges(Side baseline, Side candidate, double threshold) {
        this.baseline = baseline;
        this.candidate = candidate;
        this.threshold = threshold;
    }

    Change at(double p, Work work) {
        List<Percentile> before = percentiles(baseline, p, work);
        List<Percentile> after = percentiles(candidate, p, work);
        double old = mean(before);
        double now = mean(after);
        if (now >= Sample.NEVER || old >= Sample.NEVER) {
            return failing(p, old, now);
        }
        double change = now / old - 1;
        List<Percentile> all = Stream.concat(before.stream(), after.stream()).toList();
        if (old <= 0 || all.size() == 2 && all.stream().anyMatch(each -> !each.hasInterval())) {
            String why = old <= 0 ? "the baseline's is under one quantum of its clock" : all.stream().map(Percentile::why).filter(each -> !each.isEmpty()).findFirst().orElse("no interval");
            return new Change(p, old, now, Change.Interval.none(change), Judgement.CANNOT_TELL, why);
        }
        Change.Interval interval = all.size() == 2 ? recovered(before.getFirst(), after.getFirst()) : betweenRuns(before, after);
        Judgement judgement = Judgement.of(interval.low(), interval.high(), threshold);
        return new Change(p, old, now, interval, judgement, judgement == Judgement.CANNOT_TELL ? deciding(interval, all.size()) : "");
    }

    private static List<Percentile> percentiles(Side side, double p, Work work) {
        return side.samples().stream().map(each -> QuantileIntervals.of(each, p, work)).toList();
    }

    private static double mean(List<Percentile> runs) {
        return runs.size() == 1 ? runs.getFirst().value() : Math.exp(runs.stream().mapToDouble(each -> Math.log(Math.max(1, each.value()))).average().orElse(Double.NaN));
    }

    private static Change failing(double p, double old, double now) {
        boolean newly = now >= Sample.NEVER && old < Sample.NEVER;
        String why = newly ? "so many requests of the candidate failed that this percentile has no answer"
                : old >= Sample.NEVER && now < Sample.NEVER ? "so many requests of the baseline failed that this percentile had no answer"
                : "so many requests failed on both sides that this percentile has no answer";
        return new Change(p, old, now, Change.Interval.none(Double.NaN), newly ? Judgement.WORSE : old < Sample.NEVER ? Judgement.CANNOT_TELL
                : now < Sample.NEVER ? Judgement.BETTER : Judgement.CANNOT_TELL, why);
    }

    private static Change.Interval recovered(Percentile before, Percentile after) {
        double d = Math.log(after.value()) - Math.log(before.value());
        double down = Math.hypot(Math.log(after.value()) - log(after.low()), log(before.high()) - Math.log(before.value()));
        double up = Math.hypot(log(after.high()) - Math.log(after.value()), Math.log(before.value()) - log(before.low()));
        return new Change.Interval(Math.expm1(d), Math.expm1(d - down), Math.expm1(d + up));
    }

    private static double log(double nanos) {
        return Math.log(Math.max(1, nanos));
    }

    private static Change.Interval betweenRuns(List<Percentile> before, List<Percentile> after) {
        int freedom = before.size() + after.size() - 2;
        double between = (squares(before) + squares(after)) / freedom;
        double within = Stream.concat(before.stream(), after.stream()).filter(Percentile::hasInterval)
                .mapToDouble(each -> Math.pow((log(each.high()) - log(each.low())) / (2 * Change.Z), 2)).average().orElse(0);
        double error = Math.sqrt(Math.max(between, within) * (1.0 / before.size() + 1.0 / after.size()));
        double half = new TDistribution(null, freedom).inverseCumulativeProbability(TWO_SIDED) * error;
        double d = Math.log(mean(after)) - Math.log(mean(before));
        return new Change.Interval(Math.expm1(d), Math.expm1(d - half), Math.expm1(d + half));
    }

    private static double squares(List<Percentile> runs) {
        double mean = Math.log(mean(runs));
        return runs.stream().mapToDouble(each -> Math.pow(log(each.value()) - mean, 2)).sum();
    }

    /// What would decide: the interval shrinks with the square root of the time, or of the runs.
    private String deciding(Change.Interval interval, int runs) {
        double wanted = Math.log1p(threshold) / 2;
        double factor = Math.pow(interval.half() / wanted, 2);
        if (factor <= 1) {
            return "the change is as large as the threshold";
        }
        if (runs == 2) {
            double minutes = Math.max(baseline.seconds(), candidate.seconds()) / 60 * factor;
            return "about " + Numbers.significant(minutes, 2) + " min a side would decide, at this rate";
        }
        return "about " + (long) Math.ceil(factor * Math.max(baseline.runs().size(), candidate.runs().size())) + " runs a side would decide";
    }
}
