package org.tailwright.data;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// The codes of texts that were lately met, found by four words that overlap and together hold all bytes of a text of up to 32: most texts of
/// a large file (labels, threads, codes) are short and repeat. Others are looked up in the dictionary.
public final class RecentTexts {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int SLOTS = 1 << 10;
    private static final int WORDS = 4;
    private static final int LONGEST = WORDS * Long.BYTES;

    private final long[] words = new long[WORDS * SLOTS];
    private final int[] lengths = new int[SLOTS];
    private final int[] codes = new int[SLOTS];
    private Utf8Pool.Builder dictionary = Utf8Pool.builder();

    /// Knows nothing yet.
    public RecentTexts() {
        Arrays.fill(lengths, -1);
    }

    /// Forgets everything; texts now go to `other`.
    public void begin(Utf8Pool.Builder other) {
        dictionary = other;
        Arrays.fill(lengths, -1);
    }

    /// The code of the text in `bytes[from..to)`, before which eight bytes must be readable.
    public int code(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length > LONGEST) {
            return looked(bytes, from, to);
        }
        long last = (long) WORD.get(bytes, to - Long.BYTES);
        long first = 0;
        long second = 0;
        long third = 0;
        if (length > 2 * Long.BYTES) {
            first = (long) WORD.get(bytes, from);
            second = (long) WORD.get(bytes, from + Long.BYTES);
            third = (long) WORD.get(bytes, to - 2 * Long.BYTES);
        } else if (length > Long.BYTES) {
            first = (long) WORD.get(bytes, from);
        } else {
            last = length == 0 ? 0 : last >>> Long.SIZE - 8 * length;
        }
        long mixed = (first ^ second * 0xbf58476d1ce4e5b9L ^ third * 0x94d049bb133111ebL ^ last * 0xd6e8feb86659fd93L) * 0x9e3779b97f4a7c15L;
        int slot = (int) (mixed >>> 54);
        int place = WORDS * slot;
        if (lengths[slot] == length && words[place] == first && words[place + 1] == second && words[place + 2] == third && words[place + 3] == last) {
            return codes[slot];
        }
        lengths[slot] = length;
        words[place] = first;
        words[place + 1] = second;
        words[place + 2] = third;
        words[place + 3] = last;
        codes[slot] = looked(bytes, from, to);
        return codes[slot];
    }

    private int looked(byte[] bytes, int from, int to) {
        return dictionary.code(bytes, from, to);
    }
}
