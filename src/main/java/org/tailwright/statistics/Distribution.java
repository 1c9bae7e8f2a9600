package org.tailwright.statistics;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Field;
import org.tailwright.analyses.Form;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.analyses.Slot;
import org.tailwright.charts.Axis;
import org.tailwright.charts.HeatBinner;
import org.tailwright.charts.HeatGrid;
import org.tailwright.charts.Quantity;
import org.tailwright.charts.Scale;
import org.tailwright.data.Longs;
import org.tailwright.data.Requests;
import org.tailwright.data.Rows;
import org.tailwright.data.Selection;
import org.tailwright.data.TimeSpan;
import org.tailwright.statistics.shapes.Binned;
import org.tailwright.work.Pool;
import org.tailwright.work.Work;

/// The shape of latency: percentile curve, histogram, heat map over time, percentiles over time. Each piece is a function of its own
/// that a view may call alone; estimates come without intervals first ([Curve#of]), intervals later ([Curve#withBand]).
public final class Distribution {
    private static final double[] OVER_TIME = {0.5, 0.9, 0.99};
    private static final int COLUMNS = 140;
    private static final int ROWS = 56;
    private static final int OFFSETS = 50;
    private static final long SECOND = 1_000_000_000L;
    private static final int LARGE = 200_000;
    private static final Field<Long> WINDOW = Field.duration("window", "length of a window; 0ms chooses one", "0ms");

    /// The percentile curve with its band, and the heat map.
    public static final Analysis<DistributionOptions, Result> ANALYSIS = new Analysis<>("distribution", "Distribution",
            List.of(Slot.durations()), DistributionOptions.FORM, (inputs, options, work) -> requests(inputs, requests -> of(requests, options, work)),
            DistributionSections::distribution);

    /// Percentiles, throughput and errors over time.
    public static final Analysis<Long, Windows> OVER_TIME_ANALYSIS = new Analysis<>("over-time", "Over time", List.of(Slot.durations()),
            new Form<>(List.of(WINDOW), values -> values.get(WINDOW)),
            (inputs, width, work) -> requests(inputs, requests -> overTime(requests, Selection.ALL, width, work)),
            DistributionSections::overTime);

    private Distribution() {}

    /// What the `distribution` analysis answers.
    ///
    /// @param percentiles p50 to p99.99 and the maximum with intervals
    /// @param curve with its band
    public record Result(List<Percentile> percentiles, Curve curve, Binned histogram) {
        public Result {
            percentiles = List.copyOf(percentiles);
        }
    }

    private static <R> Outcome<R> requests(Inputs inputs, Function<Requests, R> method) {
        Optional<Requests> requests = inputs.requests();
        if (requests.isEmpty()) {
            return Outcome.not("There are no requests here; choose requests, spans or an event type with durations.");
        }
        return requests.get().table().rows() == 0 ? Outcome.not("The selection holds no requests.")
                : Outcome.answer(method.apply(requests.get()));
    }

    private static Result of(Requests requests, DistributionOptions options, Work work) {
        Sample sample = Sample.of(requests, work);
        return new Result(QuantileIntervals.of(sample, work, 0.5, 0.9, 0.95, 0.99, 0.999, 0.9999, 1), Curve.of(sample).withBand(sample, work),
                Binned.of(sample, options.spacing()));
    }

    /// The latency axis that fits these rows: from half a step under the smallest to the largest. Zeros count at the clock's quantum.
    public static Axis latencyAxis(long least, long most, long quantumNanos) {
        double floor = Math.max(1, quantumNanos > 0 ? quantumNanos : 1000);
        double low = Math.max(least, floor) * 0.9;
        return Axis.log("", low, Math.max(most, low * 2) * 1.1, Quantity.DURATION_NANOS);
    }

    /// Counts by time of start and logarithm of latency; durations under the axis count at its low end.
    ///
    /// @param span range of the time axis
    public static HeatGrid heatMap(Requests requests, Selection selection, TimeSpan span, ZoneId zone, Work work) {
        Optional<InOrder> ordered = InOrder.of(requests, selection, work);
        return ordered.isPresent() ? heatMap(ordered.get(), span, zone, work) : unordered(requests, selection, span, zone, work);
    }

    /// The same of rows in order of their start, several times as fast.
    public static HeatGrid heatMap(InOrder inside, TimeSpan span, ZoneId zone, Work work) {
        Scale x = new Scale.Time(span.start(), Math.max(span.end(), span.start() + 1), zone);
        int n = inside.size();
        long most = n == 0 ? 1 : Math.max(1, inside.tally().ordered(n, work));
        long least = n == 0 ? most : Math.min(most, inside.tally().ordered(1, work));
        Scale y = latencyAxis(least, most, inside.requests().meaning().quantumNanos()).scale();
        HeatBinner empty = HeatGrid.binner(x, y, COLUMNS, ROWS);
        long floor = (long) Math.ceil(y.low());
        // Place ROWS is for what lies beyond the axis.
        InOrder.Counter counter = inside.counter(nanos -> {
            int row = empty.row(Math.max(floor, nanos));
            return row < 0 ? ROWS : row;
        });
        int[] firsts = firsts(inside, empty);
        int parts = n < LARGE ? 1 : 4 * Pool.cores();
        List<HeatBinner> counted = Pool.map(parts, work, part -> columns(counter.fresh(), empty.fresh(), firsts, COLUMNS * part / parts, COLUMNS * (part + 1) / parts, work));
        HeatBinner sum = empty.fresh();
        counted.forEach(sum::merge);
        sum.addOutside(n - sum.grid().total() - sum.grid().outside());
        return sum.grid();
    }

    private static HeatBinner columns(InOrder.Counter counter, HeatBinner into, int[] firsts, int from, int to, Work work) {
        for (int column = from; column < to; column++) {
            int[] found = new int[ROWS + 1];
            counter.count(firsts[column], firsts[column + 1], found, work);
            into.addColumn(column, Arrays.stream(found, 0, ROWS).asLongStream().toArray(), found[ROWS]);
        }
        return into;
    }

    /// The first row of each column, and that behind the last.
    private static int[] firsts(InOrder inside, HeatBinner columns) {
        Longs starts = inside.requests().starts();
        Rows near = inside.near();
        int[] firsts = new int[COLUMNS + 1];
        int low = near.size() == 0 ? 0 : near.at(0);
        int end = low + near.size();
        for (int column = 0; column <= COLUMNS; column++) {
            int high = end;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (columns.column(starts.at(middle)) < column) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            firsts[column] = low;
        }
        return firsts;
    }

    /// Each row by itself.
    static HeatGrid unordered(Requests requests, Selection selection, TimeSpan span, ZoneId zone, Work work) {
        Requests inside = selection.of(requests);
        Longs starts = inside.starts();
        Longs durations = inside.durations();
        int n = durations.size();
        long[] ends = ends(durations);
        Scale x = new Scale.Time(span.start(), Math.max(span.end(), span.start() + 1), zone);
        Scale y = latencyAxis(ends[0], ends[1], inside.meaning().quantumNanos()).scale();
        long floor = (long) Math.ceil(y.low());
        HeatBinner empty = HeatGrid.binner(x, y, COLUMNS, ROWS);
        int parts = n < LARGE ? 1 : Pool.cores();
        List<HeatBinner> counted = Pool.map(parts, work, part -> empty.fresh().add((int) ((long) n * part / parts),
                (int) ((long) n * (part + 1) / parts), starts::at, i -> Math.max(floor, durations.at(i))));
        HeatBinner sum = empty.fresh();
        counted.forEach(sum::merge);
        return sum.grid();
    }

    /// Counts by time of start and offset of the start within its second: what happens every second, or ten times in it, makes level lines.
    ///
    /// @param span range of the time axis
    public static HeatGrid offsets(Requests requests, TimeSpan span, ZoneId zone, Work work) {
        Longs starts = requests.starts();
        Scale x = new Scale.Time(span.start(), Math.max(span.end(), span.start() + 1), zone);
        HeatBinner binner = HeatGrid.binner(x, new Scale.Linear(0, SECOND), COLUMNS, OFFSETS);
        int n = starts.size();
        for (int part = 0; part < n; part += LARGE) {
            binner.add(part, Math.min(n, part + LARGE), starts::at, i -> Math.floorMod(starts.at(i), SECOND));
            work.check();
        }
        return binner.grid();
    }

    private static long[] ends(Longs durations) {
        long least = Long.MAX_VALUE;
        long most = 1;
        for (int i = 0; i < durations.size(); i++) {
            least = Math.min(least, durations.at(i));
            most = Math.max(most, durations.at(i));
        }
        return new long[] {Math.min(least, most), most};
    }

    /// p50, p90 and p99, throughput and errors in windows.
    ///
    /// @param width nanoseconds; 0 chooses one
    public static Windows overTime(Requests requests, Selection selection, long width, Work work) {
        Requests inside = selection.of(requests);
        TimeSpan span = selection.window().or(inside::span).orElseThrow(() -> new IllegalArgumentException("no requests"));
        return Windows.of(inside, span, width > 0 ? width : Windows.width(span), OVER_TIME, work);
    }
}
