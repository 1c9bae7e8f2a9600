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
