package org.tailwright.data;

/// How often each value occurs in a column whose values are few different multiples of a step: order statistics without sorting.
///
/// @param least the smallest value
/// @param step between neighbouring values, at least 1
/// @param total number of rows
/// @param occurrences index i: how many rows hold `least + step × i`; not to be changed
public record Tally(long least, long step, int total, int[] occurrences) {
    /// More different values than this are not tallied.
    public static final int MOST = 1 << 21;

    /// The values of some ranks.
    ///
    /// @param ranks in ascending order, from 1 (the smallest) to [#total]
    public long[] values(int... ranks) {
        long[] found = new long[ranks.length];
        long below = 0;
        int next = 0;
        for (int i = 0; i < occurrences.length && next < ranks.length; i++) {
            below += occurrences[i];
            while (next < ranks.length && below >= ranks[next]) {
                found[next++] = least + step * i;
            }
        }
        return found;
    }
}
