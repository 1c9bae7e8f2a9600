package org.tailwright.readers.jmeter;

import java.util.BitSet;
import org.tailwright.readers.text.Packed;

/// Rows collected from one part of a file, by column; texts as codes of the part's own dictionaries.
final class JtlRows {
    /// Columns of numbers: see [Scanner].
    final Packed[] numbers;
    /// Columns of text codes.
    final int[][] codes;
    final BitSet failed = new BitSet();
    private int size;

    JtlRows(int numberColumns, int textColumns, int capacity) {
        numbers = new Packed[numberColumns];
        for (int i = 0; i < numberColumns; i++) {
            numbers[i] = new Packed(capacity);
        }
        codes = new int[textColumns][Math.max(16, capacity)];
    }

    int size() {
        return size;
    }

    void add(long[] values, int[] texts, boolean failure) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i].add(values[i]);
        }
        for (int i = 0; i < codes.length; i++) {
            if (size == codes[i].length) {
                codes[i] = java.util.Arrays.copyOf(codes[i], 2 * size);
            }
            codes[i][size] = texts[i];
        }
        if (failure) {
            failed.set(size);
        }
        size++;
    }
}
