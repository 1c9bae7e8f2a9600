package org.tailwright.models.scalability;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.tailwright.data.Flags;
import org.tailwright.data.Longs;
import org.tailwright.data.Requests;
import org.tailwright.data.TimeSpan;

/// Each load step cut into blocks of equal length: how far throughput and load wander inside a step. The arrays are not to be changed.
///
/// @param good successful completions by step and block
/// @param completed all completions by step and block
/// @param residences sum of the residences of all completions in nanoseconds, by step and block
/// @param blockNanos length of a block, by step
/// @param counted whether the load was counted; else it is X(R + Z) from the same rows and drawn with them
/// @param thinkNanos think time Z
public record StepBlocks(double[][] good, double[][] completed, double[][] residences, double[] blockNanos, boolean counted, long thinkNanos) {
    /// Blocks in a step: enough to tell a standard error to a fifth, long enough to hold what wanders within a second or so.
    static final int BLOCKS = 16;

    /// Cuts the steps.
    public static StepBlocks of(Requests requests, LoadSteps steps) {
        List<TimeSpan> spans = steps.steps().stream().map(LoadStep::span).toList();
        int n = spans.size();
        double[][] good = new double[n][BLOCKS];
        double[][] completed = new double[n][BLOCKS];
        double[][] residences = new double[n][BLOCKS];
        Longs starts = requests.starts();
        Longs durations = requests.durations();
        Optional<Flags> failures = requests.failures();
        long[] begins = spans.stream().mapToLong(TimeSpan::start).toArray();
        for (int row = 0; row < requests.table().rows(); row++) {
            long end = starts.at(row) + durations.at(row);
            int found = Arrays.binarySearch(begins, end);
            int step = found >= 0 ? found : -found - 2;
            if (step >= 0 && spans.get(step).contains(end)) {
                int block = (int) Math.min(BLOCKS - 1, (end - begins[step]) * BLOCKS / Math.max(1, spans.get(step).length()));
                completed[step][block]++;
                good[step][block] += failures.isPresent() && failures.get().at(row) ? 0 : 1;
                residences[step][block] += durations.at(row);
            }
        }
        double[] lengths = spans.stream().mapToDouble(span -> span.length() / (double) BLOCKS).toArray();
        return new StepBlocks(good, completed, residences, lengths, steps.counted(), steps.thinkNanos());
    }

    /// Standard error of each step's throughput per second, from the scatter of its blocks.
    public double[] errors() {
        double[] errors = new double[good.length];
        for (int i = 0; i < errors.length; i++) {
            int k = good[i].length;
            double mean = Arrays.stream(good[i]).average().orElse(0);
            double squares = Arrays.stream(good[i]).map(each -> (each - mean) * (each - mean)).sum();
            errors[i] = Math.sqrt(squares / (k - 1) / k) / blockNanos[i] * 1e9;
        }
        return errors;
    }

    /// Degrees of freedom of those errors together.
    public int freedom() {
        return Arrays.stream(good).mapToInt(each -> each.length - 1).sum();
    }

    /// How alike neighbouring blocks are, from −1 to 1, over all steps: where this is large, blocks are too short and the errors too small.
    public double likeness() {
        double products = 0;
        double squares = 0;
        for (double[] step : good) {
            double mean = Arrays.stream(step).average().orElse(0);
            for (int i = 0; i < step.length; i++) {
                squares += (step[i] - mean) * (step[i] - mean);
                products += i == 0 ? 0 : (step[i] - mean) * (step[i - 1] - mean);
            }
        }
        return squares == 0 ? 0 : products / squares;
    }

    /// The points again, each step put together from its own blocks drawn with replacement. Deviations are widened by √(k/(k−1)), for k blocks scatter less
    /// about their own mean than about the true one.
    Measured drawn(Measured points, RandomGenerator random) {
        double[] loads = points.loads().clone();
        double[] rates = new double[loads.length];
        for (int i = 0; i < loads.length; i++) {
            int k = good[i].length;
            double[] sums = new double[3];
            for (int draw = 0; draw < k; draw++) {
                int block = random.nextInt(k);
                sums[0] += good[i][block];
                sums[1] += completed[i][block];
                sums[2] += residences[i][block];
            }
            double widening = Math.sqrt(k / (k - 1.0));
            double seconds = k * blockNanos[i] / 1e9;
            rates[i] = points.throughputs()[i] + widening * (sums[0] / seconds - points.throughputs()[i]);
            if (!counted && sums[1] > 0) {
                loads[i] += widening * ((sums[2] + sums[1] * thinkNanos) / 1e9 / seconds - loads[i]);
            }
        }
        return new Measured(loads, rates);
    }
}
