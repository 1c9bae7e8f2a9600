package org.tailwright.models.scalability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.tailwright.data.Column;
import org.tailwright.data.Doubles;
import org.tailwright.data.LoadPoints;
import org.tailwright.data.Longs;
import org.tailwright.data.Requests;
import org.tailwright.data.Rows;
import org.tailwright.data.Table;
import org.tailwright.data.TimeSpan;
import org.tailwright.data.Unit;
import org.tailwright.statistics.Sample;
import org.tailwright.work.Work;

/// The load steps of requests: load, throughput and latency of every stretch of constant load. Repeats of a load stay separate points.
///
/// @param steps in order of time
/// @param counted whether N is the producer's own count; otherwise it is computed as X(R + Z) from the same rows and shares X's error
/// @param rule how the edges of steps were cut, in words
/// @param thinkNanos think time Z of a closed loop
public record LoadSteps(List<LoadStep> steps, boolean counted, String rule, long thinkNanos) {
    /// Column of the median latency, nanoseconds.
    public static final String MEDIAN = "p50";
    /// Columns of the interval of the p99 latency, nanoseconds.
    public static final String LOW = "p99 low";
    /// Upper end; infinite when unbounded.
    public static final String HIGH = "p99 high";
    /// Columns of the p99 latency over all repeats of the row's load, nanoseconds: estimate and interval.
    public static final String POOLED = "p99 of repeats";
    /// Lower end.
    public static final String POOLED_LOW = "p99 of repeats low";
    /// Upper end; infinite when unbounded.
    public static final String POOLED_HIGH = "p99 of repeats high";
    /// Column of the share of failures.
    public static final String ERRORS = "errors";
    /// Column of the number of completions.
    public static final String COMPLETED = "requests";

    /// How steps are looked for.
    ///
    /// @param shortestNanos a step lasts at least this long
    /// @param trim share of a step cut at each of its ends, 0 to 0.4
    /// @param thinkNanos think time Z of a closed loop
    public record Search(long shortestNanos, double trim, long thinkNanos) {
        /// Steps of at least 10 s, a tenth cut at each end, no think time.
        public static final Search USUAL = new Search(10_000_000_000L, 0.1, 0);
    }

    public LoadSteps {
        steps = List.copyOf(steps);
    }

    /// Finds the steps.
    public static LoadSteps of(Requests requests, Search search) {
        Optional<TimeSpan> span = requests.span();
        String rule = Math.round(search.trim() * 100) + " % of each step cut at its start and at its end";
        if (span.isEmpty() || span.get().length() == 0) {
            return new LoadSteps(List.of(), false, rule, search.thinkNanos());
        }
        LoadWindows windows = LoadWindows.of(requests, span.get(), Math.min(search.shortestNanos(), span.get().length() / 4));
        Optional<double[]> active = openLoop(requests) ? Optional.empty() : windows.active(requests);
        int shortest = (int) Math.max(3, windows.perStep());
        double[] series = active.orElseGet(() -> windows.inFlight(requests, search.thinkNanos()));
        List<LoadLevels.Level> levels = active.isPresent() ? LoadLevels.runs(series, shortest) : LoadLevels.segments(series, shortest);
        List<TimeSpan> spans = levels.stream().map(level -> trimmed(windows.span(level.from(), level.to()), search.trim())).toList();
        return new LoadSteps(measured(requests, levels, spans, active.isPresent(), search.thinkNanos()), active.isPresent(), rule,
                search.thinkNanos());
    }

    /// Whether arrivals were planned: then the connections in use follow from the latency and are no load that somebody set.
    private static boolean openLoop(Requests requests) {
        Optional<Longs> intended = requests.table().longs(Requests.INTENDED);
        for (int row = 0; intended.isPresent() && row < intended.get().size(); row++) {
            if (!intended.get().missing(row)) {
                return true;
            }
        }
        return false;
    }

    /// The steps as load points of the same origin.
    public LoadPoints points(Requests requests) {
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(LoadPoints.LOAD, column(Unit.COUNT, LoadStep::load));
        columns.put(LoadPoints.THROUGHPUT, column(Unit.PER_SECOND, LoadStep::throughput));
        columns.put(LoadPoints.LATENCY, column(Unit.DURATION, step -> step.latency().p99().nanos()));
        columns.put(LOW, column(Unit.DURATION, step -> step.latency().p99().low()));
        columns.put(HIGH, column(Unit.DURATION, step -> step.latency().p99().high()));
        columns.put(MEDIAN, column(Unit.DURATION, step -> step.latency().p50().nanos()));
        columns.put(POOLED, column(Unit.DURATION, step -> step.pooled().nanos()));
        columns.put(POOLED_LOW, column(Unit.DURATION, step -> step.pooled().low()));
        columns.put(POOLED_HIGH, column(Unit.DURATION, step -> step.pooled().high()));
        columns.put(ERRORS, column(Unit.RATIO, LoadStep::errors));
        columns.put(COMPLETED, column(Unit.COUNT, step -> step.latency().n()));
        columns.put("start", Longs.of(Unit.TIME, steps.stream().mapToLong(step -> step.span().start()).toArray()));
        columns.put("end", Longs.of(Unit.TIME, steps.stream().mapToLong(step -> step.span().end()).toArray()));
        return new LoadPoints(requests.origin(), Table.of(columns), counted ? LoadPoints.Axis.USERS : LoadPoints.Axis.UNKNOWN);
    }

    private Doubles column(Unit unit, ToDoubleFunction<LoadStep> value) {
        return Doubles.of(unit, steps.stream().mapToDouble(value).toArray());
    }

    private static TimeSpan trimmed(TimeSpan whole, double trim) {
        long cut = Math.round(whole.length() * trim);
        return new TimeSpan(whole.start() + cut, whole.end() - cut);
    }

    private static List<LoadStep> measured(Requests requests, List<LoadLevels.Level> levels, List<TimeSpan> spans, boolean counted,
            long thinkNanos) {
        List<LoadStep> steps = new ArrayList<>();
        int[][] rows = completions(requests, spans);
        List<Long> keys = new ArrayList<>();
        Map<Long, int[]> pools = new HashMap<>();
        for (int i = 0; i < spans.size(); i++) {
            if (rows[i].length == 0) {
                continue;
            }
            LoadStep step = step(requests.select(Rows.of(rows[i])), spans.get(i), levels.get(i).level());
            double load = counted ? step.load() : step.littleLoad(thinkNanos);
            // Computed loads differ a little between repeats; those within about 8 % of each other are one level.
            long key = counted ? Math.round(load) : Math.round(Math.log(load) / 0.08);
            keys.add(key);
            pools.merge(key, rows[i], LoadSteps::joined);
            steps.add(new LoadStep(step.span(), load, step.throughput(), step.latency(), step.errors(), step.place()));
        }
        return placed(requests, steps, keys, pools);
    }

    /// The steps with their place among the repeats of their load.
    private static List<LoadStep> placed(Requests requests, List<LoadStep> steps, List<Long> keys, Map<Long, int[]> pools) {
        Map<Long, StepQuantile> pooled = new HashMap<>();
        pools.forEach((key, rows) -> pooled.put(key,
                StepQuantile.of(Sample.failuresSlowest(requests.select(Rows.of(rows)), Work.NONE), 0.99)));
        Map<Long, Integer> repeats = new HashMap<>();
        List<LoadStep> placed = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            LoadStep.Place place = new LoadStep.Place(repeats.merge(keys.get(i), 1, Integer::sum), pooled.get(keys.get(i)));
            placed.add(steps.get(i).at(place));
        }
        return placed;
    }

    private static int[] joined(int[] one, int[] other) {
        return IntStream.concat(Arrays.stream(one), Arrays.stream(other)).sorted().toArray();
    }

    private static LoadStep step(Requests rows, TimeSpan span, double level) {
        int n = rows.table().rows();
        double sum = 0;
        for (int row = 0; row < n; row++) {
            sum += rows.durations().at(row);
        }
        Sample sample = Sample.failuresSlowest(rows, Work.NONE);
        LoadStep.Latency latency = new LoadStep.Latency(n, sum / n, StepQuantile.of(sample, 0.5), StepQuantile.of(sample, 0.99));
        return new LoadStep(span, level, (n - rows.errors()) / (span.length() / 1e9), latency, rows.errors() / (double) n,
                new LoadStep.Place(1, latency.p99()));
    }

    /// The rows that end inside each span.
    private static int[][] completions(Requests requests, List<TimeSpan> spans) {
        Longs starts = requests.starts();
        Longs durations = requests.durations();
        long[] begins = spans.stream().mapToLong(TimeSpan::start).toArray();
        int[][] rows = new int[spans.size()][16];
        int[] counts = new int[spans.size()];
        for (int row = 0; row < requests.table().rows(); row++) {
            long end = starts.at(row) + durations.at(row);
            int found = Arrays.binarySearch(begins, end);
            int at = found >= 0 ? found : -found - 2;
            if (at >= 0 && spans.get(at).contains(end)) {
                rows[at] = counts[at] == rows[at].length ? Arrays.copyOf(rows[at], 2 * counts[at]) : rows[at];
                rows[at][counts[at]++] = row;
            }
        }
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOf(rows[i], counts[i]);
        }
        return rows;
    }
}
