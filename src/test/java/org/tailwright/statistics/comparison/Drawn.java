package org.tailwright.statistics.comparison;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Column;
import org.tailwright.data.Flags;
import org.tailwright.data.Longs;
import org.tailwright.data.Meaning;
import org.tailwright.data.Origin;
import org.tailwright.data.Requests;
import org.tailwright.data.Table;
import org.tailwright.data.Texts;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;
import org.tailwright.work.Seeds;

/// Runs drawn from known laws.
final class Drawn {
    private Drawn() {}

    /// Log-normal latencies around 20 ms whose logarithms are a first-order autoregression, 100 a second.
    ///
    /// @param factor on all latencies, a run's own effect included
    static Requests run(int n, double rho, double sigma, double factor, String stream, long number) {
        RandomGenerator random = Seeds.stream(5, stream, number);
        long[] starts = new long[n];
        long[] durations = new long[n];
        double state = random.nextGaussian();
        for (int i = 0; i < n; i++) {
            starts[i] = i * 10_000_000L;
            durations[i] = Math.round(20e6 * factor * Math.exp(sigma * state));
            state = rho * state + Math.sqrt(1 - rho * rho) * random.nextGaussian();
        }
        return requests(starts, durations, null, null);
    }

    static Requests requests(long[] starts, long[] durations, String @Nullable [] labels, boolean @Nullable [] failed) {
        LinkedHashMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.START, Longs.of(Unit.TIME, starts));
        columns.put(Requests.DURATION, Longs.of(Unit.DURATION, durations));
        if (labels != null) {
            Texts.Builder texts = Texts.builder();
            List.of(labels).forEach(texts::add);
            columns.put(Requests.LABEL, texts.build());
        }
        if (failed != null) {
            columns.put(Requests.FAILED, flags(failed));
        }
        return new Requests(new Origin("run", Path.of("run"), "test", Trust.clean(starts.length)), Table.of(columns), Meaning.of(Meaning.Duration.SERVICE_TIME, Meaning.Stamp.START, 0));
    }

    private static Flags flags(boolean[] values) {
        BitSet set = new BitSet();
        for (int i = 0; i < values.length; i++) {
            set.set(i, values[i]);
        }
        return Flags.of(set, values.length);
    }

    /// The same with labels at random, each with its own factor.
    ///
    /// @param effect standard deviation of the logarithm of the factors
    static Requests labelled(Requests run, int labels, double effect, RandomGenerator random) {
        double[] factors = new double[labels];
        for (int i = 0; i < labels; i++) {
            factors[i] = Math.exp(effect * random.nextGaussian());
        }
        long[] durations = run.durations().toArray();
        String[] names = new String[durations.length];
        for (int i = 0; i < durations.length; i++) {
            int label = random.nextInt(labels);
            names[i] = "label " + label;
            durations[i] = Math.round(durations[i] * factors[label]);
        }
        return requests(run.starts().toArray(), durations, names, null);
    }
}
