package org.tailwright.readers.otlp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.tailwright.readers.text.Words;

/// An ASCII text that is looked for, compared eight bytes at a time.
final class Literal {
    private final int length;
    private final long[] words;
    private final long last;

    private Literal(byte[] text) {
        length = text.length;
        byte[] padded = Arrays.copyOf(text, text.length + Long.BYTES);
        words = new long[(length + 7) / Long.BYTES];
        for (int i = 0; i < words.length; i++) {
            words[i] = Words.at(padded, Long.BYTES * i);
        }
        last = -1L >>> Long.SIZE - 8 * (length - Long.BYTES * (words.length - 1));
    }

    /// @param text not empty
    static Literal of(String text) {
        return new Literal(text.getBytes(StandardCharsets.US_ASCII));
    }

    /// The bytes from `from` (inclusive) to `to` (exclusive), at least one.
    static Literal of(byte[] bytes, int from, int to) {
        return new Literal(Arrays.copyOfRange(bytes, from, to));
    }

    int length() {
        return length;
    }

    /// Whether it stands at `at`.
    boolean at(byte[] bytes, int at) {
        int end = words.length - 1;
        for (int i = 0; i < end; i++) {
            if (Words.at(bytes, at + Long.BYTES * i) != words[i]) {
                return false;
            }
        }
        return (Words.at(bytes, at + Long.BYTES * end) & last) == words[end];
    }
}
