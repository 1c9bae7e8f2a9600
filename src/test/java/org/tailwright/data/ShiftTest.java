package org.tailwright.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class ShiftTest {
    @Test
    void offsetsAreReadAsTheyAreWritten() {
        for (long nanos : new long[] {1_500_000_000L, -20_000_000L, 0, 3_600_000_000_000L, -37_250_000_000L, 10_000_000_000L, 1_500_000L}) {
            assertEquals(nanos, Shift.parse(Shift.words(nanos)), Shift.words(nanos));
        }
        assertEquals("+1.5s", Shift.words(1_500_000_000L));
        assertEquals("+10s", Shift.words(10_000_000_000L));
        assertThrows(IllegalArgumentException.class, () -> Shift.parse("soon"));
    }

    @Test
    void timesMoveDurationsStayAndTheWayBackIsExact() {
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.START, Longs.of(Unit.TIME, 10, 20));
        columns.put(Requests.DURATION, Longs.of(Unit.DURATION, 5, 6));
        Origin origin = new Origin("a", Path.of("a"), "a", Trust.clean(2));
        Requests data = new Requests(origin, Table.of(columns), Meaning.of(Meaning.Duration.SERVICE_TIME, Meaning.Stamp.START, 0));
        Requests moved = (Requests) Shift.by(data, 1_000_000_000L, 0);
        assertEquals(1_000_000_020L, moved.starts().at(1));
        assertEquals(6, moved.durations().at(1));
        assertEquals(List.of("its clock is moved by +1s"), moved.origin().trust().assumed());
        Requests back = (Requests) Shift.by(moved, -1_000_000_000L, 1_000_000_000L);
        assertEquals(20, back.starts().at(1));
        assertEquals(List.of(), back.origin().trust().assumed());
    }
}
