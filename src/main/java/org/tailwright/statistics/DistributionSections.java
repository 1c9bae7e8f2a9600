package org.tailwright.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tailwright.analyses.Inputs;
import org.tailwright.charts.Chart;
import org.tailwright.charts.HeatGrid;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Objective;
import org.tailwright.data.Requests;
import org.tailwright.data.Selection;
import org.tailwright.data.TimeSpan;
import org.tailwright.reports.Block;
import org.tailwright.reports.Report;
import org.tailwright.statistics.shapes.Ridges;
import org.tailwright.statistics.shapes.ShapeCharts;
import org.tailwright.work.Work;

/// Explains the answers of [Distribution].
final class DistributionSections {
    private DistributionSections() {}

    static Report.Section distribution(Inputs inputs, DistributionOptions options, Distribution.Result result) {
        Requests requests = inputs.requests().orElseThrow();
        Optional<DistributionCharts.Limit> limit = limit(inputs, requests);
        List<Block> blocks = new ArrayList<>();
        Percentile p99 = result.percentiles().get(3);
        blocks.add(new Block.Text("Half of the requests took at most " + Figures.words(result.percentiles().getFirst()) + ", 99" + Numbers.SPACE
                + "% at most " + Figures.words(p99) + ", the longest " + Numbers.duration(result.curve().most()) + "."
                + (p99.supported() ? "" : " No interval: " + p99.why() + ".")));
        Chart curve = DistributionCharts.percentiles(List.of(new DistributionCharts.Named("measured", result.curve())), limit);
        blocks.add(new Block.Picture("percentiles", curve, curve.spoken()));
        TimeSpan span = inputs.selection().window().or(requests::span).orElseThrow();
        HeatGrid grid = Distribution.heatMap(requests, Selection.ALL, span, inputs.zone(), Work.NONE);
        Chart heat = options.panes().offsets() ? DistributionCharts.offsets(Distribution.offsets(requests, span, inputs.zone(), Work.NONE), options.colours())
                : DistributionCharts.heatMap(grid, options.colours(), limit);
        blocks.add(new Block.Picture("heat-map", heat, heat.spoken()));
        Chart histogram = ShapeCharts.histogram(result.histogram(), result.curve().most(), limit);
        blocks.add(new Block.Picture("histogram", histogram, histogram.spoken()));
        blocks.addAll(more(requests, options, result, limit));
        return new Report.Section("distribution", "Distribution", blocks);
    }

    /// The chart that was asked for, where it is none of those above.
    private static List<Block> more(Requests requests, DistributionOptions options, Distribution.Result result, Optional<DistributionCharts.Limit> limit) {
        Optional<Chart> chart = switch (options.shape()) {
            case PERCENTILES, CORRECTED, HISTOGRAM -> Optional.empty();
            case CUMULATIVE -> Optional.of(ShapeCharts.cumulative(result.curve(), options.spacing(), limit));
            case EXCEEDANCE -> Optional.of(ShapeCharts.exceedance(result.curve(), options.spacing(), limit));
            case LABELS -> Optional.of(Ridges.of(requests, Work.NONE).chart(limit));
        };
        return chart.<List<Block>>map(each -> List.of(new Block.Picture(options.shape().name().toLowerCase(Locale.ROOT), each, each.spoken()))).orElse(List.of());
    }

    static Report.Section overTime(Inputs inputs, Long width, Windows windows) {
        Requests requests = inputs.requests().orElseThrow();
        Chart percentiles = DistributionCharts.overTime(windows, inputs.zone(), limit(inputs, requests));
        Chart throughput = DistributionCharts.throughput(windows, inputs.zone());
        return new Report.Section("over-time", "Over time", List.of(
                new Block.Text("Each window of " + Numbers.duration(windows.width()) + " speaks for the requests that started in it. A window with too "
                        + "few of them for a percentile (" + Numbers.count(QuantileIntervals.minimal(0.99)) + " for p99) is a gap."),
                new Block.Picture("percentiles-over-time", percentiles, percentiles.spoken()),
                new Block.Picture("throughput", throughput, throughput.spoken())));
    }

    /// The first latency objective that speaks of all requests, with the share beyond it.
    static Optional<DistributionCharts.Limit> limit(Inputs inputs, Requests requests) {
        return inputs.objectives().stream().filter(each -> each.measure().isPresent() && each.where().isEmpty()).findFirst()
                .map(Objective::limit).map(limit -> limit(Sample.of(requests, Work.NONE), limit));
    }

    private static DistributionCharts.Limit limit(Sample sample, double nanos) {
        EffectiveSize size = EffectiveSize.at(sample, (long) nanos, Work.NONE);
        double nEff = size.known() ? QuantileIntervals.cautious(size.size(), size.freedom()) : Double.NaN;
        return new DistributionCharts.Limit(nanos, Shares.wilson(sample.beyond((long) nanos), sample.size(), nEff));
    }
}
