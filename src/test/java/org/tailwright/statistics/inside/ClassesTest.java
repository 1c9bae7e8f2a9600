package org.tailwright.statistics.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.tailwright.data.Column;
import org.tailwright.data.Doubles;
import org.tailwright.data.Longs;
import org.tailwright.data.Texts;
import org.tailwright.data.Unit;

class ClassesTest {
    private static List<String> names(Texts texts) {
        return IntStream.range(0, texts.codes()).mapToObj(texts::text).toList();
    }

    private static Texts classes(Column column) {
        return Classes.of("bytes", column).orElseThrow();
    }

    /// 1 to 1000 backwards: quantiles 100, 250, 500, 750 and 900.
    @Test
    void manyNumbersAreCutAtQuantiles() {
        Texts found = classes(Longs.of(Unit.BYTES, LongStream.rangeClosed(1, 1000).map(each -> 1001 - each).toArray()));
        assertEquals(List.of("..100", "100..250", "250..500", "500..750", "750..900", "900.."), names(found));
        assertEquals("900..", found.at(0));
        assertEquals("900..", found.at(100), "900 itself");
        assertEquals("750..900", found.at(101));
        assertEquals("..100", found.at(999));
    }

    /// Ports lie close together far from 0.
    @Test
    void edgesAreRoundedToTheRange() {
        Texts found = classes(Longs.of(Unit.NONE, LongStream.range(0, 1400).map(each -> 8094 - each * 11 % 14).toArray()));
        assertTrue(found.codes() >= 4, names(found).toString());
        assertTrue(names(found).stream().allMatch(each -> each.contains("80")), names(found).toString());
    }

    @Test
    void fewNumbersAreAClassEach() {
        Texts found = classes(Doubles.of(Unit.NONE, 2, 0.5, 2, 0.5, Double.NaN, -3));
        assertEquals(List.of("-3", "0.5", "2"), names(found));
        assertEquals(List.of("2", "0.5", "2", "0.5", "", "-3"), IntStream.range(0, 6).mapToObj(found::at).toList());
    }

    @Test
    void timesNumbersThatOnlyGrowAndConstantsAreNone() {
        assertTrue(Classes.of("latency", Longs.of(Unit.DURATION, 5, 3, 9)).isEmpty());
        assertTrue(Classes.of("end", Longs.of(Unit.TIME, 5, 3, 9)).isEmpty());
        assertTrue(Classes.of("gc id", Longs.of(Unit.NONE, 1, 2, 2, 3)).isEmpty());
        assertTrue(Classes.of("port", Longs.of(Unit.NONE, 80, 80, 80)).isEmpty());
        assertTrue(Classes.of("weight", Doubles.of(Unit.NONE, 1, 2, 1)).isEmpty());
        BitSet missing = new BitSet();
        missing.set(1);
        assertEquals("", classes(Longs.of(Unit.COUNT, new long[] {4, 0, 3, 4}, missing)).at(1));
    }
}
