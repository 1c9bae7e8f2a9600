package org.tailwright.statistics.comparison;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;

/// Classical statistics of two independent samples, both in ascending order. Their p-values suppose independent values, which latencies in
/// time order are not; so they describe and never decide.
public final class TwoSamples {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
    /// How far from p the weights of Harrell and Davis matter, in standard deviations of their law; its tail falls like e to the minus that at extreme p.
    private static final double REACH = 30;

    private TwoSamples() {}

    /// Welch's t test of equal means (Welch 1947).
    ///
    /// @param t (mean of x − mean of y) ÷ standard error
    /// @param freedom Welch–Satterthwaite degrees of freedom
    /// @param p two-sided
    public record Welch(double t, double freedom, double p) {}

    /// Mann and Whitney's test (1947), by the normal approximation with correction for ties and for continuity.
    ///
    /// @param u pairs in which the value of x is the larger, ties counting half
    /// @param p two-sided
    /// @param larger Vargha and Delaney's A = u ÷ (n·m): how often a value of x exceeds one of y
    public record MannWhitney(double u, double p, double larger) {}

    /// Kolmogorov and Smirnov's test.
    ///
    /// @param d largest distance of the two empirical distributions
    /// @param p two-sided, the limit Q(d·√(nm/(n+m)))
    public record KolmogorovSmirnov(double d, double p) {}

    /// Welch's test of two samples with at least two values each.
    public static Welch welch(double[] x, double[] y) {
        double vx = variance(x) / x.length;
        double vy = variance(y) / y.length;
        double t = (mean(x) - mean(y)) / Math.sqrt(vx + vy);
        double freedom = (vx + vy) * (vx + vy) / (vx * vx / (x.length - 1) + vy * vy / (y.length - 1));
        double p = Double.isNaN(t) ? Double.NaN : 2 * new TDistribution(null, freedom).cumulativeProbability(-Math.abs(t));
        return new Welch(t, freedom, p);
    }

    /// Mann and Whitney's test.
    public static MannWhitney mannWhitney(double[] x, double[] y) {
        double n = x.length;
        double m = y.length;
        double ranks = 0;
        double ties = 0;
        int i = 0;
        int j = 0;
        double before = 0;
        while (i < x.length || j < y.length) {
            double value = i < x.length && (j >= y.length || x[i] <= y[j]) ? x[i] : y[j];
            int ofX = i;
            int ofY = j;
            while (i < x.length && x[i] == value) {
                i++;
            }
            while (j < y.length && y[j] == value) {
                j++;
            }
            double same = i - ofX + j - ofY;
            ranks += (i - ofX) * (before + (same + 1) / 2);
            ties += same * same * same - same;
            before += same;
        }
        double u = ranks - n * (n + 1) / 2;
        double all = n + m;
        double sd = Math.sqrt(n * m / 12 * (all + 1 - ties / (all * (all - 1))));
        double z = (Math.abs(u - n * m / 2) - 0.5) / sd;
        return new MannWhitney(u, Math.min(1, 2 * NORMAL.cumulativeProbability(-z)), u / (n * m));
    }

    /// Kolmogorov and Smirnov's test.
    public static KolmogorovSmirnov kolmogorovSmirnov(double[] x, double[] y) {
        double d = 0;
        int i = 0;
        int j = 0;
        while (i < x.length && j < y.length) {
            double value = Math.min(x[i], y[j]);
            while (i < x.length && x[i] == value) {
                i++;
            }
            while (j < y.length && y[j] == value) {
                j++;
            }
            d = Math.max(d, Math.abs((double) i / x.length - (double) j / y.length));
        }
        double size = (double) x.length * y.length / ((double) x.length + y.length);
        double p = d == 0 ? 1 : 1 - new KolmogorovSmirnovTest().ksSum(d * Math.sqrt(size), 1e-15, 100_000);
        return new KolmogorovSmirnov(d, Math.clamp(p, 0, 1));
    }

    /// Harrell and Davis' estimate of a quantile (1982): all values weighted by the law Beta((n+1)p, (n+1)(1−p)). At extreme p of a small
    /// sample it is little more than the maximum; whoever needs it to be more asks for 30 values beyond.
    ///
    /// @param sorted at least one value, ascending
    public static double harrellDavis(Ordered sorted, double p) {
        int n = sorted.size();
        double a = (n + 1) * p;
        double b = (n + 1) * (1 - p);
        double sd = Math.sqrt(a * b / ((a + b) * (a + b) * (a + b + 1)));
        int from = n < 1000 ? 0 : (int) Math.clamp(Math.floor((p - REACH * sd) * n), 0, n - 1);
        int to = n < 1000 ? n : (int) Math.clamp(Math.ceil((p + REACH * sd) * n), from + 1, n);
        double below = from == 0 ? 0 : Beta.regularizedBeta((double) from / n, a, b);
        double sum = 0;
        double weight = 0;
        for (int i = from; i < to; i++) {
            double upTo = i + 1 == n ? 1 : Beta.regularizedBeta((i + 1.0) / n, a, b);
            sum += (upTo - below) * sorted.at(i);
            weight += upTo - below;
            below = upTo;
        }
        return sum / weight;
    }

    /// Values in ascending order.
    public interface Ordered {
        /// The i-th smallest, from 0.
        double at(int i);

        /// How many.
        int size();

        /// The values of an array that is sorted already.
        static Ordered of(double[] sorted) {
            return new Ordered() {
                @Override
                public double at(int i) {
                    return sorted[i];
                }

                @Override
                public int size() {
                    return sorted.length;
                }
            };
        }
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / (values.length - 1);
    }
}
