package org.tailwright.statistics.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tailwright.charts.Numbers;

/// The verdict in words.
///
/// @param threshold relative
/// @param runs of both sides
record Reasons(double threshold, int runs) {
    String of(Judgement verdict, List<Change> changes, List<LabelChange> labels, Change.Interval failing) {
        return switch (verdict) {
            case WORSE -> "Worse: " + worse(changes, labels, failing);
            case CANNOT_TELL -> "Not decided: " + open(changes, failing) + ".";
            case SAME -> listed(changes) + ": all within " + Numbers.percent(threshold) + ".";
            case BETTER -> better(changes);
        } + scope();
    }

    /// What one run a side cannot say.
    String scope() {
        return runs == 2 ? " This speaks of these two runs, not of the builds: how far runs differ by themselves is not known." : "";
    }

    private static String open(List<Change> changes, Change.Interval failing) {
        List<String> open = new ArrayList<>(changes.stream().filter(each -> each.judgement() == Judgement.CANNOT_TELL).map(Reasons::open).toList());
        if (failing.change() > Failures.MATTERS) {
            open.add(Numbers.percent(failing.change()) + " more of the requests fail, " + (failing.known() ? failing.low() > 0 ? "perhaps by no more than 1 %" : "which may be chance" : "in so few stretches of time that chance cannot be told from it"));
        }
        return String.join("; ", open);
    }

    private static String worse(List<Change> changes, List<LabelChange> labels, Change.Interval failing) {
        List<String> reasons = new ArrayList<>();
        changes.stream().filter(each -> each.judgement() == Judgement.WORSE).forEach(each -> reasons.add(words(each)));
        labels.stream().filter(each -> each.counts() && each.change().judgement() == Judgement.WORSE).forEach(each -> reasons.add(each.label() + ": " + words(each.change())));
        if (failing.low() > Failures.MATTERS) {
            reasons.add(Numbers.percent(failing.change()) + " more of the requests fail");
        }
        return String.join("; ", reasons) + ".";
    }

    private String better(List<Change> changes) {
        List<Change> clear = changes.stream().filter(each -> each.interval().known() && each.interval().high() < -threshold).toList();
        return clear.isEmpty() ? listed(changes) + ": none worse by more than " + Numbers.percent(threshold) + "."
                : "Better: " + listed(clear) + ". None is worse by more than " + Numbers.percent(threshold) + ".";
    }

    private static String listed(List<Change> changes) {
        return changes.stream().map(Reasons::words).collect(Collectors.joining("; "));
    }

    private static String open(Change change) {
        return Numbers.percentile(change.p()) + (change.interval().known() ? " " + Comparison.interval(change.interval()) : "") + (change.why().isEmpty() ? "" : ": " + change.why());
    }

    private static String words(Change change) {
        return Numbers.percentile(change.p()) + (change.interval().known() ? " " + Comparison.interval(change.interval()) : " " + change.why());
    }
}
