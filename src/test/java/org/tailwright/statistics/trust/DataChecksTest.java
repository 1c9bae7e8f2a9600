package org.tailwright.statistics.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tailwright.statistics.trust.Generated.Row;
import org.tailwright.work.Work;

class DataChecksTest {
    private static final long SECOND = Generated.SECOND;

    @Test
    void cleanRunsRaiseNoDoubtOverSeeds() {
        for (int seed = 0; seed < 200; seed++) {
            Row[] rows = seed % 2 == 0 ? Generated.open(seed, 5_000, 100, 80) : Generated.closed(seed, 5_000, 20, 100, 100);
            assertEquals(List.of(), doubts(rows), "seed " + seed);
        }
    }

    @Test
    void aHoleIsFoundWithItsLength() {
        Row[] rows = Arrays.stream(Generated.open(1, 10_000, 100, 50)).map(each -> each.start() < 40 * SECOND ? each : moved(each, 7 * SECOND)).toArray(Row[]::new);
        Check hole = only(rows, "holes");
        assertTrue(hole.words().startsWith("nothing started for 7.0") || hole.words().startsWith("nothing started for 6.9"), hole.words());
    }

    @Test
    void workThatComesInBurstsHasNoHoles() {
        Row[] rows = Arrays.stream(Generated.open(2, 6_000, 100, 50)).map(each -> new Row(each.start() / SECOND * 30 * SECOND + each.start() % SECOND, each.duration(),
                each.thread(), 0)).toArray(Row[]::new);
        assertEquals(List.of(), doubts(Generated.byEnd(rows)));
    }

    @Test
    void joinedTwiceIsFoundExactlyAndBySample() {
        for (int n : new int[] {4_000, 700_000}) {
            Row[] once = Generated.open(3, n, 1000, 50);
            Row[] rows = Generated.byEnd(Stream.concat(Arrays.stream(once), Arrays.stream(once).limit(n / 10)).toArray(Row[]::new));
            RowScan.Repeats repeats = RowScan.of(Generated.requests(rows, true, false), Work.NONE).repeats();
            assertEquals(0.1 * n, repeats.rows(), n < 10_000 ? 0 : 0.015 * n);
            assertTrue(n < 10_000 || repeats.looked() < rows.length / 3);
            assertTrue(only(rows, "duplicates").words().contains("repeat another row"));
        }
    }

    @Test
    void aClockSetBackIsFoundWithItsPlace() {
        Row[] rows = Generated.open(4, 10_000, 100, 50);
        for (int i = 6_400; i < rows.length; i++) {
            rows[i] = moved(rows[i], -20 * SECOND);
        }
        Check step = only(rows, "clock");
        assertTrue(step.words().contains("once, by up to 20") || step.words().contains("once, by up to 19."), step.words());
        assertTrue(step.words().contains("near row 6,4") || step.words().contains("near row 6\u202f4") || step.words().contains("6400"), step.words());
    }

    @Test
    void fewLateRowsAreNoStepAndShuffledRowsAreNotInOrder() {
        Row[] late = Generated.open(5, 10_000, 100, 50);
        late[5_000] = moved(late[5_000], -20 * SECOND);
        assertEquals(List.of(), doubts(late));
        Row[] shuffled = Generated.open(6, 10_000, 100, 50);
        Arrays.sort(shuffled, (a, b) -> Integer.compare(a.thread() % 10, b.thread() % 10));
        List<Check> all = DataChecks.of(Generated.requests(shuffled, true, false), Work.NONE);
        assertTrue(all.stream().anyMatch(each -> each.id().equals("order") && each.level() == Check.Level.NOTE), all.toString());
        assertTrue(all.stream().noneMatch(each -> each.id().equals("clock")));
    }

    @Test
    void timeoutsPileUpAtTheLimit() {
        Row[] rows = Arrays.stream(Generated.open(7, 10_000, 100, 500)).map(each -> new Row(each.start(), Math.min(each.duration(), SECOND), each.thread(), 0)).toArray(Row[]::new);
        assertTrue(only(Generated.byEnd(rows), "clipped").words().contains("last exactly 1"), only(rows, "clipped").words());
    }

    @Test
    void ofSmallSizesThePercentilesAreNamedThatTheyCannotCarry() {
        Check nines = DataChecks.of(Generated.requests(Generated.open(8, 500, 100, 50), true, false), Work.NONE).stream().filter(each -> each.id().equals("nines"))
                .findFirst().orElseThrow();
        assertTrue(nines.words().contains("up to p99 at best"), nines.words());
        assertTrue(nines.words().contains("3,688"), nines.words());
    }

    private static Row moved(Row row, long by) {
        return new Row(row.start() + by, row.duration(), row.thread(), row.active());
    }

    private static List<Check> doubts(Row[] rows) {
        return DataChecks.of(Generated.requests(rows, true, false), Work.NONE).stream().filter(each -> each.level() == Check.Level.DOUBT).toList();
    }

    private static Check only(Row[] rows, String id) {
        List<Check> found = doubts(rows);
        assertEquals(List.of(id), found.stream().map(Check::id).toList(), found.toString());
        return found.getFirst();
    }
}
