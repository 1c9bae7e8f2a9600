package org.tailwright.models.scalability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tailwright.charts.Axis;
import org.tailwright.charts.Chart;
import org.tailwright.charts.Layer;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.Quantity;
import org.tailwright.charts.Role;
import org.tailwright.charts.Stroke;
import org.tailwright.data.LoadPoints;

/// The pictures of scalability, the same for report and window.
public final class ScalabilityCharts {
    private ScalabilityCharts() {}

    /// Throughput against load: points, fitted law with its band, linear and Amdahl's lines, the peak with its interval on the axis.
    public static Chart throughput(UslResult result) {
        double[] loads = result.curve().loads();
        double end = loads[loads.length - 1];
        double top = 1.3 * Math.max(max(result.points().throughputs()), max(result.curve().fit()));
        Usl law = result.law();
        List<Layer> layers = new ArrayList<>();
        double[] linearEnd = {0, Math.min(end, top / law.gamma())};
        layers.add(Layer.Line.of(linearEnd, new double[] {0, law.gamma() * linearEnd[1]}, Role.MUTED, "linear").dashed());
        if (result.beta().estimate() > 0 && law.alpha() > 0) {
            layers.add(amdahl(law, loads, top));
        }
        if (result.curve().low().length > 0) {
            layers.add(new Layer.Band(loads, result.curve().low(), result.curve().high(), Role.SERIES_1, ""));
        }
        layers.add(Layer.Line.of(loads, result.curve().fit(), Role.SERIES_1, name(result) + (result.curve().low().length > 0 ? ", 95 % band" : "")));
        layers.add(Layer.Points.of(result.points().loads(), result.points().throughputs(), Role.SERIES_1, "measured"));
        marked(result, result.points().outliers(), Role.BAD, "off the law", layers);
        peak(result, end, layers);
        double last = max(result.points().loads());
        if (end > last * 1.2) {
            layers.add(new Layer.SpanX(last, end, "beyond the measured range", Role.SHADE));
        }
        return new Chart("Throughput against load", result.n() + " load points", load(result.axis(), end),
                Axis.linear("throughput /s", 0, top, Quantity.RATE), layers, sentence(result));
    }

    /// What the throughput chart shows, in a sentence.
    public static String sentence(UslResult result) {
        String peak = result.peakLoad() == null ? "no peak" : "a peak at load " + Numbers.number(result.peakLoad());
        return "Throughput at " + result.n() + " load points with the fitted " + name(result) + ", which has " + peak + ".";
    }

    /// Measured minus fitted throughput against load.
    public static Chart residuals(UslResult result) {
        double[] loads = result.points().loads();
        double most = 1.15 * Math.max(1e-12, Arrays.stream(result.points().residuals()).map(Math::abs).max().orElse(1));
        return Chart.of("Residuals", "measured minus fitted", load(result.axis(), 1.05 * max(loads)),
                Axis.linear("throughput /s", -most, most, Quantity.PLAIN),
                new Layer.RuleY(0, "", Role.LINE, Stroke.SOLID),
                Layer.Points.of(loads, result.points().residuals(), Role.SERIES_1, ""));
    }

    /// p50 and p99 latency with their intervals against load, with the objective's limit.
    ///
    /// @param limitNanos the objective's limit on p99, if there is one
    public static Chart latency(CapacityResult result, Optional<Double> limitNanos) {
        double[] loads = result.levels().stream().mapToDouble(CapacityResult.Level::load).toArray();
        double[] p99 = finite(result.levels().stream().mapToDouble(level -> level.p99().nanos()).toArray());
        double[] p50 = finite(result.levels().stream().mapToDouble(CapacityResult.Level::p50Nanos).toArray());
        double[] low = finite(result.levels().stream().mapToDouble(level -> level.p99().low()).toArray());
        double[] high = result.levels().stream().mapToDouble(level -> level.p99().high()).toArray();
        double top = Math.max(limitNanos.orElse(0.0), Math.max(max(p99), max(finite(high))));
        double bottom = Arrays.stream(p50).filter(each -> each > 0).min().orElse(top / 100);
        for (int i = 0; i < high.length; i++) {
            high[i] = Double.isFinite(high[i]) ? high[i] : Double.isNaN(p99[i]) ? Double.NaN : 2 * top;
            low[i] = Double.isNaN(low[i]) ? p99[i] : Math.max(low[i], bottom / 2);
        }
        List<Layer> layers = new ArrayList<>();
        layers.add(Layer.Points.of(loads, p50, Role.SERIES_2, "p50"));
        layers.add(new Layer.Points(loads, p99, low, high, Role.SERIES_1, "p99"));
        limitNanos.ifPresent(limit -> layers.add(Layer.RuleY.objective(limit, "objective " + Numbers.duration(limit))));
        return new Chart("Latency against load", "p99 with 95 % interval, p50", load("load", 1.05 * max(loads)),
                Axis.log("latency", Math.max(1, bottom / 1.5), Math.max(bottom * 2, top * 1.3), Quantity.DURATION_NANOS), layers,
                "p50 and p99 latency of every load step against load.");
    }

    private static void marked(UslResult result, int[] rows, Role role, String label, List<Layer> layers) {
        if (rows.length > 0) {
            layers.add(Layer.Points.of(Arrays.stream(rows).mapToDouble(i -> result.points().loads()[i]).toArray(),
                    Arrays.stream(rows).mapToDouble(i -> result.points().throughputs()[i]).toArray(), role, label));
        }
    }

    private static Layer amdahl(Usl law, double[] loads, double top) {
        Usl amdahl = law.withoutCoherency();
        double[] shown = Arrays.stream(loads).filter(load -> amdahl.throughput(load) <= top).toArray();
        double[] values = Arrays.stream(shown).map(amdahl::throughput).toArray();
        return Layer.Line.of(shown, values, Role.SERIES_2, "Amdahl: ceiling if β were 0").dashed();
    }

    private static void peak(UslResult result, double end, List<Layer> layers) {
        Double load = result.peakLoad();
        if (load == null || load > end) {
            return;
        }
        String interval = result.peakInterval().map(each -> " [" + Numbers.number(each.low()) + ", "
                + (each.high() == null ? "∞" : Numbers.number(each.high())) + "]").orElse("");
        double throughput = result.law().throughput(load);
        layers.add(new Layer.Drop(load, above(result, load, 0.2 * end), "peak " + Numbers.rate(throughput) + " at N = " + Numbers.number(load) + interval, Role.TEXT));
        result.peakInterval().ifPresent(each -> layers.add(new Layer.Events(new double[] {each.low()},
                new double[] {each.high() == null ? end : Math.min(end, each.high())}, "", Role.MUTED)));
    }

    /// Height of the law's peak, or of the highest point near it, which a label must not cover.
    private static double above(UslResult result, double load, double near) {
        double[] loads = result.points().loads();
        double[] throughputs = result.points().throughputs();
        return IntStream.range(0, loads.length).filter(i -> Math.abs(loads[i] - load) < near).mapToDouble(i -> throughputs[i])
                .reduce(result.law().throughput(load), Math::max);
    }

    private static Axis load(String counts, double end) {
        return Axis.linear("load N" + (counts.equals("load") ? "" : counts.equals(LoadPoints.Axis.NODES.words()) ? " (servers)" : " (concurrent " + counts + ")"), 0, end, Quantity.COUNT);
    }

    private static String name(UslResult result) {
        return UslForm.of(result.form()).coherency() ? "USL" : "Amdahl's law";
    }

    private static double max(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).max().orElse(1);
    }

    private static double[] finite(double[] values) {
        return Arrays.stream(values).map(each -> Double.isFinite(each) ? each : Double.NaN).toArray();
    }
}
