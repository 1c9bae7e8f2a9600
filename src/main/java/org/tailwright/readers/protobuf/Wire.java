package org.tailwright.readers.protobuf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.tailwright.readers.Json;

/// Reads protobuf's wire format from a stream, every read bounded by the end of the message around it. Positions count bytes from the begin.
public final class Wire {
    /// What is wrong, and at which byte.
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;
        private final boolean cut;

        /// @param position byte
        /// @param cut whether nothing more can be read behind it
        public Malformed(String message, long position, boolean cut) {
            super(message + " (byte " + position + ")", null, false, false);
            this.cut = cut;
        }

        /// Whether nothing more can be read behind it.
        public boolean cut() {
            return cut;
        }
    }

    /// Type of a number in one to ten bytes.
    public static final int VARINT = 0;
    /// Type of a number in eight bytes.
    public static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;
    private static final int VARINT_BYTES = 10;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private final byte[] text = new byte[4 * Json.LONGEST];
    private long base;
    private int at;
    private int filled;
    private int type;

    /// Reads `in`, which stays the caller's to close.
    public Wire(InputStream in) {
        this.in = in;
    }

    /// Bytes read so far.
    public long position() {
        return base + at;
    }

    /// Whether nothing is left in the file.
    public boolean atEnd() throws IOException {
        if (at < filled) {
            return false;
        }
        base += filled;
        at = 0;
        filled = Math.max(0, in.read(buffer));
        return filled == 0;
    }

    /// Wire type of the field last begun.
    public int type() {
        return type;
    }

    private int next(long end) throws IOException, Malformed {
        if (position() >= end) {
            throw new Malformed("a value reaches beyond its message", position(), false);
        }
        if (atEnd()) {
            throw new Malformed("the file ends in the middle of a message", position(), true);
        }
        return buffer[at++] & 0xff;
    }

    /// The number of the next field.
    public int field(long end) throws IOException, Malformed {
        long tag = varint(end);
        type = (int) (tag & 7);
        long field = tag >>> 3;
        if (field == 0 || field > Integer.MAX_VALUE) {
            throw new Malformed("a field has no valid number", position(), false);
        }
        return (int) field;
    }

    /// A number in one to ten bytes.
    public long varint(long end) throws IOException, Malformed {
        long value = 0;
        for (int i = 0; i < VARINT_BYTES; i++) {
            int b = next(end);
            value |= (long) (b & 0x7f) << 7 * i;
            if (b < 0x80) {
                return value;
            }
        }
        throw new Malformed("a number has no end", position(), false);
    }

    /// The number of a field that holds a varint, 0 for other types.
    public long number(long end) throws IOException, Malformed {
        if (type == VARINT) {
            return varint(end);
        }
        skip(end);
        return 0;
    }

    /// The eight bytes of a field that holds so many, `otherwise` for other types.
    public long fixed(long end, long otherwise) throws IOException, Malformed {
        if (type == FIXED64) {
            return fixed64(end);
        }
        skip(end);
        return otherwise;
    }

    /// Eight bytes, little end first.
    public long fixed64(long end) throws IOException, Malformed {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value |= (long) next(end) << 8 * i;
        }
        return value;
    }

    /// Four bytes, big end first, as a length.
    public long length32() throws IOException, Malformed {
        long value = 0;
        for (int i = 0; i < 4; i++) {
            value = value << 8 | next(Long.MAX_VALUE);
        }
        return value;
    }

    /// Where the message, string or bytes end that begin here.
    public long ending(long end) throws IOException, Malformed {
        if (type != BYTES) {
            throw new Malformed("a field has another type than its kind", position(), false);
        }
        long length = varint(end);
        if (length < 0 || length > end - position()) {
            throw new Malformed("a field is longer than the message around it", position(), false);
        }
        return position() + length;
    }

    /// The text that ends at `end`, cut when it is long.
    public String text(long end) throws IOException, Malformed {
        int size = 0;
        while (position() < end && size < text.length) {
            if (atEnd()) {
                throw new Malformed("the file ends in the middle of a message", position(), true);
            }
            int n = (int) Math.min(Math.min(filled - at, end - position()), text.length - size);
            System.arraycopy(buffer, at, text, size, n);
            at += n;
            size += n;
        }
        skipTo(end);
        return Json.cut(new String(text, 0, size, StandardCharsets.UTF_8));
    }

    /// Up to 16 bytes of an id, into two numbers: `into[0]` the first 8, `into[1]` the last 8.
    ///
    /// @return false when it has another length, or is all zero
    public boolean id(long end, int length, long[] into) throws IOException, Malformed {
        into[0] = 0;
        into[1] = 0;
        boolean whole = end - position() == length;
        for (int i = 0; whole && i < length; i++) {
            into[0] = into[0] << 8 | into[1] >>> 56;
            into[1] = into[1] << 8 | next(end);
        }
        skipTo(end);
        return whole && (into[0] | into[1]) != 0;
    }

    /// Goes on to `end`.
    public void skipTo(long end) throws IOException, Malformed {
        while (position() < end) {
            if (atEnd()) {
                throw new Malformed("the file ends in the middle of a message", position(), true);
            }
            at += (int) Math.min(filled - at, end - position());
        }
    }

    /// Skips the value of a field that was begun.
    public void skip(long end) throws IOException, Malformed {
        switch (type) {
            case VARINT -> varint(end);
            case FIXED64 -> fixed64(end);
            case BYTES -> skipTo(ending(end));
            case FIXED32 -> {
                if (end - position() < 4) {
                    throw new Malformed("a value reaches beyond its message", position(), false);
                }
                skipTo(position() + 4);
            }
            default -> throw new Malformed("a field has an unknown type", position(), false);
        }
    }
}
