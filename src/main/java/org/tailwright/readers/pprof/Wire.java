package org.tailwright.readers.pprof;

import java.nio.charset.StandardCharsets;

/// Walks over the fields of one protobuf message in memory. Every length is checked against what is left before it is used.
final class Wire {
    static final int VARINT = 0;
    static final int FIXED64 = 1;
    static final int BYTES = 2;
    static final int FIXED32 = 5;

    private final byte[] bytes;
    private final int end;
    private int at;
    private int field;
    private int type;

    Wire(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /// Goes to the next field; its value must be read or skipped.
    boolean next() throws Malformed {
        if (at >= end) {
            return false;
        }
        long tag = varint();
        field = (int) (tag >>> 3);
        type = (int) (tag & 7);
        if (field <= 0 || tag >>> 3 > 0x1fffffff || type == 3 || type == 4 || type > FIXED32) {
            throw new Malformed("a field with an impossible number or type");
        }
        return true;
    }

    int field() {
        return field;
    }

    int type() {
        return type;
    }

    boolean done() {
        return at >= end;
    }

    long varint() throws Malformed {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            if (at >= end) {
                throw new Malformed("a number that is cut off");
            }
            byte b = bytes[at++];
            value |= shift < 64 ? (long) (b & 0x7f) << shift : 0;
            if (b >= 0) {
                return value;
            }
        }
        throw new Malformed("a number of more than ten bytes");
    }

    /// The number of the field, 0 when the field is no number.
    long number() throws Malformed {
        if (type == VARINT) {
            return varint();
        }
        skip();
        return 0;
    }

    /// The message inside a field; an empty one when the field holds none.
    Wire message() throws Malformed {
        if (type != BYTES) {
            skip();
            return new Wire(bytes, end, end);
        }
        int length = length();
        Wire inner = new Wire(bytes, at, at + length);
        at += length;
        return inner;
    }

    private int length() throws Malformed {
        long length = varint();
        if (length < 0 || length > end - at) {
            throw new Malformed("a length beyond the end of what holds it");
        }
        return (int) length;
    }

    void skip() throws Malformed {
        switch (type) {
            case VARINT -> varint();
            case FIXED64 -> forward(8);
            case FIXED32 -> forward(4);
            default -> forward(length());
        }
    }

    private void forward(int n) throws Malformed {
        if (n > end - at) {
            throw new Malformed("a field that is cut off");
        }
        at += n;
    }

    /// All that is left, as text.
    String text() {
        return new String(bytes, at, end - at, StandardCharsets.UTF_8);
    }
}
