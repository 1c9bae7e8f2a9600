package org.tailwright.data;

import org.jspecify.annotations.Nullable;

/// Classes of size for the values of a column, numbered so that they never fall as the value grows. Where a column holds few different multiples of
/// a step each value is a class of its own; else 2,048 classes share each doubling. Counting rows by class takes a nanosecond or two a row, and says
/// in which class an order statistic lies.
public final class SizeClasses {
    private static final int BITS = 11;
    private static final int MASK = (1 << BITS) - 1;
    private static final int MOST_EXACT = 1 << 17;

    private final int count;
    private final boolean exact;
    private final long least;
    private final Longs origin;

    private SizeClasses(int count, boolean exact, long least, Longs origin) {
        this.count = count;
        this.exact = exact;
        this.least = least;
        this.origin = origin;
    }

    static SizeClasses of(Longs column) {
        int[] narrow = column.counts();
        Rows rows = column.through();
        if (narrow != null && column.size() > 0) {
            int least = Integer.MAX_VALUE;
            int most = Integer.MIN_VALUE;
            for (int i = 0; i < column.size(); i++) {
                int value = narrow[rows == null ? i : rows.at(i)];
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
            if ((long) most - least < MOST_EXACT) {
                return new SizeClasses(most - least + 1, true, least, column);
            }
        }
        long least = 0;
        long most = 0;
        for (int i = 0; i < column.size(); i++) {
            long value = column.at(i);
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return new SizeClasses(key(most - least) + 1, false, least, column);
    }

    /// A class that never falls as `value`, at least 0, grows: 2,048 to a doubling.
    public static int key(long value) {
        if (value <= MASK) {
            return (int) value;
        }
        int exponent = 63 - Long.numberOfLeadingZeros(value);
        return ((exponent - BITS + 1) << BITS) | (int) (value >>> (exponent - BITS) & MASK);
    }

    /// How many classes there are; they are numbered from 0.
    public int count() {
        return count;
    }

    /// Whether each class holds one value only.
    public boolean exact() {
        return exact;
    }

    /// The lowest value of a class.
    public long low(int number) {
        if (exact) {
            return origin.valueOf(least + number);
        }
        int octave = number >>> BITS;
        return least + (octave == 0 ? number : (long) (number & MASK | MASK + 1) << (octave - 1));
    }

    /// The highest value of a class.
    public long high(int number) {
        if (exact) {
            return low(number);
        }
        int octave = number >>> BITS;
        return low(number) + (octave == 0 ? 0 : (1L << (octave - 1)) - 1);
    }

    /// A reader of the classes of a column or view that has these; for one thread.
    public Reading of(Longs column, int most) {
        return new Reading(column, exact ? new long[0] : new long[most]);
    }

    /// Reads classes of many rows at once.
    public final class Reading {
        private final Longs column;
        private final long[] values;
        private final int @Nullable [] narrow;
        private final @Nullable Rows rows;

        private Reading(Longs column, long[] values) {
            this.column = column;
            this.values = values;
            this.narrow = exact ? column.counts() : null;
            this.rows = column.through();
        }

        /// Puts the classes of the first `n` of `which` rows into the beginning of `into`.
        public void read(int[] which, int n, int[] into) {
            int[] direct = narrow;
            int offset = (int) least;
            if (direct == null) {
                column.read(which, n, values);
                for (int i = 0; i < n; i++) {
                    into[i] = key(values[i] - least);
                }
            } else if (rows == null) {
                for (int i = 0; i < n; i++) {
                    into[i] = direct[which[i]] - offset;
                }
            } else {
                for (int i = 0; i < n; i++) {
                    into[i] = direct[rows.at(which[i])] - offset;
                }
            }
        }
    }
}
