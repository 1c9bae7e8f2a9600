package org.tailwright.statistics.shapes;

import org.HdrHistogram.Histogram;
import org.tailwright.statistics.Quantiles;
import org.tailwright.statistics.Sample;

/// What "the p-quantile of n rows" can mean: the nine definitions of Hyndman and Fan (1996) and HdrHistogram's.
public enum Definition {
    /// Rank ceil(np); used here.
    R1("inverse of the distribution; used here"),
    /// As R1, the mean of both neighbours where np is whole.
    R2("averaged at steps; SAS"),
    /// Nearest rank, even where between.
    R3("nearest even rank"),
    /// Linear in np.
    R4("linear in the distribution"),
    /// Linear in np + ½.
    R5("middle of steps; hydrology"),
    /// Linear in (n + 1)p.
    R6("(n + 1)p; Minitab, SPSS"),
    /// Linear in (n − 1)p + 1.
    R7("(n − 1)p + 1; R, NumPy, Excel"),
    /// Linear in (n + ⅓)p + ⅓.
    R8("about median-unbiased"),
    /// Linear in (n + ¼)p + ⅜.
    R9("about unbiased for normal data"),
    /// Upper end of the bucket of rank ceil(np), three digits.
    HDR("HdrHistogram, three digits");

    private static final Histogram BUCKETS = new Histogram(3_600_000_000_000L * 24, 3);

    private final String words;

    Definition(String words) {
        this.words = words;
    }

    /// What it is and who uses it.
    public String words() {
        return words;
    }

    /// How people write it: `R-7`.
    public String title() {
        return this == HDR ? "HDR" : "R-" + name().substring(1);
    }

    /// The p-quantile of a sample in nanoseconds. Weighted rows know R-1 and HDR only: the others rest on ranks that weights do not have.
    public double quantile(Sample sample, double p) {
        long[] sorted = sample.bySize();
        boolean weighted = sample.total() != sample.size();
        if (weighted || this == R1 || p <= 0 || p >= 1) {
            return this == HDR ? bucket(sample.quantile(p), sorted[sorted.length - 1]) : sample.quantile(p);
        }
        return quantile(sorted, p);
    }

    /// The p-quantile of values in ascending order.
    ///
    /// @param p above 0 and below 1
    public double quantile(long[] sorted, double p) {
        int n = sorted.length;
        return switch (this) {
            case R1 -> Quantiles.ofSorted(sorted, p);
            case HDR -> bucket(Quantiles.ofSorted(sorted, p), sorted[n - 1]);
            case R2 -> {
                double at = whole(n * p);
                yield at == Math.rint(at) ? (value(sorted, (long) at) + value(sorted, (long) at + 1)) / 2 : value(sorted, (long) Math.ceil(at));
            }
            case R3 -> {
                double at = whole(n * p - 0.5);
                long below = (long) Math.floor(at);
                yield value(sorted, at == below && below % 2 == 0 ? below : below + 1);
            }
            case R4 -> linear(sorted, n * p);
            case R5 -> linear(sorted, n * p + 0.5);
            case R6 -> linear(sorted, (n + 1) * p);
            case R7 -> linear(sorted, (n - 1) * p + 1);
            case R8 -> linear(sorted, (n + 1.0 / 3) * p + 1.0 / 3);
            case R9 -> linear(sorted, (n + 0.25) * p + 0.375);
        };
    }

    private static double bucket(long value, long most) {
        return Math.min(most, BUCKETS.highestEquivalentValue(Math.max(0, value)));
    }

    /// Products that come out a rounding error beside a whole number count as whole.
    private static double whole(double at) {
        return Math.abs(at - Math.rint(at)) < 1e-9 * Math.max(1, Math.abs(at)) ? Math.rint(at) : at;
    }

    private static double linear(long[] sorted, double exact) {
        double at = whole(exact);
        double below = Math.floor(at);
        double low = value(sorted, (long) below);
        return low + (at - below) * (value(sorted, (long) below + 1) - low);
    }

    /// Value of a rank from 1; ranks outside are the ends.
    private static double value(long[] sorted, long rank) {
        return sorted[(int) Math.clamp(rank, 1L, sorted.length) - 1];
    }
}
