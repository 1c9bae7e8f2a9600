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

    @ParameterizedTest
    @ValueSource(ints = {10, 3_000, 90_000})
    void partsJoinedAtOnceGiveTheSameAsOneByOne(int each) {
        SplittableRandom random = new SplittableRandom(each);
        for (boolean wide : new boolean[] {true, false}) {
            Ids slow = wide ? HexIds.of32() : HexIds.of16();
            Ids fast = slow.fresh();
            int[][] before = new int[3][];
            int[][] due = new int[3][];
            for (int part = 0; part < 3; part++) {
                HexIds.Builder own = (HexIds.Builder) slow.fresh();
                for (int i = 0; i < each; i++) {
                    own.code(wide ? random.nextInt(3) : 0, random.nextInt(2 * each));
                }
                due[part] = own.into(slow);
                before[part] = own.onto(fast);
            }
            int[] settled = fast.settle();
            assertEquals(slow.size(), fast.size());
            for (int part = 0; part < 3; part++) {
                for (int i = 0; i < due[part].length; i++) {
                    assertEquals(due[part][i], settled.length == 0 ? before[part][i] : settled[before[part][i]]);
                }
            }
            assertEquals(slow.size(), ((HexIds.Builder) fast).code(7, 1L << 40), "a new id after settling");
            assertEquals(slow.size(), ((HexIds.Builder) fast).code(7, 1L << 40));
            Texts.Store whole = fast.store();
            Texts.Store known = slow.store();
            for (int code = 0; code < known.codes(); code++) {
                assertEquals(known.text(code), whole.text(code));
            }
        }
    }

    @Test
    void recentTextsGiveTheDictionarysCodes() {
        SplittableRandom random = new SplittableRandom(4);
        Utf8Pool.Builder plain = Utf8Pool.builder();
        Utf8Pool.Builder behind = Utf8Pool.builder();
        RecentTexts recent = new RecentTexts();
        recent.begin(behind);
        byte[] bytes = new byte[120];
        for (int i = 0; i < 200_000; i++) {
            int length = random.nextInt(1 + random.nextInt(40));
            for (int k = 0; k < length; k++) {
                bytes[16 + k] = (byte) ('a' + random.nextInt(random.nextInt(4) == 0 ? 2 : 1));
            }
            assertEquals(plain.code(bytes, 16, 16 + length), recent.code(bytes, 16, 16 + length));
        }
        assertEquals(plain.size(), behind.size());
    }
}
