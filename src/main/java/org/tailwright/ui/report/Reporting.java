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
import org.tailwright.workspace.investigation.DataFile;

/// Makes the whole report of a session.
@FunctionalInterface
public interface Reporting {
    /// What a report depends on.
    ///
    /// @param title what it is about
    /// @param files what was opened
    /// @param session without what changes no number: place (but for the data set that is compared with a baseline), visible range, theme
    /// @param said what was said about columns of single files
    record Question(String title, Opened files, Session session, List<DataFile> said) {
        /// The question that a session asks of files whose columns nobody spoke about.
        public static Question of(String title, Opened files, Session session) {
            return of(title, files, session, List.of());
        }

        /// The question that a session asks.
        public static Question of(String title, Opened files, Session session, List<DataFile> said) {
            Place place = session.questions().baseline().isEmpty() ? Place.START : new Place(Place.START.view(), session.place().dataset(), session.place().part(), "");
            return new Question(title, files, session.at(place).along(new Timeline(session.timeline().whole(), Optional.empty(), List.of(), session.timeline().offsets()))
                    .looking(new Look(false, session.look().zone(), true)), said);
        }
    }

    /// The same question gives the same report.
    Report answer(Question question, Work work);
}
