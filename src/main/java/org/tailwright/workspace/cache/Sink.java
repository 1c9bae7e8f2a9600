package org.tailwright.workspace.cache;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/// Writes a cache file: a header, and behind it a checked body of little-endian numbers. The header is written last, so that a file that was
/// cut is never taken for a whole one.
final class Sink implements Closeable {
    /// First eight bytes of every cache file.
    static final long MAGIC = 0x31454843_41435754L;
    /// Length of the header: magic, version, checksum of the body, length of the body.
    static final int HEADER = 24;
    /// Changes with every change of the form.
    static final int VERSION = 7;

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C sum = new CRC32C();
    private long length;

    Sink(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        channel.position(HEADER);
    }

    void number(int value) throws IOException {
        room(4);
        buffer.putInt(value);
    }

    void whole(long value) throws IOException {
        room(8);
        buffer.putLong(value);
    }

    void real(double value) throws IOException {
        whole(Double.doubleToRawLongBits(value));
    }

    void small(int value) throws IOException {
        room(1);
        buffer.put((byte) value);
    }

    void middle(int value) throws IOException {
        room(2);
        buffer.putShort((short) value);
    }

    void flag(boolean value) throws IOException {
        small(value ? 1 : 0);
    }

    void text(String value) throws IOException {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        bytes(bytes, bytes.length);
    }

    void bytes(byte[] bytes, int count) throws IOException {
        int at = 0;
        while (at < count) {
            room(1);
            int part = Math.min(count - at, buffer.remaining());
            buffer.put(bytes, at, part);
            at += part;
        }
    }

    private void room(int needed) throws IOException {
        if (buffer.remaining() < needed) {
            flush();
        }
    }

    private void flush() throws IOException {
        buffer.flip();
        sum.update(buffer.duplicate());
        length += buffer.remaining();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    /// Writes what is left and the header; the file is then whole.
    void finish() throws IOException {
        flush();
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(MAGIC).putInt(VERSION).putInt((int) sum.getValue()).putLong(length).flip();
        for (long at = 0; header.hasRemaining(); ) {
            at += channel.write(header, at);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
