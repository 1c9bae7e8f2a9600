package org.tailwright.readers.pprof;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// The fields of the outermost message, streamed: only one of them is in memory at a time, and no more than has really arrived.
final class Fields {
    private static final int LONGEST = 1 << 27;
    private static final int STEP = 1 << 16;

    private final InputStream in;
    private byte[] buffer = new byte[STEP];
    private long offset;
    private int field;
    private int type;
    private long number;
    private int size;

    Fields(InputStream in) {
        this.in = in instanceof BufferedInputStream ? in : new BufferedInputStream(in, STEP);
    }

    /// Reads the next field; false at the end.
    ///
    /// @throws Malformed when the bytes from here on make no sense or end too early
    boolean next() throws IOException, Malformed {
        int first = in.read();
        if (first < 0) {
            return false;
        }
        long tag = varint(first);
        field = (int) Math.min(Integer.MAX_VALUE, tag >>> 3);
        type = (int) (tag & 7);
        number = 0;
        size = 0;
        switch (type) {
            case Wire.VARINT -> number = varint(byteDue());
            case Wire.FIXED64 -> fill(8);
            case Wire.FIXED32 -> fill(4);
            case Wire.BYTES -> {
                long length = varint(byteDue());
                if (length < 0 || length > LONGEST) {
                    throw new Malformed("a field of " + Long.toUnsignedString(length) + " bytes");
                }
                fill((int) length);
            }
            default -> throw new Malformed("a field with an impossible type");
        }
        if (field == 0) {
            throw new Malformed("a field with the number 0");
        }
        return true;
    }

    private void fill(int length) throws IOException, Malformed {
        while (size < length) {
            if (size == buffer.length) {
                buffer = Arrays.copyOf(buffer, Math.min(length, 2 * size));
            }
            int n = in.read(buffer, size, Math.min(length, buffer.length) - size);
            if (n < 0) {
                throw new Malformed("a field that is cut off");
            }
            size += n;
            offset += n;
        }
    }

    private int byteDue() throws IOException, Malformed {
        int b = in.read();
        if (b < 0) {
            throw new Malformed("a field that is cut off");
        }
        return b;
    }

    private long varint(int first) throws IOException, Malformed {
        long value = first & 0x7f;
        offset++;
        int b = first;
        for (int shift = 7; (b & 0x80) != 0; shift += 7) {
            if (shift >= 70) {
                throw new Malformed("a number of more than ten bytes");
            }
            b = byteDue();
            offset++;
            value |= shift < 64 ? (long) (b & 0x7f) << shift : 0;
        }
        return value;
    }

    int field() {
        return field;
    }

    /// The value of a field that is a number, else 0.
    long number() {
        return number;
    }

    /// Whether the field is a message or a text.
    boolean bytes() {
        return type == Wire.BYTES;
    }

    /// The field's message, valid until the next field.
    Wire message() {
        return new Wire(buffer, 0, size);
    }

    /// Where reading stands, in bytes of the unpacked file.
    long offset() {
        return offset;
    }
}
