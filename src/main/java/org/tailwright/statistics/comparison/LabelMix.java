package org.tailwright.statistics.comparison;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tailwright.data.Doubles;
import org.tailwright.data.Requests;
import org.tailwright.data.Texts;
import org.tailwright.data.Unit;

/// The share of each label on both sides. Without weighting, a candidate that got more of the fast requests would look faster (Simpson).
///
/// @param baseline label → share; empty when some run has no labels
/// @param candidate the same of the other side
record LabelMix(Map<String, Double> baseline, Map<String, Double> candidate) {
    private static final int MOST = 1000;
    private static final double MATTERS = 0.01;

    static LabelMix of(List<Requests> baseline, List<Requests> candidate) {
        boolean known = Stream.concat(baseline.stream(), candidate.stream()).allMatch(each -> each.labels().filter(labels -> labels.codes() <= MOST).isPresent());
        return known ? new LabelMix(shares(baseline), shares(candidate)) : new LabelMix(Map.of(), Map.of());
    }

    private static Map<String, Double> shares(List<Requests> runs) {
        Map<String, Double> counts = new HashMap<>();
        double all = runs.stream().mapToDouble(Requests::rows).sum();
        for (Requests run : runs) {
            Texts labels = run.labels().orElseThrow();
            int[] rows = new int[labels.codes() + 1];
            for (int row = 0; row < run.table().rows(); row++) {
                rows[labels.code(row) + 1]++;
            }
            for (int code = 0; code < labels.codes(); code++) {
                if (rows[code + 1] > 0) {
                    counts.merge(labels.text(code), rows[code + 1] / all, Double::sum);
                }
            }
        }
        return counts;
    }

    /// Total variation distance: the share of requests that would have to be of another label; 0 when labels are not known.
    double distance() {
        TreeSet<String> all = new TreeSet<>(baseline.keySet());
        all.addAll(candidate.keySet());
        return all.stream().mapToDouble(each -> Math.abs(baseline.getOrDefault(each, 0.0) - candidate.getOrDefault(each, 0.0))).sum() / 2;
    }

    /// Whether the candidate should be weighted.
    boolean differs() {
        return distance() > MATTERS && candidate.keySet().stream().anyMatch(baseline::containsKey);
    }

    /// The candidate's run, its rows weighted so that its labels have the baseline's shares; labels that only it has do not count.
    Requests standardised(Requests run) {
        Texts labels = run.labels().orElseThrow();
        double[] factors = new double[labels.codes() + 1];
        for (int code = 0; code < labels.codes(); code++) {
            Double share = candidate.get(labels.text(code));
            factors[code + 1] = share == null ? 0 : baseline.getOrDefault(labels.text(code), 0.0) / share;
        }
        double[] weights = new double[run.table().rows()];
        for (int row = 0; row < weights.length; row++) {
            weights[row] = factors[labels.code(row) + 1];
        }
        run.table().doubles(Requests.WEIGHT).ifPresent(before -> Arrays.setAll(weights, row -> weights[row] * before.at(row)));
        return new Requests(run.origin(), run.table().with(Requests.WEIGHT, Doubles.of(Unit.COUNT, weights)), run.meaning());
    }
}
