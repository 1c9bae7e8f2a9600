package org.tailwright.readers.gatling;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The basic values of a binary log: big-endian numbers, texts with their length before them, and texts that are written once and named by
/// number afterwards (Gatling's `BufferedFileChannelWriter`).
final class BinaryInput implements AutoCloseable {
    /// Longer texts are taken for damage; Gatling's own buffer holds 8 KiB.
    private static final int LONGEST = 1 << 20;

    private final InputStream in;
    private final boolean coded;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int filled;
    private long before;
    private String[] known = new String[64];
    private int size;

    /// The log makes no sense from here on.
    static final class Damaged extends Exception {
        private static final long serialVersionUID = 1;

        Damaged(String message) {
            super(message);
        }
    }

    /// @param coded whether a byte behind each text tells its encoding, and repeated texts are numbered; else texts are plain UTF-8
    BinaryInput(InputStream in, boolean coded) {
        this.in = in;
        this.coded = coded;
    }

    /// The next byte, -1 at the end.
    int kind() throws IOException {
        return at < filled || refill() ? buffer[at++] & 0xff : -1;
    }

    private boolean refill() throws IOException {
        before += filled;
        at = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }

    private int octet() throws IOException {
        int value = kind();
        if (value < 0) {
            throw new EOFException();
        }
        return value;
    }

    boolean flag() throws IOException, Damaged {
        int value = octet();
        if (value > 1) {
            throw new Damaged("a yes or no is " + value);
        }
        return value == 1;
    }

    int number() throws IOException {
        return octet() << 24 | octet() << 16 | octet() << 8 | octet();
    }

    long longNumber() throws IOException {
        return (long) number() << 32 | number() & 0xffff_ffffL;
    }

    /// A number of things, of which each takes at least a byte.
    int count(int most) throws IOException, Damaged {
        int value = number();
        if (value < 0 || value > most) {
            throw new Damaged("a count of " + value + " makes no sense");
        }
        return value;
    }

    String text() throws IOException, Damaged {
        int length = count(LONGEST);
        if (length == 0) {
            return "";
        }
        byte[] bytes = bytes(length);
        if (!coded) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        // The two encodings in which a Java virtual machine keeps strings; those that write logs are little-endian.
        int coder = octet();
        if (coder > 1) {
            throw new Damaged("a text has the unknown encoding " + coder);
        }
        return new String(bytes, coder == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_16LE);
    }

    /// Passes over bytes with their length before them.
    void skip() throws IOException, Damaged {
        for (int left = count(64 << 20); left > 0; left--) {
            octet();
        }
    }

    private byte[] bytes(int length) throws IOException {
        byte[] bytes = new byte[Math.min(length, 1 << 12)];
        for (int i = 0; i < length; i++) {
            bytes = i == bytes.length ? Arrays.copyOf(bytes, Math.min(length, 2 * i)) : bytes;
            bytes[i] = (byte) octet();
        }
        return bytes;
    }

    /// A text that may have been written before: a positive number announces a new one, a negative one names it again.
    String cached() throws IOException, Damaged {
        if (!coded) {
            return text();
        }
        int index = number();
        if (index < 0) {
            if (index < -size) {
                throw new Damaged("text number " + -(long) index + " was never written");
            }
            return known[-index - 1];
        }
        if (index != size + 1) {
            throw new Damaged("text number " + index + " comes where " + (size + 1) + " is due");
        }
        String text = text();
        known = size == known.length ? Arrays.copyOf(known, 2 * size) : known;
        known[size++] = text;
        return text;
    }

    /// Bytes passed so far.
    long offset() {
        return before + at;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
