package org.tailwright.statistics.inside;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.tailwright.data.Column;
import org.tailwright.data.Doubles;
import org.tailwright.data.Flags;
import org.tailwright.data.Longs;
import org.tailwright.data.Meaning;
import org.tailwright.data.Metrics;
import org.tailwright.data.Origin;
import org.tailwright.data.Requests;
import org.tailwright.data.Table;
import org.tailwright.data.Texts;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;
import org.tailwright.work.Seeds;

/// Seeded runs of 400 s: log latencies and the mix of labels wander, hosts and users are drawn for each request.
///
/// @param rho correlation of neighbouring log latencies, and of the label mix from second to second
record Runs(int rows, double rho, long number) {
    static final long NOON = 1_795_348_800_000_000_000L;
    static final long SECOND = 1_000_000_000L;
    static final int SECONDS = 400;

    /// What a cause adds: a factor on the duration of a request at a second on a host.
    interface Cause {
        double factor(double second, int host, String label);
    }

    static final Cause NONE = (_, _, _) -> 1;

    Requests requests(Cause cause) {
        RandomGenerator random = Seeds.stream(5, "inside-runs", number);
        long[] starts = new long[rows];
        long[] durations = new long[rows];
        BitSet failed = new BitSet();
        Texts.Builder labels = Texts.builder();
        Texts.Builder hosts = Texts.builder();
        Texts.Builder users = Texts.builder();
        Texts.Builder ids = Texts.builder();
        double state = random.nextGaussian();
        double mix = random.nextGaussian();
        int last = -1;
        for (int i = 0; i < rows; i++) {
            double second = (double) i * SECONDS / rows;
            if ((int) second != last) {
                last = (int) second;
                mix = rho * mix + Math.sqrt(1 - rho * rho) * random.nextGaussian();
            }
            int host = random.nextInt(8);
            String label = random.nextDouble() < 1 / (1 + Math.exp(-mix)) ? "GET /list" : random.nextInt(10) < 7 ? "POST /pay" : "GET /help";
            starts[i] = NOON + (long) (second * 1e9);
            durations[i] = Math.round(20e6 * Math.exp(0.5 * state) * cause.factor(second, host, label));
            failed.set(i, random.nextInt(200) == 0);
            labels.add(label);
            hosts.add("h" + host);
            users.add("user-" + random.nextInt(300));
            ids.add("id-" + i);
            state = rho * state + Math.sqrt(1 - rho * rho) * random.nextGaussian();
        }
        LinkedHashMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.START, Longs.of(Unit.TIME, starts));
        columns.put(Requests.DURATION, Longs.of(Unit.DURATION, durations));
        columns.put(Requests.LABEL, labels.build());
        columns.put(Requests.FAILED, Flags.of(failed, rows));
        columns.put("host", hosts.build());
        columns.put("user", users.build());
        columns.put("id", ids.build());
        columns.put("bytes", bytes());
        return new Requests(origin("run.jtl"), Table.of(columns), Meaning.of(Meaning.Duration.SERVICE_TIME, Meaning.Stamp.START, 1000));
    }

    /// Sizes of answers, of which the larger ones come in waves.
    private Longs bytes() {
        RandomGenerator random = Seeds.stream(7, "inside-bytes", number);
        long[] bytes = new long[rows];
        double state = random.nextGaussian();
        for (int i = 0; i < rows; i++) {
            bytes[i] = Math.round(2000 * Math.exp(0.5 * state + random.nextGaussian()));
            state = rho * state + Math.sqrt(1 - rho * rho) * random.nextGaussian();
        }
        return Longs.of(Unit.BYTES, bytes);
    }

    /// A gauge and a counter, one reading a second, both with correlated noise; from second `from` to `to` the gauge is `factor` times as high.
    Metrics metrics(int from, int to, double factor) {
        RandomGenerator random = Seeds.stream(6, "inside-metrics", number);
        long[] times = new long[SECONDS];
        double[] gauge = new double[SECONDS];
        double[] counter = new double[SECONDS];
        double state = random.nextGaussian();
        double sum = 0;
        for (int i = 0; i < SECONDS; i++) {
            state = rho * state + Math.sqrt(1 - rho * rho) * random.nextGaussian();
            times[i] = NOON + i * SECOND;
            gauge[i] = 50 * Math.exp(0.2 * state) * (i >= from && i < to ? factor : 1);
            sum += 1000 + 50 * random.nextGaussian();
            counter[i] = sum;
        }
        return new Metrics(origin("metrics.csv"), List.of(
                new Metrics.Series("queue length", Map.of(), Metrics.Kind.GAUGE, Longs.of(Unit.TIME, times), Doubles.of(Unit.NONE, gauge)),
                new Metrics.Series("bytes sent", Map.of(), Metrics.Kind.COUNTER, Longs.of(Unit.TIME, times), Doubles.of(Unit.BYTES, counter))));
    }

    static Origin origin(String name) {
        return new Origin(name, Path.of(name), "generated", Trust.clean(1));
    }
}
