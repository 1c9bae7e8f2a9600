package org.tailwright.statistics;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tailwright.charts.Axis;
import org.tailwright.charts.Chart;
import org.tailwright.charts.ColourScale;
import org.tailwright.charts.HeatGrid;
import org.tailwright.charts.Layer;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.Quantity;
import org.tailwright.charts.Role;
import org.tailwright.charts.Scale;

/// The pictures of latency, the same in reports and in the window.
public final class DistributionCharts {
    private static final double LEAST_BEYOND = 0.9;

    private DistributionCharts() {}

    /// A latency objective with what lies beyond it.
    ///
    /// @param limitNanos the limit
    /// @param beyond share of requests that took longer, with its interval
    /// @param objective whether it is one; else a threshold drawn by hand
    public record Limit(double limitNanos, Shares.Share beyond, boolean objective) {
        /// An objective.
        public Limit(double limitNanos, Shares.Share beyond) {
            this(limitNanos, beyond, true);
        }

        /// What is printed at the line: "objective 250 ms · 4.1 % [3.8, 4.4] beyond".
        public String words() {
            String share = beyond.supported() ? Numbers.percent(beyond.value(), beyond.low(), beyond.high()) : Numbers.percent(beyond.value());
            return (objective ? "objective " : "threshold ") + Numbers.duration(limitNanos) + " · " + share + " beyond";
        }
    }

    /// One curve of several.
    ///
    /// @param most its maximum in words
    public record Named(String name, Curve curve, String most) {
        /// A curve whose maximum is known.
        public Named(String name, Curve curve) {
            this(name, curve, Numbers.duration(curve.most()));
        }
    }

    /// Where the latency axis begins: at the fastest hundredth. A few failures of no duration would else take half of a logarithmic axis.
    private static double bottom(Curve curve) {
        int at = 0;
        while (at < curve.p().length - 1 && curve.p()[at] < 0.01) {
            at++;
        }
        return Math.max(1000, curve.values()[at]);
    }

    /// Latency by percentile on the nines axis: the first curve strong and with its band, others beside it; the objective; the part
    /// that the rows cannot carry shaded; the maximum.
    ///
    /// @param curves at least one
    public static Chart percentiles(List<Named> curves, Optional<Limit> limit) {
        Curve first = curves.getFirst().curve();
        double last = curves.stream().mapToDouble(each -> 1 - (1 - each.curve().p()[each.curve().p().length - 1]) / 2).max().orElseThrow();
        double low = curves.stream().mapToDouble(each -> bottom(each.curve())).min().orElseThrow();
        double high = curves.stream().mapToDouble(each -> each.curve().most()).max().orElseThrow();
        Axis x = new Axis("", new Scale.Nines(0, last), Quantity.PERCENT);
        Axis y = Axis.log("", low * 0.8, Math.max(Math.max(high, limit.map(Limit::limitNanos).orElse(0.0)), low) * 1.4, Quantity.DURATION_NANOS);
        List<Layer> layers = new ArrayList<>();
        if (first.beyond() < 1) {
            layers.add(new Layer.SpanX(first.beyond(), last, first.beyond() < LEAST_BEYOND ? "no interval" : "beyond n", Role.SHADE));
        }
        if (first.hasBand()) {
            layers.add(new Layer.Band(first.p(), first.lows(), first.highs(), Role.SERIES_1, "95" + Numbers.SPACE + "% pointwise"));
        }
        for (int i = curves.size() - 1; i >= 0; i--) {
            Curve curve = curves.get(i).curve();
            layers.add(Layer.Line.of(curve.p(), floored(curve.values(), y.scale().low()), Role.series(i), curves.size() > 1 ? curves.get(i).name() : ""));
        }
        limit.ifPresent(each -> layers.add(Layer.RuleY.objective(each.limitNanos(), each.words())));
        layers.add(new Layer.Callout(last, first.most(), "max " + curves.getFirst().most(), "", Role.SERIES_1));
        return new Chart("Latency by percentile", Quantiles.DEFINITION + " · n" + Numbers.SPACE + Numbers.count(first.n()), x, y, layers,
                spoken(curves, limit));
    }

    private static double[] floored(double[] values, double floor) {
        return Arrays.stream(values).map(value -> Math.max(value, floor)).toArray();
    }

    private static String spoken(List<Named> curves, Optional<Limit> limit) {
        Curve first = curves.getFirst().curve();
        return "Latency by percentile of " + Numbers.count(first.n()) + " requests, from " + Numbers.duration(first.values()[0])
                + " to a maximum of " + curves.getFirst().most() + limit.map(each -> "; " + each.words()).orElse("") + ".";
    }

    /// Latency over time as a heat map, √ count.
    public static Chart heatMap(HeatGrid grid, Optional<Limit> limit) {
        return heatMap(grid, ColourScale.SQRT, limit);
    }

    /// Latency over time as a heat map.
    public static Chart heatMap(HeatGrid grid, ColourScale colours, Optional<Limit> limit) {
        Axis x = new Axis("", grid.x(), Quantity.PLAIN);
        Axis y = new Axis("", grid.y(), Quantity.DURATION_NANOS);
        List<Layer> layers = new ArrayList<>(List.of(new Layer.Heat(grid, colours, "requests")));
        limit.ifPresent(each -> layers.add(Layer.RuleY.objective(each.limitNanos(), each.words())));
        return new Chart("Latency over time", colours.title(), x, y, layers, "Heat map of " + Numbers.count(grid.total())
                + " requests by time of start and latency.");
    }

    /// Starts by their offset within the second.
    public static Chart offsets(HeatGrid grid, ColourScale colours) {
        return new Chart("Offset within the second", colours.title(), new Axis("", grid.x(), Quantity.PLAIN), new Axis("", grid.y(), Quantity.DURATION_NANOS),
                List.of(new Layer.Heat(grid, colours, "requests")), "Heat map of " + Numbers.count(grid.total()) + " requests by time of start and offset within its second.");
    }

    /// Percentiles over time; a window that cannot carry a percentile is a gap.
    public static Chart overTime(Windows windows, ZoneId zone, Optional<Limit> limit) {
        return overTime(middles(windows), windows.values(), windows.ps(), time(windows, zone), limit, Numbers.duration(windows.width()) + " windows, each from its own requests",
                "Percentiles of latency in " + windows.size() + " windows of " + Numbers.duration(windows.width()) + ".");
    }

    /// Percentiles over time as lines.
    ///
    /// @param xs middles of the windows
    /// @param values a line for each of `ps`, nanoseconds; NaN where a window holds too few requests
    /// @param note what the windows are
    public static Chart overTime(double[] xs, double[][] values, double[] ps, Axis time, Optional<Limit> limit, String note, String description) {
        double[] known = Arrays.stream(values).flatMapToDouble(Arrays::stream).filter(value -> value > 0).toArray();
        double low = Arrays.stream(known).min().orElse(1.25e6);
        double top = Math.max(Arrays.stream(known).max().orElse(0.7e9), limit.map(Limit::limitNanos).orElse(0.0)) * 1.3;
        List<Layer> layers = new ArrayList<>();
        Role[] roles = {Role.SERIES_3, Role.SERIES_1, Role.SERIES_2};
        for (int k = 0; k < ps.length; k++) {
            layers.add(Layer.Line.of(xs, values[k], roles[k % roles.length], Numbers.percentile(ps[k])));
        }
        limit.ifPresent(each -> layers.add(Layer.RuleY.objective(each.limitNanos(), each.words())));
        return new Chart("Percentiles over time", known.length == 0 ? "too few requests in each window" : note, time, Axis.log("", low * 0.8, top, Quantity.DURATION_NANOS), layers, description);
    }

    /// Requests and failures per second over time.
    public static Chart throughput(Windows windows, ZoneId zone) {
        int n = windows.size();
        double[] edges = new double[n + 1];
        double[] rates = new double[n];
        double[] failed = new double[n];
        for (int w = 0; w <= n; w++) {
            edges[w] = windows.from() + (double) w * windows.width();
        }
        for (int w = 0; w < n; w++) {
            rates[w] = windows.rate(w);
            failed[w] = windows.counts()[w] == 0 ? 0 : rates[w] * windows.errors()[w] / windows.counts()[w];
        }
        double most = Math.max(1e-9, Arrays.stream(rates).max().orElse(1));
        return new Chart("Throughput and failures", Numbers.duration(windows.width()) + " windows", time(windows, zone),
                Axis.linear("requests /s", 0, most * 1.1, Quantity.RATE), List.of(Layer.Bars.of(edges, rates, Role.SERIES_1, "requests"),
                        Layer.Bars.of(edges, failed, Role.BAD, "failed")),
                "Requests started per second, at most " + Numbers.rate(most) + ", and how many of them failed.");
    }

    private static Axis time(Windows windows, ZoneId zone) {
        return Axis.time("", windows.from(), windows.from() + windows.size() * windows.width(), zone);
    }

    private static double[] middles(Windows windows) {
        double[] xs = new double[windows.size()];
        Arrays.setAll(xs, windows::middle);
        return xs;
    }
}
