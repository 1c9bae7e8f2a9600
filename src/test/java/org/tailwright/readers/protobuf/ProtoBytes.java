package org.tailwright.readers.protobuf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Protobuf messages written field by field.
public final class ProtoBytes {
    private ProtoBytes() {}

    /// A number in as many bytes as it needs.
    public static byte[] varint(long value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
        return out.toByteArray();
    }

    /// One behind the other.
    public static byte[] all(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] each : parts) {
            out.writeBytes(each);
        }
        return out.toByteArray();
    }

    /// A field that holds a message.
    public static byte[] bytes(int field, byte[]... parts) {
        byte[] inner = all(parts);
        return all(varint((long) field << 3 | 2), varint(inner.length), inner);
    }

    /// A field that holds a text.
    public static byte[] text(int field, String text) {
        return bytes(field, text.getBytes(StandardCharsets.UTF_8));
    }

    /// A field that holds a number.
    public static byte[] number(int field, long value) {
        return all(varint((long) field << 3), varint(value));
    }

    /// A field that holds eight bytes.
    public static byte[] fixed(int field, long value) {
        return all(varint((long) field << 3 | 1), ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
    }

    /// A field that holds a key and a value.
    public static byte[] attribute(int field, String key, byte[] value) {
        return bytes(field, text(1, key), bytes(2, value));
    }

    /// A message behind its length in four bytes.
    public static byte[] framed(byte[] message) {
        return all(ByteBuffer.allocate(4).putInt(message.length).array(), message);
    }

    /// A field that holds a number with a fraction.
    public static byte[] real(int field, double value) {
        return fixed(field, Double.doubleToLongBits(value));
    }

    /// Eight bytes for each number.
    public static byte[] packed(int field, long... values) {
        ByteBuffer all = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (long each : values) {
            all.putLong(each);
        }
        return bytes(field, all.array());
    }
}
