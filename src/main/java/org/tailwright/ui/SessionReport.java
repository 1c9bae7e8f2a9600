package org.tailwright.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tailwright.data.Dataset;
import org.tailwright.data.Selection;
import org.tailwright.reports.Report;
import org.tailwright.statistics.comparison.Comparison;
import org.tailwright.ui.document.Snapshot;
import org.tailwright.ui.report.Reporting;
import org.tailwright.ui.state.Questions;
import org.tailwright.ui.state.Session;
import org.tailwright.work.Work;
import org.tailwright.workspace.investigation.Comparing;
import org.tailwright.workspace.investigation.DataFile;
import org.tailwright.workspace.investigation.Investigation;
import org.tailwright.workspace.investigation.InvestigationReport;

/// The report of a session: the template's report of all open data, and before its last section (data and method) the answers that were
/// added by hand.
record SessionReport() implements Reporting {
    @Override
    public Report answer(Question question, Work work) {
        Investigation asked = Snapshot.of(question.session(), question.said());
        return InvestigationReport.write(question.title(), question.files(), question.session().open(), asked, comparing(question), work);
    }

    /// While a baseline is marked: the data set that is looked at against it.
    private static Optional<Comparing> comparing(Question question) {
        Session session = question.session();
        Map<String, String> typed = session.questions().typed("compare");
        Optional<Questions.Baseline> marked = session.questions().baseline();
        Optional<Comparing.Run> baseline = marked.flatMap(each -> named(session, each.dataset()).flatMap(data -> run(question, data, unbanded(each.selection()))));
        Optional<Comparing.Run> candidate = Stream.concat(session.subject().stream(), session.open().stream())
                .filter(data -> marked.filter(each -> each.dataset().equals(data.name()) && unbanded(each.selection()).equals(unbanded(session.selection()))).isEmpty())
                .flatMap(data -> run(question, data, unbanded(session.selection())).stream()).findFirst();
        Comparison.Settings settings = Comparison.Settings.parse(typed.getOrDefault("threshold", "5%"), typed.getOrDefault("percentiles", "50,99"), true);
        return baseline.isEmpty() || candidate.isEmpty() ? Optional.empty() : Optional.of(new Comparing(List.of(baseline.get()), candidate, settings));
    }

    /// A band of latency is a part of what is compared, no side of it.
    private static Selection unbanded(Selection selection) {
        return selection.banded(Optional.empty());
    }

    private static Optional<Dataset> named(Session session, String name) {
        return session.open().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    private static Optional<Comparing.Run> run(Question question, Dataset data, Selection selection) {
        String part = data.name().equals(question.session().place().dataset()) ? question.session().place().part() : "";
        DataFile file = question.said().stream().filter(each -> each.path().equals(data.origin().file().toAbsolutePath().normalize())).findFirst().orElseGet(() -> DataFile.at(data.origin().file()));
        return Comparing.Run.of(data, part, selection, file);
    }
}
