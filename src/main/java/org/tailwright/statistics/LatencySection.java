package org.tailwright.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tailwright.analyses.Inputs;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Unit;
import org.tailwright.reports.Block;
import org.tailwright.reports.Figure;
import org.tailwright.reports.Report;

/// Explains the answer of [Latency].
final class LatencySection {
    /// Of the usual percentiles these are the key numbers.
    private static final Set<Double> LESS = Set.of(0.95, 0.9999);

    private LatencySection() {}

    static Report.Section explain(Inputs inputs, List<Double> percentiles, LatencyResult result) {
        List<Block> blocks = new ArrayList<>();
        List<Percentile> key = percentiles.equals(Latency.SHOWN) ? result.all().percentiles().stream().filter(each -> !LESS.contains(each.p())).toList()
                : result.all().percentiles();
        blocks.add(facts(inputs, key, result));
        missing(key).forEach(each -> blocks.add(new Block.Text(each)));
        blocks.add(new Block.Text(meaning(result)));
        blocks.add(percentiles(result));
        if (!result.errors().classes().isEmpty()) {
            blocks.add(errors(result));
        }
        if (!result.labels().top().isEmpty()) {
            blocks.add(labels(result));
        }
        if (result.errors().timeouts() > 0) {
            blocks.add(timeouts(result));
        }
        return new Report.Section("latency", "Latency", blocks);
    }

    private static Block facts(Inputs inputs, List<Percentile> key, LatencyResult result) {
        List<Block.Fact> facts = new ArrayList<>();
        for (Percentile each : key) {
            facts.add(new Block.Fact(Numbers.percentile(each.p()), Figures.percentile(each, inputs), note(each), each.supported()));
        }
        Shares.Share share = result.errors().share();
        String text = !result.errors().known() ? "unknown" : Numbers.percent(share.value());
        facts.add(new Block.Fact("errors", Figures.share(share, text, inputs), Numbers.count(result.errors().n()) + " of "
                + Numbers.count(result.all().n()), result.errors().known()));
        LatencyResult.Throughput rate = result.run().throughput();
        facts.add(new Block.Fact("throughput", Figure.plain(Numbers.rate(rate.mean()), rate.mean(), Unit.PER_SECOND,
                "requests ÷ (last end − first start)"), peaks(rate), true));
        return new Block.Facts(facts);
    }

    /// The highest rates, as far as the run is long enough to have them.
    private static String peaks(LatencyResult.Throughput rate) {
        String second = Double.isNaN(rate.peakSecond()) ? "" : "peak " + Numbers.rate(rate.peakSecond()) + " in 1" + Numbers.SPACE + "s";
        return Double.isNaN(rate.peakTenSeconds()) ? second : second + ", " + Numbers.rate(rate.peakTenSeconds()) + " over 10" + Numbers.SPACE + "s";
    }

    /// Why numbers are greyed, once for all that share a reason.
    private static List<String> missing(List<Percentile> key) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (Percentile each : key) {
            if (!each.supported() && !each.why().isEmpty()) {
                names.computeIfAbsent(each.why(), _ -> new ArrayList<>()).add(Numbers.percentile(each.p()));
            }
        }
        return names.entrySet().stream().map(each -> (each.getKey().startsWith(each.getValue().getFirst() + " ") ? "" : String.join(", ", each.getValue()) + ": ") + each.getKey() + ".").toList();
    }

    private static String note(Percentile each) {
        if (each.p() >= 1) {
            return "of " + Numbers.count(each.n());
        }
        return each.supported() ? "n" + Numbers.SPACE + Numbers.brief(each.n()) + " · n_eff" + Numbers.SPACE + Numbers.brief(Math.floor(each.nEff()))
                : "no interval";
    }

    private static String meaning(LatencyResult result) {
        StringBuilder text = new StringBuilder("Durations are **" + result.run().duration() + "**. Percentiles are " + result.run().definition()
                + "; intervals are " + QuantileIntervals.METHOD + ", the number of independent requests that these are worth.");
        result.run().caveats().forEach(caveat -> text.append(' ').append(Figures.sentence(caveat)));
        return text.toString();
    }

    private static Block percentiles(LatencyResult result) {
        List<Block.Column> columns = List.of(new Block.Column("percentile", false), new Block.Column("all", true),
                new Block.Column("success", true), new Block.Column("failed", true));
        List<List<Block.Cell>> rows = new ArrayList<>();
        for (Percentile each : result.all().percentiles()) {
            rows.add(List.of(Block.Cell.of(Numbers.percentile(each.p()), each.p()), Figures.cell(each),
                    Figures.cell(result.success().at(each.p())), Figures.cell(result.failed().at(each.p()))));
        }
        rows.add(List.of(Block.Cell.of("mean"), mean(result.all()), mean(result.success()), mean(result.failed())));
        rows.add(List.of(Block.Cell.of("requests"), count(result.all()), count(result.success()), count(result.failed())));
        return new Block.Table("latency-percentiles", "Percentiles", columns, rows);
    }

    private static Block.Cell mean(LatencyResult.Group group) {
        return Block.Cell.of(Numbers.duration(group.mean()), group.mean());
    }

    private static Block.Cell count(LatencyResult.Group group) {
        return Block.Cell.of(Numbers.count(group.n()), group.n());
    }

    private static Block errors(LatencyResult result) {
        List<Block.Column> columns = List.of(new Block.Column("class", false), new Block.Column("status", false), new Block.Column("failed", true),
                new Block.Column("of all failures", true));
        List<List<Block.Cell>> rows = result.errors().classes().stream().map(each -> {
            double share = (double) each.n() / result.errors().n();
            return List.of(Block.Cell.of(each.group()), Block.Cell.of(each.status().isEmpty() ? "(none)" : each.status()),
                    Block.Cell.of(Numbers.count(each.n()), each.n()), Block.Cell.of(Numbers.percent(share), share));
        }).toList();
        return new Block.Table("latency-errors", "Failures by status", columns, rows);
    }

    private static Block labels(LatencyResult result) {
        List<Block.Column> columns = new ArrayList<>(List.of(new Block.Column("label", false), new Block.Column("requests", true),
                new Block.Column("errors", true), new Block.Column("/s", true)));
        result.labels().top().getFirst().percentiles().forEach(each -> columns.add(new Block.Column(Numbers.percentile(each.p()), true)));
        List<List<Block.Cell>> rows = result.labels().top().stream().map(LatencySection::row).toList();
        long others = result.labels().others();
        String title = "By label" + (others == 0 ? "" : " (" + Numbers.count(others) + " labels with "
                + Numbers.count(result.labels().othersRows()) + " requests are left out)");
        return new Block.Table("latency-labels", title, columns, rows);
    }

    private static List<Block.Cell> row(LatencyResult.Label label) {
        List<Block.Cell> cells = new ArrayList<>();
        double share = (double) label.errors() / label.n();
        cells.add(Block.Cell.of(label.label()));
        cells.add(Block.Cell.of(Numbers.count(label.n()), label.n()));
        cells.add(new Block.Cell(Numbers.percent(share), share, label.errors() == 0 ? Block.Tone.MUTED : Block.Tone.PLAIN));
        cells.add(Block.Cell.of(Numbers.number(label.perSecond()), label.perSecond()));
        label.percentiles().forEach(each -> cells.add(Figures.cell(each)));
        return cells;
    }

    private static Block timeouts(LatencyResult result) {
        double share = (double) result.errors().timeouts() / result.all().n();
        return new Block.Finding(Block.Tone.WATCH, "Timeouts cut durations short", Numbers.count(result.errors().timeouts())
                + " requests (" + Numbers.percent(share) + ") ended in a timeout: they would have taken longer than their duration says, so "
                + "percentiles above " + Numbers.percentile(Math.max(0, 1 - share)) + " of all requests are lower bounds.");
    }
}
