package org.tailwright.statistics.shapes;

import java.util.Arrays;
import org.tailwright.statistics.Sample;

/// A histogram with bins chosen by the rule of Freedman and Diaconis (1981): width 2·IQR·n^(−1/3), in the logarithm or in the duration
/// itself, never finer than the clock and at most 240 bins. Where the clock's steps are wider than a bin, bins widen to whole steps and the
/// heights are per nominal bin, so that an uneven width makes no false peak.
///
/// @param edges nanoseconds, ascending, one more than counts
/// @param counts requests in each bin
/// @param heights counts as they are drawn: per bin of nominal width
/// @param spacing how the bins are divided
/// @param width nominal width: a ratio (1.08) for logarithmic bins, nanoseconds for linear ones
/// @param beyond requests longer than the last edge; only linear bins leave some out
public record Binned(double[] edges, double[] counts, double[] heights, Shape.Spacing spacing, double width, double beyond) {
    private static final int MOST = 240;
    private static final int LEAST = 12;
    /// Linear bins end here, when the longest takes more than three times as long.
    private static final double SHOWN = 0.995;

    /// Bins of a sample with at least one row.
    public static Binned of(Sample sample, Shape.Spacing spacing) {
        long[] sorted = sample.bySize();
        return of(sample, spacing, Math.max(0, sorted[0]), sorted[sorted.length - 1]);
    }

    /// Another sample in the same bins, its counts and heights scaled to the number of requests of this one; what lies below the first edge is left out.
    public Binned beside(Sample other) {
        Binned own = count(other, edges, spacing, width);
        double scale = (beyond + Arrays.stream(counts).sum()) / Math.max(1, other.total());
        return new Binned(edges, scaled(own.counts, scale), scaled(own.heights, scale), spacing, width, own.beyond * scale);
    }

    private static double[] scaled(double[] values, double by) {
        return Arrays.stream(values).map(value -> value * by).toArray();
    }

    private static Binned of(Sample sample, Shape.Spacing spacing, double least, double most) {
        double quantum = Math.max(1, sample.quantumNanos());
        double n = Math.max(1, sample.size());
        return switch (spacing) {
            case LOG -> {
                double low = Math.max(least, quantum) * 0.97;
                double high = Math.max(most * 1.03, low * 1.5);
                double iqr = Math.log(Math.max(low, sample.quantile(0.75)) / Math.max(low, sample.quantile(0.25)));
                int bins = number(Math.log(high / low), 2 * iqr / Math.cbrt(n));
                double ratio = Math.pow(high / low, 1.0 / bins);
                double[] edges = new double[bins + 1];
                for (int i = 0; i <= bins; i++) {
                    edges[i] = low * Math.pow(ratio, i);
                }
                yield count(sample, onSteps(edges, quantum), spacing, ratio);
            }
            case LINEAR -> {
                double shown = sample.quantile(SHOWN);
                double high = most > 3 * shown && shown > least ? shown : most;
                double iqr = (double) sample.quantile(0.75) - sample.quantile(0.25);
                int bins = number(Math.max(quantum, high - least), 2 * iqr / Math.cbrt(n));
                double width = Math.max(1, Math.ceil((high - least + 1) / bins / quantum)) * quantum;
                int used = (int) Math.floor((high - least) / width) + 1;
                double[] edges = new double[used + 1];
                for (int i = 0; i <= used; i++) {
                    edges[i] = least - quantum / 2 + i * width;
                }
                edges[0] = Math.max(0, edges[0]);
                yield count(sample, edges, spacing, width);
            }
        };
    }

    private static int number(double range, double width) {
        return width > 0 ? (int) Math.clamp(Math.ceil(range / width), LEAST, MOST) : LEAST * 3;
    }

    /// Edges moved between the clock's steps, where steps are as wide as bins.
    static double[] onSteps(double[] edges, double quantum) {
        if (quantum <= 1) {
            return edges;
        }
        double[] moved = new double[edges.length];
        int n = 0;
        for (double edge : edges) {
            double at = (Math.max(1, Math.rint(edge / quantum + 0.5)) - 0.5) * quantum;
            if (n == 0 || at > moved[n - 1]) {
                moved[n++] = at;
            }
        }
        return Arrays.copyOf(moved, n);
    }

    private static Binned count(Sample sample, double[] edges, Shape.Spacing spacing, double width) {
        int bins = edges.length - 1;
        double[] counts = new double[bins];
        double[] heights = new double[bins];
        double total = sample.total();
        double below = total * (1 - sample.beyond((long) Math.ceil(edges[0]) - 1));
        for (int i = 0; i < bins; i++) {
            double upTo = total * (1 - sample.beyond((long) Math.ceil(edges[i + 1]) - 1));
            counts[i] = Math.max(0, Math.rint((upTo - below) * 1e6) / 1e6);
            below = upTo;
            double own = spacing == Shape.Spacing.LOG ? Math.log(edges[i + 1] / edges[i]) / Math.log(width) : (edges[i + 1] - edges[i]) / width;
            heights[i] = own > 0 ? counts[i] / Math.max(own, 1e-9) : counts[i];
        }
        return new Binned(edges, counts, heights, spacing, width, Math.max(0, Math.rint(total - below)));
    }
}
