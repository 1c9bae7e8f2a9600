package org.tailwright.statistics;

import java.util.random.RandomGenerator;
import org.tailwright.work.Seeds;

/// Seeded series for the tests of this package.
final class Generated {
    private Generated() {}

    /// Log-normal latencies in nanoseconds whose logarithms are a first-order autoregression with standard deviation 0.5 around 20 ms.
    static long[] latencies(int n, double rho, long number) {
        RandomGenerator random = Seeds.stream(11, "latencies", number);
        long[] values = new long[n];
        double state = random.nextGaussian();
        double fresh = Math.sqrt(1 - rho * rho);
        for (int i = 0; i < n; i++) {
            values[i] = Math.round(20e6 * Math.exp(0.5 * state));
            state = rho * state + fresh * random.nextGaussian();
        }
        return values;
    }

    /// The true quantile of those at a normal score, 2.326… for p99.
    static double truth(double score) {
        return 20e6 * Math.exp(0.5 * score);
    }
}
