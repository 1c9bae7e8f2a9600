package org.tailwright.statistics.omission;

import org.tailwright.charts.Numbers;

/// The intended interval at which an objective that the measured values hold would be breached.
///
/// @param p percentile of the objective
/// @param limitNanos its limit
/// @param intervalNanos the longest interval per connection that breaches it; 0 when none from the typical duration on does
/// @param measured whether the measured values breach it by themselves
/// @param typed whether it is an objective; else the limit is twice the measured percentile
/// @param worstNanos the largest corrected percentile that any interval from the typical duration on gives
public record Breach(double p, double limitNanos, long intervalNanos, boolean measured, boolean typed, double worstNanos) {
    private static final int STEPS = 160;

    /// For one percentile and limit.
    ///
    /// @param typical shortest interval that makes sense
    static Breach of(Counted counted, double p, double limit, long typical, boolean typed) {
        if (counted.quantile(p) >= limit) {
            return new Breach(p, limit, 0, true, typed, counted.quantile(p));
        }
        long most = counted.most();
        double worst = counted.quantile(p);
        for (int i = 0; i <= STEPS && typical < most; i++) {
            long interval = Math.round(most * Math.pow((double) typical / most, (double) i / STEPS));
            if (breaches(counted, p, limit, interval)) {
                long longer = i == 0 ? interval : Math.round(most * Math.pow((double) typical / most, (i - 1.0) / STEPS));
                return new Breach(p, limit, between(counted, p, limit, interval, longer), false, typed, limit);
            }
            worst = i % 8 == 0 ? Math.max(worst, counted.quantile(p, interval)) : worst;
        }
        return new Breach(p, limit, 0, false, typed, worst);
    }

    private static long between(Counted counted, double p, double limit, long breaching, long holding) {
        long low = breaching;
        long high = holding;
        while (high - low > Math.max(1, low / 1000)) {
            long middle = (low + high) >>> 1;
            if (breaches(counted, p, limit, middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Whether the corrected p-quantile reaches the limit.
    private static boolean breaches(Counted counted, double p, double limit, long interval) {
        double total = counted.total(interval);
        return counted.beyond((long) Math.ceil(limit) - 1, interval) > total - Math.ceil(total * p * (1 - 1e-15));
    }

    /// In a sentence.
    public String words() {
        String what = Numbers.percentile(p) + (typed ? " < " + Numbers.duration(limitNanos) + " is breached" : " doubles to " + Numbers.duration(limitNanos));
        if (measured) {
            return what + " by the measured values alone.";
        }
        if (intervalNanos > 0) {
            return what + " if each connection meant to send more often than every " + Numbers.duration(intervalNanos) + ".";
        }
        String worst = "the correction makes it at most " + Numbers.duration(worstNanos) + ", whatever interval was meant. It knows nothing of the queue that more load builds.";
        return Numbers.percentile(p) + (typed ? " < " + Numbers.duration(limitNanos) + " holds: " : " moves little: ") + worst;
    }
}
