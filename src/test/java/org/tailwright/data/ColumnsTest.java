package org.tailwright.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnsTest {
    @Test
    void missingValuesAreAnExplicitMask() {
        Longs column = Longs.builder(Unit.COUNT).add(7).addMissing().add(0).build();
        assertEquals(3, column.size());
        assertFalse(column.missing(0));
        assertTrue(column.missing(1));
        assertFalse(column.missing(2));
        assertTrue(column.select(Rows.of(1, 2)).missing(0));
    }

    @Test
    void stepsGiveTheirValuesAndBecomeWideWhereTheyMust() {
        Longs.Builder builder = Longs.steps(Unit.TIME, 5_000, 1_000);
        builder.add(0).add(-3).addMissing().addAll(new int[] {7, 8, 9}, 2);
        assertEquals(13_000, builder.build().at(4));
        Longs.Builder wide = Longs.steps(Unit.TIME, 5_000, 1_000).add(2).addMissing().add(1L << 40).addMissing();
        Longs column = wide.addAll(new int[] {1}, 1).build();
        assertArrayEquals(new long[] {7_000, 0, 5_000 + 1_000 * (1L << 40), 0, 6_000}, column.toArray());
        assertTrue(column.missing(1) && column.missing(3) && !column.missing(4));
        assertEquals(6_000, column.select(Rows.of(4)).at(0));
    }

    @Test
    void tallyCountsWhatSortingFinds() {
        SplittableRandom random = new SplittableRandom(9);
        Longs.Builder builder = Longs.steps(Unit.DURATION, 0, 1_000_000);
        BitSet failed = new BitSet();
        for (int i = 0; i < 5_000; i++) {
            builder.add(random.nextInt(900));
            failed.set(i, random.nextInt(10) == 0);
        }
        Longs column = builder.build();
        long[] kept = java.util.stream.IntStream.range(0, 5_000).filter(i -> !failed.get(i)).mapToLong(column::at).sorted().toArray();
        Tally tally = column.tally(Flags.of(failed, 5_000)).orElseThrow();
        assertEquals(kept.length, tally.total());
        assertArrayEquals(new long[] {kept[0], kept[1234], kept[kept.length - 1]}, tally.values(1, 1235, kept.length));
        assertTrue(Longs.of(Unit.DURATION, 1, 2).tally(null).isEmpty());
        assertTrue(column.select(Rows.range(0, 5)).tally(null).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 300, 70_000})
    void codesTakeAsManyBytesAsTheyNeed(int distinct) {
        Texts.Store store = new Texts.Dictionary(java.util.stream.IntStream.range(0, distinct).mapToObj(Integer::toString).toArray(String[]::new));
        int[] codes = {0, -1, distinct - 1};
        Texts whole = Texts.of(codes.clone(), store);
        Texts.Coded parts = Texts.coded(0, 0);
        int[] meant = java.util.stream.IntStream.range(0, distinct).toArray();
        parts.addAll(new int[] {0, 1, 2}, 2, new int[] {2, 1}, 2);
        parts.addAll(new int[] {distinct - 1}, 1, meant, distinct - 1);
        Texts joined = parts.build(store);
        for (int row = 0; row < 3; row++) {
            assertEquals(codes[row], whole.code(row));
        }
        assertEquals(3, joined.size());
        assertEquals("2", joined.at(0));
        assertEquals("1", joined.at(1));
        assertEquals(Integer.toString(distinct - 1), joined.at(2));
    }

    @Test
    void textsShareCodesAndRememberMissing() {
        Texts texts = Texts.builder().add("a").add("b").add(null).add("a").build();
        assertEquals(2, texts.codes());
        assertEquals(texts.code(0), texts.code(3));
        assertEquals("", texts.at(2));
        assertTrue(texts.missing(2));
        assertEquals(-1, texts.codeOf("c"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void selectionsOfSelectionsReadTheSameRows(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] values = random.longs(500).toArray();
        Longs column = Longs.of(Unit.NONE, values);
        Rows first = Rows.where(values.length, row -> random.nextInt(3) > 0);
        Rows second = random.nextBoolean() ? Rows.range(5, first.size() / 2) : Rows.where(first.size(), row -> random.nextBoolean());
        Longs view = column.select(first).select(second);
        for (int i = 0; i < view.size(); i++) {
            assertEquals(values[first.at(second.at(i))], view.at(i));
        }
        assertEquals(second.size(), view.toArray().length);
    }

    @Test
    void builderGrowsAndKeepsOrder() {
        Doubles.Builder builder = Doubles.builder(Unit.NONE);
        for (int i = 0; i < 5000; i++) {
            builder.add(i / 2.0);
        }
        Doubles column = builder.build();
        assertEquals(5000, column.size());
        assertEquals(2499.5, column.at(4999));
    }

    @Test
    void tableRefusesUnequalColumns() {
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        columns.put("a", Longs.of(Unit.NONE, 1, 2));
        columns.put("b", Longs.of(Unit.NONE, 1));
        assertThrows(IllegalArgumentException.class, () -> Table.of(columns));
    }

    @Test
    void selectingEveryRowIsTheSameTable() {
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        columns.put("a", Longs.of(Unit.NONE, 1, 2, 3));
        Table table = Table.of(columns);
        assertSame(table, table.select(Rows.all(3)));
        assertArrayEquals(new long[] {3}, table.select(Rows.range(2, 3)).longs("a").orElseThrow().toArray());
    }

    @Test
    void flagsCountWithinAView() {
        BitSet bits = new BitSet();
        bits.set(1);
        bits.set(3);
        Flags flags = Flags.of(bits, 5);
        assertEquals(2, flags.count());
        assertEquals(1, flags.select(Rows.range(2, 5)).count());
    }
}
