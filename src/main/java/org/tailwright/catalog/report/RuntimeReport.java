package org.tailwright.catalog.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Dataset;
import org.tailwright.data.Recording;
import org.tailwright.profiles.HotMethodsAnalysis;
import org.tailwright.profiles.Pauses;
import org.tailwright.profiles.PausesAnalysis;
import org.tailwright.reports.Block;
import org.tailwright.reports.Report;
import org.tailwright.work.Work;

/// Contributes pauses of recordings and of logs of the garbage collector, and hot methods of recordings.
final class RuntimeReport implements Contributor {
    @Override
    public Contribution contribute(Material material, Inputs inputs, Work work) {
        List<Report.Section> sections = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        List<Dataset> sources = material.datasets().stream().filter(Pauses::hold).toList();
        for (Dataset each : sources) {
            Inputs asked = inputs.with(List.of(each));
            Analysis.Run<PausesAnalysis.Result> pauses = PausesAnalysis.PAUSES.run(asked, Map.of(), work);
            List<Block> blocks = new ArrayList<>();
            blocks.add(new Block.Heading(PausesAnalysis.PAUSES.title()));
            blocks.addAll(pauses.section().blocks());
            if (each instanceof Recording) {
                blocks.add(new Block.Heading(HotMethodsAnalysis.HOT_METHODS.title()));
                blocks.addAll(HotMethodsAnalysis.HOT_METHODS.run(asked, Map.of(), work).section().blocks());
            }
            sections.add(new Report.Section("runtime", sources.size() > 1 ? "Runtime in " + each.name() : "Runtime", blocks));
            if (pauses.outcome() instanceof Outcome.Answer<PausesAnalysis.Result>(PausesAnalysis.Result found)) {
                sentences.add("Garbage collection stopped the application for " + Numbers.duration(found.total()) + " in all, at most "
                        + Numbers.duration(found.longest()) + " at once (" + each.name() + ").");
            }
        }
        return new Contribution(sections, List.of(), sentences);
    }
}
