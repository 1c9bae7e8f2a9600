package org.tailwright.readers.jfr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.UnreadableFile;

/// One chunk of a recording; chunks stand one behind another and each can be read alone.
///
/// @param offset of its header in the file
/// @param size in bytes, header included
/// @param start nanoseconds since the epoch
/// @param duration nanoseconds; 0 when the writer did not know
record Chunk(long offset, long size, long start, long duration) {
    private static final int HEADER = 68;

    /// Turns ticks into nanoseconds since the epoch, as the JDK's reader does.
    ///
    /// @param perNano ticks in a nanosecond
    record Clock(long startTicks, long startNanos, double perNano) {
        /// The clock of a chunk's header.
        static Clock of(ByteBuffer header) {
            return new Clock(header.getLong(48), header.getLong(32), header.getLong(56) / 1e9);
        }

        long nanos(long ticks) {
            return startNanos + (long) ((ticks - startTicks) / perNano);
        }
    }

    private static final int MAGIC = 'F' << 24 | 'L' << 16 | 'R' << 8;

    /// The whole chunks of a file. A cut or damaged rest becomes a diagnostic.
    ///
    /// @throws UnreadableFile when not even the first chunk is whole
    static List<Chunk> of(FileChannel file, Diagnostics diagnostics) throws IOException, UnreadableFile {
        List<Chunk> chunks = new ArrayList<>();
        long size = file.size();
        long at = 0;
        while (at < size) {
            ByteBuffer header = ByteBuffer.allocate(HEADER);
            while (header.hasRemaining() && file.read(header, at + header.position()) > 0) {
                // a short read continues where it stopped
            }
            header.flip();
            String wrong = wrong(header, size - at);
            if (!wrong.isEmpty()) {
                if (chunks.isEmpty()) {
                    throw refused(header, wrong);
                }
                diagnostics.offset(Diagnostic.Severity.ERROR, at, "chunk " + (chunks.size() + 1) + " " + wrong + " and is left out");
                return chunks;
            }
            chunks.add(new Chunk(at, header.getLong(8), header.getLong(32), header.getLong(40)));
            at += header.getLong(8);
        }
        return chunks;
    }

    private static String wrong(ByteBuffer header, long left) {
        if (header.limit() < HEADER || header.getInt(0) != MAGIC) {
            return header.limit() < HEADER ? "is cut inside its header" : "does not begin with FLR";
        }
        if (header.getShort(4) < 1 || header.getShort(4) > 2) {
            return "has version " + header.getShort(4) + "." + header.getShort(6);
        }
        long size = header.getLong(8);
        if (size < HEADER) {
            return "was not finished by its writer";
        }
        return size > left ? "is cut: " + left + " of " + size + " bytes are there" : "";
    }

    private static UnreadableFile refused(ByteBuffer header, String wrong) {
        if (header.limit() >= 8 && header.getInt(0) == MAGIC && header.getShort(4) == 0) {
            return new UnreadableFile("recorded by Oracle JDK 7 or 8 (version 0." + header.getShort(6) + " of the format), which JDK 9 and later do not read",
                    "byte 4", "open it in JDK Mission Control, or record with JDK 8u262 or later");
        }
        return new UnreadableFile("the recording's only chunk " + wrong, "byte 0", "`jfr repair` or a fresh dump of the recording may help");
    }

    /// Adds the number of events in the chunk that are neither metadata nor checkpoints to `counts`, by number of their type, told by their
    /// lengths alone.
    ///
    /// @return whether the lengths make sense
    boolean count(FileChannel file, Map<Long, long[]> counts) throws IOException {
        if (size > Integer.MAX_VALUE) {
            return false;
        }
        MappedByteBuffer bytes = file.map(FileChannel.MapMode.READ_ONLY, offset, size);
        int at = HEADER;
        long type = -1;
        long[] cell = new long[1];
        while (at < size) {
            long length = number(bytes, at);
            if (length <= 0 || length > size - at) {
                return false;
            }
            long next = number(bytes, at + bytesOf(bytes, at));
            if (next != type) {
                type = next;
                cell = type > 1 ? counts.computeIfAbsent(type, _ -> new long[1]) : new long[1];
            }
            cell[0]++;
            at += (int) length;
        }
        return true;
    }

    /// A whole number of up to 9 bytes, 7 bits each, lowest first; one past the end reads as 0.
    private static long number(ByteBuffer bytes, int at) {
        long value = 0;
        for (int i = 0; i < 9 && at + i < bytes.limit(); i++) {
            long b = bytes.get(at + i);
            value |= (i == 8 ? b & 0xff : b & 0x7f) << 7 * i;
            if (b >= 0) {
                return value;
            }
        }
        return value;
    }

    private static int bytesOf(ByteBuffer bytes, int at) {
        int n = 1;
        while (n < 9 && at + n < bytes.limit() && bytes.get(at + n - 1) < 0) {
            n++;
        }
        return n;
    }
}
