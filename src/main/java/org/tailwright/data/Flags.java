package org.tailwright.data;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// A column of yes and no.
public final class Flags implements Column {
    private final BitSet values;
    private final int size;
    private final @Nullable Rows rows;

    private Flags(BitSet values, int size, @Nullable Rows rows) {
        this.values = values;
        this.size = size;
        this.rows = rows;
    }

    /// A column of `size` rows over `values`, which the caller must not change any more.
    public static Flags of(BitSet values, int size) {
        return new Flags(values, size, null);
    }

    /// The value of a row.
    public boolean at(int row) {
        return values.get(rows == null ? row : rows.at(row));
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Unit unit() {
        return Unit.NONE;
    }

    @Override
    public boolean missing(int row) {
        return false;
    }

    @Override
    public Flags select(Rows wanted) {
        return new Flags(values, wanted.size(), wanted.through(rows));
    }

    /// The first row from `row` on that says yes, -1 when there is none.
    public int next(int row) {
        if (rows == null) {
            return values.nextSetBit(row);
        }
        int at = row;
        while (at < size && !values.get(rows.at(at))) {
            at++;
        }
        return at < size ? at : -1;
    }

    /// How many of the first `n` of `which` rows, which are in order, say yes.
    public int count(int[] which, int n) {
        int yes = 0;
        if (rows == null && n > 0) {
            // Few say yes where failures are meant: to go from one to the next is fastest.
            int i = 0;
            for (int row = values.nextSetBit(which[0]); row >= 0 && i < n; ) {
                while (i < n && which[i] < row) {
                    i++;
                }
                if (i < n) {
                    yes += which[i] == row ? 1 : 0;
                    row = values.nextSetBit(which[i] == row ? row + 1 : which[i]);
                }
            }
            return yes;
        }
        for (int i = 0; i < n; i++) {
            yes += at(which[i]) ? 1 : 0;
        }
        return yes;
    }

    /// Number of rows that say yes.
    public int count() {
        if (rows == null) {
            return values.cardinality();
        }
        int n = 0;
        for (int i = 0; i < size; i++) {
            n += values.get(rows.at(i)) ? 1 : 0;
        }
        return n;
    }
}
