package org.tailwright.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
    @Test
    void equalTextsHaveOneCodeWhereverTheyStand() {
        Utf8Pool.Builder texts = Utf8Pool.builder();
        byte[] line = "GET /pay,GET /pay,ünïcode".getBytes(StandardCharsets.UTF_8);
        assertEquals(0, texts.code(line, 0, 8));
        assertEquals(0, texts.code(line, 9, 17));
        assertEquals(1, texts.code(line, 18, line.length));
        assertEquals(1, texts.code("ünïcode"));
        assertEquals(2, texts.code(""));
        assertEquals("ünïcode", texts.text(1));
        assertEquals(3, texts.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {Utf8Pool.MOST_STRINGS, Utf8Pool.MOST_STRINGS + 1})
    void storesOfEitherKindGiveTheTextsBack(int distinct) {
        Utf8Pool.Builder texts = Utf8Pool.builder();
        for (int i = 0; i < distinct; i++) {
            assertEquals(i, texts.code("item number " + i));
        }
        Texts.Store store = texts.store();
        assertEquals(distinct > Utf8Pool.MOST_STRINGS, store instanceof Utf8Pool);
        assertEquals(distinct, store.codes());
        for (int i = 0; i < distinct; i += 997) {
            assertEquals("item number " + i, store.text(i));
        }
        assertEquals("item number " + (distinct - 1), store.text(distinct - 1));
    }

    @Test
    void aTextLongerThanABlockIsKeptWhole() {
        Utf8Pool.Builder texts = Utf8Pool.builder();
        String large = "x".repeat(1 << 19);
        texts.code("before");
        assertEquals(1, texts.code(large));
        assertEquals(2, texts.code("behind"));
        assertEquals(large, texts.text(1));
        assertEquals("behind", texts.text(2));
    }

    @Test
    void partsAreJoinedByText() {
        Utf8Pool.Builder whole = Utf8Pool.builder();
        whole.code("b");
        Utf8Pool.Builder part = Utf8Pool.builder();
        part.code("a");
        part.code("b");
        assertArrayEquals(new int[] {1, 0}, part.into(whole));
        assertEquals("a", whole.text(1));
    }

    @Test
    void hexadecimalIdsKeepTheirLeadingZeros() {
        HexIds.Builder spans = HexIds.of16();
        assertEquals(0, spans.code(0, 0xabL));
        assertEquals(1, spans.code(0, -1));
        assertEquals(0, spans.code(0, 0xabL));
        Texts.Store narrow = spans.store();
        assertEquals("00000000000000ab", narrow.text(0));
        assertEquals("ffffffffffffffff", narrow.text(1));
        HexIds.Builder traces = HexIds.of32();
        traces.code(1, 2);
        traces.code(2, 2);
        assertEquals(2, traces.size());
        assertEquals("00000000000000010000000000000002", traces.store().text(0));
    }

    @Test
    void manyIdsAreToldApartAndJoined() {
        SplittableRandom random = new SplittableRandom(5);
        long[] values = random.longs(20_000).toArray();
        HexIds.Builder first = HexIds.of32();
        Ids second = first.fresh();
        for (long value : values) {
            first.code(value, 7);
            ((HexIds.Builder) second).code(~value, 7);
        }
        assertEquals(values.length, first.size());
        int[] codes = second.into(first);
        assertEquals(values.length, codes[0]);
        assertEquals(2 * values.length, first.size());
    }
}
