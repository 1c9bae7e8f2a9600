package org.tailwright.models.queueing.calibration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SequencedMap;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import org.tailwright.data.Column;
import org.tailwright.data.Doubles;
import org.tailwright.data.Longs;
import org.tailwright.data.Meaning;
import org.tailwright.data.Metrics;
import org.tailwright.data.Origin;
import org.tailwright.data.Requests;
import org.tailwright.data.Table;
import org.tailwright.data.Texts;
import org.tailwright.data.Traces;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;
import org.tailwright.work.Seeds;

/// A first-come-first-served station that is simulated, so that its truth is known: spans that wait and hold, or requests in load steps.
final class MadeStation {
    static final long START = 1_795_391_760_000_000_000L;

    /// How a station is made.
    ///
    /// @param servers c
    /// @param rates arrivals per second in each step
    /// @param stepSeconds length of a step
    /// @param service seconds of one visit for a uniform number in (0, 1)
    /// @param growth factor of the service time in each step
    /// @param batch visits that arrive together
    record Plan(int servers, double[] rates, double stepSeconds, DoubleUnaryOperator service, double growth, int batch) {}

    private final List<Long> arrivals = new ArrayList<>();
    private final List<Double> waits = new ArrayList<>();
    private final List<Double> services = new ArrayList<>();

    MadeStation(Plan plan, long seed) {
        RandomGenerator random = Seeds.stream(seed, "made station", 0);
        PriorityQueue<Double> free = new PriorityQueue<>();
        for (int i = 0; i < plan.servers(); i++) {
            free.add(0.0);
        }
        double now = 0;
        for (int step = 0; step < plan.rates().length; step++) {
            double end = (step + 1) * plan.stepSeconds();
            while (true) {
                now += -Math.log1p(-random.nextDouble()) / plan.rates()[step] * plan.batch();
                if (now >= end) {
                    now = end;
                    break;
                }
                for (int i = 0; i < plan.batch(); i++) {
                    visit(now, plan.service().applyAsDouble(random.nextDouble()) * Math.pow(plan.growth(), step), free);
                }
            }
        }
    }

    private void visit(double at, double service, PriorityQueue<Double> free) {
        double begins = Math.max(at, free.remove());
        free.add(begins + service);
        arrivals.add(START + Math.round(at * 1e9));
        waits.add(begins - at);
        services.add(service);
    }

    /// Mean seconds before service.
    double meanWait() {
        return waits.stream().mapToDouble(each -> each).average().orElseThrow();
    }

    static DoubleUnaryOperator exponential(double mean) {
        return u -> -mean * Math.log1p(-u);
    }

    private static Origin origin(int rows) {
        return new Origin("made", Path.of("made"), "made", Trust.clean(rows));
    }

    /// Each visit as a trace of root, wait and client span.
    Traces spans() {
        int n = arrivals.size();
        Longs.Builder starts = Longs.builder(Unit.TIME);
        Longs.Builder durations = Longs.builder(Unit.DURATION);
        SequencedMap<String, Texts.Builder> texts = new LinkedHashMap<>();
        for (String each : List.of(Requests.TRACE, Traces.SPAN, Traces.PARENT, Requests.SERVICE, Requests.LABEL, Traces.KIND)) {
            texts.put(each, Texts.builder());
        }
        for (int i = 0; i < n; i++) {
            long wait = Math.round(waits.get(i) * 1e9);
            long hold = Math.round(services.get(i) * 1e9);
            String[][] rows = {{"t" + i, "r" + i, "", "app", "GET", "server"}, {"t" + i, "w" + i, "r" + i, "app", "acquire", "internal"},
                {"t" + i, "h" + i, "r" + i, "app", "SELECT", "client"}};
            long[] begins = {arrivals.get(i), arrivals.get(i), arrivals.get(i) + wait};
            long[] lasts = {wait + hold + 1_000, wait, hold};
            for (int row = 0; row < 3; row++) {
                starts.add(begins[row]);
                durations.add(lasts[row]);
                int column = 0;
                for (Texts.Builder each : texts.values()) {
                    String text = rows[row][column++];
                    each.add(text.isEmpty() ? null : text);
                }
            }
        }
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.START, starts.build());
        columns.put(Requests.DURATION, durations.build());
        texts.forEach((name, builder) -> columns.put(name, builder.build()));
        return new Traces(origin(3 * n), Table.of(columns), Meaning.of(Meaning.Duration.RESIDENCE_TIME, Meaning.Stamp.START, 1), "");
    }

    /// The visits as requests whose durations hold the waiting.
    Requests requests() {
        long[] starts = arrivals.stream().mapToLong(each -> each).toArray();
        long[] durations = new long[starts.length];
        for (int i = 0; i < durations.length; i++) {
            durations[i] = Math.round((waits.get(i) + services.get(i)) * 1e9);
        }
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.START, Longs.of(Unit.TIME, starts));
        columns.put(Requests.DURATION, Longs.of(Unit.DURATION, durations));
        return new Requests(origin(starts.length), Table.of(columns), Meaning.of(Meaning.Duration.RESIDENCE_TIME, Meaning.Stamp.START, 1));
    }

    /// Busy servers and waiting visits, every `stepNanos`.
    Metrics gauges(long stepNanos, double seconds) {
        int samples = (int) (seconds * 1e9 / stepNanos);
        long[] times = new long[samples];
        double[] busy = new double[samples];
        double[] queued = new double[samples];
        for (int s = 0; s < samples; s++) {
            times[s] = START + s * stepNanos;
        }
        for (int i = 0; i < arrivals.size(); i++) {
            long begins = arrivals.get(i) + Math.round(waits.get(i) * 1e9);
            count(queued, arrivals.get(i), begins, stepNanos);
            count(busy, begins, begins + Math.round(services.get(i) * 1e9), stepNanos);
        }
        return new Metrics(origin(samples), List.of(series("busy", times, busy), series("queued", times, queued)));
    }

    private static void count(double[] level, long from, long to, long step) {
        for (long s = Math.max(0, (from - START + step - 1) / step); s < level.length && START + s * step < to; s++) {
            level[(int) s]++;
        }
    }

    private static Metrics.Series series(String name, long[] times, double[] values) {
        return new Metrics.Series(name, java.util.Map.of(), Metrics.Kind.GAUGE, Longs.of(Unit.TIME, times), Doubles.of(Unit.COUNT, values));
    }
}
