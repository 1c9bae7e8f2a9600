package org.tailwright.readers.jfr;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Column;
import org.tailwright.data.Doubles;
import org.tailwright.data.Longs;
import org.tailwright.data.Unit;

/// A column of one part of a recording while it is collected. A row may be set again until the next one is; parts are put together at the end.
sealed interface Cells permits Cells.Whole, Cells.Real, Words {
    /// Makes room for rows up to `capacity`.
    void grow(int capacity);

    /// What the columns of parts are put together from.
    ///
    /// @param cells of a part, null when it lacks the column
    /// @param rows of the part
    record Piece(@Nullable Cells cells, int rows) {
        static int rows(List<Piece> pieces) {
            return Math.toIntExact(pieces.stream().mapToLong(Piece::rows).sum());
        }
    }

    /// Whole numbers.
    final class Whole implements Cells {
        private static final long[] SPENT = {};
        private final BitSet missing = new BitSet();
        private long[] values = SPENT;

        void set(int row, long value) {
            values[row] = value;
        }

        void setMissing(int row) {
            missing.set(row);
        }

        /// The number of a row.
        long at(int row) {
            return values[row];
        }

        /// Forgets what was said of a row that did not come about.
        void drop(int row) {
            missing.clear(row);
        }

        @Override
        public void grow(int capacity) {
            values = Arrays.copyOf(values, capacity);
        }

        static Column join(List<Piece> pieces, Unit unit) {
            long[] all = new long[Piece.rows(pieces)];
            BitSet missing = new BitSet();
            int at = 0;
            for (Piece each : pieces) {
                int base = at;
                if (each.cells() instanceof Whole part) {
                    System.arraycopy(part.values, 0, all, at, each.rows());
                    part.missing.stream().takeWhile(i -> i < each.rows()).forEach(i -> missing.set(base + i));
                    part.values = SPENT;
                } else {
                    missing.set(at, at + each.rows());
                }
                at += each.rows();
            }
            return Longs.of(unit, all, missing);
        }
    }

    /// Real numbers; NaN is a missing one.
    final class Real implements Cells {
        private static final double[] SPENT = {};
        private double[] values = SPENT;

        void set(int row, double value) {
            values[row] = value;
        }

        @Override
        public void grow(int capacity) {
            values = Arrays.copyOf(values, capacity);
        }

        static Column join(List<Piece> pieces, Unit unit) {
            double[] all = new double[Piece.rows(pieces)];
            int at = 0;
            for (Piece each : pieces) {
                if (each.cells() instanceof Real part) {
                    System.arraycopy(part.values, 0, all, at, each.rows());
                    part.values = SPENT;
                } else {
                    Arrays.fill(all, at, at + each.rows(), Double.NaN);
                }
                at += each.rows();
            }
            return Doubles.of(unit, all);
        }
    }
}
