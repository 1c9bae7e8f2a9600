package org.tailwright.readers.jmeter;

import org.tailwright.readers.text.Words;

/// Where the delimiters, line ends and quotes of a stretch of bytes are, found 64 bytes at a time without a branch for each.
final class Separators {
    /// So many bytes are looked at in one go; a record that is longer is read another way.
    static final int STRETCH = 32 << 10;

    private static final int BLOCK = Long.SIZE;

    /// Position before the stretch, then the positions of delimiters and line ends.
    final int[] ends = new int[STRETCH + 2 * BLOCK];
    /// Number of positions in [#ends].
    int count;
    /// Positions of quotes.
    final int[] quotes = new int[STRETCH + 2 * BLOCK];
    /// Number of quotes.
    int quoteCount;

    /// Looks at `bytes[from..to)`, behind which 64 bytes must be readable and less than 64 are looked at too.
    void find(byte[] bytes, int from, int to, long delimiters) {
        ends[0] = from - 1;
        quoteCount = 0;
        int n = 1;
        for (int at = from; at < to; at += BLOCK) {
            long separators = 0;
            long unquoted = -1;
            for (int i = 0; i < BLOCK; i += Long.BYTES) {
                long word = Words.at(bytes, at + i);
                separators |= Words.bits(~(Words.others(word, delimiters) & Words.others(word, Words.LINES))) << i;
                unquoted &= Words.others(word, Words.QUOTES);
            }
            n = positions(separators, at, n);
            if (Words.any(~unquoted)) {
                quotes(bytes, at);
            }
        }
        count = n;
    }

    /// Writes the positions of the bits, and up to three more that are written over later.
    private int positions(long mask, int at, int n) {
        int next = n + Long.bitCount(mask);
        long rest = mask;
        for (int i = n; i < next; i += 4) {
            ends[i] = at + Long.numberOfTrailingZeros(rest);
            rest &= rest - 1;
            ends[i + 1] = at + Long.numberOfTrailingZeros(rest);
            rest &= rest - 1;
            ends[i + 2] = at + Long.numberOfTrailingZeros(rest);
            rest &= rest - 1;
            ends[i + 3] = at + Long.numberOfTrailingZeros(rest);
            rest &= rest - 1;
        }
        return next;
    }

    private void quotes(byte[] bytes, int from) {
        for (int at = from; at < from + BLOCK; at++) {
            if (bytes[at] == '"') {
                quotes[quoteCount++] = at;
            }
        }
    }
}
