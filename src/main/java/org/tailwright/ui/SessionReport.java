package org.tailwright.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tailwright.analyses.Analysis;
import org.tailwright.catalog.report.Against;
import org.tailwright.catalog.report.ReportTemplate;
import org.tailwright.data.Requests;
import org.tailwright.reports.Report;
import org.tailwright.statistics.comparison.Comparison;
import org.tailwright.ui.report.Reporting;
import org.tailwright.ui.state.Questions;
import org.tailwright.ui.state.Session;
import org.tailwright.ui.views.analyses.AnalysesModel;
import org.tailwright.work.Work;
import org.tailwright.workspace.Materials;

/// The report of a session: the template's report of all open data, and before its last section (data and method) the answers that were
/// added by hand.
///
/// @param analyses those that can be asked
record SessionReport(List<Analysis<?, ?>> analyses) implements Reporting {
    @Override
    public Report answer(Question question, Work work) {
        Session session = question.session();
        Report report = ReportTemplate.write(question.title(), Materials.of(question.files(), session.open(), work),
                session.inputs(session.open()), work);
        List<Report.Section> sections = new ArrayList<>(report.sections());
        List<Report.Section> added = session.questions().pinned().stream().flatMap(pinned -> pinned(pinned, session, work).stream()).toList();
        sections.addAll(Math.max(0, sections.size() - 1), added);
        return compared(new Report(report.title(), report.subject(), report.verdicts(), sections), session, work);
    }

    /// With the comparison, while a baseline is marked.
    private static Report compared(Report report, Session session, Work work) {
        Map<String, String> typed = session.questions().typed("compare");
        Optional<Requests> baseline = session.baseline().filter(each -> each.table().rows() > 0);
        Optional<Requests> candidate = session.requests().map(session.selection()::of).filter(each -> each.table().rows() > 0);
        if (baseline.isEmpty() || candidate.isEmpty()) {
            return report;
        }
        Comparison.Settings settings = Comparison.Settings.parse(typed.getOrDefault("threshold", "5%"), typed.getOrDefault("percentiles", "50,99"), true);
        return Against.added(report, new Against(List.of(baseline.get()), settings).of(List.of(candidate.get()), work));
    }

    private List<Report.Section> pinned(Questions.Pinned pinned, Session session, Work work) {
        Session then = session.at(pinned.place()).selecting(pinned.selection());
        return analyses.stream().filter(each -> each.id().equals(pinned.analysis()))
                .map(each -> each.run(AnalysesModel.inputs(each, then), pinned.typed(), work).section()).toList();
    }
}
