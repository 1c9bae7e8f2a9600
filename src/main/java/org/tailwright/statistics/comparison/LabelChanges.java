package org.tailwright.statistics.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tailwright.data.Requests;
import org.tailwright.data.Rows;
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
        List<LabelChange> found = new ArrayList<>();
        rows.entrySet().stream().sorted(Comparator.comparing(Map.Entry<String, Integer>::getValue).reversed().thenComparing(Map.Entry::getKey)).limit(MOST).forEach(each -> {
            double share = each.getValue() / all;
            found.add(new LabelChange(each.getKey(), share, change(of(baseline, each.getKey()), of(candidate, each.getKey()), settings, work), share >= DECIDES));
        });
        return controlled(found, settings.threshold());
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
    private static Change change(List<Requests> baseline, List<Requests> candidate, Comparison.Settings settings, Work work) {
        PercentileChanges changes = new PercentileChanges(Side.of(baseline, work), Side.of(candidate, work), settings.threshold());
        List<Double> highestFirst = settings.percentiles().stream().sorted(Comparator.reverseOrder()).toList();
        Change found = changes.at(highestFirst.getFirst(), work);
        for (int i = 1; i < highestFirst.size() && !found.interval().known() && found.judgement() == Judgement.CANNOT_TELL; i++) {
            found = changes.at(highestFirst.get(i), work);
        }
        return found;
    }

    private static List<LabelChange> controlled(List<LabelChange> labels, double threshold) {
        double[] ps = labels.stream().filter(each -> each.change().interval().known()).mapToDouble(each -> each.change().interval().beyond(threshold)).sorted().toArray();
        int rejected = 0;
        for (int i = 0; i < ps.length; i++) {
            rejected = ps[i] <= RATE * (i + 1) / ps.length ? i + 1 : rejected;
        }
        double tail = ps.length == 0 ? Change.TAIL : RATE * Math.max(1, rejected) / ps.length;
        return labels.stream().map(each -> {
            Change change = each.change();
            if (!change.interval().known()) {
                return each;
            }
            Change.Interval wide = change.interval().at(tail);
            Judgement judgement = Judgement.of(wide.low(), wide.high(), threshold);
            return new LabelChange(each.label(), each.share(), new Change(change.p(), change.baseline(), change.candidate(), wide, judgement, change.why()), each.counts());
        }).toList();
    }
}
