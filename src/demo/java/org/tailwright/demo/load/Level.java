package org.tailwright.demo.load;

import java.util.Arrays;
import java.util.List;

/// What one step of the staircase measured.
///
/// @param users       concurrent users, the N of the scalability law
/// @param requests    answered in the recorded part
/// @param throughput  requests per second
/// @param meanMillis  mean response time
/// @param p99Millis   99th percentile (exact order statistic)
record Level(int users, int requests, double throughput, double meanMillis, double p99Millis) {

    static Level of(int users, double throughput, List<Long> elapsedNanos) {
        long[] sorted = elapsedNanos.stream().mapToLong(Long::longValue).sorted().toArray();
        double mean = Arrays.stream(sorted).average().orElse(Double.NaN) / 1e6;
        double p99 = sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(sorted.length * 0.99) - 1] / 1e6;
        return new Level(users, sorted.length, throughput, mean, p99);
    }
}
