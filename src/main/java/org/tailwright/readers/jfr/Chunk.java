package org.tailwright.readers.jfr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.UnreadableFile;

/// One chunk of a recording; chunks stand one behind another and each can be read alone.
///
/// @param offset of its header in the file
/// @param size in bytes, header included
/// @param clock on which its times stand
/// @param pools where its last checkpoint is, from the header
/// @param metadata where its types are described, from the header
record Chunk(long offset, long size, Clock clock, long pools, long metadata) {
    /// Bytes of a header, behind which the events begin.
    static final int HEADER = 68;

    private static final int MAGIC = 'F' << 24 | 'L' << 16 | 'R' << 8;
    private static final int COMPRESSED = 1;

    /// Turns ticks into nanoseconds since the epoch, as the JDK's reader does.
    ///
    /// @param startTicks when the chunk began
    /// @param startNanos the same
    /// @param perNano ticks in a nanosecond
    record Clock(long startTicks, long startNanos, double perNano) {
        /// A later chunk's clock may differ so much before it is another clock: computers' clocks are corrected in small steps, which would
        /// tear the times of neighbouring chunks apart.
        private static final long SAME = 2_000_000_000L;

        long nanos(long ticks) {
            return startNanos + (long) ((ticks - startTicks) / perNano);
        }

        /// A length of time.
        long span(long ticks) {
            return (long) (ticks / perNano);
        }

        /// The clock for a chunk behind one that stands on this: this one, as in the JDK's reader, unless the chunk's own is another, as where
        /// recordings of several processes were joined.
        Clock next(Clock own) {
            return perNano == own.perNano && Math.abs(nanos(own.startTicks) - own.startNanos) < SAME ? this : own;
        }
    }

    /// Whether a file is of version 0 of the format, which has other chunks.
    static boolean old(FileChannel file) throws IOException {
        ByteBuffer start = ByteBuffer.allocate(8);
        return file.read(start, 0) == start.capacity() && start.getInt(0) == MAGIC && start.getShort(4) == 0;
    }

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
                    throw new UnreadableFile("the recording's only chunk " + wrong, "byte 0", "a fresh dump of the recording may help");
                }
                diagnostics.offset(Diagnostic.Severity.ERROR, at, "chunk " + (chunks.size() + 1) + " " + wrong + " and is left out");
                return chunks;
            }
            Clock own = new Clock(header.getLong(48), header.getLong(32), header.getLong(56) / 1e9);
            Clock clock = chunks.isEmpty() ? own : chunks.getLast().clock().next(own);
            chunks.add(new Chunk(at, header.getLong(8), clock, header.getLong(16), header.getLong(24)));
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
        if (size > left) {
            return "is cut: " + left + " of " + size + " bytes are there";
        }
        if (header.getLong(56) <= 0) {
            return "has a clock of " + header.getLong(56) + " ticks a second";
        }
        return (header.getInt(64) & COMPRESSED) == 0 ? "is written without compressed numbers" : "";
    }

    /// The bytes from `at` inside the chunk, `count` of them or as many as there are.
    ///
    /// @throws IOException also when the file became shorter
    int read(FileChannel file, long at, byte[] into, int from, int count) throws IOException {
        int wanted = (int) Math.min(count, size - at);
        ByteBuffer room = ByteBuffer.wrap(into, from, wanted);
        while (room.hasRemaining()) {
            if (file.read(room, offset + at + wanted - room.remaining()) < 0) {
                throw new IOException("the file became shorter while it was read");
            }
        }
        return wanted;
    }

    /// The whole event that begins at `at` inside the chunk.
    ///
    /// @throws IllegalStateException when it is longer than `most` bytes or the place is no place
    Wire event(FileChannel file, long at, int most) throws IOException {
        if (at < HEADER || at >= size) {
            throw new IllegalStateException("an event at byte " + at + " of " + size);
        }
        byte[] start = new byte[9];
        int there = read(file, at, start, 0, start.length);
        long length = new Wire(start, 0, there).number();
        if (length <= 0 || length > Math.min(most, size - at)) {
            throw new IllegalStateException("an event of " + length + " bytes at byte " + at);
        }
        byte[] bytes = new byte[(int) length];
        read(file, at, bytes, 0, bytes.length);
        return new Wire(bytes, 0, bytes.length);
    }
}
