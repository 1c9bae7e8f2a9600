package org.tailwright.ui;

import java.util.ArrayList;
import java.util.List;
import org.tailwright.analyses.Analysis;
import org.tailwright.charts.Numbers;
import org.tailwright.reports.Report;
import org.tailwright.ui.report.Reporting;
import org.tailwright.ui.state.Questions;
import org.tailwright.ui.state.Session;
import org.tailwright.ui.views.analyses.AnalysesModel;
import org.tailwright.work.Work;

/// The report of a session: the template's report of all open data, and after it the answers that were added by hand.
///
/// @param analyses those that can be asked
record SessionReport(List<Analysis<?, ?>> analyses) implements Reporting {
    @Override
    public Report answer(Question question, Work work) {
        Session session = question.session();
        List<Report.Section> sections = new ArrayList<>();
        for (Analysis<?, ?> each : analyses) {
            work.check();
            if (session.open().stream().anyMatch(data -> each.takes(data.kind()))) {
                sections.add(each.run(AnalysesModel.inputs(each, session), session.questions().typed(each.id()), work).section());
            }
        }
        session.questions().pinned().forEach(pinned -> sections.addAll(pinned(pinned, session, work)));
        String subject = Numbers.count(session.open().size()) + " data sets";
        return new Report("Performance analysis", subject, List.of(), sections);
    }

    private List<Report.Section> pinned(Questions.Pinned pinned, Session session, Work work) {
        Session then = session.at(pinned.place()).selecting(pinned.selection());
        return analyses.stream().filter(each -> each.id().equals(pinned.analysis()))
                .map(each -> each.run(AnalysesModel.inputs(each, then), pinned.typed(), work).section()).toList();
    }
}
