package org.tailwright.ui;

import java.util.List;
import org.tailwright.reports.Report;
import org.tailwright.ui.document.Snapshot;
import org.tailwright.ui.report.Reporting;
import org.tailwright.work.Work;
import org.tailwright.workspace.investigation.InvestigationReport;

/// The report of a session: the template's report of all open data, and before its last section (data and method) the answers that were
/// added by hand.
record SessionReport() implements Reporting {
    @Override
    public Report answer(Question question, Work work) {
        return InvestigationReport.write(question.title(), question.files(), question.session().open(), Snapshot.of(question.session(), List.of()), work);
    }
}
