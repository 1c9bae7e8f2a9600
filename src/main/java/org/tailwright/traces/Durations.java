package org.tailwright.traces;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tailwright.data.Doubles;

/// Durations of one group of spans, sorted, with the weight of each where spans were sampled.
final class Durations {
    private final long[] sorted;
    private final double[] reached;

    private Durations(long[] sorted, double[] reached) {
        this.sorted = sorted;
        this.reached = reached;
    }

    /// @param values durations, which are sorted in place
    static Durations of(long[] values) {
        Arrays.sort(values);
        return new Durations(values, new double[0]);
    }

    /// @param rows row of each value, by which its weight is found
    static Durations of(long[] values, int[] rows, Optional<Doubles> weights) {
        if (weights.isEmpty()) {
            return of(values);
        }
        int[] order = IntStream.range(0, values.length).boxed().sorted((a, b) -> Long.compare(values[a], values[b]))
                .mapToInt(Integer::intValue).toArray();
        long[] sorted = new long[values.length];
        double[] reached = new double[values.length];
        double sum = 0;
        for (int i = 0; i < order.length; i++) {
            sorted[i] = values[order[i]];
            sum += weights.get().at(rows[order[i]]);
            reached[i] = sum;
        }
        return new Durations(sorted, reached);
    }

    /// The order statistic of rank ceil(np); with weights the smallest value that the share `p` of all weight does not exceed. 0 when empty.
    long quantile(double p) {
        int n = sorted.length;
        if (n == 0) {
            return 0;
        }
        if (reached.length == 0) {
            return sorted[Math.clamp((long) Math.ceil(n * p) - 1, 0, n - 1)];
        }
        int at = Arrays.binarySearch(reached, p * reached[n - 1]);
        return sorted[Math.min(n - 1, at >= 0 ? at : -at - 1)];
    }
}
