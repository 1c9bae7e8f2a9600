package org.tailwright.data;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// A column of real numbers.
public final class Doubles implements Column {
    private final double[] values;
    private final int size;
    private final @Nullable BitSet missing;
    private final @Nullable Rows rows;
    private final Unit unit;

    private Doubles(double[] values, int size, @Nullable BitSet missing, @Nullable Rows rows, Unit unit) {
        this.values = values;
        this.size = size;
        this.missing = missing;
        this.rows = rows;
        this.unit = unit;
    }

    /// A column over `values`, which the caller must not change any more.
    public static Doubles of(Unit unit, double... values) {
        return new Doubles(values, values.length, null, null, unit);
    }

    /// A single-use builder.
    public static Builder builder(Unit unit) {
        return new Builder(unit);
    }

    /// The value of a row; Double.NaN where it is missing.
    public double at(int row) {
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
    public Doubles select(Rows wanted) {
        return new Doubles(values, wanted.size(), missing, wanted.through(rows), unit);
    }

    /// A copy of all values in row order.
    public double[] toArray() {
        if (rows == null) {
            return Arrays.copyOf(values, size);
        }
        double[] copy = new double[size];
        for (int i = 0; i < size; i++) {
            copy[i] = values[rows.at(i)];
        }
        return copy;
    }

    /// Collects values; used once.
    public static final class Builder {
        private final Unit unit;
        private double[] values = new double[1024];
        private int size;
        private @Nullable BitSet missing;

        private Builder(Unit unit) {
            this.unit = unit;
        }

        /// Adds a value.
        public Builder add(double value) {
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
            return add(Double.NaN);
        }

        /// Number of rows so far.
        public int size() {
            return size;
        }

        /// The column; the builder is spent.
        public Doubles build() {
            double[] kept = size == values.length ? values : Arrays.copyOf(values, size);
            values = new double[0];
            return new Doubles(kept, size, missing, null, unit);
        }
    }
}
