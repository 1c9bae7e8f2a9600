package org.tailwright.catalog.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Dataset;
import org.tailwright.data.Recording;
import org.tailwright.data.TimeSpan;
import org.tailwright.profiles.HotMethodsAnalysis;
import org.tailwright.profiles.Pauses;
import org.tailwright.profiles.PausesAnalysis;
import org.tailwright.reports.Block;
import org.tailwright.reports.Report;
import org.tailwright.work.Work;

/// Contributes pauses of recordings and of logs of the garbage collector, and hot methods of recordings.
final class RuntimeReport implements Contributor {
    /// Share of the time in pauses from which something should be done.
    private static final double OFTEN = 0.02;
    /// Fewer pauses say little about the next ones.
    private static final long FEWEST = 10;

    @Override
    public Optional<Chapter> chapter() {
        return Optional.of(Chapter.RUNTIME);
    }

    @Override
    public Contribution contribute(Material material, Inputs inputs, Work work) {
        List<Report.Section> sections = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        List<Advice> advice = new ArrayList<>();
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
                found.observed().map(TimeSpan::length).filter(length -> found.total() > OFTEN * length && count(found) >= FEWEST).ifPresent(length -> advice.add(new Advice((double) found.total() * found.longest() / length,
                        "Shorten the pauses of the garbage collector", "They took " + Numbers.duration(found.total()) + " of " + Numbers.duration(length) + " (" + Numbers.percent(found.total() / (double) length)
                                + "), the longest " + Numbers.duration(found.longest()) + ": a request under way through one takes at least as long, one that comes in it waits for what is left.")));
            }
        }
        return new Contribution(sections, List.of(), sentences, advice);
    }

    private static long count(PausesAnalysis.Result found) {
        return found.groups().stream().mapToLong(PausesAnalysis.Group::count).sum();
    }
}
