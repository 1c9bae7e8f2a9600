package org.tailwright.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private final Requests requests = requests();

    private static Requests requests() {
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.START, Longs.of(Unit.TIME, 0, 10, 20, 30));
        columns.put(Requests.DURATION, Longs.of(Unit.DURATION, 5, 50, 500, 5));
        columns.put(Requests.LABEL, Texts.builder().add("a").add("b").add("a").add("b").build());
        Origin origin = new Origin("x", Path.of("x"), "test", Trust.clean(4));
        return new Requests(origin, Table.of(columns), Meaning.of(Meaning.Duration.UNKNOWN, Meaning.Stamp.START, 0));
    }

    private long[] starts(Selection selection) {
        return selection.of(requests).starts().toArray();
    }

    @Test
    void everythingIsTheSameData() {
        assertSame(requests, Selection.ALL.of(requests));
        assertTrue(Selection.ALL.isAll());
    }

    @Test
    void windowEndsExclusively() {
        assertArrayEquals(new long[] {10, 20}, starts(Selection.ALL.within(Optional.of(new TimeSpan(10, 30)))));
    }

    @Test
    void bandAndFilterTogether() {
        Selection selection = Selection.ALL.banded(Optional.of(new Selection.Band(5, 51))).toggled(new Selection.Filter("label", "b"));
        assertArrayEquals(new long[] {10, 30}, starts(selection));
    }

    @Test
    void unknownValueLeavesNothingAndUnknownColumnDoesNotBind() {
        assertEquals(0, starts(Selection.ALL.toggled(new Selection.Filter("label", "zzz"))).length);
        assertEquals(4, starts(Selection.ALL.toggled(new Selection.Filter("host", "h1"))).length);
    }

    @Test
    void togglingTwiceIsNothing() {
        Selection.Filter filter = new Selection.Filter("label", "a");
        assertEquals(Selection.ALL, Selection.ALL.toggled(filter).toggled(filter));
    }

    @Test
    void spanEndsWithTheLastAnswerNotTheLastStart() {
        assertEquals(Optional.of(new TimeSpan(0, 520)), requests.span());
    }

    @Test
    void objectivesAreReadAsWritten() {
        Objective latency = Objective.parse("p99.9 < 1.5 s where label=POST /pay and status=200");
        assertEquals(0.999, latency.measure().orElseThrow(), 1e-12);
        assertEquals(1_500_000_000.0, latency.limit());
        assertEquals(List.of(new Selection.Filter("label", "POST /pay"), new Selection.Filter("status", "200")), latency.where());
        Objective errors = Objective.parse("errors<0.5%");
        assertTrue(errors.measure().isEmpty());
        assertEquals(0.005, errors.limit(), 1e-15);
    }
}
