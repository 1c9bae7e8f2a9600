package org.tailwright.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tailwright.data.Column;
import org.tailwright.data.Longs;
import org.tailwright.data.Meaning;
import org.tailwright.data.Origin;
import org.tailwright.data.Requests;
import org.tailwright.data.Selection;
import org.tailwright.data.Table;
import org.tailwright.data.TimeSpan;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;
import org.tailwright.work.Work;

/// The slowest rows and the scanned durations are those that sorting and looking at each row give, with many equal durations.
class ExemplarsTest {
    private static Requests requests(int rows) {
        return requests(rows, 1_000_000, 40);
    }

    private static Requests requests(int rows, long step, int most) {
        SplittableRandom random = new SplittableRandom(3);
        Longs.Builder starts = Longs.steps(Unit.TIME, 0, 1_000_000);
        Longs.Builder durations = Longs.steps(Unit.DURATION, 0, step);
        for (int row = 0; row < rows; row++) {
            starts.add(row / 2);
            durations.add(step == 1 ? (long) Math.exp(random.nextDouble() * 25) - 20 : random.nextInt(most));
        }
        LinkedHashMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.START, starts.build());
        columns.put(Requests.DURATION, durations.build());
        return new Requests(new Origin("r", Path.of("r"), "test", Trust.clean(rows)), Table.of(columns), Meaning.of(Meaning.Duration.SERVICE_TIME, Meaning.Stamp.START, 0));
    }

    @Test
    void slowestOfAnySelection() {
        for (int rows : new int[] {0, 50, 230_000}) {
            Requests requests = requests(rows);
            for (Selection each : List.of(Selection.ALL, Selection.ALL.banded(Optional.of(new Selection.Band(0, 7_000_000))),
                    Selection.ALL.banded(Optional.of(new Selection.Band(3_000_000, 3_000_001))), Selection.ALL.banded(Optional.of(new Selection.Band(39_000_000, Long.MAX_VALUE))),
                    Selection.ALL.within(Optional.of(new TimeSpan(10_000_000, 20_000_000_000L))))) {
                int[] inside = IntStream.range(0, rows).filter(each.inside(requests)).toArray();
                List<Integer> slowest = IntStream.of(inside).boxed().sorted(Comparator.comparingLong((Integer row) -> requests.durations().at(row)).reversed()).limit(200).toList();
                assertEquals(slowest, Exemplars.slowest(requests, each, 200, Work.NONE).stream().map(Exemplars.Exemplar::row).toList());
                Scan scan = Scan.of(requests, each, Work.NONE);
                assertArrayEquals(IntStream.of(inside).mapToLong(requests.durations()::at).toArray(), scan.durations());
            }
        }
    }

    @Test
    void orderStatisticsFromClassesAreThoseOfSorting() {
        for (Requests requests : List.of(requests(30_000), requests(30_000, 1, 0), requests(230_000, 1, 0), requests(110_000, 1_000, 1 << 20), requests(110_000, 1_000, 100_000))) {
            long[] all = requests.durations().toArray();
            Requests view = requests.select(org.tailwright.data.Rows.where(all.length, row -> row % 3 > 0));
            for (Requests part : List.of(requests, view)) {
                long[] durations = part.durations().toArray();
                Arrays.sort(durations);
                for (Selection each : List.of(Selection.ALL, Selection.ALL.banded(Optional.of(new Selection.Band(durations[durations.length / 3], durations[durations.length - 100]))))) {
                    long[] inside = Arrays.stream(durations).filter(value -> each.band().isEmpty() || each.band().get().contains(value)).toArray();
                    SizeTally tally = SizeTally.of(part, each, Work.NONE);
                    assertEquals(inside.length, tally.size());
                    for (double p : new double[] {0, 0.01, 0.5, 0.9, 0.99, 0.999, 1}) {
                        assertEquals(Quantiles.ofSorted(inside, p), tally.quantile(p, Work.NONE), each + " " + p);
                    }
                    tally.sorted(Work.NONE).ifPresent(sorted -> assertArrayEquals(inside, sorted));
                }
            }
        }
    }

    @Test
    void classesHoldTheirValues() {
        for (long value : new long[] {0, 1, 2_047, 2_048, 4_095, 4_096, 4_097, 123_456_789, Long.MAX_VALUE / 4}) {
            Longs column = Longs.of(Unit.DURATION, 0, value, Long.MAX_VALUE / 4);
            int number = org.tailwright.data.SizeClasses.key(value);
            assertTrue(column.classes().low(number) <= value && value <= column.classes().high(number), () -> value + " in class " + number);
            assertTrue(value == 0 || column.classes().high(number - 1) < column.classes().low(number));
        }
    }
}
