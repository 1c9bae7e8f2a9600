package org.tailwright.models.scalability;

import org.tailwright.statistics.Percentile;
import org.tailwright.statistics.QuantileIntervals;
import org.tailwright.statistics.Sample;
import org.tailwright.work.Work;

/// A percentile of the latencies of one load step with the 95 % interval of [QuantileIntervals], so that the same rows have the same
/// interval everywhere. Failures rank as infinitely slow, so that failing fast never makes a percentile better.
///
/// @param nanos the ceil(np)-th order statistic, infinite when that many requests failed
/// @param low lower end, nanoseconds; where the step cannot carry an interval, what twice the allowed share reached in this very run, 0
///     where even that is too few requests
/// @param high upper end, infinite when the step cannot carry an interval
/// @param effective number of independent requests that the n dependent ones are worth for this percentile; NaN when it cannot be told
public record StepQuantile(double nanos, double low, double high, double effective) {
    /// As for objectives: so many requests beyond a limit, and twice the share that may be, are a breach in this run without an interval.
    private static final double TWICE = 2;
    private static final int FEWEST = 30;

    /// The percentile `p` of a step.
    ///
    /// @param sample with failures as [Sample#NEVER]
    static StepQuantile of(Sample sample, double p) {
        Percentile found = QuantileIntervals.of(sample, p, Work.NONE);
        if (found.hasInterval()) {
            return new StepQuantile(nanos(found.value()), nanos(found.low()), nanos(found.high()), found.nEff());
        }
        double share = TWICE * (1 - p);
        double low = share < 1 && share * sample.size() >= FEWEST ? nanos(sample.quantile(1 - share)) : 0;
        return new StepQuantile(nanos(found.value()), low, Double.POSITIVE_INFINITY, found.nEff());
    }

    private static double nanos(double value) {
        return value >= Sample.NEVER / 2 ? Double.POSITIVE_INFINITY : value;
    }

    /// Whether the step carries an interval.
    boolean bounded() {
        return !Double.isInfinite(high);
    }
}
