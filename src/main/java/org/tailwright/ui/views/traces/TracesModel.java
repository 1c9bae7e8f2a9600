package org.tailwright.ui.views.traces;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.tailwright.charts.HeatGrid;
import org.tailwright.data.Requests;
import org.tailwright.data.Selection;
import org.tailwright.data.Traces;
import org.tailwright.statistics.Distribution;
import org.tailwright.traces.Slowest;
import org.tailwright.traces.SpanForest;
import org.tailwright.traces.Waterfall;
import org.tailwright.ui.Context;
import org.tailwright.ui.charts.Brush;
import org.tailwright.ui.state.Latest;
import org.tailwright.ui.state.Session;
import org.tailwright.ui.state.Store;
import org.tailwright.work.Work;

/// All traces by time and duration, which are the slowest in the selection, and which one is looked at.
final class TracesModel {
    /// How many traces are listed.
    static final int LISTED = 100;

    /// What is asked.
    record Question(Traces traces, Selection selection) {}

    /// The slowest traces, and the trees to open them with.
    record Answer(SpanForest forest, List<Slowest.Exemplar> slowest) {}

    /// What the map of all traces asks.
    ///
    /// @param filters a selection of filters only: window and band are drawn over the map and do not narrow it
    record Asked(Traces traces, Selection filters, ZoneId zone) {
        private Requests roots() {
            Requests roots = filters.of(traces.roots());
            return roots.table().rows() > 0 ? roots : filters.of(traces.asRequests());
        }

        private Optional<HeatGrid> solve(Work work) {
            Requests roots = roots();
            return roots.span().map(span -> Distribution.heatMap(roots, Selection.ALL, span, zone, work));
        }
    }

    /// Trees take longer than a selection changes: the last ones are kept.
    private record Grown(Traces traces, SpanForest forest) {}

    private final Latest<Question, Answer> latest;
    private final Latest<Asked, Optional<HeatGrid>> map;
    private final Store store;
    private final ReadOnlyObjectWrapper<@Nullable Waterfall> shown = new ReadOnlyObjectWrapper<>();
    private volatile @Nullable Grown grown;

    TracesModel(Context context) {
        store = context.store();
        latest = context.latest("finding the slowest traces", this::solve);
        map = context.quick("counting traces", Asked::solve);
    }

    Latest<Asked, Optional<HeatGrid>> map() {
        return map;
    }

    /// Dragging level in the map selects a time window, dragging a box a window and a band.
    void brush(Brush brush) {
        store.select(brush::of);
    }

    /// Takes window and band back; filters stay.
    void reset() {
        store.select(now -> now.within(Optional.empty()).banded(Optional.empty()));
    }

    Latest<Question, Answer> latest() {
        return latest;
    }

    ReadOnlyObjectProperty<@Nullable Waterfall> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// The question that a session asks, if it holds traces.
    static Optional<Question> question(Session session) {
        return session.first(Traces.class).map(traces -> new Question(traces, session.selection()));
    }

    /// What the map of a session asks, if it holds traces.
    static Optional<Asked> asked(Session session) {
        return session.first(Traces.class).map(traces -> new Asked(traces, session.selection().within(Optional.empty()).banded(Optional.empty()), session.look().zone()));
    }

    /// Opens a trace of the answer; null closes.
    void open(Slowest.@Nullable Exemplar chosen) {
        Answer answer = latest.state().answer();
        if (chosen == null || answer == null) {
            shown.set(null);
            return;
        }
        int code = answer.forest().table().texts(Requests.TRACE).orElseThrow().code(chosen.row());
        shown.set(Waterfall.of(answer.forest(), code));
    }

    private Answer solve(Question question, Work work) {
        Grown known = grown;
        SpanForest forest = known != null && known.traces().equals(question.traces()) ? known.forest() : SpanForest.of(question.traces());
        work.check();
        grown = new Grown(question.traces(), forest);
        return new Answer(forest, Slowest.of(question.traces(), question.selection(), LISTED));
    }
}
