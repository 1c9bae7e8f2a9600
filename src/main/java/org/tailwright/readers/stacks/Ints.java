package org.tailwright.readers.stacks;

import java.util.Arrays;

/// Whole numbers in a growing array.
public final class Ints {
    private int[] values = new int[16];
    private int size;

    /// Adds a number at the end.
    public void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.addExact(size, size >> 1));
        }
        values[size++] = value;
    }

    /// The `i`-th number.
    public int at(int i) {
        return values[i];
    }

    /// Puts another number at a place that is there.
    public void set(int i, int value) {
        values[i] = value;
    }

    /// How many there are.
    public int size() {
        return size;
    }

    /// Keeps only the first ones.
    public void cut(int length) {
        size = Math.min(size, length);
    }
}
