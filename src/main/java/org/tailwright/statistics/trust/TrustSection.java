package org.tailwright.statistics.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tailwright.analyses.Inputs;
import org.tailwright.charts.Numbers;
import org.tailwright.reports.Block;
import org.tailwright.reports.Report;

/// Explains the answer of [TrustAnalysis]: the doubts as findings, then every check.
final class TrustSection {
    private static final Map<String, String> TITLES = Map.ofEntries(Map.entry("order", "Order of rows"), Map.entry("clock", "Clock"), Map.entry("holes", "Holes"),
            Map.entry("duplicates", "Duplicates"), Map.entry("clipped", "Cut off"), Map.entry("durations", "Durations"), Map.entry("nines", "Percentiles"),
            Map.entry("weights", "Weights"), Map.entry("percentiles", "Percentiles only"), Map.entry("tags", "Tags"), Map.entry("load", "Load"),
            Map.entry("little", "Little's law"), Map.entry("offered", "Offered load"), Map.entry("schedule", "Schedule"),
            Map.entry("generator", "Load generator"), Map.entry("backlog", "Backlog"), Map.entry("loop", "Loop"), Map.entry("warm-up", "Warm-up"));

    private TrustSection() {}

    static Report.Section explain(Inputs inputs, Double offered, TrustResult result) {
        List<Block> blocks = new ArrayList<>();
        List<Check> doubts = result.doubts();
        blocks.add(new Block.Text(doubts.isEmpty() ? "Nothing speaks against these data." : "**" + doubts.size() + (doubts.size() == 1 ? " doubt" : " doubts")
                + "** of " + result.checks().size() + " checks."));
        doubts.forEach(each -> blocks.add(new Block.Finding(Block.Tone.WATCH, title(each.id()), sentence(each.words()))));
        result.settled().ifPresent(span -> blocks.add(new Block.Text("The settled part: " + Numbers.span(span.start(), span.end(), inputs.zone()) + ".")));
        blocks.add(table(result.checks()));
        return new Report.Section("trust", "Trust", blocks);
    }

    private static Block table(List<Check> checks) {
        List<List<Block.Cell>> rows = checks.stream().map(each -> List.of(Block.Cell.of(title(each.id())), mark(each.level()), Block.Cell.of(each.words()))).toList();
        return new Block.Table("trust-checks", "Checks", List.of(new Block.Column("check", false), new Block.Column("", false), new Block.Column("found", false)), rows);
    }

    private static Block.Cell mark(Check.Level level) {
        return switch (level) {
            case FINE -> new Block.Cell("fine", 0, Block.Tone.GOOD);
            case NOTE -> new Block.Cell("note", 1, Block.Tone.MUTED);
            case DOUBT -> new Block.Cell("doubt", 2, Block.Tone.WATCH);
        };
    }

    private static String title(String id) {
        return TITLES.getOrDefault(id, id);
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }
}
