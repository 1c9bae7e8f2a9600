package org.tailwright.readers.jmeter;

import org.tailwright.readers.text.Words;

/// Where the delimiters, line ends and quotes of a stretch of bytes are, found eight bytes at a time.
final class Separators {
    /// So many bytes are looked at in one go; a record that is longer is read another way.
    static final int STRETCH = 32 << 10;

    /// Position before the stretch, then the positions of delimiters and line ends.
    final int[] ends = new int[STRETCH + 4 * Long.BYTES];
    /// Number of positions in [#ends].
    int count;
    /// Positions of quotes.
    final int[] quotes = new int[STRETCH + 4 * Long.BYTES];
    /// Number of quotes.
    int quoteCount;

    /// Looks at `bytes[from..to)`, behind which eight bytes must be readable and less than eight are looked at too.
    void find(byte[] bytes, int from, int to, long delimiters) {
        ends[0] = from - 1;
        quoteCount = 0;
        int n = 1;
        for (int at = from; at < to; at += Long.BYTES) {
            long word = Words.at(bytes, at);
            long found = Words.matches(word, delimiters) | Words.matches(word, Words.LINES);
            if (found != 0) {
                n = positions(found, at, n);
            }
            if (Words.holds(word, Words.QUOTES)) {
                quotes(bytes, at);
            }
        }
        count = n;
    }

    /// Writes the positions of the bits: two without asking, since a word seldom has more, of which the second may be written over later.
    private int positions(long found, int at, int n) {
        long rest = found & found - 1;
        ends[n] = at + (Long.numberOfTrailingZeros(found) >>> 3);
        ends[n + 1] = at + (Long.numberOfTrailingZeros(rest) >>> 3);
        int next = n + Long.bitCount(found);
        for (int i = n + 2; i < next; i++) {
            rest &= rest - 1;
            ends[i] = at + (Long.numberOfTrailingZeros(rest) >>> 3);
        }
        return next;
    }

    private void quotes(byte[] bytes, int from) {
        for (int at = from; at < from + Long.BYTES; at++) {
            if (bytes[at] == '"') {
                quotes[quoteCount++] = at;
            }
        }
    }
}
