package org.tailwright.ui.report;

import java.util.List;
import java.util.Optional;
import org.tailwright.reports.Report;
import org.tailwright.ui.state.Look;
import org.tailwright.ui.state.Place;
import org.tailwright.ui.state.Session;
import org.tailwright.ui.state.Timeline;
import org.tailwright.work.Work;
import org.tailwright.workspace.Opened;

/// Makes the whole report of a session.
@FunctionalInterface
public interface Reporting {
    /// What a report depends on.
    ///
    /// @param title what it is about
    /// @param files what was opened
    /// @param session without what changes no number: place, visible range, theme
    record Question(String title, Opened files, Session session) {
        /// The question that a session asks.
        public static Question of(String title, Opened files, Session session) {
            return new Question(title, files, session.at(Place.START).along(new Timeline(session.timeline().whole(), Optional.empty(), List.of(), session.timeline().offsets()))
                    .looking(new Look(false, session.look().zone(), true)));
        }
    }

    /// The same question gives the same report.
    Report answer(Question question, Work work);
}
