package org.tailwright.statistics;

import java.util.Arrays;
import org.tailwright.data.Requests;
import org.tailwright.work.Work;

/// Shares of requests, such as that of errors, with Wilson's 95 % interval (Wilson 1927) at the effective number of requests.
public final class Shares {
    private static final double Z = 1.959963984540054;

    private Shares() {}

    /// A share with its interval.
    ///
    /// @param value from 0 to 1; NaN of nothing
    /// @param low NaN where the run is too short for an interval
    /// @param high NaN like `low`
    /// @param n requests
    /// @param nEff independent requests that they are worth; NaN when the run is too short to tell
    public record Share(double value, double low, double high, double n, double nEff) {
        /// Whether there is an interval.
        public boolean supported() {
            return !Double.isNaN(low);
        }
    }

    /// The share `value` of `n` requests that are worth `nEff` independent ones.
    public static Share wilson(double value, double n, double nEff) {
        if (!(nEff > 0) || n <= 0) {
            return new Share(n > 0 ? value : Double.NaN, Double.NaN, Double.NaN, n, nEff);
        }
        double square = Z * Z;
        double centre = (value + square / (2 * nEff)) / (1 + square / nEff);
        double half = Z / (1 + square / nEff) * Math.sqrt(value * (1 - value) / nEff + square / (4 * nEff * nEff));
        return new Share(value, Math.clamp(centre - half, 0, value), Math.clamp(centre + half, value, 1), n, nEff);
    }

    /// The share of requests that failed, of at least one.
    public static Share failures(Requests requests, Work work) {
        return of(Sample.failuresByTime(requests), work);
    }

    /// The share of requests that took at least `lowest` and less than `beyond` nanoseconds.
    public static Share inside(Sample sample, long lowest, long beyond, Work work) {
        long[] ones = Arrays.stream(sample.byTime()).map(nanos -> nanos >= lowest && nanos < beyond ? 1 : 0).toArray();
        Share counted = of(ones, work);
        return wilson(sample.beyond(lowest - 1) - sample.beyond(beyond - 1), counted.n(), counted.nEff());
    }

    /// The share of ones among zeros and ones in time order.
    static Share of(long[] ones, Work work) {
        long sum = 0;
        for (long one : ones) {
            sum += one;
        }
        int n = ones.length;
        EffectiveSize size = EffectiveSize.ofIndicator(ones, work);
        double nEff = size.known() ? QuantileIntervals.cautious(size.size(), size.freedom()) : Double.NaN;
        return wilson(n == 0 ? Double.NaN : (double) sum / n, n, nEff);
    }
}
