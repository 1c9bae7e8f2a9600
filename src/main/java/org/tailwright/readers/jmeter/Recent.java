package org.tailwright.readers.jmeter;

import java.util.Arrays;
import org.tailwright.data.Utf8Pool;

/// The codes of texts that were met before in a column, found by four words that overlap and together hold all bytes of a text of up to 32:
/// most texts of a result file (labels, threads, codes) are short and repeat. Others are looked up in the dictionary.
final class Recent {
    private static final int SLOTS = 1 << 10;
    private static final int WORDS = 4;
    private static final int LONGEST = WORDS * Long.BYTES;

    private final long[] words = new long[WORDS * SLOTS];
    private final int[] lengths = new int[SLOTS];
    private final int[] codes = new int[SLOTS];
    private Utf8Pool.Builder dictionary = Utf8Pool.builder();

    /// Forgets everything; texts now go to `other`.
    void begin(Utf8Pool.Builder other) {
        dictionary = other;
        Arrays.fill(lengths, -1);
    }

    /// The code of the text in `bytes[from..to)`, before and behind which eight bytes must be readable.
    int code(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length > LONGEST) {
            return looked(bytes, from, to);
        }
        long last = Words.at(bytes, to - Long.BYTES);
        long first = 0;
        long second = 0;
        long third = 0;
        if (length > 2 * Long.BYTES) {
            first = Words.at(bytes, from);
            second = Words.at(bytes, from + Long.BYTES);
            third = Words.at(bytes, to - 2 * Long.BYTES);
        } else if (length > Long.BYTES) {
            first = Words.at(bytes, from);
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
