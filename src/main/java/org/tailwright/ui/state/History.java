package org.tailwright.ui.state;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// Values that were there before and after the present one; at most [#KEPT] each way.
final class History<T> {
    /// How many steps are kept.
    static final int KEPT = 200;

    private final Deque<T> before = new ArrayDeque<>();
    private final Deque<T> after = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper hasBefore = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper hasAfter = new ReadOnlyBooleanWrapper();

    /// Notes that `old` was replaced by something new.
    void replaced(T old) {
        before.push(old);
        if (before.size() > KEPT) {
            before.removeLast();
        }
        after.clear();
        changed();
    }

    /// The value before `present`, which becomes the one after.
    Optional<T> back(T present) {
        return step(before, after, present);
    }

    /// The value after `present`.
    Optional<T> forward(T present) {
        return step(after, before, present);
    }

    ReadOnlyBooleanProperty hasBefore() {
        return hasBefore.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty hasAfter() {
        return hasAfter.getReadOnlyProperty();
    }

    private Optional<T> step(Deque<T> from, Deque<T> to, T present) {
        if (from.isEmpty()) {
            return Optional.empty();
        }
        to.push(present);
        T found = from.pop();
        changed();
        return Optional.of(found);
    }

    private void changed() {
        hasBefore.set(!before.isEmpty());
        hasAfter.set(!after.isEmpty());
    }
}
