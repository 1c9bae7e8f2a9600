package org.tailwright.readers.jmeter;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Longs;

/// Rows collected from one part of a file, by column; texts as codes of the part's own dictionaries. Made once for each thread and used again.
final class JtlRows {
    /// Stands for a missing number.
    static final long MISSING = Long.MIN_VALUE;
    private static final int GAP = Integer.MIN_VALUE;
    private static final int WIDE = Integer.MIN_VALUE + 1;

    final BitSet failed = new BitSet();
    private final int[][] numbers;
    /// What does not fit into `numbers`, made when first needed.
    private final long[] @Nullable [] wide;
    private final boolean[] odd;
    private final int[][] codes;
    private int size;
    private int capacity;

    JtlRows(int numberColumns, int textColumns, int capacity) {
        this.capacity = capacity;
        numbers = new int[numberColumns][capacity];
        wide = new long[numberColumns][];
        odd = new boolean[numberColumns];
        codes = new int[textColumns][capacity];
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
        failed.clear();
        Arrays.fill(odd, false);
    }

    /// Adds a row.
    ///
    /// @param values by number column, or [#MISSING]
    /// @param texts codes by text column
    void add(long[] values, int[] texts, boolean failure) {
        int row = size;
        reserve(1);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i][row] = fits(values[i]) ? (int) values[i] : odd(i, row, values[i]);
        }
        for (int i = 0; i < codes.length; i++) {
            codes[i][row] = texts[i];
        }
        if (failure) {
            failed.set(row);
        }
        size = row + 1;
    }

    /// Whether a number can be written to [#numbers] as it is.
    static boolean fits(long value) {
        return (int) value == value && value > WIDE;
    }

    /// Keeps a number that is missing or does not fit.
    ///
    /// @return what to write to [#numbers] instead
    int odd(int column, int row, long value) {
        odd[column] = true;
        if (value == MISSING) {
            return GAP;
        }
        long[] kept = wide[column];
        if (kept == null || kept.length < capacity) {
            kept = kept == null ? new long[capacity] : Arrays.copyOf(kept, capacity);
            wide[column] = kept;
        }
        kept[row] = value;
        return WIDE;
    }

    /// Makes room for `n` more rows, which are written to [#numbers] and [#codes] and then counted by [#advance].
    void reserve(int n) {
        while (size + n > capacity) {
            grow();
        }
    }

    void advance(int n) {
        size += n;
    }

    private void grow() {
        capacity *= 2;
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Arrays.copyOf(numbers[i], capacity);
        }
        for (int i = 0; i < codes.length; i++) {
            codes[i] = Arrays.copyOf(codes[i], capacity);
        }
    }

    /// A column of numbers, of which the first [#size] count.
    int[] numbers(int column) {
        return numbers[column];
    }

    /// Adds a column of numbers to the whole one.
    void number(int column, Longs.Builder whole) {
        int[] narrow = numbers[column];
        if (!odd[column]) {
            whole.addAll(narrow, size);
            return;
        }
        long[] kept = wide[column];
        for (int row = 0; row < size; row++) {
            if (narrow[row] == GAP) {
                whole.addMissing();
            } else {
                whole.add(narrow[row] == WIDE && kept != null ? kept[row] : narrow[row]);
            }
        }
    }

    /// A column of codes, of which the first [#size] count.
    int[] codes(int column) {
        return codes[column];
    }
}
