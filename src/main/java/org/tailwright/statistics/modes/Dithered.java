package org.tailwright.statistics.modes;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.tailwright.statistics.Sample;
import org.tailwright.work.Seeds;

/// The logarithms of a subsample, spread over the steps of the clock: values that stand for a whole step are no modes of their own.
///
/// A value that occurs often is spread evenly in the logarithm half-way to its neighbours, but never further than half a clock step or a
/// twentieth of itself (two-digit logs). Rare values are left where they are.
final class Dithered {
    private static final int MOST = 40_000;
    private static final double DIGITS = 0.055;

    private Dithered() {}

    /// Ascending logarithms of nanoseconds.
    static double[] of(Sample sample, long seed) {
        long[] sorted = sample.bySize();
        int n = sorted.length;
        int m = Math.min(n, MOST);
        double[] logs = new double[m];
        RandomGenerator random = Seeds.stream(seed, "modes", 0);
        double quantum = Math.max(Math.max(1, sample.quantumNanos()), Sample.step(sorted));
        int begin = 0;
        int next = 0;
        while (begin < n) {
            int end = begin + 1;
            while (end < n && sorted[end] == sorted[begin]) {
                end++;
            }
            // Of the ranks 0, n/m, 2n/m, … those that fall on this value: an even thinning by size.
            int from = next;
            while (next < m && (long) next * n / m < end) {
                next++;
            }
            double value = Math.max(quantum / 2, sorted[begin]);
            double below = begin == 0 ? value - quantum : Math.max(0, sorted[begin - 1]);
            double above = end == n ? value + quantum : sorted[end];
            spread(logs, from, next, value, end - begin > 2 ? ends(value, below, above, quantum) : new double[] {value, value}, random);
            begin = end;
        }
        Arrays.sort(logs);
        return logs;
    }

    private static double[] ends(double value, double below, double above, double quantum) {
        if (value <= quantum / 2) {
            return new double[] {quantum / 8, quantum / 2};
        }
        double reach = Math.max(quantum / 2, DIGITS * value);
        return new double[] {Math.max(quantum / 2, value - Math.min(reach, (value - below) / 2)), value + Math.min(reach, (above - value) / 2)};
    }

    private static void spread(double[] logs, int from, int to, double value, double[] ends, RandomGenerator random) {
        double low = Math.log(Math.min(value, ends[0]));
        double high = Math.log(Math.max(value, ends[1]));
        for (int i = from; i < to; i++) {
            logs[i] = high > low ? low + (high - low) * random.nextDouble() : low;
        }
    }
}
