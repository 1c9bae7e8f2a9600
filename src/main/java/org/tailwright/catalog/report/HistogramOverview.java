package org.tailwright.catalog.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tailwright.analyses.Inputs;
import org.tailwright.data.Histograms;
import org.tailwright.reports.Block;
import org.tailwright.reports.Report;
import org.tailwright.statistics.histograms.HistogramAnalysis;
import org.tailwright.work.Work;

/// Contributes percentiles of histograms by tag; of the first few files also their pictures.
final class HistogramOverview implements Contributor {
    private static final int DRAWN = 3;

    @Override
    public Optional<Chapter> chapter() {
        return Optional.of(Chapter.STATISTICAL);
    }

    @Override
    public Contribution contribute(Material material, Inputs inputs, Work work) {
        List<Histograms> all = material.all(Histograms.class).toList();
        List<Report.Section> sections = new ArrayList<>();
        for (Histograms each : all) {
            Report.Section section = HistogramAnalysis.ANALYSIS.run(inputs.with(List.of(each)), Map.of(), work).section();
            boolean drawn = sections.size() < DRAWN;
            sections.add(new Report.Section("histograms", all.size() == 1 ? section.title() : section.title() + " of " + each.name(),
                    section.blocks().stream().filter(block -> drawn || !(block instanceof Block.Picture)).toList()));
        }
        return new Contribution(sections, List.of(), List.of());
    }
}
