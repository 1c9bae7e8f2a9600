package org.tailwright.statistics;

import org.tailwright.work.Work;

/// How many independent requests a sample is worth when the question is which share of them exceeds a threshold.
///
/// The error of a quantile q̂ is that of the share of exceedances at q, divided by the density there (Bahadur 1966), so what counts is
/// not the correlation of latencies but that of the indicator 1{x > q} in time order. Its integrated autocorrelation time τ comes from
/// non-overlapping blocks: b·Var(block mean) / Var(single) grows to τ as b grows. Blocks double until they last at least 16 τ and
/// neighbouring blocks are uncorrelated; with fewer than [#BLOCKS] blocks left only 8 τ are asked. The part that blocks of b miss, τ/2b
/// of the whole for a first-order process, is added twice: slower processes lose more, and stopping early favours small estimates. Then n_eff = n/τ, with Kish's size in place of n for weighted rows.
///
/// @param size n_eff, never more than n; NaN when the run is too short to tell
/// @param tau integrated autocorrelation time in requests, at least 1; NaN like `size`
/// @param blocks how many blocks it was judged from
/// @param blockLength requests in each block
/// @param freedom degrees of freedom of the estimate of τ (Satterthwaite, from the kurtosis of the blocks)
public record EffectiveSize(double size, double tau, int blocks, int blockLength, double freedom) {
    /// Fewest blocks that an interval may rest on.
    public static final int BLOCKS = 30;

    private static final int FINEST = 8192;
    private static final double LONG = 16;
    private static final double SHORT = 8;

    /// Whether the data could tell.
    public boolean known() {
        return !Double.isNaN(size);
    }

    /// For the share of `sample` that took longer than `threshold` nanoseconds.
    public static EffectiveSize at(Sample sample, long threshold, Work work) {
        boolean above = sample.beyond(threshold) > 0;
        long limit = above || threshold == Long.MIN_VALUE ? threshold : threshold - 1;
        return of(sample, limit, work);
    }

    /// For the share of ones among zeros and ones in time order, such as failures.
    static EffectiveSize ofIndicator(long[] byTime, Work work) {
        return of(Sample.of(byTime, 0, work), 0, work);
    }

    private static EffectiveSize of(Sample sample, long limit, Work work) {
        int n = sample.size();
        double kish = sample.kish();
        int length = Math.max(1, n / FINEST);
        double mean = sample.beyond(limit);
        if (n / length < BLOCKS) {
            return new EffectiveSize(Double.NaN, Double.NaN, n, length, 0);
        }
        double[] blocks = new double[n / length];
        double single = blockSums(sample, limit, mean, length, blocks);
        work.check();
        return single <= 0 ? new EffectiveSize(kish, 1, blocks.length, length, blocks.length - 1) : grow(blocks, length, single, kish);
    }

    /// Fills the sums of w·(1{x > limit} − mean) over each block and returns the mean square of a single term.
    private static double blockSums(Sample sample, long limit, double mean, int length, double[] blocks) {
        long[] values = sample.byTime();
        double squares = 0;
        for (int b = 0; b < blocks.length; b++) {
            double sum = 0;
            for (int i = b * length; i < (b + 1) * length; i++) {
                double term = sample.weight(i) * ((values[i] > limit ? 1 : 0) - mean);
                sum += term;
                squares += term * term;
            }
            blocks[b] = sum;
        }
        return squares / ((double) blocks.length * length);
    }

    private static EffectiveSize grow(double[] finest, int finestLength, double single, double kish) {
        double[] blocks = finest;
        int length = finestLength;
        while (true) {
            Moments moments = Moments.of(blocks);
            double raw = moments.variance / length / single;
            double tau = Math.max(1, raw * (1 + Math.min(1, raw / length)));
            boolean last = blocks.length / 2 < BLOCKS;
            boolean independent = moments.neighbours <= 2 / Math.sqrt(blocks.length);
            if (independent && length >= (last ? SHORT : LONG) * tau) {
                return new EffectiveSize(kish / tau, tau, blocks.length, length, moments.freedom);
            }
            if (last) {
                return new EffectiveSize(Double.NaN, Double.NaN, blocks.length, length, 0);
            }
            blocks = paired(blocks);
            length *= 2;
        }
    }

    private static double[] paired(double[] blocks) {
        double[] pairs = new double[blocks.length / 2];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = blocks[2 * i] + blocks[2 * i + 1];
        }
        return pairs;
    }

    /// Variance of block sums, correlation of neighbours, and how well the variance is known.
    private record Moments(double variance, double neighbours, double freedom) {
        static Moments of(double[] blocks) {
            int k = blocks.length;
            double mean = 0;
            for (double block : blocks) {
                mean += block / k;
            }
            double second = 0;
            double fourth = 0;
            double lagged = 0;
            for (int i = 0; i < k; i++) {
                double off = blocks[i] - mean;
                second += off * off;
                fourth += off * off * off * off;
                lagged += i == 0 ? 0 : off * (blocks[i - 1] - mean);
            }
            double variance = second / (k - 1);
            double kurtosis = second == 0 ? 3 : fourth * k / (second * second);
            double relative = Math.max(kurtosis - (k - 3.0) / (k - 1), 1e-9) / k;
            return new Moments(variance, second == 0 ? 0 : lagged / second, Math.clamp(2 / relative, 1, k - 1));
        }
    }
}
