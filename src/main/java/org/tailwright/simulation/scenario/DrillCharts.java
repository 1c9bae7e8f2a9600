package org.tailwright.simulation.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tailwright.charts.Axis;
import org.tailwright.charts.Chart;
import org.tailwright.charts.Layer;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.Quantity;
import org.tailwright.charts.Role;
import org.tailwright.simulation.events.Course;
import org.tailwright.simulation.events.Fault;
import org.tailwright.simulation.events.Simulated;

/// The pictures of a simulation, the same for report and window. All have the same time axis, so that they can stand one below the other.
public final class DrillCharts {
    private static final int STATIONS = 6;
    private static final double HEADROOM = 3;

    private DrillCharts() {}

    /// The judged percentile over time: baseline grey, variants coloured. Where failures reach the percentile the line stands at the top.
    public static Chart latency(Drill drill, List<Fault> faults) {
        double most = drill.limited() ? drill.limitNanos() : 0;
        double least = drill.limited() ? drill.limitNanos() : Double.POSITIVE_INFINITY;
        for (Drill.Tried each : drill.variants()) {
            for (double value : each.over().latency().middle()) {
                most = Double.isFinite(value) ? Math.max(most, value) : most;
                least = value > 0 ? Math.min(least, value) : least;
            }
        }
        double top = Math.max(most, 1e6) * HEADROOM;
        List<Layer> layers = new ArrayList<>(spans(faults));
        for (int i = 0; i < drill.variants().size(); i++) {
            Drill.Tried each = drill.variants().get(i);
            double[] capped = Arrays.stream(each.over().latency().middle()).map(value -> Math.min(value, top * 0.97)).toArray();
            layers.add(Layer.Line.of(seconds(each), capped, role(i), each.name()));
        }
        if (drill.limited()) {
            layers.add(Layer.RuleY.objective(drill.limitNanos(), "objective " + Numbers.duration(drill.limitNanos())));
        }
        String name = Numbers.percentile(drill.judged());
        return new Chart(name + " over time", "failures slower than anything · at the top: failures", time(drill),
                Axis.log("latency", Math.max(1e3, Math.min(least, top / 10) / 1.5), top, Quantity.DURATION_NANOS), layers,
                name + " of the response time over the run, of baseline and variants.");
    }

    /// Answers a second over time.
    public static Chart goodput(Drill drill, List<Fault> faults) {
        double most = drill.variants().stream().mapToDouble(each -> each.over().goodput().most()).max().orElse(1);
        List<Layer> layers = new ArrayList<>(spans(faults));
        for (int i = 0; i < drill.variants().size(); i++) {
            Drill.Tried each = drill.variants().get(i);
            Course course = each.over().goodput();
            layers.add(new Layer.Band(seconds(each), course.low(), course.high(), role(i), ""));
            layers.add(Layer.Line.of(seconds(each), course.middle(), role(i), each.name()));
        }
        return new Chart("Goodput", "mean over the runs; band: lowest to highest run", time(drill), Axis.linear("answers /s", 0, 1.15 * Math.max(1, most), Quantity.RATE), layers,
                "Answered requests a second over the run.");
    }

    /// Busy servers of each station over time in one variant: who saturates when.
    public static Chart busy(Drill drill, Drill.Tried tried, List<Fault> faults) {
        return stations(drill, tried, faults, "Busy servers · " + tried.name(), Axis.linear("share busy, calls included", 0, 1.05, Quantity.PERCENT),
                each -> each.busy());
    }

    /// Requests waiting at each station over time in one variant.
    public static Chart waiting(Drill drill, Drill.Tried tried, List<Fault> faults) {
        double most = drill.variants().stream().flatMap(each -> each.over().stations().stream()).mapToDouble(each -> each.waiting().most()).filter(each -> !Double.isNaN(each))
                .max().orElse(1);
        return stations(drill, tried, faults, "Waiting requests · " + tried.name(), Axis.linear("in queues", 0, 1.1 * Math.max(1, most), Quantity.COUNT),
                each -> each.waiting());
    }

    /// A station has one colour in both charts of a variant.
    private static Chart stations(Drill drill, Drill.Tried tried, List<Fault> faults, String title, Axis axis, Function<Simulated.Station, Course> course) {
        List<Layer> layers = new ArrayList<>(spans(faults));
        List<Simulated.Station> coloured = Stream.concat(highest(tried, Simulated.Station::busy), highest(tried, Simulated.Station::waiting)).distinct()
                .sorted(Comparator.comparing(tried.over().stations()::indexOf)).toList();
        highest(tried, course).forEach(each -> layers.add(Layer.Line.of(seconds(tried), course.apply(each).middle(), Role.series(coloured.indexOf(each)), each.name())));
        return new Chart(title, "mean over " + Numbers.count(tried.made().runs()) + " runs", time(drill), axis, layers, title + " by station over the run.");
    }

    private static Stream<Simulated.Station> highest(Drill.Tried tried, Function<Simulated.Station, Course> course) {
        return tried.over().stations().stream().sorted(Comparator.comparingDouble((Simulated.Station each) -> -course.apply(each).most())).limit(STATIONS);
    }

    private static List<Layer> spans(List<Fault> faults) {
        List<Layer> spans = new ArrayList<>();
        for (Fault fault : faults) {
            if (fault.everyNanos() == 0) {
                spans.add(new Layer.SpanX(fault.startNanos() / 1e9, (fault.startNanos() + fault.lengthNanos()) / 1e9, "", Role.SHADE));
            }
        }
        return spans;
    }

    private static Axis time(Drill drill) {
        Drill.Over over = drill.variants().getFirst().over();
        return Axis.linear("seconds", 0, over.spanSeconds() * over.goodput().middle().length, Quantity.PLAIN);
    }

    /// Middles of the spans.
    private static double[] seconds(Drill.Tried tried) {
        double[] seconds = new double[tried.over().goodput().middle().length];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = (i + 0.5) * tried.over().spanSeconds();
        }
        return seconds;
    }

    private static Role role(int variant) {
        return variant == 0 ? Role.BASELINE : variant == 1 ? Role.SERIES_2 : Role.series(variant == 2 ? 0 : variant - 1);
    }
}
