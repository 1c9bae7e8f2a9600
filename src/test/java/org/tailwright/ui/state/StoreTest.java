package org.tailwright.ui.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tailwright.data.Selection;
import org.tailwright.data.TimeSpan;

class StoreTest {
    private final Store store = new Store(Session.empty());

    @Test
    void anEqualValueDoesNothing() {
        List<Session> heard = new ArrayList<>();
        store.sessionProperty().subscribe((_, now) -> heard.add(now));
        store.select(_ -> new Selection(Optional.empty(), Optional.empty(), List.of()));
        assertTrue(heard.isEmpty());
        assertFalse(store.canUndo().get());
    }

    @Test
    void aDerivedValueOnlyTellsOfItsOwnChanges() {
        List<Selection> heard = new ArrayList<>();
        store.derive(Session::selection).subscribe(value -> heard.add(value));
        store.go(place -> place.in("report"));
        assertEquals(List.of(Selection.ALL), heard);
        store.select(now -> now.within(window(1)));
        assertEquals(2, heard.size());
    }

    @Test
    void selectionsAreUndoneAndRedoneWithoutTouchingThePlace() {
        store.select(now -> now.within(window(1)));
        store.go(place -> place.in("report"));
        store.select(now -> now.within(window(2)));
        store.undo();
        assertEquals(window(1), store.session().selection().window());
        assertEquals("report", store.session().place().view());
        store.undo();
        assertEquals(Selection.ALL, store.session().selection());
        assertFalse(store.canUndo().get());
        store.redo();
        store.redo();
        assertEquals(window(2), store.session().selection().window());
        assertFalse(store.canRedo().get());
    }

    @Test
    void aNewSelectionForgetsWhatWasUndone() {
        store.select(now -> now.within(window(1)));
        store.undo();
        store.select(now -> now.within(window(3)));
        assertFalse(store.canRedo().get());
        store.undo();
        assertEquals(Selection.ALL, store.session().selection());
    }

    @Test
    void placesAreGoneBackToAndForward() {
        store.go(place -> place.in("distribution"));
        store.go(place -> place.in("report"));
        store.back();
        assertEquals("distribution", store.session().place().view());
        assertTrue(store.canGoForward().get());
        store.forward();
        assertEquals("report", store.session().place().view());
        store.back();
        store.back();
        assertEquals(Place.START, store.session().place());
        store.back();
        assertEquals(Place.START, store.session().place());
    }

    private static Optional<TimeSpan> window(long seconds) {
        return Optional.of(new TimeSpan(0, seconds * 1_000_000_000L));
    }

    @Test
    void savedSelectionsAreKeptByNameThroughOtherQuestions() {
        Saved slow = new Saved("slow", Selection.ALL.banded(java.util.Optional.of(new Selection.Band(1, 9))));
        Saved other = new Saved("slow", Selection.ALL.banded(java.util.Optional.of(new Selection.Band(2, 9))));
        Questions asked = Session.empty().questions().saving(slow).saving(new Saved("pay", Selection.ALL)).saving(other).with(java.util.List.of())
                .with("latency", "field", "1").with(java.util.Optional.empty());
        assertEquals(java.util.List.of("pay", "slow"), asked.saved().stream().map(Saved::name).toList());
        assertEquals(other, asked.saved().getLast());
        assertEquals(java.util.List.of(other), asked.forgetting("pay").saved());
    }
}
