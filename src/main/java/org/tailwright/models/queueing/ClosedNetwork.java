package org.tailwright.models.queueing;

import java.util.Arrays;
import java.util.SequencedMap;
import org.tailwright.analyses.Outcome;

/// Closed networks of single-server stations with a delay: N customers go round for ever, ask station i for D_i in all and think for Z.
/// Exact for product-form stations (exponential FCFS, processor sharing). Reiser and Lavenberg 1980; Lazowska et al. 1984.
final class ClosedNetwork {
    private static final long MOST_STATES = 5_000_000;
    private static final double CLOSE = 1e-14;
    private static final int ROUNDS = 1_000_000;

    private ClosedNetwork() {}

    /// What a network does with some customers.
    ///
    /// @param queue mean number at each station
    /// @param residence mean time at each station in one round
    record Solution(double throughput, double response, double[] queue, double[] residence) {}

    /// Exact mean value analysis, one class.
    static Solution exact(double[] demands, double think, int customers) {
        double[] queue = new double[demands.length];
        double[] residence = new double[demands.length];
        double throughput = 0;
        double response = 0;
        for (int n = 1; n <= customers; n++) {
            response = 0;
            for (int i = 0; i < demands.length; i++) {
                residence[i] = demands[i] * (1 + queue[i]);
                response += residence[i];
            }
            throughput = n / (think + response);
            for (int i = 0; i < demands.length; i++) {
                queue[i] = throughput * residence[i];
            }
        }
        return new Solution(throughput, response, queue, residence);
    }

    /// Schweitzer's and Bard's estimate: an arriving customer sees (N − 1)/N of the mean queue.
    static Solution estimated(double[] demands, double think, int customers) {
        double[] queue = new double[demands.length];
        Arrays.fill(queue, (double) customers / demands.length);
        double[] residence = new double[demands.length];
        double throughput = 0;
        double response = 0;
        double moved = 1;
        for (int round = 0; round < ROUNDS && moved > CLOSE * customers; round++) {
            response = 0;
            for (int i = 0; i < demands.length; i++) {
                residence[i] = demands[i] * (1 + (customers - 1.0) / customers * queue[i]);
                response += residence[i];
            }
            throughput = customers / (think + response);
            moved = 0;
            for (int i = 0; i < demands.length; i++) {
                moved = Math.max(moved, Math.abs(queue[i] - throughput * residence[i]));
                queue[i] = throughput * residence[i];
            }
        }
        return new Solution(throughput, response, queue, residence);
    }

    static Outcome<SequencedMap<String, Double>> single(QueueInputs in) {
        return oneClass(in, exact(demands(in), in.number("Z", 0), in.whole("N", 1)));
    }

    static Outcome<SequencedMap<String, Double>> schweitzer(QueueInputs in) {
        return oneClass(in, estimated(demands(in), in.number("Z", 0), in.whole("N", 1)));
    }

    private static Outcome<SequencedMap<String, Double>> oneClass(QueueInputs in, Solution solution) {
        double[] demands = demands(in);
        Quantities found = new Quantities().put("X", solution.throughput()).put("R", solution.response());
        for (int i = 0; i < demands.length; i++) {
            String at = "[" + (i + 1) + "]";
            found.put("R_resid" + at, solution.residence()[i]).put("Q" + at, solution.queue()[i]).put("U" + at, solution.throughput() * demands[i]);
        }
        return Outcome.answer(found.values());
    }

    /// Exact mean value analysis, several classes: a row of D for each class, over every combination of customers below N.
    static Outcome<SequencedMap<String, Double>> multi(QueueInputs in) {
        int[] customers = in.wholes("N");
        double[][] demands = in.rows("D");
        double[] think = in.has("Z") ? in.list("Z") : new double[customers.length];
        int stations = demands[0].length;
        if (demands.length != customers.length || think.length != customers.length || Arrays.stream(demands).anyMatch(row -> row.length != stations)) {
            throw new IllegalArgumentException("N and Z need one number, and D one row of as many stations, for each class");
        }
        long states = Arrays.stream(customers).mapToLong(n -> n + 1L).reduce(1, (a, b) -> Math.min(MOST_STATES + 1, a * b));
        if (states * stations > MOST_STATES) {
            return Outcome.not("An exact answer would need more than " + MOST_STATES + " steps; lower N, or take Schweitzer-Bard for one class.");
        }
        MultiClass solved = MultiClass.of(customers, demands, think, (int) states);
        Quantities found = new Quantities();
        for (int k = 0; k < customers.length; k++) {
            found.put("X[class" + (k + 1) + "]", solved.throughput()[k]).put("R[class" + (k + 1) + "]", solved.response()[k]);
        }
        for (int i = 0; i < stations; i++) {
            found.put("Q[station" + (i + 1) + "]", solved.queue()[i]);
        }
        return Outcome.answer(found.values());
    }

    /// Bounds that need no solution; with N also the balanced-job bounds (Zahorjan et al. 1982, with a delay as in Lazowska et al. 1984, 5.4).
    static Outcome<SequencedMap<String, Double>> bounds(QueueInputs in) {
        double[] demands = demands(in);
        double think = in.number("Z", 0);
        double sum = Arrays.stream(demands).sum();
        double most = Arrays.stream(demands).max().orElseThrow();
        Quantities found = new Quantities().put("X_max=1/Dmax", 1 / most).put("N_star=(D+Z)/Dmax", (sum + think) / most).put("R_min=sum(D)", sum);
        if (in.has("N")) {
            int n = in.whole("N", 1);
            double mean = sum / demands.length;
            found.put("X_asymptotic_low", n / (n * sum + think)).put("X_asymptotic_high", Math.min(1 / most, n / (sum + think)))
                    .put("X_balanced_low", n / (sum + think + (n - 1) * most / (1 + think / (n * sum))))
                    .put("X_balanced_high", Math.min(1 / most, n / (sum + think + (n - 1) * mean / (1 + think / sum))))
                    .put("R_asymptotic_low", Math.max(sum, n * most - think)).put("R_asymptotic_high", n * sum);
        }
        return Outcome.answer(found.values());
    }

    private static double[] demands(QueueInputs in) {
        double[] demands = in.list("D");
        if (Arrays.stream(demands).max().orElse(0) <= 0) {
            throw new IllegalArgumentException("D needs a demand greater than 0 at one station at least");
        }
        return demands;
    }
}
