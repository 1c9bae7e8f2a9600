package org.tailwright.statistics.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Requests;

/// Whether the two sides did the same work. Decided before latency is looked at.
final class WorkloadCheck {
    private static final double OTHER_LOAD = 0.2;
    private static final double DRIFT = 0.1;
    private static final double SHARED = 0.8;

    private final LabelMix mix;
    private final List<Workload.Drift> drifts = new ArrayList<>();
    private final List<Hindrance> hindrances = new ArrayList<>();

    private WorkloadCheck(LabelMix mix) {
        this.mix = mix;
    }

    /// @param old runs of the baseline without their warm-up, not yet weighted
    /// @param now of the candidate
    /// @param cuts the warm-ups of all runs, the baseline's first; empty when they were kept
    static Workload of(List<Requests> old, List<Requests> now, LabelMix mix, List<WarmUp> cuts) {
        WorkloadCheck check = new WorkloadCheck(mix);
        check.load(old, now);
        check.failures(old, now);
        check.labels();
        check.steadiness(cuts, old.size());
        String warmUp = cuts.isEmpty() ? "kept" : cuts.stream().map(WarmUp::words).collect(Collectors.joining(", "));
        return new Workload(check.drifts, mix.differs(), check.hindrances, warmUp);
    }

    private void load(List<Requests> old, List<Requests> now) {
        Side.Load before = Side.Load.of(old);
        Side.Load after = Side.Load.of(now);
        double rate = after.rate() / before.rate() - 1;
        drifts.add(new Workload.Drift("throughput", before.rate(), after.rate(), Numbers.rate(before.rate()) + " → " + Numbers.rate(after.rate()), Math.abs(rate) > DRIFT));
        double under = after.concurrency() / before.concurrency() - 1;
        drifts.add(new Workload.Drift("requests under way", before.concurrency(), after.concurrency(), Numbers.significant(before.concurrency(), 3) + " → "
                + Numbers.significant(after.concurrency(), 3), Math.abs(under) > DRIFT));
        load(before.rate(), after.rate()).ifPresent(hindrances::add);
    }

    /// What another load forbids; nothing where a rate is not known.
    static Optional<Hindrance> load(double before, double after) {
        double rate = after / before - 1;
        return rate < -OTHER_LOAD ? Optional.of(new Hindrance(Hindrance.Kind.LESS_LOAD, "the candidate carried " + Numbers.percent(-rate) + " less load"))
                : rate > OTHER_LOAD ? Optional.of(new Hindrance(Hindrance.Kind.MORE_LOAD, "the candidate carried " + Numbers.percent(rate) + " more load")) : Optional.empty();
    }

    private void failures(List<Requests> old, List<Requests> now) {
        double before = failed(old);
        double after = failed(now);
        drifts.add(new Workload.Drift("failed", before, after, Numbers.percent(before) + " → " + Numbers.percent(after), Math.abs(after - before) > Failures.MATTERS));
    }

    private static double failed(List<Requests> runs) {
        return runs.stream().mapToDouble(Requests::errors).sum() / runs.stream().mapToDouble(Requests::rows).sum();
    }

    private void labels() {
        if (mix.baseline().isEmpty()) {
            return;
        }
        double shared = mix.shared();
        String shown = shared <= 0 ? "no label in common, compared as they are" : Numbers.percent(mix.distance()) + " of other labels" + (mix.differs() ? ", weighted to the baseline's" : "");
        drifts.add(new Workload.Drift("mix of labels", 0, mix.distance(), shown, mix.differs() || shared <= 0));
        if (shared > 0 && shared < SHARED) {
            hindrances.add(new Hindrance(Hindrance.Kind.OTHER_REQUESTS, "on one of them only " + Numbers.percent(shared) + " of the requests have a label that the other has too"));
        }
    }

    private void steadiness(List<WarmUp> cuts, int ofBaseline) {
        for (int i = 0; i < cuts.size(); i++) {
            if (!cuts.get(i).steady()) {
                boolean old = i < ofBaseline;
                int number = old ? i + 1 : i - ofBaseline + 1;
                int runs = old ? ofBaseline : cuts.size() - ofBaseline;
                String words = (runs == 1 ? "the " : "run " + number + " of the ") + (old ? "baseline" : "candidate") + " never became steady";
                drifts.add(new Workload.Drift("steadiness", Double.NaN, Double.NaN, words, true));
                hindrances.add(new Hindrance(Hindrance.Kind.NEVER_STEADY, words));
            }
        }
    }

    /// The first sentences of a verdict that the workload forbids.
    static String words(List<Hindrance> forbidding) {
        return forbidding.stream().map(Hindrance::words).collect(Collectors.joining("; ", "The sides are not alike: ", "."));
    }
}
