package org.tailwright.readers.spans;

import java.util.Arrays;
import org.tailwright.data.Utf8Pool;

/// The attributes of a block's spans: for each key a column of value codes, made when the key first occurs.
final class Attributes {
    /// More keys than this in one block are counted and left out: nobody filters by them.
    static final int MOST_KEYS = 512;

    final Utf8Pool.Builder keys = Utf8Pool.builder();
    long[] counts = new long[16];
    /// Values that were left out because their key was one too many.
    long left;
    private int[][] columns = new int[16][];

    /// The code of a key, -1 when there are too many.
    int key(byte[] bytes, int from, int to) {
        return bounded(keys.code(bytes, from, to));
    }

    /// The code of a key, -1 when there are too many.
    int key(String text) {
        return bounded(keys.code(text));
    }

    private int bounded(int code) {
        if (code < MOST_KEYS) {
            return code;
        }
        left++;
        return -1;
    }

    /// Sets a value; one that is there stays when `weak`.
    void put(int key, int row, int value, boolean weak) {
        if (key >= columns.length) {
            columns = Arrays.copyOf(columns, Math.max(key + 1, 2 * columns.length));
            counts = Arrays.copyOf(counts, columns.length);
        }
        int[] column = columns[key];
        if (column == null || row >= column.length) {
            int known = column == null ? 0 : column.length;
            int length = Math.max(1024, Math.max(row + 1, 2 * known));
            column = column == null ? new int[length] : Arrays.copyOf(column, length);
            Arrays.fill(column, known, length, -1);
            columns[key] = column;
        }
        if (column[row] < 0) {
            column[row] = value;
            counts[key]++;
        } else if (!weak) {
            column[row] = value;
        }
    }

    /// Forgets the values of rows from `kept` to `size`.
    void truncate(int kept, int size) {
        for (int key = 0; key < columns.length; key++) {
            int[] column = columns[key];
            for (int row = kept; column != null && row < Math.min(size, column.length); row++) {
                if (column[row] >= 0) {
                    column[row] = -1;
                    counts[key]--;
                }
            }
        }
    }

    /// Number of keys with a column.
    int size() {
        return Math.min(keys.size(), MOST_KEYS);
    }

    /// The codes of a key for `rows` rows.
    int[] column(int key, int rows) {
        int[] column = key < columns.length ? columns[key] : null;
        int[] whole = new int[rows];
        int known = column == null ? 0 : Math.min(rows, column.length);
        if (column != null) {
            System.arraycopy(column, 0, whole, 0, known);
        }
        Arrays.fill(whole, known, rows, -1);
        return whole;
    }
}
