package org.tailwright.statistics;

import java.util.List;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.tailwright.charts.Numbers;
import org.tailwright.work.Pool;
import org.tailwright.work.Work;

/// 95 % intervals of quantiles that respect dependence in time: order statistics at the effective sample size.
///
/// Of m independent values the l-th and the u-th smallest enclose the p-quantile with 95 % where l and u are the 2.5 % and 97.5 %
/// points of Binomial(m, p), the latter plus one (David and Nagaraja 2003, 7.1). m is n_eff of [EffectiveSize], made smaller by
/// (z/t)² because n_eff is itself an estimate; the ranks are then carried over to all n rows. Nothing is drawn, so nothing varies with
/// a seed.
public final class QuantileIntervals {
    /// How the intervals were made, in words.
    public static final String METHOD = "95 %, order statistics at n_eff";

    private static final double TAIL = 0.025;
    private static final double Z = 1.959963984540054;

    private QuantileIntervals() {}

    /// Lower and upper rank of the interval of the p-quantile among `m` independent values; 0 and m + 1 stand for "unbounded".
    public record Ranks(int lower, int upper) {}

    /// Fewest independent values for a two-sided 95 % interval: 368 for p99, 3,688 for p99.9, 36,887 for p99.99.
    public static long minimal(double p) {
        double tail = Math.min(p, 1 - p);
        return (long) Math.ceil(Math.log(TAIL) / Math.log1p(-tail) - 1e-9);
    }

    /// The highest percentile that `nEff` independent values carry: 0.99 for 400; every `p` up to it has at most that many minimal
    /// values.
    public static double highest(double nEff) {
        return nEff <= 0 ? 0 : Math.exp(Math.log(TAIL) / nEff);
    }

    /// The highest of 0.5, 0.9, 0.99, 0.999, … that `nEff` independent values carry; 0 when not even the median.
    public static double supportableNine(double nEff) {
        if (!(nEff >= minimal(0.9))) {
            return nEff >= minimal(0.5) ? 0.5 : 0;
        }
        double miss = 0.1;
        while (minimal(1 - miss / 10) <= nEff) {
            miss /= 10;
        }
        return 1 - miss;
    }

    /// The ranks for `m` independent values.
    public static Ranks ranks(int m, double p) {
        BinomialDistribution law = new BinomialDistribution(null, m, p);
        return new Ranks(law.inverseCumulativeProbability(TAIL), law.inverseCumulativeProbability(1 - TAIL) + 1);
    }

    /// Percentiles of a sample with their intervals, on all cores.
    public static List<Percentile> of(Sample sample, Work work, double... ps) {
        double bulk = bulk(sample, work);
        return Pool.map(ps.length, work, i -> of(sample, ps[i], bulk, work));
    }

    /// Cautious effective size at p90. A tail with few exceedances often looks less dependent than it is, and just those percentiles
    /// would seem supported whose dependence was missed; the bulk is dependent at least as much and shows it reliably.
    private static double bulk(Sample sample, Work work) {
        if (sample.size() == 0) {
            return 0;
        }
        EffectiveSize size = EffectiveSize.at(sample, sample.quantile(0.9), work);
        return size.known() ? cautious(size.size(), size.freedom()) : 0;
    }

    /// One percentile of a sample with its interval.
    public static Percentile of(Sample sample, double p, Work work) {
        return of(sample, p, p > 0.9 && p < 1 ? bulk(sample, work) : 0, work);
    }

    private static Percentile of(Sample sample, double p, double bulk, Work work) {
        int n = sample.size();
        if (n == 0) {
            return new Percentile(p, Double.NaN, Double.NaN, Double.NaN, 0, 0, false, "there are no requests");
        }
        long value = sample.quantile(p);
        if (p >= 1) {
            return new Percentile(1, value, Double.NaN, Double.NaN, n, Double.NaN, true, "");
        }
        if (sample.kish() < minimal(p)) {
            return without(p, value, n, sample.kish(), lacking(p, n, sample.kish()));
        }
        return of(sample, p, EffectiveSize.at(sample, value, work), p > 0.9 ? bulk : Double.POSITIVE_INFINITY);
    }

    /// One percentile with a given effective size, as [EffectiveSize#at] gave it for this or a neighbouring percentile.
    static Percentile of(Sample sample, double p, EffectiveSize size, double bulk) {
        long value = sample.quantile(p);
        int n = sample.size();
        if (!size.known() || bulk == 0) {
            return without(p, value, n, Double.NaN, "no interval: slow requests cluster, fewer than "
                    + EffectiveSize.BLOCKS + " independent stretches");
        }
        double nEff = cautious(Math.min(n, size.size()), size.freedom());
        if (Math.min(nEff, bulk) < minimal(p)) {
            return without(p, value, n, Math.min(nEff, bulk), lacking(p, n, Math.min(nEff, bulk)));
        }
        return at(sample, p, nEff);
    }

    /// One percentile with a given cautious effective size; without an interval where that is too small.
    static Percentile at(Sample sample, double p, double nEff) {
        long value = sample.quantile(p);
        int n = sample.size();
        if (!(nEff >= minimal(p))) {
            return without(p, value, n, nEff, lacking(p, n, nEff));
        }
        double[] shares = shares(nEff, p, n);
        double low = Math.min(value, sample.quantile(shares[0])) - sample.quantumNanos();
        double high = Math.max(value, sample.quantile(shares[1])) + sample.quantumNanos();
        return new Percentile(p, value, Math.max(Math.min(value, 0), low), high, n, nEff, true, "");
    }

    /// The effective size, smaller where it is itself uncertain: Student's t in place of the normal 1.96.
    static double cautious(double nEff, double freedom) {
        double t = freedom > 1e5 ? Z : new TDistribution(null, Math.max(1, freedom)).inverseCumulativeProbability(1 - TAIL);
        return nEff * (Z / t) * (Z / t);
    }

    /// Which quantiles of the sample bound the interval.
    private static double[] shares(double nEff, double p, int n) {
        int m = (int) Math.max(1, Math.floor(nEff));
        Ranks ranks = ranks(m, p);
        double low = Math.floor(n * Math.max(0, ranks.lower - 0.5) / m) + 1;
        double high = Math.ceil(n * Math.min(m, ranks.upper - 0.5) / m);
        return new double[] {Math.clamp(low / n, 0, p), Math.clamp(high / n, p, 1)};
    }

    private static Percentile without(double p, double value, int n, double nEff, String why) {
        return new Percentile(p, value, Double.NaN, Double.NaN, n, nEff, false, why);
    }

    /// What is missing, in requests of this kind.
    private static String lacking(double p, int n, double nEff) {
        long needed = minimal(p);
        long more = (long) Math.ceil((needed - nEff) * n / Math.max(nEff, 1e-9));
        String worth = nEff >= n - 0.5 ? "has " + Numbers.count(n)
                : "has " + Numbers.count(n) + " worth " + Numbers.count((long) Math.floor(nEff));
        return Numbers.percentile(p) + " needs " + Numbers.count(needed) + " independent requests and " + worth + "; about "
                + Numbers.count(more) + " more are missing";
    }
}
