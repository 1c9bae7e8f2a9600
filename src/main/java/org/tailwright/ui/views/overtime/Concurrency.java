package org.tailwright.ui.views.overtime;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import org.tailwright.charts.Axis;
import org.tailwright.charts.Chart;
import org.tailwright.charts.Layer;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.Quantity;
import org.tailwright.charts.Role;
import org.tailwright.data.Longs;
import org.tailwright.data.Requests;
import org.tailwright.data.TimeSpan;
import org.tailwright.work.Work;

/// How many requests were under way at the same time: the time that requests spent in each part of the range, divided by its length (Little's
/// N = λW over a short stretch); beside it the producer's own count of active threads where there is one.
final class Concurrency {
    private static final int PARTS = 240;

    private Concurrency() {}

    static Chart chart(Requests requests, TimeSpan span, ZoneId zone, Work work) {
        double width = Math.max(1.0, (double) span.length() / PARTS);
        double[] xs = new double[PARTS];
        Arrays.setAll(xs, i -> span.start() + (i + 0.5) * width);
        double[] busy = busy(requests, span, width, work);
        Optional<Longs> active = requests.table().longs(Requests.ACTIVE);
        double[] counted = active.map(threads -> counted(requests.starts(), threads, span, width)).orElse(new double[0]);
        double most = Math.max(1, Math.max(Arrays.stream(busy).max().orElse(1), Arrays.stream(counted).filter(Double::isFinite).max().orElse(1)));
        Chart chart = Chart.of("Concurrency", "requests under way, mean of " + Numbers.duration(width) + (active.isEmpty() ? "" : "; threads as counted by the producer"), Tracks.time(span, zone),
                Axis.linear("requests", 0, 1.12 * most, Quantity.COUNT), Layer.Line.of(xs, busy, Role.SERIES_1, "under way"));
        return (counted.length == 0 ? chart : chart.with(Layer.Line.of(xs, counted, Role.SERIES_2, "threads").dashed()))
                .described("Requests under way at the same time, at most " + Numbers.number(most) + ".");
    }

    /// Mean number under way in each part; requests that began before the range count from its start.
    static double[] busy(Requests requests, TimeSpan span, double width, Work work) {
        double[] busy = new double[PARTS];
        Longs starts = requests.starts();
        Longs durations = requests.durations();
        for (int row = 0; row < starts.size(); row++) {
            if ((row & 0xffff) == 0) {
                work.check();
            }
            double from = Math.max(0, (double) starts.at(row) - span.start());
            double to = Math.min(span.length(), (double) starts.at(row) + Math.max(0, durations.at(row)) - span.start());
            for (int part = (int) (from / width); part < PARTS && part * width < to; part++) {
                busy[part] += Math.min(to, (part + 1) * width) - Math.max(from, part * width);
            }
        }
        for (int part = 0; part < PARTS; part++) {
            busy[part] /= width;
        }
        return busy;
    }

    /// The largest count that started in each part; NaN where none did.
    private static double[] counted(Longs starts, Longs active, TimeSpan span, double width) {
        double[] most = new double[PARTS];
        Arrays.fill(most, Double.NaN);
        for (int row = 0; row < starts.size(); row++) {
            int part = Math.clamp((long) ((starts.at(row) - span.start()) / width), 0, PARTS - 1);
            if (!active.missing(row)) {
                most[part] = Double.isNaN(most[part]) ? active.at(row) : Math.max(most[part], active.at(row));
            }
        }
        return most;
    }
}
