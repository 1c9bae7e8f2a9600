package org.tailwright.catalog.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Dataset;
import org.tailwright.data.Requests;
import org.tailwright.data.TimeSpan;
import org.tailwright.reports.Block;
import org.tailwright.reports.Provenance;
import org.tailwright.reports.Report;
import org.tailwright.profiles.Pauses;
import org.tailwright.statistics.incidents.Incident;
import org.tailwright.statistics.incidents.Incidents;
import org.tailwright.statistics.incidents.IncidentsResult;
import org.tailwright.work.Work;

/// Contributes the incidents of every run under one load, with what else moved at that time in the other data sets.
final class IncidentReport implements Contributor {
    @Override
    public Optional<Chapter> chapter() {
        return Optional.of(Chapter.STATISTICAL);
    }

    @Override
    public Contribution contribute(Material material, Inputs inputs, Work work) {
        List<Requests> runs = Judging.runs(material.datasets());
        List<Report.Section> sections = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        List<Advice> advice = new ArrayList<>();
        for (Requests run : runs) {
            List<Dataset> beside = new ArrayList<>(List.of(run));
            material.datasets().stream().filter(each -> each.kind() != Dataset.Kind.REQUESTS || Pauses.hold(each))
                    .filter(each -> !each.origin().equals(run.origin())).forEach(beside::add);
            Analysis.Run<IncidentsResult> found = Incidents.ANALYSIS.run(inputs.with(beside), Map.of(), work);
            if (found.outcome() instanceof Outcome.Answer<IncidentsResult>(IncidentsResult result)) {
                sections.add(new Report.Section("incidents", runs.size() > 1 ? "Incidents of " + run.name() : "Incidents", found.section().blocks().stream().map(each -> ofRun(each, run)).toList()));
                result.incidents().forEach(each -> sentences.add(sentence(each, inputs)));
                long whole = Math.max(1, run.span().map(TimeSpan::length).orElse(1L));
                result.incidents().forEach(each -> advice.add(advice(each, whole, inputs)));
                if (result.incidents().isEmpty()) {
                    sentences.add("No stretch of time" + (runs.size() > 1 ? " of " + run.name() : "") + " is clearly worse than the rest.");
                }
            }
        }
        return new Contribution(sections, List.of(), sentences, advice);
    }

    /// The other data sets only say what moved at the same time.
    private static Block ofRun(Block block, Requests run) {
        return block instanceof Block.Table table ? table.from(new Provenance(List.of(run.name()), table.behind().filter(), table.behind().method(), 0, "")) : block;
    }

    /// What it would be without the incident is what it is beside it.
    static Advice advice(Incident incident, long whole, Inputs inputs) {
        double more = incident.inside().p99().value() - incident.outside().p99().value();
        double slower = more > 0 ? more : 0; // unknown counts as nothing
        String when = Numbers.span(incident.span().start(), incident.span().end(), inputs.zone());
        String what = strongest(incident).stream().findFirst().map(each -> "Find out why calls of " + each.name() + " took longer at " + when).orElse("Find out what happened at " + when);
        String moved = strongest(incident).stream().map(each -> each.name() + " took " + Numbers.duration(each.inside()) + " there and " + Numbers.duration(each.outside()) + " in the rest")
                .reduce((a, b) -> a + "; " + b).map(each -> each + ". What moved together need not be the cause.").orElse("Nothing else that was opened moved with it.");
        return new Advice(slower * incident.span().length() / whole, what, "p99 was " + Numbers.duration(incident.inside().p99().value()) + " in these " + Numbers.duration(incident.span().length())
                + " and " + Numbers.duration(incident.outside().p99().value()) + " in the rest: " + (Double.isNaN(more) ? "what removing it buys is not known. " : "that is the most that removing it buys. ") + moved);
    }

    private static String sentence(Incident incident, Inputs inputs) {
        String when = Numbers.span(incident.span().start(), incident.span().end(), inputs.zone());
        StringBuilder text = new StringBuilder("**For " + Numbers.duration(incident.span().length()) + ", " + when + ",** p99 was "
                + Numbers.duration(incident.inside().p99().value()) + " against " + Numbers.duration(incident.outside().p99().value()) + " in the rest");
        if (incident.inside().errors().value() > incident.outside().errors().value()) {
            text.append(", and ").append(Numbers.percent(incident.inside().errors().value())).append(" failed against ")
                    .append(Numbers.percent(incident.outside().errors().value()));
        }
        text.append('.');
        List<String> moved = new ArrayList<>();
        strongest(incident).forEach(each -> moved.add(
                "calls of **" + each.name() + "** grew from " + Numbers.duration(each.outside()) + " to " + Numbers.duration(each.inside())));
        incident.contributors().stream().filter(each -> each.kind() == Incident.Contributor.Kind.PAUSES).limit(1).forEach(each -> moved.add(
                "garbage collection took " + Numbers.percent(each.inside()) + " of the time against " + Numbers.percent(each.outside())));
        return text + (moved.isEmpty() ? "" : " At the same time " + String.join("; ", moved) + ".");
    }

    /// The operation that moved most in each service, at most three: in one service many move together.
    private static List<Incident.Contributor> strongest(Incident incident) {
        Map<String, Incident.Contributor> byService = new LinkedHashMap<>();
        incident.contributors().stream().filter(each -> each.kind() == Incident.Contributor.Kind.OPERATION)
                .forEach(each -> byService.putIfAbsent(each.name().split(" ", 2)[0], each));
        return byService.values().stream().limit(3).toList();
    }
}
