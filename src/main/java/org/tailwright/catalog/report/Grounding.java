package org.tailwright.catalog.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tailwright.analyses.Grounds;
import org.tailwright.analyses.Inputs;
import org.tailwright.data.Dataset;
import org.tailwright.data.Histograms;
import org.tailwright.data.LoadPoints;
import org.tailwright.data.Metrics;
import org.tailwright.data.Recording;
import org.tailwright.data.Requests;
import org.tailwright.data.Traces;
import org.tailwright.reports.Block;
import org.tailwright.reports.Provenance;
import org.tailwright.reports.Report;

/// Makes every number of a report say where it comes from: files by format and hash instead of mere names, definitions of columns, and how many
/// rows the selection left.
public final class Grounding {
    /// Letters of a hash that tell files apart; the whole one stands in the table of files.
    private static final int SHORT = 12;
    /// Named one by one up to this many.
    private static final int FEW = 6;

    private final Map<String, String> sources = new HashMap<>();
    private final Map<String, Long> rows = new HashMap<>();
    private final Provenance usual;

    private Grounding(List<Dataset> datasets, List<SourceFile> files, Inputs inputs) {
        for (Dataset each : datasets) {
            sources.put(each.name(), source(each, files));
            sources.putIfAbsent(Against.BASELINE + each.name(), Against.BASELINE + source(each, files));
            rows.put(each.name(), counted(each, inputs));
        }
        usual = new Provenance(datasets.stream().map(Dataset::name).toList(), Grounds.selection(inputs.selection(), inputs.zone()), "", 0, "");
    }

    /// The report whose numbers all say where they come from.
    ///
    /// @param files behind its data sets and those of the baseline
    /// @param inputs the data sets that it is about, and what of them was selected
    /// @param baseline runs that these are compared with
    public static Report of(Report report, List<SourceFile> files, Inputs inputs, List<Requests> baseline) {
        Grounding grounding = new Grounding(inputs.datasets(), files, inputs);
        baseline.forEach(each -> grounding.sources.put(Against.BASELINE + each.name(), Against.BASELINE + source(each, files)));
        return new Report(report.title(), report.subject(), report.verdicts().stream().map(each -> each.with(each.measured().from(grounding.full(each.measured().provenance())))).toList(),
                report.sections().stream().map(grounding::section).toList(), report.recipe());
    }

    private Report.Section section(Report.Section section) {
        return new Report.Section(section.id(), section.title(), section.blocks().stream().map(this::block).toList());
    }

    private Block block(Block block) {
        return switch (block) {
            case Block.Table table -> ColumnMeanings.explained(table.from(full(table.behind())));
            case Block.Facts facts -> new Block.Facts(facts.facts().stream().map(each -> new Block.Fact(each.label(), each.figure().from(full(each.figure().provenance())),
                    each.note(), each.supported())).toList());
            case Block.Heading _, Block.Text _, Block.Picture _, Block.Finding _ -> block;
        };
    }

    /// Rows are counted only where they are those of the report's own selection.
    private Provenance full(Provenance known) {
        Provenance all = known.or(usual);
        boolean counted = all.n() == 0 && all.filter().equals(usual.filter());
        long n = counted ? all.sources().stream().mapToLong(each -> rows.getOrDefault(each, 0L)).sum() : all.n();
        return new Provenance(named(all.sources()), all.filter(), all.method(), n, all.interval());
    }

    /// What is counted in a data set; 0 for a recording, whose tables count their own events and samples.
    private static long counted(Dataset data, Inputs inputs) {
        return switch (data) {
            case Requests it -> inputs.selection().of(it).table().rows();
            case Traces it -> inputs.selection().of(it.asRequests()).table().rows();
            case Recording _ -> 0;
            case Histograms _, Metrics _, LoadPoints _ -> data.rows();
        };
    }

    private List<String> named(List<String> names) {
        return names.size() <= FEW ? names.stream().map(each -> sources.getOrDefault(each, each)).toList()
                : List.of(names.size() + " data sets, listed with their files under Data and method");
    }

    private static String source(Dataset dataset, List<SourceFile> files) {
        String hash = files.stream().filter(each -> each.path().equals(dataset.origin().file())).map(SourceFile::sha256).filter(each -> each.length() > SHORT).findFirst()
                .map(each -> "SHA-256 " + each.substring(0, SHORT) + "…").orElse("");
        Object file = dataset.origin().file().getFileName();
        String name = file == null || String.valueOf(file).equals(dataset.name()) ? "" : String.valueOf(file);
        return dataset.name() + List.of(name, dataset.origin().format(), hash).stream().filter(each -> !each.isEmpty()).collect(Collectors.joining(", ", " (", ")"));
    }
}
