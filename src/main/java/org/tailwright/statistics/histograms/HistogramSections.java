package org.tailwright.statistics.histograms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tailwright.analyses.Grounds;
import org.tailwright.analyses.Inputs;
import org.tailwright.charts.Chart;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Histograms;
import org.tailwright.data.TimeSpan;
import org.tailwright.reports.Block;
import org.tailwright.reports.Figure;
import org.tailwright.reports.Provenance;
import org.tailwright.reports.Report;
import org.tailwright.statistics.Figures;
import org.tailwright.statistics.Percentile;

/// Explains the answer of [HistogramAnalysis].
final class HistogramSections {
    private static final String METHOD = "value of rank ceil(np), upper end of its bucket";
    private static final String INTERVAL = "95 %, intervals of time drawn again in blocks";

    private HistogramSections() {}

    static Report.Section explain(Inputs inputs, String asked, HistogramResult result) {
        Histograms histograms = inputs.first(Histograms.class).map(inputs.selection()::of).orElseThrow();
        HistogramResult.Tag chosen = result.tags().stream().filter(each -> each.name().equals(result.tag())).findFirst().orElseThrow();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Facts(chosen.percentiles().stream().filter(each -> !Double.isNaN(each.value())).map(each -> fact(inputs, HistogramAnalysis.printed(histograms, chosen.name()), each)).toList()));
        blocks.add(new Block.Text(words(histograms, chosen, result) + (inputs.selection().band().isPresent() ? " The band of latency is cut at whole buckets." : "")));
        Optional<Double> limit = HistogramAnalysis.limit(inputs);
        HistogramCharts.curve(histograms, result, List.of(), limit).ifPresent(each -> blocks.add(picture("histogram-curve", each)));
        Optional<TimeSpan> span = inputs.selection().window().or(histograms::span);
        span.flatMap(own -> HistogramCharts.heatMap(histograms, result, own, inputs.zone(), limit)).ifPresent(each -> blocks.add(picture("histogram-heat", each)));
        span.flatMap(own -> HistogramCharts.overTime(result, own, inputs.zone(), limit)).ifPresent(each -> blocks.add(picture("histogram-over-time", each)));
        blocks.add(table(inputs, result));
        return new Report.Section("histograms", "Histograms", blocks);
    }

    private static Block picture(String id, Chart chart) {
        return new Block.Picture(id, chart, chart.spoken());
    }

    private static Block.Fact fact(Inputs inputs, boolean printed, Percentile each) {
        return new Block.Fact(each.p() == 1 ? "max" : Numbers.percentile(each.p()), figure(inputs, printed, each), each.p() == 1 || each.hasInterval() ? "" : "no interval", each.supported());
    }

    /// A percentile with what stands behind it.
    static Figure figure(Inputs inputs, boolean printed, Percentile each) {
        return Figures.percentile(each, new Provenance(List.of(inputs.datasets().getFirst().name()), Grounds.selection(inputs.selection(), inputs.zone()),
                (each.p() == 1 ? "maximum" : printed ? "as printed" : METHOD) + (inputs.selection().band().isPresent() ? ", band of latency cut at whole buckets" : ""), each.n(), each.p() < 1 && each.hasInterval() ? INTERVAL : each.why()));
    }

    private static String words(Histograms histograms, HistogramResult.Tag chosen, HistogramResult result) {
        StringBuilder text = new StringBuilder();
        if (!chosen.name().isEmpty()) {
            text.append("Of the tag **").append(chosen.name()).append("**. ");
        }
        text.append(Double.isNaN(chosen.n()) ? "How many values there were is not told" : Numbers.count((long) chosen.n()) + " values in " + Numbers.count(chosen.intervals())
                + (chosen.intervals() == 1 ? " interval" : " intervals")).append("; durations are **").append(chosen.durations()).append("**. ");
        chosen.percentiles().stream().filter(each -> each.p() < 1 && !Double.isNaN(each.value()) && !each.why().isEmpty()).findFirst()
                .ifPresent(each -> text.append(each.supported() ? "No interval: " : Numbers.percentile(each.p()) + ": ").append(each.why()).append(". "));
        result.tags().stream().filter(each -> !each.durations().equals(chosen.durations())).findFirst()
                .ifPresent(each -> text.append("Those of the tag '").append(each.name()).append("' are ").append(each.durations()).append(". "));
        if (result.tags().size() > 1 && !histograms.disjoint()) {
            text.append("Tags may speak of the same requests and are not added up.");
        }
        return text.toString().strip();
    }

    private static Block table(Inputs inputs, HistogramResult result) {
        List<Block.Column> columns = new ArrayList<>(List.of(new Block.Column("tag", false), new Block.Column("values", true)));
        for (double p : HistogramAnalysis.SHOWN) {
            columns.add(new Block.Column(p == 1 ? "max" : Numbers.percentile(p), true));
        }
        List<List<Block.Cell>> rows = result.tags().stream().map(HistogramSections::row).toList();
        double n = result.tags().stream().mapToDouble(HistogramResult.Tag::n).filter(each -> !Double.isNaN(each)).max().orElse(0);
        return new Block.Table("histogram-tags", "By tag", columns, rows).from(new Provenance(List.of(inputs.datasets().getFirst().name()), Grounds.selection(inputs.selection(), inputs.zone()), METHOD,
                (long) n, INTERVAL));
    }

    private static List<Block.Cell> row(HistogramResult.Tag tag) {
        List<Block.Cell> cells = new ArrayList<>(List.of(Block.Cell.of(HistogramAnalysis.named(tag.name())),
                Double.isNaN(tag.n()) ? Block.Cell.of("not told") : Block.Cell.of(Numbers.count((long) tag.n()), tag.n())));
        tag.percentiles().forEach(each -> cells.add(Double.isNaN(each.value()) ? Block.Cell.of(Numbers.ABSENT) : Figures.cell(each)));
        return cells;
    }
}
