package org.tailwright.data;

import java.util.Arrays;

/// Finds equal ids among millions: they are dealt out to groups by a hash, so that each group's table stays in the cache of a core.
final class HexGroups {
    private static final int GROUP = 1 << 14;
    private static final int MOST_BITS = 12;

    private HexGroups() {}

    /// For each id the number of the first that equals it; empty when all differ.
    ///
    /// @param high first halves; empty for ids without them
    /// @param low last halves
    /// @param size how many count
    static int[] first(long[] high, long[] low, int size) {
        int bits = Math.clamp(Integer.SIZE - Integer.numberOfLeadingZeros(size / GROUP), 0, MOST_BITS);
        int[] ends = new int[(1 << bits) + 1];
        for (int i = 0; i < size; i++) {
            ends[group(half(high, i), low[i], bits) + 1]++;
        }
        int largest = 0;
        for (int g = 1; g < ends.length; g++) {
            largest = Math.max(largest, ends[g]);
            ends[g] += ends[g - 1];
        }
        int[] order = new int[size];
        long[] keys = new long[size];
        int[] next = Arrays.copyOf(ends, ends.length);
        for (int i = 0; i < size; i++) {
            int place = next[group(half(high, i), low[i], bits)]++;
            order[place] = i;
            keys[place] = low[i];
        }
        int[] table = new int[Math.max(2, Integer.highestOneBit(largest) * 4)];
        int[] first = new int[0];
        for (int g = 0; g + 1 < ends.length; g++) {
            first = group(high, keys, order, ends[g], ends[g + 1], table, first);
        }
        return first;
    }

    private static int[] group(long[] high, long[] keys, int[] order, int from, int to, int[] table, int[] known) {
        int[] first = known;
        int length = Math.max(2, Integer.highestOneBit(Math.max(1, to - from)) * 4);
        Arrays.fill(table, 0, length, 0);
        for (int i = from; i < to; i++) {
            int slot = (int) mixed(half(high, order[i]), keys[i]) & length - 1;
            while (table[slot] != 0 && (keys[from + table[slot] - 1] != keys[i] || half(high, order[from + table[slot] - 1]) != half(high, order[i]))) {
                slot = slot + 1 & length - 1;
            }
            if (table[slot] == 0) {
                table[slot] = i - from + 1;
            } else {
                first = first.length == 0 ? identity(order.length) : first;
                first[order[i]] = order[from + table[slot] - 1];
            }
        }
        return first;
    }

    private static long half(long[] high, int i) {
        return high.length == 0 ? 0 : high[i];
    }

    private static int[] identity(int size) {
        int[] numbers = new int[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = i;
        }
        return numbers;
    }

    private static int group(long high, long low, int bits) {
        return bits == 0 ? 0 : (int) (mixed(high, low) >>> Long.SIZE - bits);
    }

    private static long mixed(long high, long low) {
        long mixed = (low ^ high * 0x9e3779b97f4a7c15L) * 0xbf58476d1ce4e5b9L;
        return mixed ^ mixed >>> 32;
    }
}
