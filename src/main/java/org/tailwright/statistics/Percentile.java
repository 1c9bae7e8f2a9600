package org.tailwright.statistics;

/// A percentile of durations with its interval.
///
/// @param p in (0, 1]; 1 is the maximum
/// @param value nanoseconds; NaN without rows
/// @param low lower end of the 95 % interval, nanoseconds; NaN where there is none
/// @param high upper end; NaN where there is none
/// @param n rows it was computed from
/// @param nEff independent requests that they are worth for this percentile; NaN when the run is too short to tell
/// @param supported whether the rows can carry the percentile; otherwise it is greyed
/// @param why what is missing, in words; empty when supported
public record Percentile(double p, double value, double low, double high, long n, double nEff, boolean supported, String why) {
    public Percentile {
        if (low > value || high < value) {
            throw new IllegalArgumentException(value + " lies outside its own interval from " + low + " to " + high);
        }
    }

    /// Whether there is an interval.
    public boolean hasInterval() {
        return !Double.isNaN(low) && !Double.isNaN(high);
    }
}
