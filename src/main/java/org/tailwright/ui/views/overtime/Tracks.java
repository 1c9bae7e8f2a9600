package org.tailwright.ui.views.overtime;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tailwright.charts.Axis;
import org.tailwright.charts.Chart;
import org.tailwright.charts.Layer;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.Quantity;
import org.tailwright.charts.Role;
import org.tailwright.data.Doubles;
import org.tailwright.data.Longs;
import org.tailwright.data.TimeSpan;
import org.tailwright.data.Unit;
import org.tailwright.statistics.DistributionCharts;
import org.tailwright.statistics.Windows;
import org.tailwright.ui.views.PauseMarks;

/// Charts over a common range of time.
final class Tracks {
    private Tracks() {}

    static Axis time(TimeSpan span, ZoneId zone) {
        return Axis.time("", span.start(), Math.max(span.end(), span.start() + 1), zone);
    }

    static Chart throughput(Windows windows, TimeSpan span, ZoneId zone) {
        Chart chart = DistributionCharts.throughput(windows, zone);
        return on(time(span, zone), chart, chart.layers(), windows);
    }

    static Chart percentiles(Windows windows, TimeSpan span, PauseMarks pauses, ZoneId zone) {
        Chart chart = DistributionCharts.overTime(windows, zone, Optional.empty());
        List<Layer> layers = new ArrayList<>(chart.layers());
        pauses.layer().ifPresent(layers::add);
        return on(time(span, zone), chart, layers, windows);
    }

    private static Chart on(Axis time, Chart chart, List<Layer> layers, Windows windows) {
        return new Chart(chart.title(), Numbers.duration(windows.width()) + " windows", time, chart.y(), layers, chart.description());
    }

    /// A series of a metric; empty without a value in the range.
    static Optional<Chart> metric(Board.Named named, TimeSpan span, ZoneId zone) {
        Longs times = named.series().times();
        Doubles values = named.series().values();
        double[] xs = new double[times.size()];
        double[] ys = new double[times.size()];
        int n = 0;
        for (int i = 0; i < times.size(); i++) {
            if (times.at(i) >= span.start() && times.at(i) <= span.end()) {
                xs[n] = times.at(i);
                ys[n++] = values.at(i);
            }
        }
        double[] shown = Arrays.copyOf(ys, n);
        double most = Arrays.stream(shown).filter(Double::isFinite).max().orElse(Double.NaN);
        double least = Arrays.stream(shown).filter(Double::isFinite).min().orElse(Double.NaN);
        if (Double.isNaN(most)) {
            return Optional.empty();
        }
        double low = Math.min(0, least);
        double high = most > low ? low + 1.12 * (most - low) : low + 1;
        Unit unit = named.series().values().unit();
        String symbol = unit.symbol().isEmpty() || quantity(unit, named.name()) != Quantity.PLAIN ? unit.perTime() : " " + unit.symbol();
        Axis y = Axis.linear(symbol.strip(), low, high, quantity(unit, named.name()));
        String range = y.quantity().format(least) + " to " + y.quantity().format(most) + symbol;
        return Optional.of(new Chart(named.name(), range, time(span, zone), y,
                List.of(Layer.Line.of(Arrays.copyOf(xs, n), shown, Role.SERIES_1, "")), named.name() + " over time, from " + range + "."));
    }

    /// Units are often only in the name of a column.
    private static Quantity quantity(Unit unit, String name) {
        return switch (unit.kind()) {
            case DURATION -> Quantity.DURATION_NANOS;
            case BYTES -> Quantity.BYTES;
            case RATIO -> Quantity.PERCENT;
            case COUNT, TIME, PLAIN -> name.endsWith("_bytes") ? Quantity.BYTES : Quantity.PLAIN;
        };
    }
}
