package org.tailwright.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Rows in order of their start are found by search, others by looking at each; both find the same.
class SelectionRowsTest {
    private static Requests requests(long... starts) {
        LinkedHashMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.START, Longs.of(Unit.TIME, starts));
        columns.put(Requests.DURATION, Longs.of(Unit.DURATION, new long[starts.length]));
        return new Requests(new Origin("r", Path.of("r"), "test", Trust.clean(starts.length)), Table.of(columns),
                Meaning.of(Meaning.Duration.UNKNOWN, Meaning.Stamp.START, 0));
    }

    private static List<Integer> rows(Requests requests, long from, long to) {
        Rows rows = Selection.ALL.within(Optional.of(new TimeSpan(from, to))).rows(requests);
        List<Integer> list = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            list.add(rows.at(i));
        }
        return list;
    }

    @Test
    void windowsOfOrderedAndUnorderedRows() {
        Requests ordered = requests(1, 2, 2, 3, 5, 8);
        Requests mixed = requests(8, 2, 1, 2, 5, 3);
        assertTrue(ordered.starts().ascends());
        assertFalse(mixed.starts().ascends());
        assertEquals(List.of(1, 2, 3), rows(ordered, 2, 5));
        assertEquals(List.of(1, 3, 5), rows(mixed, 2, 5));
        assertEquals(List.of(), rows(ordered, 6, 8));
        assertEquals(List.of(0, 1, 2, 3, 4, 5), rows(ordered, 0, 100));
        assertEquals(List.of(), rows(ordered, 100, 200));
    }

    @Test
    void valuesWithoutAnOrderDoNotAscend() {
        java.util.BitSet missing = new java.util.BitSet();
        missing.set(1);
        assertFalse(Longs.of(Unit.TIME, new long[] {1, 0, 2}, missing).ascends());
        assertEquals(3, Longs.of(Unit.TIME, 1, 2, 3).firstFrom(4));
    }
}
