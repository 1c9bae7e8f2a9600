package org.tailwright.statistics.inside;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.tailwright.data.Longs;
import org.tailwright.statistics.Quantiles;

/// How the readings of a series inside differ from those outside. Probability by a t test of the ranks (Conover and Iman 1981) at the number
/// of independent readings that correlated ones are worth.
///
/// @param inside sorted readings inside
/// @param outside sorted readings outside
/// @param p two-sided probability of such a difference by chance
record Shift(double[] inside, double[] outside, double p) {
    private static final int FEWEST_INSIDE = 3;
    private static final int FEWEST_OUTSIDE = 10;
    private static final double NORMAL = 1.4826;

    /// @param values NaN for gaps
    static Optional<Shift> of(Longs times, double[] values, Moments moments) {
        int n = 0;
        double[] kept = new double[values.length];
        boolean[] in = new boolean[values.length];
        int inside = 0;
        for (int i = 0; i < values.length; i++) {
            long time = times.at(i);
            boolean hot = moments.in(time);
            if (!Double.isNaN(values[i]) && !times.missing(i) && (hot || moments.out(time))) {
                kept[n] = values[i];
                in[n++] = hot;
                inside += hot ? 1 : 0;
            }
        }
        return inside < FEWEST_INSIDE || n - inside < FEWEST_OUTSIDE ? Optional.empty() : Optional.of(of(Arrays.copyOf(kept, n), in));
    }

    private static Shift of(double[] values, boolean[] in) {
        double[] ranks = ranks(values);
        int n = values.length;
        double[] sums = new double[2];
        int[] counts = new int[2];
        for (int i = 0; i < n; i++) {
            sums[in[i] ? 1 : 0] += ranks[i];
            counts[in[i] ? 1 : 0]++;
        }
        double squares = 0;
        for (int i = 0; i < n; i++) {
            ranks[i] -= sums[in[i] ? 1 : 0] / counts[in[i] ? 1 : 0];
            squares += ranks[i] * ranks[i];
        }
        double worth = Serial.inflation(ranks);
        double freedom = Math.max(1, n / worth - 2);
        // Ranks that hardly scatter any more would make any difference certain: at least one rank of scatter.
        double error = Math.sqrt(Math.max(1, squares / Math.max(1, n - 2)) * worth * (1.0 / counts[0] + 1.0 / counts[1]));
        double t = Math.abs(sums[1] / counts[1] - sums[0] / counts[0]) / error;
        return new Shift(side(values, in, true), side(values, in, false), 2 * new TDistribution(null, freedom).cumulativeProbability(-t));
    }

    private static double[] side(double[] values, boolean[] in, boolean wanted) {
        return IntStream.range(0, values.length).filter(i -> in[i] == wanted).mapToDouble(i -> values[i]).sorted().toArray();
    }

    private static double[] ranks(double[] values) {
        int n = values.length;
        int[] order = IntStream.range(0, n).boxed().sorted(Comparator.comparingDouble(i -> values[i])).mapToInt(Integer::intValue).toArray();
        double[] ranks = new double[n];
        int from = 0;
        while (from < n) {
            int to = from + 1;
            while (to < n && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + to - 1) / 2.0;
            }
            from = to;
        }
        return ranks;
    }

    double medianInside() {
        return Quantiles.ofSorted(inside, 0.5);
    }

    double medianOutside() {
        return Quantiles.ofSorted(outside, 0.5);
    }

    double meanInside() {
        return Arrays.stream(inside).average().orElse(Double.NaN);
    }

    double meanOutside() {
        return Arrays.stream(outside).average().orElse(Double.NaN);
    }

    /// How many usual spreads (1.4826 MAD, but at least a hundredth of the level and a twentieth of the range) the median moved.
    double spreads() {
        double usual = medianOutside();
        double mad = NORMAL * Quantiles.ofSorted(Arrays.stream(outside).map(x -> Math.abs(x - usual)).sorted().toArray(), 0.5);
        double scale = Math.max(mad, Math.max(Math.abs(usual) * 0.01, (outside[outside.length - 1] - outside[0]) * 0.05));
        return Math.abs(medianInside() - usual) / Math.max(scale, Double.MIN_NORMAL);
    }

    /// The strength as a finding has it: what a reading on the inner side of the middle between both levels says about being inside.
    Finding.Strength strength(double in, double out) {
        double middle = (in + out) / 2;
        double a = beyond(inside, middle, in > out);
        double all = a + beyond(outside, middle, in > out);
        double n = (double) inside.length + outside.length;
        double gain = Association.gain(a, all, inside.length, n);
        return new Finding.Strength(in / out, gain, gain / Association.entropy(inside.length / n), p, 1);
    }

    private static double beyond(double[] sorted, double middle, boolean above) {
        return Arrays.stream(sorted).filter(x -> above ? x > middle : x < middle).count();
    }
}
