package org.tailwright.data;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A column of whole numbers, times or durations. Where all values are a whole number of steps from a base (milliseconds since the first
/// time stamp, say) and the counts fit, a row takes 4 bytes instead of 8.
public final class Longs implements Column {
    private final long[] values;
    private final int @Nullable [] counts;
    private final long base;
    private final long step;
    private final int size;
    private final @Nullable BitSet missing;
    private final @Nullable Rows rows;
    private final Unit unit;
    /// Whether values never fall: 0 unknown, 1 yes, 2 no. Looked at by several threads, which may each find out.
    private volatile byte ascending;
    /// Found out when first asked for.
    private volatile @Nullable SizeClasses classes;

    private Longs(Builder from, int size, @Nullable Rows rows) {
        this(from.values, from.counts, from.base, from.step, size, from.missing, rows, from.unit);
    }

    private Longs(long[] values, int @Nullable [] counts, long base, long step, int size, @Nullable BitSet missing, @Nullable Rows rows, Unit unit) {
        this.values = values;
        this.counts = counts;
        this.base = base;
        this.step = step;
        this.size = size;
        this.missing = missing;
        this.rows = rows;
        this.unit = unit;
    }

    /// A column over `values`, which the caller must not change any more.
    public static Longs of(Unit unit, long... values) {
        return new Longs(values, null, 0, 1, values.length, null, null, unit);
    }

    /// A column over `values`, which the caller must not change any more, without the rows whose bit is set in `missing`.
    public static Longs of(Unit unit, long[] values, BitSet missing) {
        return new Longs(values, null, 0, 1, values.length, missing.isEmpty() ? null : missing, null, unit);
    }

    /// What a column whose values are counts of steps consists of.
    ///
    /// @param step at least 1
    /// @param counts of the rows from the first on, not to be changed; there may be more than rows
    public record Steps(long base, long step, int[] counts) {
        public Steps {
            if (step < 1) {
                throw new IllegalArgumentException("a step of " + step);
            }
        }
    }

    /// A column of counts of steps, one for each row, which the caller must not change any more, without the rows whose bit is set in `missing`.
    public static Longs of(Unit unit, Steps steps, BitSet missing) {
        return new Longs(new long[0], steps.counts(), steps.base(), steps.step(), steps.counts().length, missing.isEmpty() ? null : missing, null, unit);
    }

    /// The counts of steps where the column is kept as such and shows all rows of its storage.
    public Optional<Steps> steps() {
        int[] known = counts;
        return known == null || rows != null ? Optional.empty() : Optional.of(new Steps(base, step, known));
    }

    /// A single-use builder.
    public static Builder builder(Unit unit) {
        return new Builder(unit, 0, 1);
    }

    /// A single-use builder of the values `base + step × count`, to which the counts are added.
    ///
    /// @param step at least 1
    public static Builder steps(Unit unit, long base, long step) {
        return new Builder(unit, base, step);
    }

    /// The value of a row; 0 where it is missing.
    public long at(int row) {
        int inner = rows == null ? row : rows.at(row);
        int[] narrow = counts;
        if (narrow == null) {
            return values[inner];
        }
        return missing != null && missing.get(inner) ? 0 : base + step * narrow[inner];
    }

    /// Puts the values of rows `from` to `to` − 1 into the beginning of `into`: many rows at once cost a fraction of as many calls of [#at].
    public void read(int from, int to, long[] into) {
        Rows through = rows;
        if (through != null && through.list() != null) {
            read(through.list(), from, to - from, into);
            return;
        }
        int first = through == null ? from : through.at(from);
        int n = to - from;
        int[] narrow = counts;
        if (narrow == null) {
            System.arraycopy(values, first, into, 0, n);
            return;
        }
        for (int i = 0; i < n; i++) {
            into[i] = base + step * narrow[first + i];
        }
        if (missing != null) {
            for (int i = missing.nextSetBit(first); i >= 0 && i < first + n; i = missing.nextSetBit(i + 1)) {
                into[i - first] = 0;
            }
        }
    }

    /// Puts the values of the first `n` of `which` rows into the beginning of `into`.
    public void read(int[] which, int n, long[] into) {
        if (rows != null || missing != null) {
            for (int i = 0; i < n; i++) {
                into[i] = at(which[i]);
            }
        } else {
            read(which, 0, n, into);
        }
    }

    /// Puts those of the rows `from` to `to` − 1 whose value is at least `low` and below `beyond` into `into`, in order, and returns how many they are.
    int within(int from, int to, long low, long beyond, int[] into) {
        Rows through = rows;
        int[] narrow = counts;
        int n = 0;
        if (missing != null || through != null && through.list() != null) {
            for (int row = from; row < to; row++) {
                into[n] = row;
                long value = at(row);
                n += (value >= low ? 1 : 0) & (value < beyond ? 1 : 0);
            }
            return n;
        }
        int shift = through == null || to <= from ? 0 : through.at(from) - from;
        if (narrow == null) {
            for (int row = from; row < to; row++) {
                into[n] = row;
                long value = values[row + shift];
                n += (value >= low ? 1 : 0) & (value < beyond ? 1 : 0);
            }
            return n;
        }
        long least = countFrom(low);
        long width = Math.max(0, countFrom(beyond) - least);
        for (int row = from; row < to; row++) {
            into[n] = row;
            // 1 when the count lies from `least` on and below `least + width`, without a jump that half of the rows would take.
            long above = narrow[row + shift] - least;
            n += (int) ((above - width & ~above) >>> 63);
        }
        return n;
    }

    /// The lowest count of a value that is at least `value`, one beyond all counts where there is none.
    private long countFrom(long value) {
        long off = value - base;
        // An overflow has the sign of neither: such a value is beyond all counts.
        boolean far = ((value ^ base) & (value ^ off)) < 0;
        return Math.clamp(far ? value < 0 ? Long.MIN_VALUE : Long.MAX_VALUE : Math.ceilDiv(off, step), Integer.MIN_VALUE, Integer.MAX_VALUE + 1L);
    }

    /// The counts of steps of the rows themselves; null where there are none, or some rows miss a value.
    int @Nullable [] counts() {
        return missing == null ? counts : null;
    }

    /// The value of a count of steps.
    long valueOf(long count) {
        return base + step * count;
    }

    /// The rows of the storage that this shows; null for all.
    @Nullable Rows through() {
        return rows;
    }

    /// Classes of size, which views share with what they are views of.
    public SizeClasses classes() {
        SizeClasses known = classes;
        if (known == null) {
            known = SizeClasses.of(this);
            classes = known;
        }
        return known;
    }

    /// The values of rows of the storage itself.
    private void read(int[] inner, int offset, int n, long[] into) {
        int[] narrow = counts;
        for (int i = 0; i < n; i++) {
            into[i] = narrow == null ? values[inner[offset + i]] : base + step * narrow[inner[offset + i]];
        }
        for (int i = 0; missing != null && narrow != null && i < n; i++) {
            into[i] = missing.get(inner[offset + i]) ? 0 : into[i];
        }
    }

    /// Whether no value is smaller than the one before it; found out once.
    public boolean ascends() {
        if (ascending == 0) {
            ascending = (byte) (missing == null && rises() ? 1 : 2);
        }
        return ascending == 1;
    }

    /// The same column, of which [#ascends] was found out before.
    public Longs ascends(boolean known) {
        ascending = (byte) (known ? 1 : 2);
        return this;
    }

    private boolean rises() {
        int[] narrow = rows == null && step > 0 ? counts : null;
        for (int i = 1; i < size; i++) {
            if (narrow == null ? at(i) < at(i - 1) : narrow[i] < narrow[i - 1]) {
                return false;
            }
        }
        return true;
    }

    /// The first row whose value is at least `value` in a column that [#ascends]; its size when there is none.
    public int firstFrom(long value) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (at(middle) < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
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

    /// The column with `more` added to every value.
    public Longs plus(long more) {
        if (counts != null) {
            return new Longs(values, counts, base + more, step, size, missing, rows, unit);
        }
        long[] sums = values.clone();
        for (int i = 0; i < sums.length; i++) {
            sums[i] += missing != null && missing.get(i) ? 0 : more;
        }
        return new Longs(sums, null, base, step, size, missing, rows, unit);
    }

    @Override
    public Longs select(Rows wanted) {
        Longs view = new Longs(values, counts, base, step, wanted.size(), missing, wanted.through(rows), unit);
        // Rows of a view are in order, so that what ascends still does.
        view.ascending = (byte) (ascending == 1 ? 1 : 0);
        view.classes = classes;
        return view;
    }

    /// A copy of all values in row order.
    public long[] toArray() {
        if (rows == null && counts == null) {
            return Arrays.copyOf(values, size);
        }
        long[] copy = new long[size];
        read(0, size, copy);
        return copy;
    }

    /// How often each value occurs in the rows that are not `without`, where the values are counts of steps that span few different ones.
    ///
    /// @param without rows that are left out, or null
    public Optional<Tally> tally(@Nullable Flags without) {
        int[] narrow = counts;
        if (narrow == null || rows != null || missing != null || size == 0) {
            return Optional.empty();
        }
        int least = narrow[0];
        int most = narrow[0];
        for (int i = 0; i < size; i++) {
            least = Math.min(least, narrow[i]);
            most = Math.max(most, narrow[i]);
        }
        if ((long) most - least >= Tally.MOST) {
            return Optional.empty();
        }
        int[] tally = new int[most - least + 1];
        for (int i = 0; i < size; i++) {
            tally[narrow[i] - least]++;
        }
        int left = 0;
        for (int i = without == null ? -1 : without.next(0); i >= 0 && i < size; i = without.next(i + 1)) {
            tally[narrow[i] - least]--;
            left++;
        }
        return Optional.of(new Tally(base + step * least, step, size - left, tally));
    }

    /// Collects values; used once.
    public static final class Builder {
        private static final int FIRST = 1024;

        private final Unit unit;
        private final long base;
        private final long step;
        private int @Nullable [] counts = new int[FIRST];
        private long[] values = new long[0];
        private int size;
        private @Nullable BitSet missing;

        private Builder(Unit unit, long base, long step) {
            if (step < 1) {
                throw new IllegalArgumentException("a step of " + step);
            }
            this.unit = unit;
            this.base = base;
            this.step = step;
        }

        /// Adds a value, or a count of steps where the builder was made for these.
        public Builder add(long value) {
            int narrow = (int) value;
            int[] known = counts;
            if (known != null && narrow == value) {
                if (size == known.length) {
                    known = Arrays.copyOf(known, grown(size + 1L));
                    counts = known;
                }
                known[size++] = narrow;
                return this;
            }
            widen();
            return append(base + step * value);
        }

        private Builder append(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, grown(size + 1L));
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
            return counts == null ? append(0) : add(0);
        }

        /// Adds the first `n` of some counts, none of them missing.
        public Builder addAll(int[] more, int n) {
            int[] known = counts;
            if (known == null) {
                for (int i = 0; i < n; i++) {
                    add(more[i]);
                }
                return this;
            }
            if (size + n > known.length) {
                known = Arrays.copyOf(known, grown((long) size + n));
                counts = known;
            }
            System.arraycopy(more, 0, known, size, n);
            size += n;
            return this;
        }

        /// Makes room for so many rows in all.
        public Builder reserve(int rows) {
            int[] known = counts;
            if (known != null && rows > known.length) {
                counts = Arrays.copyOf(known, rows);
            } else if (known == null && rows > values.length) {
                values = Arrays.copyOf(values, rows);
            }
            return this;
        }

        private int grown(long wanted) {
            return Math.toIntExact(Math.max(wanted, Math.min(Integer.MAX_VALUE - 8, size * 3L / 2)));
        }

        private void widen() {
            int[] known = counts;
            if (known != null) {
                values = new long[known.length];
                for (int i = 0; i < size; i++) {
                    values[i] = missing != null && missing.get(i) ? 0 : base + step * known[i];
                }
                counts = null;
            }
        }

        /// Number of rows so far.
        public int size() {
            return size;
        }

        /// The column; the builder is spent.
        public Longs build() {
            int[] known = counts;
            if (known != null && size < known.length - (known.length >>> 3)) {
                counts = Arrays.copyOf(known, size);
            } else if (known == null && size < values.length - (values.length >>> 3)) {
                values = Arrays.copyOf(values, size);
            }
            return new Longs(this, size, null);
        }
    }
}
