package org.tailwright.catalog.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.catalog.Stepped;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Dataset;
import org.tailwright.data.Histograms;
import org.tailwright.data.Meaning;
import org.tailwright.data.Objective;
import org.tailwright.data.Requests;
import org.tailwright.data.Selection;
import org.tailwright.data.TimeSpan;
import org.tailwright.data.Traces;
import org.tailwright.reports.Figure;
import org.tailwright.reports.Provenance;
import org.tailwright.reports.Verdict;
import org.tailwright.statistics.Percentile;
import org.tailwright.statistics.histograms.HistogramAnalysis;
import org.tailwright.statistics.incidents.Incident;
import org.tailwright.statistics.incidents.Incidents;
import org.tailwright.statistics.incidents.IncidentsResult;
import org.tailwright.statistics.objectives.Objectives;
import org.tailwright.work.Work;

/// Judges the objectives over what was opened: every data set of requests; spans only where there are no requests, because both speak of the
/// same work. A run whose load goes through steps is left out, because a percentile over several loads is that of none: its steps are judged
/// one by one by the capacity number.
public final class Judging {
    /// Stands in a verdict between what was judged and the time of the incident.
    static final String IN_INCIDENT = " in the incident ";

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
        List<Requests> judged = inputs.objectives().isEmpty() ? List.of() : judged(datasets);
        List<Judged> verdicts = new ArrayList<>();
        for (Objective objective : inputs.objectives()) {
            List<Requests> able = judged.stream().filter(each -> has(each, objective)).toList();
            able.forEach(each -> verdicts.add(one(objective, each, judged.size() > 1 ? " in " + each.name() : "", inputs, work)));
            if (judged.isEmpty() && histogram(objective, datasets, inputs, work, verdicts)) {
                continue;
            }
            if (able.isEmpty()) {
                boolean banded = inputs.selection().band().isPresent() && datasets.stream().anyMatch(Histograms.class::isInstance);
                Objectives.Judged open = Objectives.undecided(objective, judged.isEmpty() ? banded ? HistogramAnalysis.UNBANDED : "objectives are judged on requests, spans or histograms, and none are open that could tell"
                        : "no request has the column that it names");
                verdicts.add(new Judged("", open.verdict(), open.why()));
            }
        }
        judged.forEach(each -> verdicts.addAll(incidents(each, inputs, work)));
        return verdicts;
    }

    /// Where only histograms are open, an objective that speaks of everything is judged on each of them: on all tags where these are few and share no request,
    /// else on the one with most values.
    private static boolean histogram(Objective objective, List<Dataset> datasets, Inputs inputs, Work work, List<Judged> into) {
        List<Histograms> all = datasets.stream().filter(Histograms.class::isInstance).map(Histograms.class::cast).map(inputs.selection()::of).filter(each -> !each.intervals().isEmpty()).toList();
        if (all.isEmpty() || !objective.where().isEmpty()) {
            return false;
        }
        for (Histograms each : all) {
            for (String tag : HistogramAnalysis.judged(each)) {
                Objectives.Judged found = judge(objective, each, tag, inputs, work);
                Verdict verdict = found.verdict();
                String where = (tag.isEmpty() || each.tags().size() == 1 ? "" : " of " + tag) + (all.size() > 1 ? " in " + each.name() : "");
                into.add(new Judged(each.name(), new Verdict(verdict.level(), verdict.what() + where, verdict.measured(), verdict.objective(), verdict.evidence()), found.why()));
            }
        }
        return true;
    }

    private static Objectives.Judged judge(Objective objective, Histograms histograms, String tag, Inputs inputs, Work work) {
        Inputs only = inputs.with(List.of(histograms));
        Histograms.Fate fate = histograms.fate(tag);
        OptionalLong count = histograms.count(tag);
        long all = count.isEmpty() ? 0 : count.getAsLong() + fate.unanswered();
        if (objective.measure().isEmpty()) {
            return Objectives.judge(objective, fate.failed(), all, only);
        }
        double p = objective.measure().orElseThrow();
        Percentile measured = HistogramAnalysis.percentile(histograms, tag, p, inputs.seed(), work);
        Objectives.Judged found = Objectives.judge(objective, measured, HistogramAnalysis.surely(histograms, tag, objective.limit()), HistogramAnalysis.figure(histograms, tag, measured, only));
        boolean none = all > 0 && fate.failed() >= all && found.verdict().level() != Verdict.Level.BREACH; // failing slowly is a breach
        return none ? Objectives.undecided(objective, Objectives.NO_SUCCESS) : found;
    }

    /// The requests that objectives speak about: the runs, or, where there are none, pauses of the runtime.
    static List<Requests> judged(List<Dataset> datasets) {
        List<Requests> runs = runs(datasets);
        return runs.isEmpty() ? requests(datasets, Meaning.Duration.PAUSE::equals) : runs;
    }

    private static List<Requests> requests(List<Dataset> datasets, Predicate<Meaning.Duration> wanted) {
        return datasets.stream().filter(Requests.class::isInstance).map(Requests.class::cast).filter(each -> wanted.test(each.meaning().duration())).toList();
    }

    /// Runs under one load, else stepped runs, else spans. What the runtime does of its own is none of them.
    static List<Requests> runs(List<Dataset> datasets) {
        List<Requests> requests = requests(datasets, each -> !each.ofRuntime());
        List<Requests> all = !requests.isEmpty() ? requests
                : datasets.stream().filter(Traces.class::isInstance).map(Traces.class::cast).map(Traces::asRequests).toList();
        List<Requests> steady = all.stream().filter(each -> !Stepped.is(each)).toList();
        return steady.isEmpty() ? all : steady;
    }

    /// Which runs under a load that goes through steps are not judged beside those under one load, a sentence; empty when all are.
    public static Optional<String> leftOut(List<Dataset> datasets) {
        List<Requests> all = requests(datasets, each -> !each.ofRuntime());
        List<Requests> judged = runs(datasets);
        String names = all.stream().filter(each -> !judged.contains(each)).map(Requests::name).collect(Collectors.joining(", "));
        return judged.isEmpty() || names.isEmpty() ? Optional.empty()
                : Optional.of("Not judged: " + names + ". The load went through steps there, and a percentile over several loads is that of none of them; alone it would be judged as a whole.");
    }

    private static boolean has(Requests requests, Objective objective) {
        return objective.where().stream().map(Selection.Filter::column).allMatch(requests.table().columns()::containsKey);
    }

    private static Judged one(Objective objective, Requests requests, String where, Inputs inputs, Work work) {
        Requests selected = inputs.selection().of(requests);
        Objectives.Judged found = Objectives.judge(objective, selected, inputs.with(List.of(requests)), work);
        Verdict verdict = found.verdict();
        return new Judged(requests.name(), new Verdict(verdict.level(), verdict.what() + where, narrowed(verdict.measured(), objective), verdict.objective(), verdict.evidence()),
                found.why());
    }

    /// What the objective itself selects belongs to the number.
    private static Figure narrowed(Figure figure, Objective objective) {
        Provenance from = figure.provenance();
        String filter = Stream.concat(Stream.of(from.filter()).filter(each -> !each.isEmpty()), objective.where().stream().map(each -> each.column() + " = " + each.value())).collect(Collectors.joining(", "));
        return figure.from(new Provenance(from.sources(), filter, from.method(), from.n(), from.interval()));
    }

    /// Objectives that are breached inside an incident: the stretch that users remember, whatever the whole run says.
    private static List<Judged> incidents(Requests requests, Inputs inputs, Work work) {
        List<Judged> breached = new ArrayList<>();
        if (Incidents.ANALYSIS.run(inputs.with(List.of(requests)), Map.of(), work).outcome() instanceof Outcome.Answer<IncidentsResult>(IncidentsResult found)) {
            for (Incident incident : found.incidents()) {
                TimeSpan span = incident.span();
                Inputs inside = inputs.with(inputs.selection().within(Optional.of(span)));
                String where = IN_INCIDENT + Numbers.span(span.start(), span.end(), inputs.zone());
                inputs.objectives().stream().filter(each -> has(requests, each)).map(each -> one(each, requests, where, inside, work))
                        .filter(each -> each.verdict().level() == Verdict.Level.BREACH).forEach(breached::add);
            }
        }
        return breached;
    }

    /// The interval of a figure where it has one, else nothing.
    static String interval(Figure figure) {
        return figure.interval().startsWith("[") ? " " + figure.interval() : "";
    }
}
