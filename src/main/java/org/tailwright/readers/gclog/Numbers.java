package org.tailwright.readers.gclog;

import java.util.Arrays;
import java.util.BitSet;
import org.tailwright.data.Longs;
import org.tailwright.data.Unit;

/// Whole numbers in rows that can be set after they were begun; [Quantities#NONE] is a missing one.
final class Numbers {
    private long[] values = new long[256];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    void setLast(long value) {
        values[size - 1] = value;
    }

    long at(int row) {
        return values[row];
    }

    int size() {
        return size;
    }

    boolean any() {
        return Arrays.stream(values, 0, size).anyMatch(each -> each != Quantities.NONE);
    }

    Longs column(Unit unit) {
        long[] kept = Arrays.copyOf(values, size);
        BitSet missing = new BitSet();
        for (int i = 0; i < size; i++) {
            if (kept[i] == Quantities.NONE) {
                kept[i] = 0;
                missing.set(i);
            }
        }
        return Longs.of(unit, kept, missing);
    }
}
