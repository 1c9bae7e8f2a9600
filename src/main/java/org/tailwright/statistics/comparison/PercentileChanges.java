package org.tailwright.statistics.comparison;

import java.util.List;
import java.util.stream.Stream;
import org.tailwright.charts.Numbers;
import org.tailwright.statistics.Percentile;
import org.tailwright.statistics.QuantileIntervals;
import org.tailwright.statistics.Sample;
import org.tailwright.work.Work;

/// The change of a percentile with its interval and what it means.
final class PercentileChanges {
    /// Fewest requests beyond a percentile in each of several runs.
    private static final double BEYOND = 10;

    private final Side baseline;
    private final Side candidate;
    private final double threshold;

    PercentileChanges(Side baseline, Side candidate, double threshold) {
        this.baseline = baseline;
        this.candidate = candidate;
        this.threshold = threshold;
    }

    Change at(double p, Work work) {
        List<Percentile> before = baseline.at(p, work);
        List<Percentile> after = candidate.at(p, work);
        double old = RunIntervals.mean(before);
        double now = RunIntervals.mean(after);
        if (now >= Sample.NEVER || old >= Sample.NEVER) {
            return failing(p, old, now, before, after, work);
        }
        Change.Interval interval = old > 0 ? RunIntervals.of(baseline, candidate, before, after, work) : Change.Interval.none(Double.NaN);
        String lacking = lacking(p, interval, before, after);
        if (!lacking.isEmpty()) {
            return new Change(p, old, now, Change.Interval.none(now / old - 1), Judgement.CANNOT_TELL, lacking);
        }
        Judgement judgement = Judgement.of(interval.low(), interval.high(), threshold);
        String why = judgement == Judgement.CANNOT_TELL ? new Deciding(threshold, before.size(), after.size(), Math.max(baseline.seconds(), candidate.seconds())).words(interval) : "";
        return new Change(p, old, now, interval, judgement, why);
    }

    /// Where one side has no answer, the difference of the failures decides, by its own interval against what matters.
    private Change failing(double p, double old, double now, List<Percentile> runsBefore, List<Percentile> runsAfter, Work work) {
        Change.Interval failures = Failures.difference(baseline, candidate, work);
        boolean newly = now >= Sample.NEVER && old < Sample.NEVER;
        boolean before = old >= Sample.NEVER && now < Sample.NEVER;
        String why = newly ? "so many requests of the candidate failed that this percentile has no answer" + some(runsAfter)
                : before ? "so many requests of the baseline failed that this percentile had no answer" + some(runsBefore)
                : "so many requests failed on both sides that this percentile has no answer";
        Judgement judgement = newly && failures.low() > Failures.MATTERS ? Judgement.WORSE : before && failures.high() < -Failures.MATTERS ? Judgement.BETTER : Judgement.CANNOT_TELL;
        return new Change(p, old, now, Change.Interval.none(Double.NaN), judgement, judgement == Judgement.CANNOT_TELL && (newly || before) ? why + (failures.low() > 0 || failures.high() < 0 ? ", by a difference of less than 1 %" : ", which may be chance") : why);
    }

    private static String some(List<Percentile> runs) {
        long failed = runs.stream().filter(each -> each.value() >= Sample.NEVER).count();
        return failed == runs.size() ? "" : " in " + failed + " of " + runs.size() + " runs";
    }

    /// Why there is no interval; empty when there is one.
    private String lacking(double p, Change.Interval interval, List<Percentile> before, List<Percentile> after) {
        List<Percentile> all = Stream.concat(before.stream(), after.stream()).toList();
        if (Double.isNaN(interval.change())) {
            return "the baseline's is under one quantum of its clock";
        }
        if (all.size() > 2) {
            return all.stream().filter(each -> each.n() * (1 - p) < BEYOND).findFirst()
                    .map(each -> "a run has only " + Numbers.count((long) Math.floor(each.n() * (1 - p))) + " requests beyond " + Numbers.percentile(p) + ", at least 10 are needed").orElse("");
        }
        return interval.known() ? "" : all.stream().filter(each -> !each.hasInterval()).findFirst().map(each -> each.why().isEmpty() ? "no interval" : each.why() + longer(p, all)).orElse("");
    }

    /// The time that would carry the percentile, where that is known.
    private String longer(double p, List<Percentile> all) {
        double fewest = all.stream().mapToDouble(Percentile::nEff).min().orElse(Double.NaN);
        double seconds = Math.max(baseline.seconds(), candidate.seconds());
        double factor = QuantileIntervals.minimal(p) / fewest;
        return factor > 1 && factor < 1e4 && seconds > 0 ? ", that is " + Deciding.minutes(seconds * factor) + " a side at this rate" : "";
    }
}
