package org.tailwright.readers.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Whole numbers collected while reading: 4 bytes each as long as all fit, else 8.
public final class Packed {
    /// Stands for a missing number.
    public static final long MISSING = Long.MIN_VALUE;

    private int[] narrow;
    private long @Nullable [] wide;
    private int size;
    private boolean gaps;

    public Packed(int capacity) {
        narrow = new int[Math.max(16, capacity)];
    }

    /// Number of values.
    public int size() {
        return size;
    }

    /// Whether any is missing.
    public boolean gaps() {
        return gaps;
    }

    /// Adds a number or [#MISSING].
    public void add(long value) {
        int small = (int) value;
        if (wide == null && small == value && small != Integer.MIN_VALUE) {
            if (size == narrow.length) {
                narrow = Arrays.copyOf(narrow, 2 * size);
            }
            narrow[size++] = small;
        } else {
            addWide(value);
        }
    }

    private void addWide(long value) {
        gaps |= value == MISSING;
        long[] kept = wide;
        if (kept == null) {
            kept = new long[narrow.length];
            for (int i = 0; i < size; i++) {
                kept[i] = narrow[i];
            }
            narrow = new int[0];
        } else if (size == kept.length) {
            kept = Arrays.copyOf(kept, 2 * size);
        }
        kept[size++] = value;
        wide = kept;
    }

    /// The `i`-th number.
    public long at(int i) {
        return wide == null ? narrow[i] : wide[i];
    }

    /// Writes `base + factor * value` for all values to `target` from `at`; a missing one becomes 0.
    public void copyTo(long[] target, int at, long base, long factor) {
        long[] kept = wide;
        if (kept == null) {
            for (int i = 0; i < size; i++) {
                target[at + i] = base + factor * narrow[i];
            }
        } else {
            for (int i = 0; i < size; i++) {
                target[at + i] = kept[i] == MISSING ? 0 : base + factor * kept[i];
            }
        }
    }
}
