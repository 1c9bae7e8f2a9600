package org.tailwright.statistics.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Requests;
import org.tailwright.statistics.Percentile;
import org.tailwright.statistics.QuantileIntervals;
import org.tailwright.statistics.Sample;
import org.tailwright.statistics.Shares;
import org.tailwright.work.Pool;
import org.tailwright.work.Work;

/// Compares the latency of a candidate with that of a baseline, one or several runs each. The interval of the change against the threshold
/// decides, no p-value; the workload is looked at first.
public final class Comparison {
    private static final double OTHER_LOAD = 0.2;
    private static final double DRIFT = 0.1;
    private static final double FAILURES = 0.01;
    private static final double[] SHIFT = {0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 0.9995, 0.9999};
    private static final int BEYOND = 30;
    private static final int DESCRIBED = 2_000_000;

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
        List<WarmUp> cuts = new ArrayList<>();
        UnaryOperator<Requests> cut = run -> {
            WarmUp found = settings.cutWarmUp() ? WarmUp.of(run) : new WarmUp(0, true);
            cuts.add(found);
            return found.cut(run);
        };
        List<Requests> before = baseline.stream().map(cut).toList();
        List<Requests> after = candidate.stream().map(cut).toList();
        String warmUp = settings.cutWarmUp() ? cuts.stream().map(WarmUp::words).collect(Collectors.joining(", ")) : "kept";
        LabelMix mix = LabelMix.of(before, after);
        boolean standardise = mix.differs();
        Side old = Side.of(before, work);
        Side now = Side.of(standardise ? after.stream().map(mix::standardised).toList() : after, work);
        PercentileChanges at = new PercentileChanges(old, now, settings.threshold());
        List<Change> changes = settings.percentiles().stream().map(p -> at.at(p, work)).toList();
        List<LabelChange> labels = mix.baseline().isEmpty() ? List.of() : LabelChanges.of(before, after, settings, work);
        Change.Interval failing = failures(old, now, work);
        Workload workload = workload(old, now, mix, standardise, warmUp);
        Judgement judged = judged(changes, labels, failing);
        Judgement verdict = blocked(judged, workload) ? Judgement.CANNOT_TELL : judged;
        Workload said = verdict == judged ? new Workload(workload.drifts(), standardise, "", warmUp) : workload;
        return new ComparisonResult(verdict, why(verdict, changes, labels, failing, said, old.runs().size() + now.runs().size()), changes, labels, said, shape(old, now, work));
    }

    private static Judgement judged(List<Change> changes, List<LabelChange> labels, Change.Interval failing) {
        List<Judgement> all = changes.stream().map(Change::judgement).toList();
        boolean worse = all.contains(Judgement.WORSE) || failing.low() > FAILURES
                || labels.stream().anyMatch(each -> each.counts() && each.change().judgement() == Judgement.WORSE);
        return worse ? Judgement.WORSE : all.contains(Judgement.CANNOT_TELL) ? Judgement.CANNOT_TELL
                : all.stream().allMatch(each -> each == Judgement.BETTER) ? Judgement.BETTER : Judgement.SAME;
    }

    /// Under less load equal latency says nothing good, and under more load worse latency nothing bad.
    private static boolean blocked(Judgement judged, Workload workload) {
        boolean harder = workload.blocks().contains("more");
        return !workload.blocks().isEmpty() && (judged == Judgement.WORSE ? harder : judged != Judgement.CANNOT_TELL && !harder);
    }

    /// The difference of the shares that failed, each side as one share at its effective size, joined like Newcombe's (1998) intervals.
    private static Change.Interval failures(Side old, Side now, Work work) {
        Shares.Share before = failed(old, work);
        Shares.Share after = failed(now, work);
        double d = after.value() - before.value();
        if (!before.supported() || !after.supported()) {
            return Change.Interval.none(d);
        }
        return new Change.Interval(d, d - Math.hypot(after.value() - after.low(), before.high() - before.value()), d + Math.hypot(after.high() - after.value(), before.value() - before.low()));
    }

    private static Shares.Share failed(Side side, Work work) {
        double n = side.runs().stream().mapToDouble(Requests::rows).sum();
        double nEff = side.runs().stream().mapToDouble(each -> Shares.failures(each, work).nEff()).sum();
        return Shares.wilson(side.failed(), n, nEff);
    }

    private static Workload workload(Side old, Side now, LabelMix mix, boolean standardised, String warmUp) {
        List<Workload.Drift> drifts = new ArrayList<>();
        double rate = now.rate() / old.rate() - 1;
        drifts.add(drift("throughput", old.rate(), now.rate(), Numbers.rate(old.rate()) + " → " + Numbers.rate(now.rate()), Math.abs(rate) > DRIFT));
        double under = now.concurrency() / old.concurrency() - 1;
        drifts.add(drift("requests under way", old.concurrency(), now.concurrency(), Numbers.significant(old.concurrency(), 3) + " → " + Numbers.significant(now.concurrency(), 3),
                Math.abs(under) > DRIFT));
        drifts.add(drift("failed", old.failed(), now.failed(), Numbers.percent(old.failed()) + " → " + Numbers.percent(now.failed()), Math.abs(now.failed() - old.failed()) > FAILURES));
        if (!mix.baseline().isEmpty()) {
            drifts.add(drift("mix of labels", 0, mix.distance(), Numbers.percent(mix.distance()) + " of other labels" + (standardised ? ", weighted to the baseline's" : ""), standardised));
        }
        String blocks = rate < -OTHER_LOAD ? "the candidate carried " + Numbers.percent(-rate) + " less load"
                : rate > OTHER_LOAD ? "the candidate carried " + Numbers.percent(rate) + " more load" : "";
        return new Workload(drifts, standardised, blocks, warmUp);
    }

    private static Workload.Drift drift(String name, double before, double after, String shown, boolean matters) {
        return new Workload.Drift(name, before, after, shown, matters);
    }

    private static String why(Judgement verdict, List<Change> changes, List<LabelChange> labels, Change.Interval failing, Workload workload, int runs) {
        String scope = runs == 2 ? " This speaks of these two runs, not of the builds: how far runs differ by themselves is not known." : "";
        if (!workload.blocks().isEmpty()) {
            return "The sides are not alike: " + workload.blocks() + "." + scope;
        }
        if (verdict == Judgement.WORSE) {
            List<String> reasons = new ArrayList<>();
            changes.stream().filter(each -> each.judgement() == Judgement.WORSE).forEach(each -> reasons.add(words(each)));
            labels.stream().filter(each -> each.counts() && each.change().judgement() == Judgement.WORSE).forEach(each -> reasons.add(each.label() + ": " + words(each.change())));
            if (failing.low() > FAILURES) {
                reasons.add(Numbers.percent(failing.change()) + " more requests fail");
            }
            return "Worse: " + String.join("; ", reasons) + "." + scope;
        }
        List<String> open = changes.stream().filter(each -> each.judgement() == Judgement.CANNOT_TELL)
                .map(each -> Numbers.percentile(each.p()) + (each.interval().known() ? " " + interval(each.interval()) : "") + (each.why().isEmpty() ? "" : ": " + each.why())).toList();
        return open.isEmpty() ? "No percentile is worse by more than the threshold." + scope : "Not decided: " + String.join("; ", open) + "." + scope;
    }

    private static String words(Change change) {
        return Numbers.percentile(change.p()) + (change.interval().known() ? " " + interval(change.interval()) : " " + change.why());
    }

    /// A change with its interval: "+12 % [+8, +16]".
    public static String interval(Change.Interval interval) {
        String value = Numbers.change(interval.change());
        return interval.known() ? value + " [" + Numbers.change(interval.low()).replace(Numbers.SPACE + "%", "") + ", "
                + Numbers.change(interval.high()).replace(Numbers.SPACE + "%", "") + "]" : value;
    }

    private static ComparisonResult.Shape shape(Side old, Side now, Work work) {
        double[] before = logs(old);
        double[] after = logs(now);
        return new ComparisonResult.Shape(shift(old, now, work), before.length < 2 || after.length < 2 ? new TwoSamples.Welch(Double.NaN, Double.NaN, Double.NaN) : TwoSamples.welch(after, before),
                TwoSamples.mannWhitney(after, before), TwoSamples.kolmogorovSmirnov(after, before), old.runs().size(), now.runs().size());
    }

    /// Logarithms of latency of all runs, ascending; of very long sides every k-th value in order of size.
    private static double[] logs(Side side) {
        long n = side.samples().stream().mapToLong(Sample::size).sum();
        int step = (int) Math.max(1, n / DESCRIBED);
        double[] logs = side.samples().stream().flatMapToDouble(each -> IntStream.range(0, each.size() / step).mapToDouble(i -> Math.log(Math.max(1, each.ordered(i * step))))).toArray();
        Arrays.sort(logs);
        return logs;
    }

    private static List<ComparisonResult.Shift> shift(Side old, Side now, Work work) {
        if (old.samples().size() != 1 || now.samples().size() != 1) {
            return List.of();
        }
        Sample before = old.samples().getFirst();
        Sample after = now.samples().getFirst();
        double highest = 1 - (double) BEYOND / Math.min(before.size(), after.size());
        double[] ps = Arrays.stream(SHIFT).filter(p -> p <= highest && after.quantile(p) < Sample.NEVER && before.quantile(p) < Sample.NEVER).toArray();
        return Pool.map(ps.length, work, i -> shift(before, after, ps[i], work));
    }

    private static ComparisonResult.Shift shift(Sample before, Sample after, double p, Work work) {
        Percentile old = QuantileIntervals.of(before, p, work);
        Percentile now = QuantileIntervals.of(after, p, work);
        double a = smooth(before, p, old);
        double b = smooth(after, p, now);
        double low = b - a - Math.hypot(b - now.low(), old.high() - a);
        double high = b - a + Math.hypot(now.high() - b, a - old.low());
        return new ComparisonResult.Shift(p, a, b - a, low, high);
    }

    /// Harrell and Davis' quantile of an unweighted sample, kept inside the order statistics' interval.
    private static double smooth(Sample sample, double p, Percentile plain) {
        if (sample.total() != sample.size()) {
            return plain.value();
        }
        double value = TwoSamples.harrellDavis(new TwoSamples.Ordered() {
            @Override
            public double at(int i) {
                return sample.ordered(i);
            }

            @Override
            public int size() {
                return sample.size();
            }
        }, p);
        return plain.hasInterval() ? Math.clamp(value, plain.low(), plain.high()) : value;
    }
}
