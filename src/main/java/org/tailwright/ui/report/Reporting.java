package org.tailwright.ui.report;

import org.tailwright.reports.Report;
import org.tailwright.ui.state.Session;
import org.tailwright.work.Work;

/// Makes the whole report of a session.
@FunctionalInterface
public interface Reporting {
    /// The same session gives the same report.
    Report of(Session session, Work work);
}
