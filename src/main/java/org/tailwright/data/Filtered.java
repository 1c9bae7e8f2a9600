package org.tailwright.data;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// The rows that filters leave, found a stretch at a time by whoever first needs it, and kept: all that is asked about one selection looks at the
/// filtered columns once. May be used by several threads.
final class Filtered {
    private static final int BITS = 16;
    private static final int LENGTH = 1 << BITS;

    private final Table table;
    private final List<Selection.Filter> filters;
    private final List<Picker.Match> matches;
    /// For each stretch of rows those that are left, counted from its first row.
    private final AtomicReferenceArray<char[]> stretches;

    Filtered(Table table, List<Selection.Filter> filters) {
        this.table = table;
        this.filters = filters;
        this.matches = filters.stream().flatMap(each -> Picker.Match.of(table, each).stream()).toList();
        this.stretches = new AtomicReferenceArray<>((table.rows() >>> BITS) + 1);
    }

    List<Selection.Filter> filters() {
        return filters;
    }

    /// Puts the rows of `from` to `to` − 1 that are left into `into`, in order, and returns how many they are.
    int pick(int from, int to, int[] into) {
        int n = 0;
        for (int first = from & -LENGTH; first < to; first += LENGTH) {
            char[] left = stretch(first >>> BITS);
            int i = from <= first ? 0 : Arrays.binarySearch(left, (char) (from - first));
            for (i = i < 0 ? -i - 1 : i; i < left.length && first + left[i] < to; i++) {
                into[n++] = first + left[i];
            }
        }
        return n;
    }

    private char[] stretch(int number) {
        char[] known = stretches.get(number);
        if (known == null) {
            known = find(number << BITS, Math.min(table.rows(), (number + 1) << BITS));
            stretches.set(number, known);
        }
        return known;
    }

    private char[] find(int from, int to) {
        char[] found = new char[to - from];
        int[] block = new int[Picker.BLOCK];
        int[] codes = new int[Picker.BLOCK];
        int size = 0;
        for (int row = from; row < to; row += Picker.BLOCK) {
            int n = Picker.all(row, Math.min(to, row + Picker.BLOCK), block);
            boolean gapless = true;
            for (Picker.Match each : matches) {
                n = each.keep(block, n, gapless, codes);
                gapless = false;
            }
            for (int i = 0; i < n; i++) {
                found[size++] = (char) (block[i] - from);
            }
        }
        return Arrays.copyOf(found, size);
    }
}
