package org.tailwright.readers.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Scanning eight bytes at a time in a `long`, the first byte lowest (after *Hacker's Delight*, 6-1).
public final class Words {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long LOWS = 0x7f7f7f7f7f7f7f7fL;
    private static final long HIGHS = 0x8080808080808080L;
    /// The line feed eight times.
    public static final long LINES = ONES * '\n';
    /// The quote eight times.
    public static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';

    private Words() {}

    /// The eight bytes from `at` on.
    public static long at(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }

    /// A byte eight times.
    public static long each(byte value) {
        return ONES * (value & 0xff);
    }

    /// The highest bit of each byte is 0 where it equals that of `pattern`, else 1; no carry leaves a byte. The other bits mean nothing.
    private static long others(long word, long pattern) {
        long other = word ^ pattern;
        return (other & LOWS) + LOWS | other;
    }

    /// The highest bit of each byte that equals that of `pattern`, all other bits 0.
    public static long matches(long word, long pattern) {
        return ~others(word, pattern) & HIGHS;
    }

    /// Whether any byte equals that of `pattern`.
    public static boolean holds(long word, long pattern) {
        long other = word ^ pattern;
        return (other - ONES & ~other & HIGHS) != 0;
    }

    /// What `word` writes in its last `n` bytes, 1 to 8: digits as their values, the bytes before them zero.
    public static long digits(long word, int n) {
        int others = Long.SIZE - 8 * n;
        return (word ^ ONES * '0') >>> others << others;
    }

    /// Whether all bytes of what [#digits] gave are digits.
    public static boolean sound(long digits) {
        return ((digits + ONES * 6 | digits) & 0xf0f0f0f0f0f0f0f0L) == 0;
    }

    /// The number of eight digits, the first byte the highest: neighbours are joined to pairs, then fours, then all.
    public static long number(long digits) {
        long pairs = digits * 10 + (digits >>> 8) & 0x00ff00ff00ff00ffL;
        long fours = pairs * 100 + (pairs >>> 16) & 0x0000ffff0000ffffL;
        return fours * 10_000 + (fours >>> 32) & 0xffffffffL;
    }

    /// The highest bit of each byte that a JSON string cannot hold as it is: quote, backslash, control character, or beyond ASCII. Exact up
    /// to the first of them.
    public static long odd(long word) {
        return (matches(word, QUOTES) | matches(word, BACKSLASHES) | word - ONES * ' ' & ~word | word) & HIGHS;
    }

    /// Whether eight bytes are hexadecimal digits of either case.
    public static boolean hexadecimal(long word) {
        long lower = word | ONES * 0x20;
        long digit = word + ONES * (0x80 - '0') & ~(word + ONES * (0x7f - '9'));
        long letter = lower + ONES * (0x80 - 'a') & ~(lower + ONES * (0x7f - 'f'));
        return ((digit | letter) & ~word & HIGHS) == HIGHS;
    }

    /// The number that eight hexadecimal digits write, from 0 to 2^32 - 1.
    public static long hexNumber(long word) {
        long nibbles = (word & ONES * 0x0f) + 9 * (word >>> 6 & ONES);
        long bytes = (nibbles << 4 | nibbles >>> 8) & 0x00ff00ff00ff00ffL;
        long pairs = (bytes | bytes >>> 8) & 0x0000ffff0000ffffL;
        return Integer.toUnsignedLong(Integer.reverseBytes((int) (pairs | pairs >>> 16)));
    }
}
