package org.tailwright.readers.stacks;

import java.util.Arrays;

/// Gives the numbers that a file uses as names small numbers of their own, in order of first use.
public final class DenseIds {
    private long[] ids = new long[64];
    private int[] slots = new int[256];
    private int size;

    /// The small number of `id`, new when it was not seen before.
    public int of(long id) {
        int slot = slot(id);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, Math.addExact(size, size >> 1));
        }
        ids[size] = id;
        slots[slot] = ++size;
        if (size > slots.length / 2) {
            slots = new int[Math.multiplyExact(slots.length, 2)];
            for (int i = 0; i < size; i++) {
                slots[slot(ids[i])] = i + 1;
            }
        }
        return size - 1;
    }

    /// The small number of `id`, -1 when it was never seen.
    public int find(long id) {
        return slots[slot(id)] - 1;
    }

    private int slot(long id) {
        int mask = slots.length - 1;
        long mixed = id * 0x9e3779b97f4a7c15L;
        int slot = (int) (mixed >>> 32 ^ mixed) & mask;
        while (slots[slot] != 0 && ids[slots[slot] - 1] != id) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /// The file's number behind a small one.
    public long id(int dense) {
        return ids[dense];
    }

    /// How many there are.
    public int size() {
        return size;
    }
}
