package org.tailwright.statistics.histograms;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tailwright.charts.Axis;
import org.tailwright.charts.Chart;
import org.tailwright.charts.HeatBinner;
import org.tailwright.charts.HeatGrid;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.Scale;
import org.tailwright.data.Histograms;
import org.tailwright.data.TimeSpan;
import org.tailwright.statistics.Curve;
import org.tailwright.statistics.Distribution;
import org.tailwright.statistics.DistributionCharts;
import org.tailwright.statistics.Figures;
import org.tailwright.statistics.Shares;

/// The pictures of interval histograms, the same in reports and in the window.
public final class HistogramCharts {
    private static final int COLUMNS = 140;
    private static final int ROWS = 56;
    private static final int OTHERS = 5;

    private HistogramCharts() {}

    /// Latency by percentile: the chosen tag with its band, up to five others beside it: tags of the same file, then what other files have most values of.
    public static Optional<Chart> curve(Histograms histograms, HistogramResult result, List<Histograms> others, Optional<Double> limit) {
        Curve first = result.curve();
        if (first == null) {
            return Optional.empty();
        }
        String own = others.isEmpty() || !result.tag().isEmpty() ? HistogramAnalysis.named(result.tag()) : histograms.name();
        List<DistributionCharts.Named> named = new ArrayList<>(List.of(new DistributionCharts.Named(own, first, most(result).orElseGet(() -> Numbers.duration(first.most())))));
        result.tags().stream().map(HistogramResult.Tag::name).filter(each -> !each.equals(result.tag())).forEach(each ->
                HistogramAnalysis.curve(histograms, each).ifPresent(curve -> named.add(new DistributionCharts.Named(HistogramAnalysis.named(each), curve))));
        others.forEach(each -> HistogramAnalysis.curve(each, HistogramAnalysis.largest(each)).ifPresent(curve -> named.add(new DistributionCharts.Named(each.name(), curve))));
        Chart chart = DistributionCharts.percentiles(named.subList(0, Math.min(1 + OTHERS, named.size())), limit(limit, result.beyond()));
        String n = first.n() == 0 ? "" : " · n" + Numbers.SPACE + Numbers.count(first.n());
        boolean printed = histograms.whole(result.tag()).flatMap(Histograms.Interval::printed).isPresent();
        return Optional.of(new Chart(chart.title(), (printed ? "as printed" : "upper end of the bucket") + n, chart.x(), chart.y(), chart.layers(), chart.description()));
    }

    /// The maximum of the chosen tag where it is only a lower bound.
    private static Optional<String> most(HistogramResult result) {
        return result.tags().stream().filter(each -> each.name().equals(result.tag())).flatMap(each -> each.percentiles().stream())
                .filter(each -> each.p() >= 1 && !each.supported() && !Double.isNaN(each.value())).map(Figures::plain).findFirst();
    }

    /// Percentiles over time.
    public static Optional<Chart> overTime(HistogramResult result, TimeSpan span, ZoneId zone, Optional<Double> limit) {
        HistogramResult.OverTime over = result.overTime();
        if (over == null) {
            return Optional.empty();
        }
        String what = over.merged() == 1 ? "each interval by itself" : over.merged() + " intervals put together";
        return Optional.of(DistributionCharts.overTime(over.middles(), over.values(), over.ps(), Axis.time("", span.start(), Math.max(span.start() + 1, span.end()), zone), limit(limit, result.beyond()), what,
                "Percentiles of latency in " + over.middles().length + " windows of the histogram log, " + what + "."));
    }

    /// Counts by time and latency; empty where the source has no times or did not count values.
    public static Optional<Chart> heatMap(Histograms histograms, HistogramResult result, TimeSpan span, ZoneId zone, Optional<Double> limit) {
        List<Histograms.Interval> own = histograms.intervals().stream().filter(each -> each.tag().equals(result.tag())).toList();
        if (own.size() < 2 || own.stream().anyMatch(each -> each.span().isEmpty() || each.percentilesOnly())) {
            return Optional.empty();
        }
        double unit = histograms.nanosPerUnit();
        long least = own.stream().filter(each -> each.buckets().total() > 0).mapToLong(each -> (long) (each.buckets().least() * unit)).min().orElse(1);
        long most = own.stream().mapToLong(each -> (long) (each.buckets().most() * unit)).max().orElse(1);
        Scale y = Distribution.latencyAxis(least, Math.max(1, most), (long) unit).scale();
        int columns = Math.min(COLUMNS, own.size());
        HeatBinner binner = HeatGrid.binner(new Scale.Time(span.start(), Math.max(span.end(), span.start() + 1), zone), y, columns, ROWS);
        for (Histograms.Interval each : own) {
            Spread spread = Spread.of(each.span().orElseThrow(), span, columns);
            for (int bucket = 0; bucket < each.buckets().size(); bucket++) {
                long[] counts = spread.of(each.buckets().count(bucket));
                for (int i = 0; i < counts.length; i++) {
                    binner.add(span.start() + (spread.first() + i + 0.5) * span.length() / columns, Math.max(y.low(), each.buckets().high(bucket) * unit), counts[i]);
                }
            }
        }
        return Optional.of(DistributionCharts.heatMap(binner.grid(), limit(limit, result.beyond())));
    }

    private static Optional<DistributionCharts.Limit> limit(Optional<Double> limit, Shares.@Nullable Share beyond) {
        return limit.filter(_ -> beyond != null).map(nanos -> new DistributionCharts.Limit(nanos, beyond));
    }
}
