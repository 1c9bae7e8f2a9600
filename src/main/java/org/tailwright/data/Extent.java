package org.tailwright.data;

/// The time that rows with a start and a duration take.
final class Extent {
    private static final int BLOCK = 4096;

    private Extent() {}

    /// From the first start to the last end (a negative duration ends with its start).
    ///
    /// @param starts with at least one row
    static TimeSpan of(Longs starts, Longs durations) {
        long[] from = new long[BLOCK];
        long[] lasting = new long[BLOCK];
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int row = 0; row < starts.size(); row += BLOCK) {
            int n = Math.min(BLOCK, starts.size() - row);
            starts.read(row, row + n, from);
            durations.read(row, row + n, lasting);
            for (int i = 0; i < n; i++) {
                first = Math.min(first, from[i]);
                last = Math.max(last, from[i] + Math.max(0, lasting[i]));
            }
        }
        return new TimeSpan(first, last);
    }
}
