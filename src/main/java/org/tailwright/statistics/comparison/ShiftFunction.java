package org.tailwright.statistics.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tailwright.statistics.Percentile;
import org.tailwright.statistics.QuantileIntervals;
import org.tailwright.statistics.Sample;
import org.tailwright.work.Pool;
import org.tailwright.work.Work;

/// Whole distributions against each other: the shift function (Doksum 1974) by Harrell and Davis' quantiles, and the classical tests.
final class ShiftFunction {
    private static final double[] SHIFT = {0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 0.9995, 0.9999};
    private static final int BEYOND = 30;
    private static final int DESCRIBED = 2_000_000;

    private ShiftFunction() {}

    /// @param wanted whether to do it at all
    /// @param weighted whether rows are weighted to one mix of labels, which the tests do not know
    static ComparisonResult.Shape shape(Side old, Side now, boolean wanted, boolean weighted, Work work) {
        if (!wanted) {
            return ComparisonResult.Shape.unknown(old.runs().size(), now.runs().size());
        }
        if (weighted) {
            return ComparisonResult.Shape.unknown(old.runs().size(), now.runs().size()).with(shift(old, now, work));
        }
        double[] before = logs(old);
        double[] after = logs(now);
        TwoSamples.Welch welch = before.length < 2 || after.length < 2 ? new TwoSamples.Welch(Double.NaN, Double.NaN, Double.NaN) : TwoSamples.welch(after, before);
        return new ComparisonResult.Shape(shift(old, now, work), welch, TwoSamples.mannWhitney(after, before), TwoSamples.kolmogorovSmirnov(after, before),
                old.runs().size(), now.runs().size());
    }

    /// Logarithms of latency of all runs, ascending; of very long sides every k-th value in order of size.
    private static double[] logs(Side side) {
        long n = side.samples().stream().mapToLong(Sample::size).sum();
        int step = (int) Math.max(1, n / DESCRIBED);
        double[] logs = side.samples().stream().flatMapToDouble(each -> IntStream.range(0, each.size() / step).mapToDouble(i -> Math.log(Math.max(1, each.ordered(i * step))))).toArray();
        Arrays.sort(logs);
        return logs;
    }

    private static List<ComparisonResult.Shift> shift(Side old, Side now, Work work) {
        List<Sample> all = new ArrayList<>(old.samples());
        all.addAll(now.samples());
        double highest = 1 - (double) BEYOND / all.stream().mapToInt(Sample::size).min().orElse(0);
        double[] ps = Arrays.stream(SHIFT).filter(p -> p <= highest && all.stream().allMatch(each -> each.quantile(p) < Sample.NEVER)).toArray();
        return Pool.map(ps.length, work, i -> shift(old, now, ps[i], work));
    }

    /// The interval is that of the change of the percentile, in nanoseconds of the baseline.
    private static ComparisonResult.Shift shift(Side old, Side now, double p, Work work) {
        List<Percentile> before = smooth(old, p, work);
        List<Percentile> after = smooth(now, p, work);
        double a = RunIntervals.mean(before);
        Change.Interval interval = RunIntervals.of(old, now, before, after, work);
        return new ComparisonResult.Shift(p, a, RunIntervals.mean(after) - a, interval.low() * a, interval.high() * a);
    }

    private static List<Percentile> smooth(Side side, double p, Work work) {
        return side.samples().stream().map(each -> smooth(each, QuantileIntervals.of(each, p, work))).toList();
    }

    /// Harrell and Davis' quantile of an unweighted sample, kept inside the order statistics' interval.
    private static Percentile smooth(Sample sample, Percentile plain) {
        if (sample.total() != sample.size()) {
            return plain;
        }
        double value = TwoSamples.harrellDavis(new TwoSamples.Ordered() {
            @Override
            public double at(int i) {
                return sample.ordered(i);
            }

            @Override
            public int size() {
                return sample.size();
            }
        }, plain.p());
        return plain.hasInterval()
                ? new Percentile(plain.p(), Math.clamp(value, plain.low(), plain.high()), plain.low(), plain.high(), plain.n(), plain.nEff(), true, "")
                : new Percentile(plain.p(), value, Double.NaN, Double.NaN, plain.n(), plain.nEff(), plain.supported(), plain.why());
    }
}
