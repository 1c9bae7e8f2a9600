package org.tailwright.statistics.comparison;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.TDistribution;
import org.tailwright.statistics.Percentile;
import org.tailwright.statistics.Sample;
import org.tailwright.work.Work;

/// Intervals of candidate ÷ baseline − 1, on the scale of logarithms.
///
/// With one run a side the interval of each side (order statistics at the effective sample size) is carried over to their difference by
/// the method of variance estimates recovery (Zou and Donner 2008), which needs no symmetry; where an effective size cannot be told, [Stretches] give the interval. With several runs the run is the unit: a
/// t interval from the scatter of the runs' own percentiles, pooled over the sides, which is never taken for less than the scatter that
/// the runs' own intervals imply.
final class RunIntervals {
    private RunIntervals() {}

    /// The geometric mean of the runs' percentiles, nanoseconds; of one run its percentile; [Sample#NEVER] when that of any run failed.
    static double mean(List<Percentile> runs) {
        if (runs.stream().anyMatch(each -> each.value() >= Sample.NEVER)) {
            return Sample.NEVER;
        }
        return runs.size() == 1 ? runs.getFirst().value() : Math.exp(runs.stream().mapToDouble(each -> log(each.value())).average().orElse(Double.NaN));
    }

    /// The interval of the change between two sides of at least one run each.
    ///
    /// @param before percentiles of the runs of `old`
    /// @param after percentiles of the runs of `now`
    static Change.Interval of(Side old, Side now, List<Percentile> before, List<Percentile> after, Work work) {
        if (before.size() + after.size() > 2) {
            return betweenRuns(before, after);
        }
        Percentile one = before.getFirst();
        Percentile other = after.getFirst();
        if (one.hasInterval() && other.hasInterval()) {
            return recovered(one, other);
        }
        Optional<Stretches> ofOne = old.stretches(one.p(), work);
        Optional<Stretches> ofOther = now.stretches(one.p(), work);
        return ofOne.isEmpty() || ofOther.isEmpty() ? Change.Interval.none(other.value() / one.value() - 1) : Stretches.between(one, ofOne.get(), other, ofOther.get());
    }

    private static Change.Interval recovered(Percentile before, Percentile after) {
        double d = log(after.value()) - log(before.value());
        double down = Math.hypot(log(after.value()) - log(after.low()), log(before.high()) - log(before.value()));
        double up = Math.hypot(log(after.high()) - log(after.value()), log(before.value()) - log(before.low()));
        return new Change.Interval(Math.expm1(d), Math.expm1(d - down), Math.expm1(d + up));
    }

    private static Change.Interval betweenRuns(List<Percentile> before, List<Percentile> after) {
        int freedom = before.size() + after.size() - 2;
        double between = (squares(before) + squares(after)) / freedom;
        double within = Stream.concat(before.stream(), after.stream()).filter(Percentile::hasInterval)
                .mapToDouble(each -> Math.pow((log(each.high()) - log(each.low())) / (2 * Change.Z), 2)).average().orElse(0);
        double error = Math.sqrt(Math.max(between, within) * (1.0 / before.size() + 1.0 / after.size()));
        double half = new TDistribution(null, freedom).inverseCumulativeProbability(1 - Change.TAIL) * error;
        double d = log(mean(after)) - log(mean(before));
        return new Change.Interval(Math.expm1(d), Math.expm1(d - half), Math.expm1(d + half), freedom);
    }

    private static double squares(List<Percentile> runs) {
        double mean = log(mean(runs));
        return runs.stream().mapToDouble(each -> Math.pow(log(each.value()) - mean, 2)).sum();
    }

    /// A percentile under one quantum of the clock may reach down to 0.
    private static double log(double nanos) {
        return Math.log(Math.max(1, nanos));
    }
}
