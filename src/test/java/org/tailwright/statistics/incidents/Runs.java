package org.tailwright.statistics.incidents;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.random.RandomGenerator;
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

/// Seeded runs: requests of two labels at a constant rate, whose log latencies are an autoregression, with what is asked for on top.
record Runs(int seconds, int perSecond, double rho, long number) {
    /// 2026-11-22 12:00 UTC.
    static final long NOON = 1_795_348_800_000_000_000L;

    /// What happens to the request at a second: a factor on its duration and a probability of failure.
    interface Course {
        double factor(double second, boolean pay, double chance);

        default double failing(double second) {
            return 0.002;
        }

        /// Share of the slow label.
        default double mix(double second) {
            return 0.3;
        }

        /// Active threads.
        default long active(double second) {
            return 20;
        }
    }

    Requests requests(Course course) {
        RandomGenerator random = Seeds.stream(77, "runs", number);
        int n = seconds * perSecond;
        long[] starts = new long[n];
        long[] durations = new long[n];
        long[] active = new long[n];
        BitSet failed = new BitSet();
        Texts.Builder labels = Texts.builder();
        double state = random.nextGaussian();
        for (int i = 0; i < n; i++) {
            double second = (i + random.nextDouble()) / perSecond;
            boolean pay = random.nextDouble() < course.mix(second);
            starts[i] = NOON + (long) (second * 1e9);
            durations[i] = Math.round((pay ? 80e6 : 20e6) * Math.exp(0.4 * state) * course.factor(second, pay, random.nextDouble()));
            active[i] = course.active(second);
            failed.set(i, random.nextDouble() < course.failing(second));
            labels.add(pay ? "POST /pay" : "GET /list");
            state = rho * state + Math.sqrt(1 - rho * rho) * random.nextGaussian();
        }
        LinkedHashMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.START, Longs.of(Unit.TIME, starts));
        columns.put(Requests.DURATION, Longs.of(Unit.DURATION, durations));
        columns.put(Requests.LABEL, labels.build());
        columns.put(Requests.FAILED, Flags.of(failed, n));
        columns.put(Requests.ACTIVE, Longs.of(Unit.COUNT, active));
        return new Requests(new Origin("run.jtl", Path.of("run.jtl"), "generated", Trust.clean(n)), Table.of(columns),
                Meaning.of(Meaning.Duration.SERVICE_TIME, Meaning.Stamp.START, 1_000_000));
    }
}
