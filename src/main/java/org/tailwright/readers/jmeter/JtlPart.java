package org.tailwright.readers.jmeter;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/// One part of a file: its bytes and what was parsed from them. Used again for other parts.
final class JtlPart {
    /// Parts begin at multiples of this.
    static final int BYTES = 2 << 20;
    private static final int REST = 64 << 10;
    private static final int SIZE = Scanner.BEFORE + BYTES + REST + Scanner.SLACK;
    /// The system copies through a buffer of this size.
    private static final int STEP = 256 << 10;

    private final Plan plan;
    private final FileChannel channel;
    private final Scanner scanner;
    private byte[] window = new byte[SIZE];
    private long start;
    private long end;

    JtlPart(Plan plan, FileChannel channel) {
        this.plan = plan;
        this.channel = channel;
        scanner = new Scanner(plan, true);
    }

    /// What was parsed.
    Scanner scanner() {
        return scanner;
    }

    /// Where the first record began.
    long start() {
        return start;
    }

    /// Where the first record behind this part begins.
    long end() {
        return end;
    }

    /// Parses the records that begin in `border..limit`.
    ///
    /// @param known where the first begins, or the header; -1 when it is to be guessed
    /// @param headed whether the first line is the header
    void parse(long border, long known, boolean headed, long limit) throws IOException {
        scanner.clear();
        start = Math.max(known, limit);
        end = start;
        if (known >= limit && !headed) {
            return;
        }
        long size = channel.size();
        long first = known >= 0 ? known : border;
        long origin = first - Scanner.BEFORE;
        int length = (int) Math.min(size - origin, limit - origin + REST);
        fill(Scanner.BEFORE, first, length - Scanner.BEFORE);
        int at = known >= 0 && !headed ? Scanner.BEFORE : secondLine(length);
        scanner.lines = headed ? 1 : 0;
        if (origin + at >= limit && border > 0) {
            start = origin + at;
            end = start;
            return;
        }
        start = origin + at;
        end = rows(origin, at, length, limit, size);
        if (window.length > 4 * BYTES) {
            window = new byte[SIZE];
        }
    }

    /// Where in the window the second line begins; its end when there is none.
    private int secondLine(int length) {
        for (int i = Scanner.BEFORE; i < length; i++) {
            if (window[i] == '\n') {
                return i + 1;
            }
        }
        return length;
    }

    /// Parses from `from` in the window, which is known up to `known`, and reads on as far as the last record needs.
    ///
    /// @param origin position in the file of the window's first byte
    private long rows(long origin, int from, int known, long limit, long size) throws IOException {
        int at = from;
        int length = known;
        while (true) {
            int bound = (int) Math.min(length, limit - origin);
            at = scanner.parse(window, at, bound, length, origin + length == size);
            if (at >= bound || origin + length == size) {
                return origin + at;
            }
            int more = (int) Math.min(size - origin - length, Math.max(REST, length));
            fill(length, origin + length, more);
            length += more;
        }
    }

    /// Reads `length` bytes from `position` of the file to `at` in the window, and puts line ends behind them.
    private void fill(int at, long position, int length) throws IOException {
        if (Math.addExact(at, length) > window.length - Scanner.SLACK) {
            window = Arrays.copyOf(window, Math.addExact(at + length, Scanner.SLACK));
        }
        for (int done = 0; done < length; ) {
            int n = channel.read(ByteBuffer.wrap(window, at + done, Math.min(STEP, length - done)), position + done);
            if (n < 0) {
                throw new EOFException("the file became shorter while it was read");
            }
            done += n;
        }
        Arrays.fill(window, at + length, at + length + Scanner.SLACK, (byte) '\n');
    }
}
