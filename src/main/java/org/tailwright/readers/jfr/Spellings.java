package org.tailwright.readers.jfr;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Texts by the bytes they are spelled with in events, numbered from 0, so that none is made a `String` again and again.
final class Spellings {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long FACTOR = 0x9e3779b97f4a7c15L;

    private byte[] kept = new byte[256];
    private int used;
    private int[] ends = new int[16];
    private int[] hashes = new int[16];
    private int[] table = new int[32];
    private int size;

    /// The number of the spelling that is the bytes from `from` (inclusive) to `to` (exclusive), [#size] before when it is new.
    int code(byte[] bytes, int from, int to) {
        int hash = hash(bytes, from, to);
        int mask = table.length - 1;
        for (int slot = hash & mask; table[slot] != 0; slot = slot + 1 & mask) {
            int known = table[slot] - 1;
            if (hashes[known] == hash && Arrays.equals(kept, start(known), ends[known], bytes, from, to)) {
                return known;
            }
        }
        add(bytes, from, to, hash);
        return size - 1;
    }

    private int start(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    int size() {
        return size;
    }

    /// The text that is spelled so.
    String text(int number) {
        return new Wire(kept, start(number), ends[number]).text();
    }

    private void add(byte[] bytes, int from, int to, int hash) {
        int length = to - from;
        if (length > kept.length - used) {
            kept = Arrays.copyOf(kept, Math.max(Math.addExact(used, length), Math.addExact(kept.length, kept.length)));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, 2 * size);
            hashes = Arrays.copyOf(hashes, 2 * size);
            table = new int[4 * size];
            for (int i = 0; i < size; i++) {
                enter(i);
            }
        }
        System.arraycopy(bytes, from, kept, used, length);
        used += length;
        ends[size] = used;
        hashes[size] = hash;
        enter(size++);
    }

    private void enter(int number) {
        int mask = table.length - 1;
        int slot = hashes[number] & mask;
        while (table[slot] != 0) {
            slot = slot + 1 & mask;
        }
        table[slot] = number + 1;
    }

    /// Eight bytes at a time: this is done for every text of every event.
    private static int hash(byte[] bytes, int from, int to) {
        long hash = to - from;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            hash = (hash ^ (long) WORD.get(bytes, at)) * FACTOR;
            hash ^= hash >>> 32;
        }
        long rest = 0;
        for (; at < to; at++) {
            rest = rest << 8 | bytes[at] & 0xff;
        }
        hash = (hash ^ rest) * FACTOR;
        return (int) (hash ^ hash >>> 29);
    }
}
