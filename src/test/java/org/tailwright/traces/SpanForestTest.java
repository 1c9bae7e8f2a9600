package org.tailwright.traces;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tailwright.data.Traces;

class SpanForestTest {
    @Test
    void childrenStandByTheirStart() {
        SpanForest forest = SpanForest.of(TraceTrees.of("t 1 - s o 0 100", "t 2 1 s o 50 60", "t 3 1 s o 10 20", "t 4 3 s o 11 12"));
        assertEquals(2, forest.children(0));
        assertEquals(2, forest.child(0, 0));
        assertArrayEquals(new int[] {0, 2, 3, 1}, forest.below(0));
        assertEquals(0, forest.root(0));
    }

    @Test
    void spansAreKnownByTraceAndId() {
        SpanForest forest = SpanForest.of(TraceTrees.of("t 1 - s o 0 9", "u 1 - s o 0 9", "u 2 1 s o 1 2", "t 2 1 s o 1 2"));
        assertEquals(1, forest.parent(2));
        assertEquals(0, forest.parent(3));
        assertArrayEquals(new int[] {1, 2}, forest.trace(1).toArray());
    }

    @Test
    void orphansAreRoots() {
        SpanForest forest = SpanForest.of(TraceTrees.of("t 1 9 s o 0 100", "t 2 1 s o 1 2", "t 3 - s o 5 6"));
        assertEquals(1, forest.lost());
        assertEquals(SpanForest.NONE, forest.parent(0));
        assertEquals(2, forest.root(0));
    }

    @Test
    void cyclesAreBroken() {
        SpanForest forest = SpanForest.of(TraceTrees.of("t 1 3 s o 0 9", "t 2 1 s o 0 9", "t 3 2 s o 0 9", "t 4 4 s o 0 9", "t 5 2 s o 0 9"));
        assertEquals(2, forest.cycles());
        long roots = Arrays.stream(new int[] {0, 1, 2, 3, 4}).filter(row -> forest.parent(row) == SpanForest.NONE).count();
        assertEquals(2, roots);
        int root = forest.root(0);
        assertEquals(5, forest.below(root).length + forest.below(root == 3 ? 2 : 3).length);
    }

    @Test
    void manyChildrenAreSortedToo() {
        String[] lines = new String[101];
        lines[0] = "t r - s o 0 1000";
        for (int i = 1; i <= 100; i++) {
            lines[i] = "t " + i + " r s o " + (i * 37 % 101) + " 500";
        }
        Traces traces = TraceTrees.of(lines);
        SpanForest forest = SpanForest.of(traces);
        for (int i = 1; i < 100; i++) {
            assertEquals(true, forest.start(forest.child(0, i - 1)) < forest.start(forest.child(0, i)));
        }
    }

    @Test
    void selfTimeLeavesOutTheUnionOfChildren() {
        assertArrayEquals(new long[] {40, 35, 20, 20}, SelfTimes.of(SpanForest.of(TraceTrees.CRISP_13)));
    }

    @Test
    void childrenAreClippedToTheirParent() {
        SpanForest forest = SpanForest.of(TraceTrees.of("t 1 - s o 100 200", "t 2 1 s o 50 120", "t 3 1 s o 110 130", "t 4 1 s o 180 400", "t 5 1 s o 300 310"));
        assertEquals(50, SelfTimes.of(forest, 0));
    }
}
