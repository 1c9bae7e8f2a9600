package org.tailwright.models.scalability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.Quantity;
import org.tailwright.data.Doubles;
import org.tailwright.data.LoadPoints;

/// The capacity number: the highest load whose p99 interval stays under the objective. Only measured loads are judged; nothing is
/// interpolated and nothing beyond the measured range is claimed.
///
/// A load holds when the interval over the requests of all its repeats ends below the limit and no repeat lies wholly beyond it; it is
/// breached when an interval lies wholly beyond. A lower load that is too short to be bounded, but whose estimate is below the limit, does
/// not stand in the way of a higher load that holds: this is said.
public final class CapacityNumber {
    private CapacityNumber() {}

    /// The steps of load points that carry p99 latencies; empty when they carry none.
    public static List<CapacityResult.Level> levels(LoadPoints points) {
        Optional<Doubles> p99 = points.table().doubles(LoadPoints.LATENCY);
        List<CapacityResult.Level> levels = new ArrayList<>();
        for (int i = 0; p99.isPresent() && i < points.table().rows(); i++) {
            double tail = p99.get().at(i);
            double load = points.loads()[i];
            if (!Double.isNaN(tail) && load > 0) {
                CapacityResult.Tail own = new CapacityResult.Tail(tail, value(points, LoadSteps.LOW, i), value(points, LoadSteps.HIGH, i));
                levels.add(new CapacityResult.Level(points.loads()[i], points.throughputs()[i], value(points, LoadSteps.MEDIAN, i), own,
                        pooled(points, i, own)));
            }
        }
        levels.sort(Comparator.comparingDouble(CapacityResult.Level::load));
        return levels;
    }

    private static CapacityResult.Tail pooled(LoadPoints points, int row, CapacityResult.Tail own) {
        double nanos = value(points, LoadSteps.POOLED, row);
        return Double.isNaN(nanos) ? own
                : new CapacityResult.Tail(nanos, value(points, LoadSteps.POOLED_LOW, row), value(points, LoadSteps.POOLED_HIGH, row));
    }

    private enum State { HOLDS, SHORT, CANNOT_TELL, BREACH }

    private static State state(List<CapacityResult.Level> repeats, double limit) {
        if (repeats.stream().anyMatch(each -> each.p99().lower() >= limit || each.pooled().lower() >= limit)) {
            return State.BREACH;
        }
        if (repeats.stream().allMatch(each -> each.pooled().upper() < limit)) {
            return State.HOLDS;
        }
        boolean unbounded = repeats.stream().anyMatch(each -> Double.isInfinite(each.pooled().upper()));
        return unbounded && repeats.stream().allMatch(each -> each.pooled().nanos() < limit) ? State.SHORT : State.CANNOT_TELL;
    }

    /// Judges steps in ascending order of load against a limit on p99.
    public static CapacityResult of(List<CapacityResult.Level> levels, double limitNanos) {
        List<List<CapacityResult.Level>> loads = grouped(levels);
        List<State> states = loads.stream().map(each -> state(each, limitNanos)).toList();
        int first = 0;
        while (first < states.size() && (states.get(first) == State.HOLDS || states.get(first) == State.SHORT)) {
            first++;
        }
        int best = states.subList(0, first).lastIndexOf(State.HOLDS);
        CapacityResult.Next next = best + 1 >= states.size() ? null
                : new CapacityResult.Next(loads.get(best + 1).getFirst().load(), states.get(best + 1) == State.BREACH);
        boolean later = states.subList(Math.min(states.size(), best + 1), states.size()).contains(State.HOLDS);
        List<Double> taken = best < 0 ? List.of() : IntStream.range(0, best).filter(i -> states.get(i) == State.SHORT).mapToObj(i -> loads.get(i).getFirst().load()).toList();
        List<String> notes = notes(levels, best < 0 ? null : loads.get(best).getFirst().load(), next, later);
        if (!taken.isEmpty()) {
            notes.add("Too short to bound their p99, with estimates below the limit: load "
                    + String.join(", ", taken.stream().map(Quantity.COUNT::format).toList()) + "; taken to be no worse than the higher load that holds.");
        }
        Double load = best < 0 ? null : loads.get(best).stream().mapToDouble(CapacityResult.Level::load).min().orElseThrow();
        Double throughput = best < 0 ? null : loads.get(best).stream().mapToDouble(CapacityResult.Level::throughput).min().orElseThrow();
        return new CapacityResult(load, throughput, next, limitNanos, levels, notes);
    }

    private static List<String> notes(List<CapacityResult.Level> levels, @Nullable Double load, CapacityResult.@Nullable Next next, boolean later) {
        List<String> notes = new ArrayList<>();
        if (next == null && load != null) {
            notes.add("Every load measured holds: the capacity is at least " + Quantity.COUNT.format(load) + "; beyond the measured range it is unknown.");
        }
        if (load == null) {
            notes.add("Not even the lowest load measured is shown to hold: the capacity lies below the measured range, or cannot be told.");
        }
        if (next != null) {
            notes.add((next.breach() ? "Breached at the next load measured, " : "Cannot tell at the next load measured, ") + Quantity.COUNT.format(next.load())
                    + (load == null ? "." : "; between the two nothing was measured."));
        }
        if (later) {
            notes.add("A higher load holds again although a lower one does not: the run is not steady.");
        }
        if (levels.stream().anyMatch(each -> Double.isNaN(each.p99().high()))) {
            notes.add("The source gives no interval of p99: the estimate itself is judged, which is less than 95 % sure.");
        }
        if (levels.stream().anyMatch(each -> Double.isInfinite(each.p99().high()) && Double.isFinite(each.p99().nanos()))) {
            notes.add("Some steps are too short to bound their p99 (at least 368 independent requests are needed); they count with the other repeats of their load.");
        }
        return notes;
    }

    /// Repeats of a load together: those within 4 % of the first, for loads that were computed and not counted.
    private static List<List<CapacityResult.Level>> grouped(List<CapacityResult.Level> levels) {
        List<List<CapacityResult.Level>> groups = new ArrayList<>();
        for (CapacityResult.Level level : levels) {
            boolean same = !groups.isEmpty() && level.load() <= groups.getLast().getFirst().load() * 1.04;
            if (!same) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(level);
        }
        return groups;
    }

    private static double value(LoadPoints points, String column, int row) {
        return points.table().doubles(column).map(values -> values.at(row)).orElse(Double.NaN);
    }
}
