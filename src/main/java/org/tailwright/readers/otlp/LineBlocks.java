package org.tailwright.readers.otlp;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// Cuts a stream at line ends into numbered blocks, which threads fetch in turn. Thread-safe.
final class LineBlocks {
    /// Bytes up to `to` hold whole lines, and [JsonBytes#SLACK] more follow; the array belongs to whoever fetched the block.
    record Block(int number, byte[] bytes, int to) {}

    private static final int SIZE = 1 << 21;
    /// The system copies through a buffer of this size.
    private static final int STEP = 1 << 18;
    /// A longer line is passed on in pieces, none of which can be read.
    private static final int LONGEST = 1 << 28;

    private final InputStream in;
    private byte[] carry = new byte[0];
    private int number;
    private boolean ended;
    private boolean damaged;

    LineBlocks(InputStream in) {
        this.in = in;
    }

    /// The next block, in `buffer` if it fits; null at the end.
    ///
    /// @param buffer what was fetched before, to be used again
    synchronized @Nullable Block next(byte[] buffer) throws IOException {
        int least = Math.max(SIZE, 2 * carry.length) + JsonBytes.SLACK;
        byte[] bytes = buffer.length < least ? new byte[least] : buffer;
        System.arraycopy(carry, 0, bytes, 0, carry.length);
        int size = carry.length;
        int from = 0;
        int end = -1;
        while (!ended && end < 0) {
            if (size == bytes.length - JsonBytes.SLACK) {
                if (size >= LONGEST) {
                    break;
                }
                bytes = Arrays.copyOf(bytes, 2 * size + JsonBytes.SLACK);
            }
            size = fill(bytes, size);
            end = lastLine(bytes, from, size);
            from = size;
        }
        int cut = end < 0 ? size : end + 1;
        carry = Arrays.copyOfRange(bytes, cut, size);
        return cut == 0 ? null : new Block(number++, bytes, cut);
    }

    private int fill(byte[] bytes, int size) throws IOException {
        int filled = size;
        try {
            int room = bytes.length - JsonBytes.SLACK;
            while (filled < room) {
                int n = in.read(bytes, filled, Math.min(STEP, room - filled));
                if (n < 0) {
                    ended = true;
                    break;
                }
                filled += n;
            }
        } catch (EOFException | ZipException e) {
            if (number == 0 && filled == 0) {
                throw e;
            }
            damaged = true;
            ended = true;
        }
        return filled;
    }

    private static int lastLine(byte[] bytes, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /// Whether the compressed content ended before its end.
    synchronized boolean damaged() {
        return damaged;
    }
}
