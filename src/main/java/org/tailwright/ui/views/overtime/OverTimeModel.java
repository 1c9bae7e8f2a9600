package org.tailwright.ui.views.overtime;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tailwright.data.Dataset;
import org.tailwright.data.Metrics;
import org.tailwright.data.Requests;
import org.tailwright.data.Selection;
import org.tailwright.data.TimeSpan;
import org.tailwright.ui.Context;
import org.tailwright.ui.charts.Brush;
import org.tailwright.ui.state.Latest;
import org.tailwright.ui.state.Session;
import org.tailwright.ui.state.Store;
import org.tailwright.ui.state.Timeline;
import org.tailwright.ui.views.PauseMarks;

/// Which charts stand on the common clock, and what brushing and zooming do.
final class OverTimeModel {
    /// How many metrics are shown while nobody chose.
    static final int FIRST = 6;

    private final Store store;
    private final Latest<Board.Question, Board> latest;
    private final ReadOnlyObjectWrapper<Optional<Set<String>>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());

    OverTimeModel(Context context) {
        store = context.store();
        latest = context.latest("drawing over time", Board::of);
    }

    /// Whether any data set knows times that this view could show.
    static boolean fits(List<Dataset> open) {
        return open.stream().anyMatch(each -> switch (each.kind()) {
            case REQUESTS, TRACES, METRICS -> each.span().isPresent();
            case RECORDING, HISTOGRAMS, LOADPOINTS -> false;
        });
    }

    /// Asks what the session asks: the visible range, else that of the durations, else everything.
    void ask(Session session) {
        latest.ask(question(session).orElse(null));
    }

    private Optional<Board.Question> question(Session session) {
        Optional<TimeSpan> span = session.timeline().visible().or(() -> session.requests().flatMap(Requests::span))
                .or(() -> session.timeline().whole());
        return span.map(range -> new Board.Question(session.requests(), new Selection(Optional.empty(), Optional.empty(), session.selection().filters()),
                range, Board.shown(series(session), chosen.get(), FIRST), PauseMarks.sources(session.open()), session.look().zone()));
    }

    /// All series that could be shown.
    static List<Board.Named> series(Session session) {
        return Board.series(session.open().stream().filter(Metrics.class::isInstance).map(Metrics.class::cast).toList());
    }

    /// Whether a series is shown.
    boolean shows(String name) {
        return Board.shown(series(store.session()), chosen.get(), FIRST).stream().anyMatch(each -> each.name().equals(name));
    }

    /// Shows or hides a series.
    void toggle(String name) {
        Set<String> names = new LinkedHashSet<>(Board.shown(series(store.session()), chosen.get(), FIRST).stream().map(Board.Named::name).toList());
        if (!names.remove(name)) {
            names.add(name);
        }
        chosen.set(Optional.of(names));
        ask(store.session());
    }

    /// Which series were chosen, if anybody chose.
    ReadOnlyObjectProperty<Optional<Set<String>>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// Selects a window of time.
    void brush(Brush brush) {
        store.select(now -> now.within(Optional.of(brush.window())));
    }

    /// Takes the window back.
    void reset() {
        store.select(now -> now.within(Optional.empty()));
    }

    /// Zooms the time axis of all views.
    void zoom(double centre, double factor) {
        store.update(now -> now.along(shown(now).zoomed(centre, factor)));
    }

    /// Pans the time axis of all views.
    void pan(double share) {
        store.update(now -> now.along(shown(now).panned(share)));
    }

    /// The first zoom starts from the range that this view shows, not from that of all data.
    private Timeline shown(Session session) {
        Board.Question asked = latest.question();
        return session.timeline().visible().isPresent() || asked == null ? session.timeline() : session.timeline().showing(Optional.of(asked.span()));
    }

    Latest<Board.Question, Board> latest() {
        return latest;
    }
}
