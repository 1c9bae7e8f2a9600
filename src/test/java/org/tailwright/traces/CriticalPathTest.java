package org.tailwright.traces;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tailwright.data.Requests;
import org.tailwright.data.Texts;
import org.tailwright.data.TimeSpan;
import org.tailwright.data.Traces;
import org.tailwright.work.Seeds;

class CriticalPathTest {
    private static String words(Traces traces) {
        SpanForest forest = SpanForest.of(traces);
        Texts labels = traces.table().texts(Requests.LABEL).orElseThrow();
        return CriticalPath.of(forest, forest.root(0)).segments().stream()
                .map(each -> labels.at(each.row()) + " " + each.start() + "-" + each.end()).collect(Collectors.joining(", "));
    }

    @Test
    void crispThirteen() {
        assertEquals("O1 0-10, O2 10-30, O4 30-50, O2 50-70, O1 70-100", words(TraceTrees.CRISP_13));
    }

    @Test
    void crispEighteen() {
        SpanForest forest = SpanForest.of(TraceTrees.CRISP_18);
        Map<Integer, Long> times = CriticalPath.of(forest, 0).byRow();
        assertEquals(Map.of(0, 50L, 1, 70L, 2, 10L, 3, 10L, 4, 10L, 5, 40L, 6, 30L, 7, 20L, 8, 10L), times);
    }

    @Test
    void aChildThatEndsAsTheNextBeginsIsOnThePath() {
        assertEquals("a 0-40, b 40-90, r 90-100", words(TraceTrees.of("t 1 - s r 0 100", "t 2 1 s a 0 40", "t 3 1 s b 40 90", "t 4 1 s c 20 70")));
    }

    @Test
    void childrenBeyondTheirParentAreClipped() {
        assertEquals("early 100-120, r 120-180, late 180-200", words(TraceTrees.of("t 1 - s r 100 200", "t 2 1 s early 50 120", "t 3 1 s late 180 400",
                "t 4 1 s after 300 310", "t 5 1 s before 10 20")));
    }

    @Test
    void emptySpansNeitherLoopNorShow() {
        assertEquals("r 0-10", words(TraceTrees.of("t 1 - s r 0 10", "t 2 1 s a 5 5", "t 3 1 s b 5 5", "t 4 1 s c 10 10")));
    }

    @Test
    void anyTreeIsCoveredWithoutGap() {
        RandomGenerator random = Seeds.stream(3, "trees", 0);
        for (int round = 0; round < 200; round++) {
            int n = 1 + random.nextInt(30);
            String[] lines = new String[n];
            for (int i = 0; i < n; i++) {
                int start = i == 0 ? 0 : random.nextInt(120);
                lines[i] = "t " + i + " " + (i == 0 ? "-" : random.nextInt(i)) + " s o " + start + " " + (i == 0 ? 100 : start + random.nextInt(60));
            }
            SpanForest forest = SpanForest.of(TraceTrees.of(lines));
            long at = 0;
            for (CriticalPath.Segment each : CriticalPath.of(forest, 0).segments()) {
                assertEquals(at, each.start());
                at = each.end();
            }
            assertEquals(100, at);
        }
    }

    @Test
    void aChainOfManySpansNeedsNoDeepStack() {
        int n = 50_000;
        String[] lines = new String[n];
        for (int i = 0; i < n; i++) {
            lines[i] = "t " + i + " " + (i == 0 ? "-" : i - 1) + " s o " + i + " " + (2 * n - i);
        }
        SpanForest forest = SpanForest.of(TraceTrees.of(lines));
        assertEquals(2 * n - 1, CriticalPath.of(forest, 0).segments().size());
        assertEquals(n, Waterfall.of(forest, 0).lines().size());
    }

    @Test
    void waterfallShowsDepthAndCriticalStretches() {
        Waterfall waterfall = Waterfall.of(SpanForest.of(TraceTrees.CRISP_13), 0);
        assertEquals(List.of(0, 1, 2, 2), waterfall.lines().stream().map(Waterfall.Line::depth).toList());
        assertEquals(List.of(new TimeSpan(10, 30), new TimeSpan(50, 70)), waterfall.lines().get(1).critical());
        assertEquals(List.of(), waterfall.lines().get(2).critical());
        assertEquals(new TimeSpan(0, 100), waterfall.span());
    }
}
