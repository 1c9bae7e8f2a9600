package org.tailwright.statistics.comparison;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Requests;
import org.tailwright.work.Work;

/// Compares the latency of a candidate with that of a baseline, one or several runs each. The interval of the change against the threshold
/// decides, no p-value; the workload is looked at first.
public final class Comparison {
    private static final double LITTLE = 0.99;
    private static final double MUCH = 10;

    private Comparison() {}

    /// How to compare.
    ///
    /// @param threshold relative changes up to it do not matter; 0.05 is five percent
    /// @param percentiles that decide, in (0, 1)
    /// @param cutWarmUp whether the beginning of each run is cut by one rule
    public record Settings(double threshold, List<Double> percentiles, boolean cutWarmUp) {
        /// 5 % at p50 and p99, without the warm-up.
        public static final Settings USUAL = new Settings(0.05, List.of(0.5, 0.99), true);

        /// Settings as people type them.
        ///
        /// @param threshold "5%" or "0.05"
        /// @param percentiles "50,99" or "p50, p99"
        /// @throws IllegalArgumentException with a sentence
        public static Settings parse(String threshold, String percentiles, boolean cutWarmUp) {
            try {
                String number = threshold.strip();
                double share = number.endsWith("%") ? Double.parseDouble(number.substring(0, number.length() - 1).strip()) / 100 : Double.parseDouble(number);
                List<Double> ps = Stream.of(percentiles.split(",")).map(each -> Double.parseDouble(each.strip().toLowerCase(Locale.ROOT).replaceFirst("^p", "")) / 100).toList();
                return new Settings(share, ps, cutWarmUp);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("percentiles are numbers such as 50,99,99.9, and the threshold is a share such as 5% or 0.05", e);
            }
        }

        public Settings {
            percentiles = List.copyOf(percentiles);
            if (!(threshold > 0 && threshold < 10)) {
                throw new IllegalArgumentException("the threshold is a share above 0, such as 5%");
            }
            if (percentiles.isEmpty() || percentiles.stream().anyMatch(each -> !(each > 0 && each < 1))) {
                throw new IllegalArgumentException("percentiles lie between 0 and 100, such as 50,99");
            }
        }
    }

    /// Compares.
    ///
    /// @param baseline runs of which each has at least one row
    /// @param candidate runs like those
    public static ComparisonResult of(List<Requests> baseline, List<Requests> candidate, Settings settings, Work work) {
        return of(baseline, candidate, settings, true, work);
    }

    /// @param shaped whether whole distributions are described too, which no verdict needs
    static ComparisonResult of(List<Requests> baseline, List<Requests> candidate, Settings settings, boolean shaped, Work work) {
        List<WarmUp> cuts = Stream.concat(baseline.stream(), candidate.stream()).map(each -> settings.cutWarmUp() ? WarmUp.of(each) : WarmUp.NONE).toList();
        List<Requests> before = IntStream.range(0, baseline.size()).mapToObj(i -> cuts.get(i).cut(baseline.get(i))).toList();
        List<Requests> after = IntStream.range(0, candidate.size()).mapToObj(i -> cuts.get(baseline.size() + i).cut(candidate.get(i))).toList();
        LabelMix mix = LabelMix.of(before, after);
        Workload workload = WorkloadCheck.of(before, after, mix, settings.cutWarmUp() ? cuts : List.of());
        work.check();
        Side old = Side.of(mix.differs() ? before.stream().map(mix::ofBaseline).toList() : before, work);
        Side now = Side.of(mix.differs() ? after.stream().map(mix::ofCandidate).toList() : after, work);
        PercentileChanges at = new PercentileChanges(old, now, settings.threshold());
        List<Change> changes = settings.percentiles().stream().map(p -> at.at(p, work)).toList();
        List<LabelChange> labels = mix.baseline().isEmpty() ? List.of() : LabelChanges.of(before, after, settings, work);
        Change.Interval failing = Failures.difference(old, now, work);
        Judgement judged = judged(changes, labels, failing);
        List<Hindrance> forbidding = workload.hindrances().stream().filter(each -> each.forbids(judged)).toList();
        Reasons reasons = new Reasons(settings.threshold(), before.size() + after.size());
        String why = forbidding.isEmpty() ? reasons.of(judged, changes, labels, failing) : WorkloadCheck.words(forbidding) + reasons.scope();
        return new ComparisonResult(forbidding.isEmpty() ? judged : Judgement.CANNOT_TELL, why, changes, labels, workload, ShiftFunction.shape(old, now, shaped, mix.differs(), work));
    }

    private static Judgement judged(List<Change> changes, List<LabelChange> labels, Change.Interval failing) {
        List<Judgement> all = changes.stream().map(Change::judgement).toList();
        boolean worse = all.contains(Judgement.WORSE) || failing.low() > Failures.MATTERS
                || labels.stream().anyMatch(each -> each.counts() && each.change().judgement() == Judgement.WORSE);
        boolean open = all.contains(Judgement.CANNOT_TELL) || failing.change() > Failures.MATTERS;
        return worse ? Judgement.WORSE : open ? Judgement.CANNOT_TELL : all.contains(Judgement.BETTER) ? Judgement.BETTER : Judgement.SAME;
    }

    /// A change with its interval: "+12 % [+8, +16]".
    public static String interval(Change.Interval interval) {
        String value = Numbers.change(interval.change());
        return interval.known() ? value + " " + ends(interval) : value;
    }

    /// Both ends in per cent: "[−4.1, +12]".
    public static String ends(Change.Interval interval) {
        return "[" + end(interval.low()) + ", " + end(interval.high()) + "]";
    }

    /// An end of an interval; one that says nothing any more is not spelled out.
    private static String end(double change) {
        if (change < -LITTLE) {
            return "< −99";
        }
        return change > MUCH ? "> +" + Numbers.count(Math.round(100 * MUCH)) : Numbers.change(change).replace(Numbers.SPACE + "%", "");
    }
}
