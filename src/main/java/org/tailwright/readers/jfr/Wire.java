package org.tailwright.readers.jfr;

import java.nio.charset.StandardCharsets;

/// Reads the values of a chunk's bytes in the format's compressed form. Going beyond the end is an [IndexOutOfBoundsException], anything
/// else that cannot be an [IllegalStateException].
final class Wire {
    static final int NULL = 0;
    static final int EMPTY = 1;
    static final int POOLED = 2;
    static final int UTF_8 = 3;
    static final int CHARS = 4;
    static final int LATIN_1 = 5;

    byte[] bytes;
    int at;
    private int end;

    Wire(byte[] bytes, int at, int end) {
        this.bytes = bytes;
        this.at = at;
        this.end = end;
    }

    /// Another one that stands where `other` does.
    Wire(Wire other) {
        this(other.bytes, other.at, other.end);
    }

    /// Goes on in other bytes.
    void over(byte[] others, int from, int to) {
        bytes = others;
        at = from;
        end = to;
    }

    /// @throws IndexOutOfBoundsException when it stands beyond the end
    void check() {
        if (at > end || at < 0) {
            throw new IndexOutOfBoundsException("beyond the end");
        }
    }

    byte single() {
        return bytes[at++];
    }

    /// Seven bits a byte, lowest first; a ninth byte has eight.
    long number() {
        byte b = bytes[at++];
        if (b >= 0) {
            return b;
        }
        long value = b & 0x7f;
        for (int shift = 7; shift < 56; shift += 7) {
            b = bytes[at++];
            value |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return value;
            }
        }
        return value | (long) (bytes[at++] & 0xff) << 56;
    }

    /// A number of things, each of which takes at least a byte.
    int count() {
        long count = number();
        if (count < 0 || count > end - at) {
            throw new IllegalStateException(count + " values in " + (end - at) + " bytes");
        }
        return (int) count;
    }

    /// A value of `size` bytes, highest first.
    long plain(int size) {
        long value = 0;
        for (int i = 0; i < size; i++) {
            value = value << 8 | bytes[at++] & 0xff;
        }
        return value;
    }

    /// A text that is written out here; null counts as empty.
    String text() {
        byte spelling = single();
        if (spelling == NULL || spelling == EMPTY) {
            return "";
        }
        if (spelling == POOLED) {
            throw new IllegalStateException("a text that is not written out");
        }
        int from = at;
        skipText(spelling);
        return text(spelling, from);
    }

    /// The text of a spelling whose length stands at `from` and that was just skipped.
    String text(int spelling, int from) {
        Wire in = new Wire(bytes, from, end);
        int size = in.count();
        if (spelling != CHARS) {
            return new String(bytes, in.at, size, spelling == UTF_8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        }
        char[] chars = new char[size];
        for (int i = 0; i < size; i++) {
            chars[i] = (char) in.number();
        }
        return new String(chars);
    }

    void skipText(int spelling) {
        switch (spelling) {
            case NULL, EMPTY -> { }
            case POOLED -> number();
            case UTF_8, LATIN_1 -> {
                int size = count();
                at += size;
            }
            case CHARS -> {
                int size = count();
                for (int i = 0; i < size; i++) {
                    if (bytes[at++] < 0) {
                        at--;
                        number();
                    }
                }
            }
            default -> throw new IllegalStateException("a text of kind " + spelling);
        }
    }
}
