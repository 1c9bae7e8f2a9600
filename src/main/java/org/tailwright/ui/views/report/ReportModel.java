package org.tailwright.ui.views.report;

import javafx.beans.value.ObservableValue;
import org.tailwright.reports.Report;
import org.tailwright.ui.Context;
import org.tailwright.ui.report.Reporting;
import org.tailwright.ui.state.Latest;

/// The report of the session, made anew whenever what it depends on changes.
final class ReportModel {
    private final Context context;
    private final Latest<Reporting.Question, Report> latest;

    ReportModel(Context context) {
        this.context = context;
        this.latest = context.latest("writing the report", context.wiring().reporting()::answer);
    }

    /// The question, for observing.
    ObservableValue<Reporting.Question> question() {
        return context.store().derive(session -> context.library().reportOf(session));
    }

    Latest<Reporting.Question, Report> latest() {
        return latest;
    }
}
