package org.tailwright.simulation.events;

/// Latencies counted in bins of at most 1.6 % width: 64 to every doubling, from 64 ns on.
final class Bins {
    /// Number of bins.
    static final int COUNT = 54 * 64;
    private static final int GRAIN = 6;

    private Bins() {}

    static int of(long nanos) {
        long unit = nanos >>> GRAIN;
        if (unit < 64) {
            return (int) unit;
        }
        int power = 63 - Long.numberOfLeadingZeros(unit);
        return (power - 5) * 64 + (int) (unit >>> (power - 6) & 63);
    }

    /// The lowest latency of a bin; that of the next one is its end.
    static double low(int bin) {
        return bin < 64 ? (double) (bin << GRAIN) : Math.scalb((double) (64 + bin % 64), bin / 64 - 1 + GRAIN);
    }

    /// The quantile of what was counted, straight within a bin; failures are slower than anything, so that it may be infinite. NaN of nothing.
    ///
    /// @param failed requests without a latency
    static double quantile(int[] counts, long failed, double p) {
        long all = failed;
        for (int each : counts) {
            all += each;
        }
        if (all == 0) {
            return Double.NaN;
        }
        double rank = p * all;
        double before = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0 && before + counts[i] >= rank) {
                return low(i) + (low(i + 1) - low(i)) * (rank - before) / counts[i];
            }
            before += counts[i];
        }
        return Double.POSITIVE_INFINITY;
    }

    static void add(int[] to, int[] more) {
        for (int i = 0; i < to.length; i++) {
            to[i] += more[i];
        }
    }

    static void subtract(int[] from, int[] less) {
        for (int i = 0; i < from.length; i++) {
            from[i] -= less[i];
        }
    }
}
