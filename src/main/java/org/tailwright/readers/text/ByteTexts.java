package org.tailwright.readers.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.tailwright.data.TextPool;
import org.tailwright.data.Texts;

/// Gives equal byte sequences equal codes, without making a `String` for each. Codes run from 0 in order of first use.
public final class ByteTexts {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long FACTOR = 0x9e3779b97f4a7c15L;

    private byte[] pool = new byte[256];
    private int[] ends = new int[16];
    private int[] hashes = new int[16];
    private int[] table = new int[32];
    private int size;

    /// Number of distinct texts.
    public int size() {
        return size;
    }

    /// The code of the text in `bytes[from..to)`, new when it was not seen before.
    public int code(byte[] bytes, int from, int to) {
        int hash = hash(bytes, from, to);
        int mask = table.length - 1;
        int slot = hash & mask;
        while (table[slot] != 0) {
            int code = table[slot] - 1;
            if (hashes[code] == hash && equal(code, bytes, from, to)) {
                return code;
            }
            slot = slot + 1 & mask;
        }
        return add(bytes, from, to, hash, slot);
    }

    /// The codes that the texts of `other` have here.
    public int[] take(ByteTexts other) {
        int[] codes = new int[other.size];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = code(other.pool, i == 0 ? 0 : other.ends[i - 1], other.ends[i]);
        }
        return codes;
    }

    /// The texts as a store.
    public Texts.Store store() {
        return TextPool.of(Arrays.copyOf(pool, size == 0 ? 0 : ends[size - 1]), Arrays.copyOf(ends, size));
    }

    private static int hash(byte[] bytes, int from, int to) {
        long hash = to - from;
        int at = from;
        for (; at + 8 <= to; at += 8) {
            hash = (hash ^ (long) LONG.get(bytes, at)) * FACTOR;
            hash ^= hash >>> 32;
        }
        long rest = 0;
        for (; at < to; at++) {
            rest = rest << 8 | bytes[at] & 0xff;
        }
        hash = (hash ^ rest) * FACTOR;
        return (int) (hash ^ hash >>> 29);
    }

    private boolean equal(int code, byte[] bytes, int from, int to) {
        int start = code == 0 ? 0 : ends[code - 1];
        return Arrays.equals(pool, start, ends[code], bytes, from, to);
    }

    private int add(byte[] bytes, int from, int to, int hash, int slot) {
        int start = size == 0 ? 0 : ends[size - 1];
        int end = Math.addExact(start, to - from);
        if (end > pool.length) {
            pool = Arrays.copyOf(pool, (int) Math.max(end, Math.min(Integer.MAX_VALUE - 8, 2L * pool.length)));
        }
        System.arraycopy(bytes, from, pool, start, to - from);
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, 2 * size);
            hashes = Arrays.copyOf(hashes, 2 * size);
        }
        ends[size] = end;
        hashes[size] = hash;
        table[slot] = ++size;
        if (2 * size > table.length) {
            spread();
        }
        return size - 1;
    }

    private void spread() {
        table = new int[2 * table.length];
        int mask = table.length - 1;
        for (int code = 0; code < size; code++) {
            int slot = hashes[code] & mask;
            while (table[slot] != 0) {
                slot = slot + 1 & mask;
            }
            table[slot] = code + 1;
        }
    }
}
