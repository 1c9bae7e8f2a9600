package org.tailwright.catalog.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tailwright.analyses.Inputs;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Metrics;
import org.tailwright.data.TimeSpan;
import org.tailwright.data.Unit;
import org.tailwright.reports.Block;
import org.tailwright.reports.Provenance;
import org.tailwright.reports.Report;
import org.tailwright.work.Work;

/// Contributes a table of all metrics: lowest, median, highest and last value inside the time window.
final class MetricsOverview implements Contributor {
    @Override
    public Optional<Chapter> chapter() {
        return Optional.of(Chapter.GOLDEN);
    }

    @Override
    public Contribution contribute(Material material, Inputs inputs, Work work) {
        List<Block> blocks = new ArrayList<>();
        material.all(Metrics.class).forEach(metrics -> table(metrics, inputs.selection().window(), blocks.size()).ifPresent(blocks::add));
        return blocks.isEmpty() ? Contribution.NONE : Contribution.of(new Report.Section("metrics", "Metrics", blocks));
    }

    private static Optional<Block> table(Metrics metrics, Optional<TimeSpan> window, int number) {
        List<List<Block.Cell>> rows = new ArrayList<>();
        for (Metrics.Series series : metrics.series()) {
            double[] values = inside(series, window);
            if (values.length > 0) {
                rows.add(row(series, values));
            }
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Block.Table("metrics-" + (number + 1), metrics.name(), List.of(new Block.Column("series", false), new Block.Column("samples", true),
                new Block.Column("lowest", true), new Block.Column("median", true), new Block.Column("highest", true), new Block.Column("last", true)), rows)
                .from(new Provenance(List.of(metrics.name()), "", "", rows.stream().mapToLong(each -> Math.round(each.get(1).value())).sum(), "")));
    }

    private static List<Block.Cell> row(Metrics.Series series, double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        Unit unit = series.values().unit();
        return List.of(Block.Cell.of(series.title()), Block.Cell.of(Numbers.count(values.length), values.length), cell(sorted[0], unit),
                cell(sorted[(sorted.length + 1) / 2 - 1], unit), cell(sorted[sorted.length - 1], unit), cell(values[values.length - 1], unit));
    }

    /// Values in the window without gaps, in order of time.
    static double[] inside(Metrics.Series series, Optional<TimeSpan> window) {
        double[] values = new double[series.values().size()];
        int kept = 0;
        for (int i = 0; i < values.length; i++) {
            double value = series.values().at(i);
            long time = series.times().at(i);
            if (!Double.isNaN(value) && window.map(span -> span.contains(time)).orElse(true)) {
                values[kept++] = value;
            }
        }
        return Arrays.copyOf(values, kept);
    }

    static Block.Cell cell(double value, Unit unit) {
        String text = switch (unit.kind()) {
            case DURATION -> Numbers.duration(value);
            case BYTES -> Numbers.bytes(value) + unit.perTime();
            case RATIO -> Numbers.percent(value);
            case COUNT, PLAIN, TIME -> Numbers.number(value) + (unit.symbol().isEmpty() ? "" : Numbers.SPACE + unit.symbol());
        };
        return Block.Cell.of(text, value);
    }
}
