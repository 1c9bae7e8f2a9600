package org.tailwright.simulation.events;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;

/// An estimate with its 95 % interval over independent runs (or over batches of one), by Student's t. The interval is the error of the simulation
/// alone: more runs shrink it. Infinite values (a percentile that failures reach) make the estimate infinite when half the runs have one.
///
/// @param value mean over the runs; NaN when nothing was seen
public record Interval(double value, double low, double high, int runs) {
    /// Of one value for each run.
    static Interval of(double... values) {
        double[] known = Arrays.stream(values).filter(each -> !Double.isNaN(each)).sorted().toArray();
        int n = known.length;
        if (n == 0) {
            return new Interval(Double.NaN, Double.NaN, Double.NaN, 0);
        }
        if (Double.isInfinite(known[n - 1])) {
            return new Interval(known[n / 2], known[0], known[n - 1], n);
        }
        double mean = Arrays.stream(known).sum() / n;
        if (n == 1) {
            return new Interval(mean, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1);
        }
        double squares = Arrays.stream(known).map(each -> (each - mean) * (each - mean)).sum();
        double half = new TDistribution(null, n - 1.0).inverseCumulativeProbability(0.975) * Math.sqrt(squares / (n - 1) / n);
        return new Interval(mean, mean - half, mean + half, n);
    }

    /// The quantile of all requests of all runs together. The interval rests on what the quantile becomes when one run is left out (jackknife), which
    /// takes away most of the bias that the quantile of a single run has.
    ///
    /// @param failing whether failed requests count as slower than any other
    static Interval quantile(List<Run> runs, double p, boolean failing) {
        int[] all = new int[Bins.COUNT];
        long failed = 0;
        for (Run run : runs) {
            Bins.add(all, run.ends().counts());
            failed += failing ? run.ends().failed() : 0;
        }
        double together = Bins.quantile(all, failed, p);
        double[] values = new double[runs.size()];
        for (int i = 0; i < values.length; i++) {
            int[] rest = all.clone();
            Bins.subtract(rest, runs.get(i).ends().counts());
            double without = Bins.quantile(rest, failed - (failing ? runs.get(i).ends().failed() : 0), p);
            values[i] = values.length == 1 ? together : values.length * together - (values.length - 1) * without;
        }
        if (Double.isInfinite(together) || Arrays.stream(values).anyMatch(each -> !Double.isFinite(each))) {
            return of(runs.stream().mapToDouble(run -> Bins.quantile(run.ends().counts(), failing ? run.ends().failed() : 0, p)).toArray());
        }
        return of(values);
    }

    /// Half the width of the interval as a share of the estimate.
    public double relative() {
        return value == 0 && high == low ? 0 : (high - low) / 2 / Math.abs(value);
    }
}
