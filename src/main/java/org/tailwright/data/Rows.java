package org.tailwright.data;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// Row numbers of a table in ascending order: a whole range, or a list.
public final class Rows {
    private final int from;
    private final int size;
    private final int @Nullable [] list;

    private Rows(int from, int size, int @Nullable [] list) {
        this.from = from;
        this.size = size;
        this.list = list;
    }

    /// All rows of a table with `size` rows.
    public static Rows all(int size) {
        return range(0, size);
    }

    /// Rows `from` (inclusive) to `to` (exclusive).
    public static Rows range(int from, int to) {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("no such rows: " + from + " to " + to);
        }
        return new Rows(from, to - from, null);
    }

    /// The rows in `list`, which is copied.
    public static Rows of(int... list) {
        return new Rows(0, list.length, list.clone());
    }

    /// The rows of `0..size-1` that `wanted` accepts.
    public static Rows where(int size, IntPredicate wanted) {
        int[] found = new int[Math.min(size, 1024)];
        int n = 0;
        for (int row = 0; row < size; row++) {
            if (wanted.test(row)) {
                if (n == found.length) {
                    found = Arrays.copyOf(found, (int) Math.min(size, 2L * n));
                }
                found[n++] = row;
            }
        }
        return n == size ? all(size) : new Rows(0, n, Arrays.copyOf(found, n));
    }

    /// Those of these rows that `wanted` accepts.
    public Rows where(IntPredicate wanted) {
        int[] found = new int[Math.min(size, 1024)];
        int n = 0;
        for (int i = 0; i < size; i++) {
            int row = at(i);
            if (wanted.test(row)) {
                if (n == found.length) {
                    found = Arrays.copyOf(found, (int) Math.min(size, 2L * n));
                }
                found[n++] = row;
            }
        }
        return n == size ? this : new Rows(0, n, Arrays.copyOf(found, n));
    }

    /// The rows whose bit is set.
    public static Rows of(BitSet bits) {
        return new Rows(0, bits.cardinality(), bits.stream().toArray());
    }

    public int size() {
        return size;
    }

    /// The `i`-th row number.
    public int at(int i) {
        return list == null ? from + i : list[i];
    }

    /// The list, not to be changed; null for a range.
    int @Nullable [] list() {
        return list;
    }

    /// The first `n` of `found`, which are kept when they fill it.
    static Rows kept(int[] found, int n) {
        return new Rows(0, n, n == found.length ? found : Arrays.copyOf(found, n));
    }

    /// These rows of a table that is itself a view through `outer`.
    Rows through(@Nullable Rows outer) {
        if (outer == null) {
            return this;
        }
        if (list == null && outer.list == null) {
            return range(outer.from + from, outer.from + from + size);
        }
        int[] mapped = new int[size];
        for (int i = 0; i < size; i++) {
            mapped[i] = outer.at(at(i));
        }
        return new Rows(0, size, mapped);
    }
}
