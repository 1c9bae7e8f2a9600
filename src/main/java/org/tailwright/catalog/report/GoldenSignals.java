package org.tailwright.catalog.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Metrics;
import org.tailwright.data.Requests;
import org.tailwright.reports.Block;
import org.tailwright.reports.Provenance;
import org.tailwright.reports.Report;
import org.tailwright.statistics.Figures;
import org.tailwright.statistics.Latency;
import org.tailwright.statistics.LatencyResult;
import org.tailwright.statistics.Percentile;
import org.tailwright.statistics.QuantileIntervals;
import org.tailwright.work.Work;

/// Contributes latency, traffic, errors and saturation (Beyer, Jones, Petoff and Murphy, Site Reliability Engineering, 2016, chapter 6) in one table.
/// Saturation is what metrics say about processors, pools and queues, told by their names.
final class GoldenSignals implements Contributor {
    private static final Pattern FULL = Pattern.compile("cpu|util|saturat|load_?avg|load1|queue|wait|backlog|pending|in_?use|connections|active|busy", Pattern.CASE_INSENSITIVE);
    private static final int MOST = 8;

    @Override
    public Optional<Chapter> chapter() {
        return Optional.of(Chapter.GOLDEN);
    }

    @Override
    public Contribution contribute(Material material, Inputs inputs, Work work) {
        List<List<Block.Cell>> rows = new ArrayList<>();
        List<Requests> runs = Judging.runs(material.datasets());
        for (Requests run : runs) {
            if (Latency.ANALYSIS.run(inputs.with(List.of(run)), Map.of(), work).outcome() instanceof Outcome.Answer<LatencyResult>(LatencyResult found)) {
                rows.addAll(rows(found, runs.size() > 1 ? " of " + run.name() : ""));
            }
        }
        List<List<Block.Cell>> saturation = new ArrayList<>();
        material.all(Metrics.class).flatMap(each -> each.series().stream()).filter(each -> FULL.matcher(each.name()).find()).forEach(each -> saturation(each, inputs).ifPresent(saturation::add));
        rows.addAll(saturation.stream().limit(MOST).toList());
        if (rows.isEmpty()) {
            return Contribution.NONE;
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Table("golden-signals", "", List.of(new Block.Column("signal", false), new Block.Column("measure", false), new Block.Column("usual", true),
                new Block.Column("at worst", true)), rows)
                .from(new Provenance(Stream.concat(runs.stream().map(Requests::name), material.all(Metrics.class).filter(_ -> !saturation.isEmpty()).map(Metrics::name)).toList(), "", "", 0, "")));
        if (saturation.isEmpty()) {
            blocks.add(new Block.Text("Saturation is not known: no metric of a processor, a pool or a queue was opened."));
        }
        return Contribution.of(new Report.Section("golden-signals", Chapter.GOLDEN.title(), blocks));
    }

    private static List<List<Block.Cell>> rows(LatencyResult found, String of) {
        boolean few = found.all().n() < QuantileIntervals.minimal(0.99);
        Percentile usual = found.all().at(0.5);
        Percentile worst = found.all().at(few ? 1 : 0.99);
        LatencyResult.Throughput rate = found.run().throughput();
        List<List<Block.Cell>> rows = new ArrayList<>();
        rows.add(List.of(Block.Cell.of("latency"), Block.Cell.of("p50 and " + Numbers.percentile(worst.p()) + of), Figures.cell(usual), Figures.cell(worst)));
        rows.add(List.of(Block.Cell.of("traffic"), Block.Cell.of("requests a second" + of + ": mean, highest in one second"), Block.Cell.of(Numbers.rate(rate.mean()), rate.mean()),
                Block.Cell.of(Numbers.rate(rate.peakSecond()), rate.peakSecond())));
        double share = found.errors().share().value();
        rows.add(List.of(Block.Cell.of("errors"), Block.Cell.of("share that failed" + of), found.errors().known() ? Block.Cell.of(Numbers.percent(share), share) : Block.Cell.of("not told"),
                new Block.Cell(Numbers.ABSENT, Double.NaN, Block.Tone.MUTED)));
        return rows;
    }

    private static Optional<List<Block.Cell>> saturation(Metrics.Series series, Inputs inputs) {
        double[] values = MetricsOverview.inside(series, inputs.selection().window());
        // One reading has no median and no worst; what only names something is no level.
        if (values.length < 2 || series.kind() == Metrics.Kind.COUNTER || series.name().endsWith("_info")) {
            return Optional.empty();
        }
        Arrays.sort(values);
        return Optional.of(List.of(Block.Cell.of("saturation"), Block.Cell.of(series.title() + ": median, highest"), MetricsOverview.cell(values[(values.length + 1) / 2 - 1], series.values().unit()),
                MetricsOverview.cell(values[values.length - 1], series.values().unit())));
    }
}
