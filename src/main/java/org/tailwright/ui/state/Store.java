package org.tailwright.ui.state;

import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import org.tailwright.data.Selection;

/// Holds the session. Whoever wants to change something updates it; whoever shows something observes a derived value. An equal value
/// does nothing. Used on the window's thread only.
public final class Store {
    private final ReadOnlyObjectWrapper<Session> session;
    private final History<Undoable> selections = new History<>();
    private final History<Place> places = new History<>();

    private final DoubleProperty moment = new SimpleDoubleProperty(Double.NaN);

    /// A store that begins with `initial`.
    public Store(Session initial) {
        this.session = new ReadOnlyObjectWrapper<>(initial);
    }

    /// The session now.
    public Session session() {
        return session.get();
    }

    /// The session, for observing.
    public ReadOnlyObjectProperty<Session> sessionProperty() {
        return session.getReadOnlyProperty();
    }

    /// Replaces the session. A changed selection can be undone, a changed place gone back from.
    public void update(UnaryOperator<Session> change) {
        Session old = session.get();
        Session changed = change.apply(old);
        if (changed.equals(old)) {
            return;
        }
        if (!Undoable.of(changed).equals(Undoable.of(old))) {
            selections.replaced(Undoable.of(old));
        }
        if (!changed.place().equals(old.place())) {
            places.replaced(old.place());
        }
        session.set(changed);
    }

    /// The moment that is pointed at in a chart over time, nanoseconds since the epoch; NaN for none. It is no part of the session: nothing is
    /// computed from it.
    public DoubleProperty moment() {
        return moment;
    }

    /// What can be undone.
    private record Undoable(Selection selection, Map<String, Long> offsets) {
        private static Undoable of(Session session) {
            return new Undoable(session.selection(), session.timeline().offsets());
        }

        private Session in(Session session) {
            Session selected = session.selecting(selection);
            return offsets.equals(session.timeline().offsets()) ? selected : selected.moving(offsets);
        }
    }

    /// Changes the selection.
    public void select(UnaryOperator<Selection> change) {
        update(now -> now.selecting(change.apply(now.selection())));
    }

    /// Goes to another place.
    public void go(UnaryOperator<Place> change) {
        update(now -> now.at(change.apply(now.place())));
    }

    /// Changes the questions.
    public void ask(UnaryOperator<Questions> change) {
        update(now -> now.asking(change.apply(now.questions())));
    }

    /// A part of the session. Subscribe with a consumer or a change listener: they hear only of unequal values. A view asks only while it
    /// is shown: `Screen.whileShown(node, store.derive(f), latest::ask)`.
    ///
    /// @param part cheap, never null
    public <T> ObservableValue<T> derive(Function<Session, T> part) {
        return session.getReadOnlyProperty().map(part);
    }

    /// The selection and the offsets before the last change.
    public void undo() {
        selections.back(Undoable.of(session.get())).ifPresent(found -> session.set(found.in(session.get())));
    }

    /// The selection that was undone.
    public void redo() {
        selections.forward(Undoable.of(session.get())).ifPresent(found -> session.set(found.in(session.get())));
    }

    /// The place before this one.
    public void back() {
        places.back(session.get().place()).ifPresent(found -> session.set(session.get().at(found)));
    }

    /// The place that was left by [#back].
    public void forward() {
        places.forward(session.get().place()).ifPresent(found -> session.set(session.get().at(found)));
    }

    public ReadOnlyBooleanProperty canUndo() {
        return selections.hasBefore();
    }

    public ReadOnlyBooleanProperty canRedo() {
        return selections.hasAfter();
    }

    public ReadOnlyBooleanProperty canGoBack() {
        return places.hasBefore();
    }

    public ReadOnlyBooleanProperty canGoForward() {
        return places.hasAfter();
    }
}
