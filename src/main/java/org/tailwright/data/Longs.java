package org.tailwright.data;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// A column of whole numbers, times or durations.
public final class Longs implements Column {
    private final long[] values;
    private final int size;
    private final @Nullable BitSet missing;
    private final @Nullable Rows rows;
    private final Unit unit;

    private Longs(long[] values, int size, @Nullable BitSet missing, @Nullable Rows rows, Unit unit) {
        this.values = values;
        this.size = size;
        this.missing = missing;
        this.rows = rows;
        this.unit = unit;
    }

    /// A column over `values`, which the caller must not change any more.
    public static Longs of(Unit unit, long... values) {
        return new Longs(values, values.length, null, null, unit);
    }

    /// A column over `values`, which the caller must not change any more, without the rows whose bit is set in `missing`.
    public static Longs of(Unit unit, long[] values, BitSet missing) {
        return new Longs(values, values.length, missing.isEmpty() ? null : missing, null, unit);
    }

    /// A single-use builder.
    public static Builder builder(Unit unit) {
        return new Builder(unit);
    }

    /// The value of a row; 0 where it is missing.
    public long at(int row) {
        return values[rows == null ? row : rows.at(row)];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Unit unit() {
        return unit;
    }

    @Override
    public boolean missing(int row) {
        return missing != null && missing.get(rows == null ? row : rows.at(row));
    }

    @Override
    public Longs select(Rows wanted) {
        return new Longs(values, wanted.size(), missing, wanted.through(rows), unit);
    }

    /// A copy of all values in row order.
    public long[] toArray() {
        if (rows == null) {
            return Arrays.copyOf(values, size);
        }
        long[] copy = new long[size];
        for (int i = 0; i < size; i++) {
            copy[i] = values[rows.at(i)];
        }
        return copy;
    }

    /// Collects values; used once.
    public static final class Builder {
        private final Unit unit;
        private long[] values = new long[1024];
        private int size;
        private @Nullable BitSet missing;

        private Builder(Unit unit) {
            this.unit = unit;
        }

        /// Adds a value.
        public Builder add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, Math.addExact(size, size));
            }
            values[size++] = value;
            return this;
        }

        /// Adds a row without a value.
        public Builder addMissing() {
            if (missing == null) {
                missing = new BitSet();
            }
            missing.set(size);
            return add(0);
        }

        /// Number of rows so far.
        public int size() {
            return size;
        }

        /// The column; the builder is spent.
        public Longs build() {
            long[] kept = size == values.length ? values : Arrays.copyOf(values, size);
            values = new long[0];
            return new Longs(kept, size, missing, null, unit);
        }
    }
}
