package org.tailwright.readers.spans;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tailwright.data.Doubles;
import org.tailwright.data.Unit;

/// What is known about how traces were chosen.
///
/// @param column weight of each span; empty when all weigh 1
/// @param words how traces were sampled; empty when nothing speaks of it
record Weights(Optional<Doubles> column, String words, List<String> doubts, List<String> caveats) {
    /// Weights by row; a span without one takes the largest of its trace, because samplers often tell only the root.
    static Weights of(SpanRows rows, int traces) {
        if (rows.weight.length == 0) {
            return rows.sampled ? sampledWithoutWeights() : new Weights(Optional.empty(), "", List.of(), List.of());
        }
        double[] weights = Arrays.copyOf(rows.weight, rows.size);
        if (rows.size > rows.weight.length) {
            Arrays.fill(weights, rows.weight.length, rows.size, Double.NaN);
        }
        long unknown = complete(weights, rows.trace, traces);
        boolean trivial = unknown == 0 && Arrays.stream(weights).allMatch(each -> each == 1);
        if (trivial) {
            return new Weights(Optional.empty(), "", List.of(), List.of());
        }
        List<String> doubts = unknown == 0 ? List.of() : List.of(String.format(Locale.ROOT,
                "%,d spans carry no sampling weight though others do; they count once", unknown));
        String words = String.format(Locale.ROOT, "sampled; weights from the file, mean %.4g spans for each one kept",
                Arrays.stream(weights).average().orElse(1));
        return new Weights(Optional.of(Doubles.of(Unit.NONE, weights)), words, doubts,
                List.of("spans are sampled: rates and counts need the weights"));
    }

    private static Weights sampledWithoutWeights() {
        String words = "traces were sampled by a rule, and no weights are in the file";
        return new Weights(Optional.empty(), words, List.of(words), List.of("no arrival rate may be claimed: " + words));
    }

    private static long complete(double[] weights, int[] trace, int traces) {
        double[] largest = new double[traces];
        for (int row = 0; row < weights.length; row++) {
            if (!Double.isNaN(weights[row])) {
                largest[trace[row]] = Math.max(largest[trace[row]], weights[row]);
            }
        }
        long unknown = 0;
        for (int row = 0; row < weights.length; row++) {
            if (Double.isNaN(weights[row])) {
                boolean known = largest[trace[row]] > 0;
                weights[row] = known ? largest[trace[row]] : 1;
                unknown += known ? 0 : 1;
            }
        }
        return unknown;
    }
}
