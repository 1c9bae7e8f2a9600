package org.tailwright.catalog.report;

import java.util.List;
import java.util.stream.LongStream;
import org.tailwright.charts.Axis;
import org.tailwright.charts.Chart;
import org.tailwright.charts.ColourScale;
import org.tailwright.charts.HeatBinner;
import org.tailwright.charts.HeatGrid;
import org.tailwright.charts.Layer;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.Quantity;
import org.tailwright.charts.Scale;
import org.tailwright.data.Longs;
import org.tailwright.data.Requests;
import org.tailwright.reports.Block;
import org.tailwright.statistics.Distribution;
import org.tailwright.work.Work;

/// Two runs as heat maps with the same axes, both from their own beginning on, so that what one has and the other has not is seen at once.
final class SideBySide {
    private static final int COLUMNS = 100;
    private static final int ROWS = 48;
    private static final int CHECKED = 1 << 16;

    private SideBySide() {}

    /// The baseline at the left, the candidate at the right.
    ///
    /// @param baseline with at least one row, as the candidate
    static List<Block> of(Requests baseline, Requests candidate, Work work) {
        List<Requests> both = List.of(baseline, candidate);
        long longest = both.stream().mapToLong(each -> last(each) - first(each)).max().orElse(1);
        long least = both.stream().mapToLong(each -> durations(each).min().orElse(1)).min().orElse(1);
        long most = both.stream().mapToLong(each -> durations(each).max().orElse(1)).max().orElse(1);
        Scale x = new Scale.Linear(0, Math.max(1, longest));
        Axis y = Distribution.latencyAxis(least, Math.max(1, most), both.stream().mapToLong(each -> each.meaning().quantumNanos()).max().orElse(0));
        return List.of(picture("comparison-baseline", "Baseline: " + baseline.name(), grid(baseline, x, y.scale(), work), y),
                picture("comparison-candidate", "Candidate: " + candidate.name(), grid(candidate, x, y.scale(), work), y));
    }

    private static Block picture(String id, String title, HeatGrid grid, Axis y) {
        Chart chart = new Chart(title, Numbers.count(grid.total() + grid.outside()) + " requests", new Axis("since the beginning", grid.x(), Quantity.DURATION_NANOS), y,
                List.of(new Layer.Heat(grid, ColourScale.SQRT, "requests")), "Heat map of " + Numbers.count(grid.total()) + " requests by time since the beginning of the run and latency.");
        return new Block.Picture(id, chart, chart.spoken());
    }

    private static HeatGrid grid(Requests run, Scale x, Scale y, Work work) {
        HeatBinner binner = HeatGrid.binner(x, y, COLUMNS, ROWS);
        Longs starts = run.starts();
        Longs durations = run.durations();
        long first = first(run);
        double floor = Math.ceil(y.low());
        int rows = run.table().rows();
        for (int i = 0; i < rows; i++) {
            if (i % CHECKED == 0) {
                work.check();
            }
            binner.add((double) (starts.at(i) - first), Math.max(floor, durations.at(i)), 1);
        }
        return binner.grid();
    }

    private static LongStream durations(Requests run) {
        Longs durations = run.durations();
        return LongStream.range(0, run.table().rows()).map(i -> durations.at((int) i));
    }

    private static long first(Requests run) {
        Longs starts = run.starts();
        return LongStream.range(0, run.table().rows()).map(i -> starts.at((int) i)).min().orElse(0);
    }

    private static long last(Requests run) {
        Longs starts = run.starts();
        return LongStream.range(0, run.table().rows()).map(i -> starts.at((int) i)).max().orElse(1);
    }
}
