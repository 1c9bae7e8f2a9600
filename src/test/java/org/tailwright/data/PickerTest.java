package org.tailwright.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is found a block at a time is what is found by looking at each row, whatever the columns are made of.
class PickerTest {
    private static final int ROWS = (1 << 16) + 3 * Picker.BLOCK + 77;

    /// @param kind 0 narrow columns in order, 1 wide ones in any order, 2 with rows that miss a value
    private static Requests requests(int kind) {
        SplittableRandom random = new SplittableRandom(kind);
        Longs.Builder starts = kind == 1 ? Longs.builder(Unit.TIME) : Longs.steps(Unit.TIME, 1_000, 10);
        Longs.Builder durations = kind == 1 ? Longs.builder(Unit.DURATION) : Longs.steps(Unit.DURATION, 0, 1_000);
        int[] few = new int[ROWS];
        int[] many = new int[ROWS];
        BitSet failed = new BitSet();
        for (int row = 0; row < ROWS; row++) {
            starts.add(kind == 1 ? (1L << 40) + random.nextInt(100_000) : row / 3);
            if (kind == 2 && random.nextInt(50) == 0) {
                durations.addMissing();
            } else {
                durations.add(kind == 1 ? (long) Math.exp(25 * random.nextDouble()) : random.nextInt(500));
            }
            few[row] = random.nextInt(5) - 1;
            many[row] = random.nextInt(300);
            failed.set(row, random.nextInt(7) == 0);
        }
        LinkedHashMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.START, starts.build());
        columns.put(Requests.DURATION, durations.build());
        columns.put("few", Texts.of(few, new Texts.Dictionary(new String[] {"a", "b", "c", "d"})));
        columns.put("many", Texts.of(many, new Texts.Dictionary(IntStream.range(0, 300).mapToObj(i -> "m" + i).toArray(String[]::new))));
        columns.put(Requests.FAILED, Flags.of(failed, ROWS));
        return new Requests(new Origin("r", Path.of("r"), "test", Trust.clean(ROWS)), Table.of(columns), Meaning.of(Meaning.Duration.UNKNOWN, Meaning.Stamp.START, 0));
    }

    private static List<Selection> selections(Requests requests) {
        TimeSpan span = requests.span().orElseThrow();
        Optional<TimeSpan> window = Optional.of(new TimeSpan(span.start() + span.length() / 7, span.start() + span.length() / 2));
        long middle = Arrays.stream(requests.durations().toArray()).sorted().toArray()[ROWS / 2];
        Optional<Selection.Band> band = Optional.of(new Selection.Band(middle, Long.MAX_VALUE));
        Optional<Selection.Band> low = Optional.of(new Selection.Band(0, middle));
        Selection.Filter few = new Selection.Filter("few", "b");
        Selection.Filter many = new Selection.Filter("many", "m17");
        return List.of(Selection.ALL, new Selection(window, Optional.empty(), List.of()), new Selection(Optional.empty(), band, List.of()),
                new Selection(Optional.empty(), low, List.of()), new Selection(window, band, List.of(few)), new Selection(Optional.empty(), Optional.empty(), List.of(many)),
                new Selection(Optional.empty(), low, List.of(few, new Selection.Filter(Requests.FAILED, "true"))),
                new Selection(Optional.empty(), Optional.empty(), List.of(new Selection.Filter("few", "nobody"))),
                new Selection(window, Optional.empty(), List.of(new Selection.Filter("absent", "x"))),
                new Selection(Optional.empty(), Optional.empty(), List.of(new Selection.Filter(Requests.DURATION, String.valueOf(middle)))));
    }

    @Test
    void rowsInsideAreThoseOfThePredicate() {
        for (int kind = 0; kind < 3; kind++) {
            Requests whole = requests(kind);
            Requests view = whole.select(Rows.where(ROWS, row -> row % 3 != 1));
            for (Requests requests : List.of(whole, view, view.select(Rows.range(100, 8_000)), whole.select(Rows.range(5_000, 11_111)))) {
                for (Selection selection : selections(whole)) {
                    IntPredicate inside = selection.inside(requests);
                    Rows rows = selection.rows(requests);
                    assertArrayEquals(IntStream.range(0, requests.table().rows()).filter(inside).toArray(), IntStream.range(0, rows.size()).map(rows::at).toArray(),
                            () -> selection.toString());
                }
            }
        }
    }

    @Test
    void valuesReadTogetherAreThoseReadAlone() {
        for (int kind = 0; kind < 3; kind++) {
            Requests whole = requests(kind);
            for (Requests requests : List.of(whole, whole.select(Rows.range(7, ROWS - 7)), whole.select(Rows.where(ROWS, row -> row % 5 == 0)))) {
                Longs column = requests.durations();
                int n = column.size();
                long[] alone = IntStream.range(0, n).mapToLong(column::at).toArray();
                assertArrayEquals(alone, column.toArray());
                int[] which = IntStream.range(0, n).filter(i -> i % 2 == 1).toArray();
                long[] some = new long[which.length];
                column.read(which, which.length, some);
                assertArrayEquals(Arrays.stream(which).mapToLong(column::at).toArray(), some);
                Texts texts = requests.table().texts("many").orElseThrow();
                int[] codes = new int[which.length];
                texts.read(which, which.length, codes);
                assertArrayEquals(Arrays.stream(which).map(texts::code).toArray(), codes);
                TimeSpan span = requests.span().orElseThrow();
                assertEquals(IntStream.range(0, n).mapToLong(requests.starts()::at).min().orElseThrow(), span.start());
                assertEquals(IntStream.range(0, n).mapToLong(i -> requests.starts().at(i) + alone[i]).max().orElseThrow(), span.end());
            }
        }
    }

    @Test
    void viewsOfWhatAscendsAscend() {
        Requests whole = requests(0);
        assertEquals(true, whole.starts().ascends());
        assertEquals(true, whole.select(Rows.of(1, 5, 9)).starts().ascends());
        assertEquals(false, requests(1).starts().ascends());
    }
}
