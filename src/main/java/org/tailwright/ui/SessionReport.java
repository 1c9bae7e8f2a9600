package org.tailwright.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tailwright.catalog.report.Against;
import org.tailwright.data.Requests;
import org.tailwright.reports.Report;
import org.tailwright.statistics.comparison.Comparison;
import org.tailwright.ui.document.Snapshot;
import org.tailwright.ui.report.Reporting;
import org.tailwright.ui.state.Session;
import org.tailwright.work.Work;
import org.tailwright.workspace.investigation.Investigation;
import org.tailwright.workspace.investigation.InvestigationReport;

/// The report of a session: the template's report of all open data, and before its last section (data and method) the answers that were
/// added by hand.
record SessionReport() implements Reporting {
    @Override
    public Report answer(Question question, Work work) {
        Investigation asked = Snapshot.of(question.session(), List.of());
        Report report = InvestigationReport.write(question.title(), question.files(), question.session().open(), asked, work);
        return asked.story().redacted() ? report : compared(report, question.session(), work);
    }

    /// With the comparison, while a baseline is marked. Not in a redacted report: names of the baseline would stay readable.
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
}
