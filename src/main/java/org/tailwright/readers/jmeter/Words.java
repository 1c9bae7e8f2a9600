package org.tailwright.readers.jmeter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Eight bytes at a time in a `long`, the first byte lowest (after Mycroft's and Warren's tests for a zero byte; *Hacker's Delight*, 6-1).
final class Words {
    /// Powers of ten.
    static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long LINES = ONES * '\n';
    private static final long ZEROS = ONES * '0';

    private Words() {}

    /// The eight bytes from `at` on.
    static long at(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }

    /// A byte eight times.
    static long each(byte value) {
        return ONES * (value & 0xff);
    }

    /// The highest bit of each byte that is a delimiter or line end; exact up to the first of them.
    static long ends(long word, long delimiters) {
        long a = word ^ delimiters;
        long b = word ^ LINES;
        return (a - ONES & ~a | b - ONES & ~b) & HIGHS;
    }

    /// Where the first delimiter or line end from `start` on is; there must be one.
    static int end(byte[] bytes, int start, long delimiters) {
        int at = start;
        long found = ends(at(bytes, at), delimiters);
        while (found == 0) {
            at += Long.BYTES;
            found = ends(at(bytes, at), delimiters);
        }
        return at + (Long.numberOfTrailingZeros(found) >>> 3);
    }

    /// How many of the first bytes are digits, up to eight. Each byte is tested for being less than '0' or more than '9'; a borrow or carry
    /// comes only from a byte that is itself none.
    static int digits(long word) {
        long others = (word - ZEROS | word + ONES * (0x7f - '9') | word) & HIGHS;
        return Long.numberOfTrailingZeros(others) >>> 3;
    }

    /// The number that the first `n` bytes, all digits, write: neighbours are joined to pairs, then fours, then eight.
    static long number(long word, int n) {
        if (n == 0) {
            return 0;
        }
        long digits = (word & ONES * 0x0f) << 64 - 8 * n;
        long pairs = digits * 10 + (digits >>> 8) & 0x00ff00ff00ff00ffL;
        long fours = pairs * 100 + (pairs >>> 16) & 0x0000ffff0000ffffL;
        return fours * 10_000 + (fours >>> 32) & 0xffffffffL;
    }
}
