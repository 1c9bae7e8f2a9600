package org.tailwright.readers.chrome;

import java.util.function.IntBinaryOperator;

/// Sorts row numbers, keeping the order of equal ones, without boxing.
final class ChromeOrder {
    private ChromeOrder() {}

    /// Sorts `rows` from `from` to `to`.
    ///
    /// @param spare as long as `rows`
    /// @param order negative when the first row comes first
    static void sort(int[] rows, int from, int to, int[] spare, IntBinaryOperator order) {
        boolean sorted = true;
        for (int i = from + 1; i < to && sorted; i++) {
            sorted = order.applyAsInt(rows[i - 1], rows[i]) <= 0;
        }
        if (sorted) {
            return;
        }
        int middle = (from + to) >>> 1;
        sort(rows, from, middle, spare, order);
        sort(rows, middle, to, spare, order);
        System.arraycopy(rows, from, spare, from, middle - from);
        int left = from;
        int right = middle;
        for (int at = from; left < middle; at++) {
            boolean second = right < to && order.applyAsInt(spare[left], rows[right]) > 0;
            rows[at] = second ? rows[right++] : spare[left++];
        }
    }
}
