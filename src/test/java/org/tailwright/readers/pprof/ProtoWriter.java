package org.tailwright.readers.pprof;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Writes protobuf by hand, with a table of texts as profiles have it.
final class ProtoWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<String> texts = new ArrayList<>(List.of(""));

    static byte[] varints(long... values) {
        ProtoWriter writer = new ProtoWriter();
        for (long each : values) {
            writer.varint(each);
        }
        return writer.out.toByteArray();
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    ProtoWriter number(int field, long value) {
        varint((long) field << 3);
        varint(value);
        return this;
    }

    ProtoWriter bytes(int field, byte[] value) {
        varint((long) field << 3 | 2);
        varint(value.length);
        out.writeBytes(value);
        return this;
    }

    /// A message of numbers, field by field: 1, 2, …; zeros are left out.
    ProtoWriter message(int field, long... numbers) {
        ProtoWriter inner = new ProtoWriter();
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] != 0) {
                inner.number(i + 1, numbers[i]);
            }
        }
        return bytes(field, inner.done());
    }

    /// The number of a text.
    long text(String text) {
        if (!texts.contains(text)) {
            texts.add(text);
        }
        return texts.indexOf(text);
    }

    /// Writes all texts.
    ProtoWriter texts() {
        texts.forEach(each -> bytes(6, each.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    byte[] done() {
        return out.toByteArray();
    }
}
