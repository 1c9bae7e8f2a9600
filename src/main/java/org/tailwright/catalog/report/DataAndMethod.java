package org.tailwright.catalog.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tailwright.analyses.Inputs;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Dataset;
import org.tailwright.data.Objective;
import org.tailwright.data.Requests;
import org.tailwright.data.Traces;
import org.tailwright.reports.Block;
import org.tailwright.reports.Provenance;
import org.tailwright.reports.Report;
import org.tailwright.work.Work;

/// Contributes the last section: files with hashes, trust cards, definitions, parameters.
final class DataAndMethod implements Contributor {
    private static final Provenance WHOLE = new Provenance(List.of(), "whole files", "", 0, "");

    @Override
    public Optional<Chapter> chapter() {
        return Optional.of(Chapter.DATA);
    }

    @Override
    public Contribution contribute(Material material, Inputs inputs, Work work) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(files(material));
        remarks(material, blocks);
        if (!material.datasets().isEmpty()) {
            blocks.add(datasets(material, inputs));
        }
        trust(material, blocks);
        blocks.add(new Block.Heading("Definitions"));
        definitions(blocks);
        blocks.add(asked(inputs));
        return Contribution.of(new Report.Section("data-and-method", "Data and method", blocks));
    }

    private static Block files(Material material) {
        List<List<Block.Cell>> rows = material.files().stream().map(each -> List.of(Block.Cell.of(each.name()), Block.Cell.of(each.format()),
                Block.Cell.of(Numbers.bytes(each.bytes()), each.bytes()), Block.Cell.of(Numbers.count(each.problems()), each.problems()),
                new Block.Cell(each.sha256(), Double.NaN, Block.Tone.MUTED))).toList();
        return new Block.Table("files", "Files", List.of(new Block.Column("file", false), new Block.Column("format", false),
                new Block.Column("size", true), new Block.Column("remarks", true), new Block.Column("SHA-256", false)), rows).from(WHOLE);
    }

    private static void remarks(Material material, List<Block> blocks) {
        for (SourceFile each : material.files()) {
            if (!each.remarks().isEmpty()) {
                String more = each.problems() > each.remarks().size() ? "; and " + Numbers.count(each.problems() - each.remarks().size()) + " more" : "";
                blocks.add(new Block.Text(each.name() + ": " + String.join("; ", each.remarks()) + more + "."));
            }
        }
    }

    private static Block datasets(Material material, Inputs inputs) {
        List<List<Block.Cell>> rows = material.datasets().stream().map(each -> List.of(Block.Cell.of(each.name()), Block.Cell.of(each.kind().id()),
                Block.Cell.of(Numbers.count(each.rows()), each.rows()), Block.Cell.of(Numbers.count(each.origin().trust().skipped()), each.origin().trust().skipped()),
                Block.Cell.of(each.span().map(span -> Numbers.span(span.start(), span.end(), inputs.zone())).orElse("no times")),
                Block.Cell.of(meaning(each)))).toList();
        return new Block.Table("data-sets", "Data sets", List.of(new Block.Column("data set", false), new Block.Column("kind", false),
                new Block.Column("rows", true), new Block.Column("left out", true), new Block.Column("from – to", false), new Block.Column("a duration is", false)), rows).from(WHOLE);
    }

    private static String meaning(Dataset dataset) {
        return switch (dataset) {
            case Requests requests -> requests.meaning().duration().words();
            case Traces traces -> traces.meaning().duration().words();
            default -> "";
        };
    }

    private static void trust(Material material, List<Block> blocks) {
        for (Dataset each : material.datasets()) {
            each.origin().trust().assumed().forEach(line -> blocks.add(new Block.Finding(Block.Tone.PLAIN, each.name() + ": assumed", line + ".")));
            each.origin().trust().doubts().forEach(line -> blocks.add(new Block.Finding(Block.Tone.WATCH, each.name() + ": in doubt", line + ".")));
            if (each instanceof Traces traces && !traces.sampling().isEmpty()) {
                blocks.add(new Block.Finding(Block.Tone.WATCH, each.name() + ": sampled", traces.sampling() + "."));
            }
        }
    }

    private static void definitions(List<Block> blocks) {
        blocks.add(new Block.Text("A percentile of rows is the order statistic number ceil(np): a value that was measured, without interpolation. A percentile of "
                + "histograms is the upper end of the bucket that holds it. Intervals are 95 %, order statistics at the effective sample size, "
                + "because latencies that follow each other are alike; a percentile that the rows cannot carry is greyed, with what is missing."));
        blocks.add(new Block.Text("An objective is **breached** when the whole interval lies beyond its limit and **holds** when all of it lies below. "
                + "In between it is **at risk** (the estimate lies beyond) or to be **watched** (it lies below). Where the rows cannot carry the number, the verdict is **cannot tell**."));
    }

    private static Block asked(Inputs inputs) {
        String selection = Words.of(inputs.selection(), inputs.zone());
        List<List<Block.Cell>> rows = List.of(
                row("selection", selection.isEmpty() ? "everything" : selection),
                row("objectives", inputs.objectives().isEmpty() ? "none" : String.join("; ", inputs.objectives().stream().map(Objective::text).toList())),
                row("time zone", inputs.zone().getId()),
                row("seed", Long.toString(inputs.seed())));
        return new Block.Table("parameters", "Parameters", List.of(new Block.Column("parameter", false), new Block.Column("value", false)), rows);
    }

    private static List<Block.Cell> row(String name, String value) {
        return List.of(Block.Cell.of(name), Block.Cell.of(value));
    }
}
