package org.tailwright.statistics.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.TDistribution;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Histograms;
import org.tailwright.statistics.histograms.IntervalCounts;
import org.tailwright.work.Work;

/// Compares runs of which only histograms are known. One run a side: the intervals of the log are drawn again in blocks of neighbours (Künsch 1989, length the
/// cube root of their number), and deviations are widened by Student's t and √(b/(b−1)) for b blocks, because few blocks scatter too little. Several runs a
/// side: the run is the unit, Welch's t on logarithms. Printed percentiles are compared and never judged: nobody knows how far they scatter.
public final class HistogramComparison {
    /// What is said of the warm-up.
    static final String NOTHING_CUT = "histograms: nothing cut";
    private static final double RATE = 0.1;
    private static final double MIX = 0.02;

    private final List<IntervalCounts> before;
    private final List<IntervalCounts> after;
    private final Comparison.Settings settings;
    private final double[] ps;
    private final Tag tag;

    /// The tag that all runs have and that holds most of their values: another one on each side would be two different things.
    ///
    /// @param common whether there is one
    /// @param before its share of the values of all tags of the baseline
    /// @param after the same of the candidate
    private record Tag(boolean common, String name, double before, double after) {
        static Tag of(List<Histograms> baseline, List<Histograms> candidate) {
            List<Histograms> all = Stream.concat(baseline.stream(), candidate.stream()).toList();
            Optional<String> most = all.getFirst().tags().stream().filter(tag -> all.stream().allMatch(run -> run.tags().contains(tag)))
                    .max(Comparator.comparingLong(tag -> all.stream().mapToLong(run -> run.count(tag).orElse(0)).sum()));
            return new Tag(most.isPresent(), most.orElse(""), share(baseline, most.orElse("")), share(candidate, most.orElse("")));
        }

        private static double share(List<Histograms> runs, String tag) {
            double all = runs.stream().mapToLong(run -> run.tags().stream().mapToLong(each -> run.count(each).orElse(0)).sum()).sum();
            return runs.stream().mapToLong(run -> run.count(tag).orElse(0)).sum() / all;
        }

        String words() {
            return name.isEmpty() ? "" : "Of the tag '" + name + "': ";
        }
    }

    /// The tag that is compared; empty when there are no tags, or none in common.
    public static String tag(Histograms baseline, Histograms candidate) {
        return Tag.of(List.of(baseline), List.of(candidate)).name();
    }

    private HistogramComparison(List<Histograms> before, List<Histograms> after, Comparison.Settings settings) {
        this.tag = Tag.of(before, after);
        this.before = before.stream().map(run -> IntervalCounts.of(run, tag.name())).toList();
        this.after = after.stream().map(run -> IntervalCounts.of(run, tag.name())).toList();
        this.settings = settings;
        this.ps = settings.percentiles().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// Compares the tag that all runs have and that holds most of their values.
    public static ComparisonResult of(List<Histograms> baseline, List<Histograms> candidate, Comparison.Settings settings, long seed, Work work) {
        return new HistogramComparison(baseline, candidate, settings).result(seed, work);
    }

    private ComparisonResult result(long seed, Work work) {
        double[] old = mean(before);
        double[] now = mean(after);
        Change.Interval[] intervals = before.size() == 1 && after.size() == 1 ? blocks(seed, work) : runs();
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < ps.length; i++) {
            String lacking = lacking(ps[i], old[i], now[i]);
            Change.Interval interval = lacking.isEmpty() ? intervals[i] : Change.Interval.none(now[i] / old[i] - 1);
            Judgement judgement = Judgement.of(interval.low(), interval.high(), settings.threshold());
            changes.add(new Change(ps[i], old[i], now[i], interval, judgement, lacking.isEmpty() && judgement == Judgement.CANNOT_TELL
                    ? new Deciding(settings.threshold(), before.size(), after.size(), Math.max(seconds(before), seconds(after))).words(interval) : lacking));
        }
        List<Judgement> all = changes.stream().map(Change::judgement).toList();
        Judgement judged = all.contains(Judgement.WORSE) ? Judgement.WORSE : all.contains(Judgement.CANNOT_TELL) ? Judgement.CANNOT_TELL
                : all.contains(Judgement.BETTER) ? Judgement.BETTER : Judgement.SAME;
        List<Hindrance> hindrances = WorkloadCheck.load(rate(before), rate(after)).stream().toList();
        List<Hindrance> forbidding = hindrances.stream().filter(each -> each.forbids(judged)).toList();
        Judgement verdict = forbidding.isEmpty() ? judged : Judgement.CANNOT_TELL;
        Reasons reasons = new Reasons(settings.threshold(), before.size() + after.size());
        String why = tag.words() + (forbidding.isEmpty() ? reasons.of(judged, changes, List.of(), Change.Interval.none(0)) : WorkloadCheck.words(forbidding) + reasons.scope());
        return new ComparisonResult(verdict, why, changes, List.of(), new Workload(drifts(), false, hindrances, NOTHING_CUT), ComparisonResult.Shape.unknown(before.size(), after.size()));
    }

    /// Why a percentile has no interval; empty when it has one.
    private String lacking(double p, double old, double now) {
        List<IntervalCounts> all = Stream.concat(before.stream(), after.stream()).toList();
        if (!tag.common()) {
            return "the runs have no tag in common";
        }
        if (!(old > 0)) {
            return "the baseline has no such value";
        }
        if (!(now > 0)) {
            return "the candidate has no such value";
        }
        if (all.stream().anyMatch(each -> !each.counted())) {
            return "printed percentiles do not tell how far they scatter; compare histogram logs or several runs that were counted";
        }
        Optional<String> few = all.stream().map(each -> each.few(p)).filter(each -> !each.isEmpty()).findFirst();
        if (few.isPresent()) {
            return "of a run " + few.get();
        }
        if (before.size() == 1 && after.size() == 1) {
            return all.stream().map(IntervalCounts::lacking).filter(each -> !each.isEmpty()).findFirst().map(each -> "of a run " + each).orElse("");
        }
        return before.size() > 1 && after.size() > 1 ? "" : "both sides need several runs, or one each";
    }

    private static double[] logs(List<IntervalCounts> runs, int i, double... ps) {
        return runs.stream().mapToDouble(run -> Math.log(run.quantiles(ps)[i])).toArray();
    }

    private double[] mean(List<IntervalCounts> runs) {
        double[] mean = new double[ps.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = Math.exp(Arrays.stream(logs(runs, i, ps)).average().orElse(Double.NaN));
        }
        return mean;
    }

    private static double seconds(List<IntervalCounts> runs) {
        return runs.stream().mapToDouble(IntervalCounts::seconds).average().orElse(0);
    }

    private Change.Interval[] blocks(long seed, Work work) {
        double[][] old = before.getFirst().quantiles(seed, "histograms before", work, ps);
        double[][] now = after.getFirst().quantiles(seed, "histograms after", work, ps);
        Change.Interval[] intervals = new Change.Interval[ps.length];
        int fewest = Math.min(before.getFirst().blocks(), after.getFirst().blocks());
        double t = Math.max(before.getFirst().widening(), after.getFirst().widening());
        for (int i = 0; i < ps.length; i++) {
            double grain = grain(ps[i]);
            double centre = Math.log(after.getFirst().quantiles(ps)[i]) - Math.log(before.getFirst().quantiles(ps)[i]);
            int at = i;
            double[] differences = new double[old.length];
            Arrays.setAll(differences, r -> Math.log(now[r][at]) - Math.log(old[r][at]));
            Arrays.sort(differences);
            int tail = (int) Math.floor(Change.TAIL * (differences.length - 1));
            double low = Math.min(0, differences[tail] - centre) * t - grain;
            double high = Math.max(0, differences[differences.length - 1 - tail] - centre) * t + grain;
            intervals[i] = new Change.Interval(Math.expm1(centre), Math.expm1(centre + low), Math.expm1(centre + high), fewest - 1.0);
        }
        return intervals;
    }

    /// The widest bucket of a percentile in all runs, on the scale of logarithms.
    private double grain(double p) {
        return Stream.concat(before.stream(), after.stream()).mapToDouble(run -> run.grain(run.quantiles(p)[0])).max().orElse(0);
    }

    /// Welch's t interval of the difference of mean logarithms, widened by a bucket.
    private Change.Interval[] runs() {
        Change.Interval[] intervals = new Change.Interval[ps.length];
        for (int i = 0; i < ps.length; i++) {
            double grain = grain(ps[i]);
            double[] old = logs(before, i, ps);
            double[] now = logs(after, i, ps);
            double one = variance(old) / old.length;
            double other = variance(now) / now.length;
            double centre = Arrays.stream(now).average().orElse(Double.NaN) - Arrays.stream(old).average().orElse(Double.NaN);
            boolean alike = one + other == 0; // all in the same bucket
            double freedom = alike ? old.length + now.length - 2.0 : (one + other) * (one + other) / (one * one / (old.length - 1) + other * other / (now.length - 1));
            double half = old.length < 2 || now.length < 2 ? Double.NaN : grain + (alike ? 0 : new TDistribution(null, freedom).inverseCumulativeProbability(1 - Change.TAIL) * Math.sqrt(one + other));
            intervals[i] = new Change.Interval(Math.expm1(centre), Math.expm1(centre - half), Math.expm1(centre + half), freedom);
        }
        return intervals;
    }

    private static double variance(double... values) {
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        return Arrays.stream(values).map(each -> (each - mean) * (each - mean)).sum() / (values.length - 1);
    }

    private List<Workload.Drift> drifts() {
        double old = rate(before);
        double now = rate(after);
        List<Workload.Drift> drifts = new ArrayList<>();
        if (Double.isFinite(old) && Double.isFinite(now)) {
            drifts.add(new Workload.Drift("throughput", old, now, Numbers.rate(old) + " → " + Numbers.rate(now), Math.abs(now / old - 1) > RATE));
        }
        if (!tag.name().isEmpty() && Double.isFinite(tag.before()) && Double.isFinite(tag.after())) {
            drifts.add(new Workload.Drift("share of the tag '" + tag.name() + "'", tag.before(), tag.after(), Numbers.percent(tag.before()) + " → " + Numbers.percent(tag.after()),
                    Math.abs(tag.after() - tag.before()) > MIX));
        }
        return drifts;
    }

    private static double rate(List<IntervalCounts> runs) {
        return runs.stream().filter(each -> each.counted() && each.seconds() > 0).mapToDouble(each -> each.total() / each.seconds()).average().orElse(Double.NaN);
    }
}
