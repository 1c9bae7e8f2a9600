package org.tailwright.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.tailwright.data.Longs;
import org.tailwright.data.Requests;
import org.tailwright.data.TimeSpan;
import org.tailwright.simulation.laws.Law;
import org.tailwright.work.Seeds;

/// Current load and mean service demand from requests, with their sampling error by a bootstrap of time blocks: laws of the averages, not of
/// single requests.
///
/// @param rate arrivals per second in the busiest hour, or in the whole run when that is shorter
/// @param service mean duration in seconds in the quietest fifth of the blocks, where waiting is least; it still holds some
/// @param blocks number of time blocks resampled for the rate
record MeasuredDemand(Law rate, Law service, int blocks) {
    private static final int BLOCKS = 60;
    private static final int REPLICATES = 2000;
    private static final int FEWEST = 30;
    private static final long HOUR = 3_600_000_000_000L;

    /// The laws; empty with too little time or too few requests.
    static Optional<MeasuredDemand> of(Requests requests, long seed) {
        TimeSpan span = requests.span().orElse(new TimeSpan(0, 0));
        if (span.length() < BLOCKS * 1_000_000L || requests.rows() < 10L * BLOCKS) {
            return Optional.empty();
        }
        long width = Math.min(span.length(), HOUR) / BLOCKS;
        int count = (int) Math.min(5_000_000, span.length() / width);
        double[] arrivals = new double[count];
        double[] seconds = new double[count];
        Longs starts = requests.starts();
        Longs durations = requests.durations();
        for (int row = 0; row < requests.table().rows(); row++) {
            int at = (int) Math.min(count - 1L, (starts.at(row) - span.start()) / width);
            arrivals[at]++;
            seconds[at] += durations.at(row) / 1e9;
        }
        int from = busiest(arrivals);
        double[] rates = Arrays.stream(arrivals, from, from + BLOCKS).map(each -> each / (width / 1e9)).toArray();
        List<Integer> quiet = quietest(arrivals);
        Law rate = means(rates, ones(rates.length), seed, "measured load");
        Law service = means(pick(seconds, quiet), pick(arrivals, quiet), seed, "measured demand");
        return Optional.of(new MeasuredDemand(rate, service, BLOCKS));
    }

    private static int busiest(double[] arrivals) {
        double sum = Arrays.stream(arrivals, 0, BLOCKS).sum();
        double best = sum;
        int at = 0;
        for (int i = BLOCKS; i < arrivals.length; i++) {
            sum += arrivals[i] - arrivals[i - BLOCKS];
            if (sum > best) {
                best = sum;
                at = i - BLOCKS + 1;
            }
        }
        return at;
    }

    private static List<Integer> quietest(double[] arrivals) {
        List<Integer> used = new ArrayList<>();
        for (int i = 0; i < arrivals.length; i++) {
            if (arrivals[i] > 0) {
                used.add(i);
            }
        }
        used.sort(Comparator.comparingDouble(i -> arrivals[i]));
        return used.subList(0, Math.min(used.size(), Math.max(FEWEST, used.size() / 5)));
    }

    /// The law of Σvalues/Σweights when pairs of neighbouring blocks are resampled.
    private static Law means(double[] values, double[] weights, long seed, String purpose) {
        RandomGenerator random = Seeds.stream(seed, purpose, 0);
        double[] means = new double[REPLICATES];
        for (int i = 0; i < means.length; i++) {
            double sum = 0;
            double weight = 0;
            for (int drawn = 0; drawn < values.length; drawn += 2) {
                int at = random.nextInt(Math.max(1, values.length - 1));
                for (int j = at; j < Math.min(values.length, at + 2); j++) {
                    sum += values[j];
                    weight += weights[j];
                }
            }
            means[i] = sum / weight;
        }
        return Law.Empirical.of(means);
    }

    private static double[] pick(double[] values, List<Integer> rows) {
        return rows.stream().mapToDouble(i -> values[i]).toArray();
    }

    private static double[] ones(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }
}
