package org.tailwright.catalog.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tailwright.analyses.Inputs;
import org.tailwright.charts.Numbers;
import org.tailwright.reports.Verdict;

/// How serious it is, by one rule that a reader can check against the verdict table: critical when at least half of the verdicts over the
/// whole run that could be decided are breaches; high when any other one is, or one is breached in an incident; medium when one is at risk or to be watched; undecided
/// when the data cannot tell; low when all hold. Without objectives nothing is classified.
final class Classification {
    private Classification() {}

    /// The classification with its reason, for the subject line.
    static Optional<String> of(List<Verdict> verdicts, Inputs inputs) {
        if (inputs.objectives().isEmpty() && verdicts.isEmpty()) {
            return Optional.of("no objective given");
        }
        return worst(verdicts).map(level -> "classification " + switch (level) {
            case BREACH -> breached(verdicts);
            case RISK -> "**medium**: an objective is at risk, none is breached";
            case WATCH -> "**medium**: an objective is close to its limit, none is breached";
            case CANNOT_TELL -> "**undecided**: the data cannot tell";
            case HOLDS -> "**low**: all objectives hold";
        });
    }

    private static String breached(List<Verdict> verdicts) {
        List<Verdict> whole = verdicts.stream().filter(each -> !each.what().contains(Judging.IN_INCIDENT) && each.level() != Verdict.Level.CANNOT_TELL).toList();
        long n = at(whole, Verdict.Level.BREACH).size();
        if (n > 0 && 2 * n >= whole.size()) {
            return "**critical**: " + (whole.size() == 1 ? "the objective is breached" : n + " of " + whole.size() + " decided verdicts are breaches") + " over the whole run";
        }
        return n > 0 ? "**high**: " + n + " of " + whole.size() + " decided verdicts " + (n == 1 ? "is a breach" : "are breaches") + " over the whole run"
                : "**high**: an objective is breached in an incident, none over the whole run";
    }

    /// The first sentence of the summary.
    static String sentence(List<Verdict> verdicts, Inputs inputs) {
        if (verdicts.isEmpty()) {
            return inputs.objectives().isEmpty()
                    ? "No objective was given, so nothing here holds or breaches: this report describes what was measured."
                    : "No objective could be judged: nothing that was opened has durations.";
        }
        List<Verdict> breached = at(verdicts, Verdict.Level.BREACH);
        if (breached.isEmpty()) {
            List<Verdict> doubtful = verdicts.stream().filter(each -> each.level() != Verdict.Level.HOLDS).toList();
            return doubtful.isEmpty() ? (verdicts.size() == 1 ? "**The objective holds**, with its whole interval." : "**All " + verdicts.size() + " objectives hold**, with their whole intervals.")
                    : "No objective is breached for sure; **" + doubtful.size() + " of " + verdicts.size() + "** " + (doubtful.size() == 1 ? "is" : "are")
                            + " not shown to hold: " + named(doubtful) + ".";
        }
        return "**" + breached.size() + " of " + verdicts.size() + " verdicts " + (breached.size() == 1 ? "is a breach" : "are breaches") + "**: " + named(breached) + ".";
    }

    private static String named(List<Verdict> verdicts) {
        String some = verdicts.stream().limit(3).map(each -> each.what() + " is " + each.measured().text() + Judging.interval(each.measured()) + " (objective " + each.objective() + ")")
                .collect(Collectors.joining("; "));
        return verdicts.size() > 3 ? some + "; and " + Numbers.count(verdicts.size() - 3L) + " more" : some;
    }

    private static List<Verdict> at(List<Verdict> verdicts, Verdict.Level level) {
        return verdicts.stream().filter(each -> each.level() == level).toList();
    }

    private static Optional<Verdict.Level> worst(List<Verdict> verdicts) {
        return verdicts.stream().map(Verdict::level).min(java.util.Comparator.naturalOrder());
    }
}
