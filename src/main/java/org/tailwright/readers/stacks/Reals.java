package org.tailwright.readers.stacks;

import java.util.Arrays;

/// Real numbers in a growing array; NaN stands for a missing one.
public final class Reals {
    private double[] values = new double[16];
    private int size;

    /// Adds a number at the end.
    public void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.addExact(size, size >> 1));
        }
        values[size++] = value;
    }

    /// The `i`-th number, NaN beyond the end.
    public double at(int i) {
        return i < size ? values[i] : Double.NaN;
    }

    /// The `i`-th number as an index, -1 when it is none.
    public int index(int i) {
        double value = at(i);
        return value >= 0 && value <= Integer.MAX_VALUE ? (int) value : -1;
    }

    /// How many there are.
    public int size() {
        return size;
    }
}
