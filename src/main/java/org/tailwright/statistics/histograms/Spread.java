package org.tailwright.statistics.histograms;

import java.util.Arrays;
import org.tailwright.data.TimeSpan;

/// Spreads what an interval counted over equal parts of a longer stretch of time, in proportion to how much of it lies in each.
///
/// @param first part that the interval touches
/// @param shares cumulated, the last one is 1
public record Spread(int first, double[] shares) {
    /// Of an interval over `parts` equal parts of `whole`; what lies outside of `whole` counts in the nearest part.
    public static Spread of(TimeSpan interval, TimeSpan whole, int parts) {
        double scale = parts / Math.max(1.0, whole.length());
        double from = Math.clamp((interval.start() - whole.start()) * scale, 0, parts);
        double to = Math.clamp((interval.end() - whole.start()) * scale, from, parts);
        int first = Math.min(parts - 1, (int) from);
        int last = Math.clamp((long) Math.ceil(to) - 1, first, parts - 1);
        double[] shares = new double[last - first + 1];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = i == shares.length - 1 || to == from ? 1 : (first + i + 1 - from) / (to - from);
        }
        return new Spread(first, shares);
    }

    /// How many of `count` fall into each part from [#first()] on; together they are `count`.
    public long[] of(long count) {
        long[] ends = Arrays.stream(shares).mapToLong(share -> Math.round(count * share)).toArray();
        for (int i = ends.length - 1; i > 0; i--) {
            ends[i] -= ends[i - 1];
        }
        return ends;
    }
}
