package org.tailwright.statistics.incidents;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Sums and counts of a score by window.
///
/// @param sums sum of the scores of each window's requests
/// @param counts number of those requests; 0 for a window that does not count
record Series(double[] sums, double[] counts) {
    /// A run of windows whose mean is highest above the rest.
    ///
    /// @param from first window
    /// @param to behind the last window
    /// @param strength difference of means ÷ its standard error, up to a constant
    record Segment(int from, int to, double strength) {}

    /// The segment of at least `least` windows and at most half of all that stands out most; strength 0 when none is above the rest
    /// (circular binary segmentation's statistic, Olshen et al. 2004, one-sided).
    Segment strongest(int least) {
        int n = sums.length;
        double[] sum = new double[n + 1];
        double[] count = new double[n + 1];
        for (int i = 0; i < n; i++) {
            sum[i + 1] = sum[i] + sums[i];
            count[i + 1] = count[i] + counts[i];
        }
        double mean = sum[n] / count[n];
        double best = 0;
        int from = 0;
        int to = 0;
        for (int i = 0; i < n; i++) {
            int last = Math.min(n, i + n / 2);
            for (int j = i + least; j <= last; j++) {
                double inside = count[j] - count[i];
                double above = sum[j] - sum[i] - inside * mean;
                double outside = count[n] - inside;
                double squared = above * above * count[n] / (inside * outside);
                if (above > 0 && squared > best && outside > 0) {
                    best = squared;
                    from = i;
                    to = j;
                }
            }
        }
        return new Segment(from, to, Math.sqrt(best));
    }

    /// Mean inside a segment.
    double inside(Segment segment) {
        return mean(segment.from, segment.to);
    }

    /// Mean outside a segment.
    double outside(Segment segment) {
        double sum = total(sums, 0, segment.from) + total(sums, segment.to, sums.length);
        double count = total(counts, 0, segment.from) + total(counts, segment.to, sums.length);
        return count == 0 ? Double.NaN : sum / count;
    }

    private double mean(int from, int to) {
        double count = total(counts, from, to);
        return count == 0 ? Double.NaN : total(sums, from, to) / count;
    }

    private static double total(double[] values, int from, int to) {
        double total = 0;
        for (int i = from; i < to; i++) {
            total += values[i];
        }
        return total;
    }

    /// This series with a segment's mean lowered to that of the rest at the same load levels, and then every level with the same mean:
    /// ranks count within a level, so an incident also pushes the rest of its level down.
    ///
    /// @param levels level of each window, −1 for none
    Series without(Segment segment, int[] levels, int most) {
        boolean[] touched = new boolean[most];
        for (int i = segment.from; i < segment.to; i++) {
            if (levels[i] >= 0) {
                touched[levels[i]] = true;
            }
        }
        double sum = 0;
        double count = 0;
        for (int i = 0; i < sums.length; i++) {
            boolean rest = (i < segment.from || i >= segment.to) && levels[i] >= 0 && touched[levels[i]];
            sum += rest ? sums[i] : 0;
            count += rest ? counts[i] : 0;
        }
        double excess = inside(segment) - (count == 0 ? outside(segment) : sum / count);
        double[] lowered = sums.clone();
        for (int i = segment.from; i < segment.to; i++) {
            lowered[i] -= excess * counts[i];
        }
        return new Series(levelled(lowered, levels, most), counts);
    }

    private double[] levelled(double[] values, int[] levels, int most) {
        double[] sum = new double[most];
        double[] count = new double[most];
        for (int i = 0; i < values.length; i++) {
            if (levels[i] >= 0) {
                sum[levels[i]] += values[i];
                count[levels[i]] += counts[i];
            }
        }
        double mean = Arrays.stream(sum).sum() / Arrays.stream(count).sum();
        double[] even = values.clone();
        for (int i = 0; i < values.length; i++) {
            even[i] += levels[i] < 0 || counts[i] == 0 ? 0 : (mean - sum[levels[i]] / count[levels[i]]) * counts[i];
        }
        return even;
    }

    /// Integrated autocorrelation time of the windows' means outside `segments`, in windows, at least 1; summed up to five times itself
    /// (Sokal). An incident is uneven inside, which says nothing about how the rest wanders.
    double correlationTime(List<Segment> segments) {
        int n = sums.length;
        boolean[] inside = new boolean[n];
        segments.forEach(each -> Arrays.fill(inside, each.from, each.to, true));
        double sum = 0;
        double count = 0;
        for (int i = 0; i < n; i++) {
            sum += inside[i] ? 0 : sums[i];
            count += inside[i] ? 0 : counts[i];
        }
        double[] off = new double[n];
        double variance = 0;
        for (int i = 0; i < n; i++) {
            off[i] = counts[i] == 0 || inside[i] ? 0 : (sums[i] / counts[i] - sum / count) * Math.sqrt(counts[i]);
            variance += off[i] * off[i];
        }
        double tau = 1;
        for (int lag = 1; lag < n / 2 && lag < 5 * tau && variance > 0; lag++) {
            double product = 0;
            for (int i = lag; i < n; i++) {
                product += off[i] * off[i - lag];
            }
            tau += 2 * product / variance;
        }
        return Math.max(1, tau);
    }

    /// The windows in another order: blocks of `length` windows are shuffled, beginning at a random place.
    Series shuffled(int length, RandomGenerator random) {
        int n = sums.length;
        int blocks = Math.ceilDiv(n, length);
        int[] order = new int[blocks];
        Arrays.setAll(order, i -> i);
        for (int i = blocks - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        int shift = random.nextInt(n);
        double[] newSums = new double[n];
        double[] newCounts = new double[n];
        int at = 0;
        for (int block : order) {
            for (int i = block * length; i < Math.min(n, (block + 1) * length); i++) {
                newSums[at] = sums[(i + shift) % n];
                newCounts[at++] = counts[(i + shift) % n];
            }
        }
        return new Series(newSums, newCounts);
    }
}
