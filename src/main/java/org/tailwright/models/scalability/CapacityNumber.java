package org.tailwright.models.scalability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.Quantity;
import org.tailwright.data.Doubles;
import org.tailwright.data.LoadPoints;

/// The capacity number: the highest load whose p99 interval stays under the objective. Only measured loads are judged; nothing is
/// interpolated and nothing beyond the measured range is claimed.
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
                levels.add(new CapacityResult.Level(load, points.throughputs()[i], value(points, LoadSteps.MEDIAN, i), tail,
                        value(points, LoadSteps.LOW, i), value(points, LoadSteps.HIGH, i)));
            }
        }
        levels.sort(Comparator.comparingDouble(CapacityResult.Level::load));
        return levels;
    }

    /// Judges steps in ascending order of load against a limit on p99.
    public static CapacityResult of(List<CapacityResult.Level> levels, double limitNanos) {
        List<List<CapacityResult.Level>> loads = grouped(levels);
        Double load = null;
        Double throughput = null;
        CapacityResult.Next next = null;
        boolean later = false;
        for (List<CapacityResult.Level> repeats : loads) {
            boolean holds = repeats.stream().allMatch(each -> each.upper() < limitNanos);
            if (next == null && holds) {
                load = repeats.stream().mapToDouble(CapacityResult.Level::load).min().orElseThrow();
                throughput = repeats.stream().mapToDouble(CapacityResult.Level::throughput).min().orElseThrow();
            } else if (next == null) {
                next = new CapacityResult.Next(repeats.getFirst().load(), repeats.stream().anyMatch(each -> each.lower() >= limitNanos));
            } else {
                later |= holds;
            }
        }
        return new CapacityResult(load, throughput, next, limitNanos, levels, notes(levels, load, next, later));
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
        if (levels.stream().anyMatch(each -> Double.isNaN(each.highNanos()))) {
            notes.add("The source gives no interval of p99: the estimate itself is judged, which is less than 95 % sure.");
        }
        if (levels.stream().anyMatch(each -> Double.isInfinite(each.highNanos()) && Double.isFinite(each.p99Nanos()))) {
            notes.add("Some steps are too short for an interval of p99 (at least 368 independent requests are needed); they cannot hold.");
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
