package org.tailwright.workspace.cache;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/// Reads a cache file through a memory mapping. Whoever reads beyond the end, or a count that the rest of the file cannot hold, gets a
/// [Damaged].
final class Mapped {
    /// The file cannot be trusted.
    static final class Damaged extends Exception {
        private static final long serialVersionUID = 1;

        Damaged(String why) {
            super(why);
        }
    }

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfChar CHAR = ValueLayout.JAVA_CHAR_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final long SLICE = 1 << 26;

    private final MemorySegment body;
    private long at;

    private Mapped(MemorySegment body) {
        this.body = body;
    }

    /// The checked body of a file; valid as long as `arena` is open.
    static Mapped of(Path file, Arena arena) throws IOException, Damaged {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            MemorySegment all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            if (all.byteSize() < Sink.HEADER || all.get(LONG, 0) != Sink.MAGIC || all.get(INT, 8) != Sink.VERSION
                    || all.get(LONG, 16) != all.byteSize() - Sink.HEADER) {
                throw new Damaged("no whole cache file of this version");
            }
            MemorySegment body = all.asSlice(Sink.HEADER);
            if (sum(body) != all.get(INT, 12)) {
                throw new Damaged("the checksum differs");
            }
            return new Mapped(body);
        }
    }

    private static int sum(MemorySegment body) {
        CRC32C sum = new CRC32C();
        for (long from = 0; from < body.byteSize(); from += SLICE) {
            sum.update(body.asSlice(from, Math.min(SLICE, body.byteSize() - from)).asByteBuffer());
        }
        return (int) sum.getValue();
    }

    private long take(long bytes) throws Damaged {
        if (bytes < 0 || bytes > body.byteSize() - at) {
            throw new Damaged("it ends early");
        }
        long from = at;
        at += bytes;
        return from;
    }

    int number() throws Damaged {
        return body.get(INT, take(4));
    }

    long whole() throws Damaged {
        return body.get(LONG, take(8));
    }

    double real() throws Damaged {
        return body.get(DOUBLE, take(8));
    }

    int small() throws Damaged {
        return body.get(ValueLayout.JAVA_BYTE, take(1));
    }

    boolean flag() throws Damaged {
        return small() != 0;
    }

    String text() throws Damaged {
        return new String(bytes(number()), StandardCharsets.UTF_8);
    }

    /// A count of things of at least `least` bytes each.
    int count(int least) throws Damaged {
        int count = number();
        if (count < 0 || (long) count * least > body.byteSize() - at) {
            throw new Damaged("a count that cannot be");
        }
        return count;
    }

    byte[] bytes(int count) throws Damaged {
        byte[] bytes = new byte[checked(count, 1)];
        MemorySegment.copy(body, ValueLayout.JAVA_BYTE, take(count), bytes, 0, count);
        return bytes;
    }

    char[] chars(int count) throws Damaged {
        char[] values = new char[checked(count, 2)];
        MemorySegment.copy(body, CHAR, take(2L * count), values, 0, count);
        return values;
    }

    int[] numbers(int count) throws Damaged {
        int[] values = new int[checked(count, 4)];
        MemorySegment.copy(body, INT, take(4L * count), values, 0, count);
        return values;
    }

    long[] wholes(int count) throws Damaged {
        long[] values = new long[checked(count, 8)];
        MemorySegment.copy(body, LONG, take(8L * count), values, 0, count);
        return values;
    }

    double[] reals(int count) throws Damaged {
        double[] values = new double[checked(count, 8)];
        MemorySegment.copy(body, DOUBLE, take(8L * count), values, 0, count);
        return values;
    }

    private int checked(int count, int width) throws Damaged {
        if (count < 0 || (long) count * width > body.byteSize() - at) {
            throw new Damaged("a count that cannot be");
        }
        return count;
    }
}
