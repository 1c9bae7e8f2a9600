package org.tailwright.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class SpanParentsTest {
    private static final String[] TRACES = {"t1", "t1", "t1", "t2", "t2", "t1"};
    private static final String[] SPANS = {"a", "b", "c", "a", "b", "a"};
    private static final String[] PARENTS = {"", "a", "x", "", "a", "b"};

    private static SpanParents resolved(boolean shared) {
        Texts.Builder traces = Texts.builder();
        Utf8Pool.Builder ids = Utf8Pool.builder();
        Utf8Pool.Builder others = shared ? ids : Utf8Pool.builder();
        int[] own = new int[SPANS.length];
        int[] parents = new int[SPANS.length];
        for (int i = 0; i < SPANS.length; i++) {
            traces.add(TRACES[i]);
            own[i] = ids.code(SPANS[i]);
        }
        for (int i = 0; i < SPANS.length; i++) {
            parents[i] = PARENTS[i].isEmpty() ? -1 : others.code(PARENTS[i]);
        }
        Texts.Store store = ids.store();
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.TRACE, traces.build());
        columns.put(Traces.SPAN, Texts.of(own, store));
        columns.put(Traces.PARENT, Texts.of(parents, shared ? store : others.store()));
        return SpanParents.of(Table.of(columns));
    }

    @Test
    void parentsAreFoundWithinTheirTraceOnly() {
        SpanParents found = resolved(true);
        assertArrayEquals(new int[] {SpanParents.ROOT, 0, SpanParents.LOST, SpanParents.ROOT, 3, 1}, found.rows());
        assertEquals(1, found.duplicates());
    }

    @Test
    void columnsWithCodesOfTheirOwnGiveTheSame() {
        assertArrayEquals(resolved(true).rows(), resolved(false).rows());
    }
}
