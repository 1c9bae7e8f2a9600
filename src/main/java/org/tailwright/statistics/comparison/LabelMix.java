package org.tailwright.statistics.comparison;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
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
        double all = 0;
        for (Requests run : runs) {
            Texts labels = run.labels().orElseThrow();
            Optional<Doubles> weight = run.table().doubles(Requests.WEIGHT);
            double[] sums = new double[labels.codes() + 1];
            for (int row = 0; row < run.table().rows(); row++) {
                double each = weight.isPresent() ? weight.get().at(row) : 1;
                sums[labels.code(row) + 1] += each;
                all += each;
            }
            for (int code = 0; code < labels.codes(); code++) {
                if (sums[code + 1] > 0) {
                    counts.merge(labels.text(code), sums[code + 1], Double::sum);
                }
            }
        }
        double total = all;
        counts.replaceAll((_, sum) -> sum / total);
        return counts;
    }

    /// Total variation distance: the share of requests that would have to be of another label; 0 when labels are not known.
    double distance() {
        TreeSet<String> all = new TreeSet<>(baseline.keySet());
        all.addAll(candidate.keySet());
        return all.stream().mapToDouble(each -> Math.abs(baseline.getOrDefault(each, 0.0) - candidate.getOrDefault(each, 0.0))).sum() / 2;
    }

    /// The smaller of both sides' shares of requests whose label the other side has too; 1 when labels are not known.
    double shared() {
        return baseline.isEmpty() ? 1 : Math.min(within(baseline, candidate), within(candidate, baseline));
    }

    private static double within(Map<String, Double> own, Map<String, Double> other) {
        return own.entrySet().stream().filter(each -> other.containsKey(each.getKey())).mapToDouble(Map.Entry::getValue).sum();
    }

    /// Whether rows should be weighted. Sides without any label in common are compared as they are: whoever asks means just that.
    boolean differs() {
        return distance() > MATTERS && shared() > 0;
    }

    /// A run of the baseline, its labels that the candidate lacks left out.
    Requests ofBaseline(Requests run) {
        return within(baseline, candidate) > 1 - 1e-9 ? run : weighted(run, label -> candidate.containsKey(label) ? 1 : 0);
    }

    /// A run of the candidate, its rows weighted so that the labels of both sides have the baseline's shares.
    Requests ofCandidate(Requests run) {
        return weighted(run, label -> baseline.getOrDefault(label, 0.0) / candidate.getOrDefault(label, 1.0));
    }

    private static Requests weighted(Requests run, ToDoubleFunction<String> factor) {
        Texts labels = run.labels().orElseThrow();
        double[] factors = new double[labels.codes() + 1];
        for (int code = 0; code < labels.codes(); code++) {
            factors[code + 1] = factor.applyAsDouble(labels.text(code));
        }
        double[] weights = new double[run.table().rows()];
        for (int row = 0; row < weights.length; row++) {
            weights[row] = factors[labels.code(row) + 1];
        }
        run.table().doubles(Requests.WEIGHT).ifPresent(before -> Arrays.setAll(weights, row -> weights[row] * before.at(row)));
        return new Requests(run.origin(), run.table().with(Requests.WEIGHT, Doubles.of(Unit.COUNT, weights)), run.meaning());
    }
}
