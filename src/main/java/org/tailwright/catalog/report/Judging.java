package org.tailwright.catalog.report;

import java.util.ArrayList;
import java.util.List;
import org.tailwright.analyses.Inputs;
import org.tailwright.data.Dataset;
import org.tailwright.data.Objective;
import org.tailwright.data.Requests;
import org.tailwright.data.Selection;
import org.tailwright.data.Traces;
import org.tailwright.models.scalability.LoadSteps;
import org.tailwright.reports.Verdict;
import org.tailwright.statistics.objectives.Objectives;
import org.tailwright.work.Work;

/// Judges the objectives over what was opened: every data set of requests; spans only where there are no requests, because both speak of the
/// same work. A run whose load goes through steps is left out, because a percentile over several loads is that of none: its steps are judged
/// one by one by the capacity number.
public final class Judging {
    private static final int STEPS = 3;

    private Judging() {}

    /// An objective, what it was judged on, and why it came out so.
    ///
    /// @param name name of the data set
    public record Judged(String name, Verdict verdict, String why) {}

    /// The verdicts, in the order of the objectives.
    public static List<Verdict> verdicts(List<Dataset> datasets, Inputs inputs, Work work) {
        return judge(datasets, inputs, work).stream().map(Judged::verdict).toList();
    }

    /// The verdicts with their reasons.
    public static List<Judged> judge(List<Dataset> datasets, Inputs inputs, Work work) {
        List<Requests> judged = judged(datasets, inputs.objectives());
        List<Judged> verdicts = new ArrayList<>();
        for (Objective objective : inputs.objectives()) {
            for (Requests requests : judged) {
                if (has(requests, objective)) {
                    verdicts.add(one(objective, requests, judged.size() > 1, inputs, work));
                }
            }
        }
        return verdicts;
    }

    /// The requests that objectives speak about.
    static List<Requests> judged(List<Dataset> datasets, List<Objective> objectives) {
        if (objectives.isEmpty()) {
            return List.of();
        }
        List<Requests> requests = datasets.stream().filter(Requests.class::isInstance).map(Requests.class::cast).toList();
        List<Requests> all = !requests.isEmpty() ? requests
                : datasets.stream().filter(Traces.class::isInstance).map(Traces.class::cast).map(Traces::asRequests).toList();
        List<Requests> steady = all.stream().filter(each -> !stepwise(each)).toList();
        return steady.isEmpty() ? all : steady;
    }

    /// Whether the load goes through at least three steps of different height, as the producer counted them.
    static boolean stepwise(Requests requests) {
        if (requests.table().longs(Requests.ACTIVE).isEmpty()) {
            return false;
        }
        LoadSteps found = LoadSteps.of(requests, LoadSteps.Search.USUAL);
        return found.counted() && found.steps().stream().mapToLong(step -> Math.round(step.load())).distinct().count() >= STEPS;
    }

    private static boolean has(Requests requests, Objective objective) {
        return objective.where().stream().map(Selection.Filter::column).allMatch(requests.table().columns()::containsKey);
    }

    private static Judged one(Objective objective, Requests requests, boolean several, Inputs inputs, Work work) {
        Requests selected = inputs.selection().of(requests);
        Objectives.Judged found = Objectives.judge(objective, selected, inputs.with(List.of(requests)), work);
        Verdict verdict = found.verdict();
        String what = several ? verdict.what() + " in " + requests.name() : verdict.what();
        return new Judged(requests.name(), new Verdict(verdict.level(), what, verdict.measured(), verdict.objective(), verdict.evidence()), found.why());
    }
}
