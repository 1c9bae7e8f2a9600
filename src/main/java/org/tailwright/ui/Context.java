package org.tailwright.ui;

import java.time.ZoneId;
import java.util.List;
import javafx.beans.value.ObservableValue;
import org.tailwright.analyses.Analysis;
import org.tailwright.data.Objective;
import org.tailwright.ui.charts.ChartPane;
import org.tailwright.ui.jobs.Jobs;
import org.tailwright.ui.preferences.Preferred;
import org.tailwright.ui.report.Export;
import org.tailwright.ui.state.Latest;
import org.tailwright.ui.state.Store;
import org.tailwright.ui.theme.Theme;

/// What a view gets from the window.
///
/// @param store the session: observe it, change it
/// @param jobs background work
/// @param library the files that were opened
/// @param wiring the analyses and the report's maker
/// @param dialogs the one door to dialogs, the clipboard and files to save
/// @param preferred what the user prefers
public record Context(Store store, Jobs jobs, Library library, Wiring wiring, Dialogs dialogs, Preferred preferred) {
    /// All analyses that there are.
    public List<Analysis<?, ?>> analyses() {
        return wiring.analyses();
    }

    /// The theme in use.
    public ObservableValue<Theme> theme() {
        return store.derive(session -> Theme.of(session.look().dark()));
    }

    /// The zone of all times shown.
    public ObservableValue<ZoneId> zone() {
        return store.derive(session -> session.look().zone());
    }

    /// What should hold.
    public ObservableValue<List<Objective>> objectives() {
        return store.derive(session -> session.questions().objectives());
    }

    /// A chart in the window's theme.
    public ChartPane chart() {
        return new ChartPane(theme(), store.moment(), dialogs);
    }

    /// Answers to a changing question, computed in the background.
    ///
    /// @param title what the status bar says meanwhile
    public <Q, A> Latest<Q, A> latest(String title, Latest.Solver<Q, A> solver) {
        return new Latest<>(jobs, title, solver);
    }

    /// The same for what must be seen first: patient work waits for it.
    public <Q, A> Latest<Q, A> quick(String title, Latest.Solver<Q, A> solver) {
        return new Latest<>(jobs, title, Jobs.Turn.QUICK, solver);
    }

    /// The same for what may come a moment later, when nothing quick runs.
    public <Q, A> Latest<Q, A> patient(String title, Latest.Solver<Q, A> solver) {
        return new Latest<>(jobs, title, Jobs.Turn.PATIENT, solver);
    }

    /// Asks where and in which format, and writes the report there.
    public void export() {
        new Export(jobs, dialogs, wiring.reporting()).ask(library.reportOf(store.session()));
    }

    /// Asks for a folder and writes the report's charts there.
    public void exportCharts() {
        new Export(jobs, dialogs, wiring.reporting()).askCharts(library.reportOf(store.session()));
    }
}
