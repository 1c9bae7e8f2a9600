package org.tailwright.statistics.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tailwright.data.Requests;
import org.tailwright.data.Rows;
import org.tailwright.statistics.Sample;
import org.tailwright.work.Work;

/// Compares each label with itself. Whether labels are worse is decided together by Benjamini and Hochberg's rule (1995), and the intervals
/// shown have the level that belongs to it (false coverage rate, Benjamini and Yekutieli 2005), so that a label is worse exactly when its
/// interval says so.
final class LabelChanges {
    private static final double RATE = 0.025;
    private static final int MOST = 50;
    private static final int FEWEST_ROWS = 100;
    /// Rarer labels are shown, and do not decide.
    private static final double DECIDES = 0.05;

    private LabelChanges() {}

    static List<LabelChange> of(List<Requests> baseline, List<Requests> candidate, Comparison.Settings settings, Work work) {
        Map<String, Integer> rows = common(baseline, candidate);
        double all = baseline.stream().mapToDouble(Requests::rows).sum() + candidate.stream().mapToDouble(Requests::rows).sum();
        List<Judged> found = new ArrayList<>();
        rows.entrySet().stream().sorted(Comparator.comparing(Map.Entry<String, Integer>::getValue).reversed().thenComparing(Map.Entry::getKey)).limit(MOST).forEach(each -> {
            double share = each.getValue() / all;
            Side old = Side.of(of(baseline, each.getKey()), work);
            Side now = Side.of(of(candidate, each.getKey()), work);
            Change change = change(old, now, settings, work);
            found.add(new Judged(new LabelChange(each.getKey(), share, change, share >= DECIDES), chance(change, old, now, settings.threshold(), work)));
        });
        return controlled(found, settings.threshold());
    }

    /// @param chance one-sided p-value of "not worse by more than matters"; NaN where nothing was tested
    private record Judged(LabelChange label, double chance) {}

    /// Of the interval, or of the difference of the failures where the candidate newly has no answer.
    private static double chance(Change change, Side old, Side now, double threshold, Work work) {
        return change.interval().known() ? change.interval().beyond(threshold) : newly(change) ? Failures.chance(Failures.difference(old, now, work)) : Double.NaN;
    }

    private static boolean newly(Change change) {
        return change.candidate() >= Sample.NEVER && change.baseline() < Sample.NEVER;
    }

    /// Labels with enough rows in every run, and all their rows.
    private static Map<String, Integer> common(List<Requests> baseline, List<Requests> candidate) {
        Map<String, Integer> sums = new TreeMap<>();
        Map<String, Integer> runs = new TreeMap<>();
        for (List<Requests> side : List.of(baseline, candidate)) {
            for (Requests run : side) {
                int[] counts = counts(run);
                for (int code = 0; code < counts.length; code++) {
                    if (counts[code] >= FEWEST_ROWS) {
                        sums.merge(run.labels().orElseThrow().text(code), counts[code], Integer::sum);
                        runs.merge(run.labels().orElseThrow().text(code), 1, Integer::sum);
                    }
                }
            }
        }
        sums.keySet().removeIf(label -> runs.getOrDefault(label, 0) < baseline.size() + candidate.size());
        return sums;
    }

    private static int[] counts(Requests run) {
        return run.labels().map(labels -> {
            int[] counts = new int[labels.codes()];
            for (int row = 0; row < run.table().rows(); row++) {
                if (labels.code(row) >= 0) {
                    counts[labels.code(row)]++;
                }
            }
            return counts;
        }).orElse(new int[0]);
    }

    private static List<Requests> of(List<Requests> runs, String label) {
        return runs.stream().map(run -> {
            int code = run.labels().orElseThrow().codeOf(label);
            return run.select(Rows.where(run.table().rows(), row -> run.labels().orElseThrow().code(row) == code));
        }).toList();
    }

    /// At the highest percentile asked that the label's rows carry.
    private static Change change(Side baseline, Side candidate, Comparison.Settings settings, Work work) {
        PercentileChanges changes = new PercentileChanges(baseline, candidate, settings.threshold());
        List<Double> highestFirst = settings.percentiles().stream().sorted(Comparator.reverseOrder()).toList();
        Change found = changes.at(highestFirst.getFirst(), work);
        for (int i = 1; i < highestFirst.size() && !found.interval().known() && found.judgement() == Judgement.CANNOT_TELL; i++) {
            found = changes.at(highestFirst.get(i), work);
        }
        return found;
    }

    private static List<LabelChange> controlled(List<Judged> labels, double threshold) {
        double[] ps = labels.stream().mapToDouble(Judged::chance).filter(each -> !Double.isNaN(each)).sorted().toArray();
        int rejected = 0;
        for (int i = 0; i < ps.length; i++) {
            rejected = ps[i] <= RATE * (i + 1) / ps.length ? i + 1 : rejected;
        }
        double tail = ps.length == 0 ? Change.TAIL : RATE * Math.max(1, rejected) / ps.length;
        return labels.stream().map(each -> {
            LabelChange label = each.label();
            Change change = label.change();
            if (newly(change)) {
                boolean worse = each.chance() <= tail;
                String why = worse || change.judgement() == Judgement.CANNOT_TELL ? change.why() : change.why() + ", which may be chance";
                return new LabelChange(label.label(), label.share(), new Change(change.p(), change.baseline(), change.candidate(), change.interval(),
                        worse ? Judgement.WORSE : Judgement.CANNOT_TELL, why), label.counts());
            }
            if (!change.interval().known()) {
                return label;
            }
            Change.Interval wide = change.interval().at(tail);
            Judgement judgement = Judgement.of(wide.low(), wide.high(), threshold);
            return new LabelChange(label.label(), label.share(), new Change(change.p(), change.baseline(), change.candidate(), wide, judgement, change.why()), label.counts());
        }).toList();
    }
}
