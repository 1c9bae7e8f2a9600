package org.tailwright.catalog.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Objects;
import java.util.stream.Stream;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.data.Dataset;
import org.tailwright.data.Metrics;
import org.tailwright.data.Requests;
import org.tailwright.reports.Block;
import org.tailwright.reports.Report;
import org.tailwright.statistics.trust.Check;
import org.tailwright.statistics.trust.DataChecks;
import org.tailwright.statistics.trust.TrustAnalysis;
import org.tailwright.statistics.trust.TrustResult;
import org.tailwright.work.Work;

/// Contributes how far the data can be trusted: the load of every run, and the doubts about every other data set.
final class TrustReport implements Contributor {
    private static final int SENTENCES = 2;

    @Override
    public Optional<Chapter> chapter() {
        return Optional.of(Chapter.DATA);
    }

    @Override
    public Contribution contribute(Material material, Inputs inputs, Work work) {
        List<Requests> runs = Judging.runs(material.datasets());
        List<Metrics> metrics = material.datasets().stream().filter(Metrics.class::isInstance).map(Metrics.class::cast).toList();
        List<Report.Section> sections = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        for (Requests run : runs) {
            Inputs asked = inputs.with(Stream.concat(Stream.of(run), metrics.stream()).toList());
            Analysis.Run<TrustResult> found = TrustAnalysis.ANALYSIS.run(asked, Map.of(), work);
            if (found.outcome() instanceof Outcome.Answer<TrustResult>(TrustResult result)) {
                sections.add(new Report.Section("trust", runs.size() > 1 ? "Trust in " + run.name() : "Trust", found.section().blocks()));
                String of = runs.size() > 1 ? run.name() + ": " : "";
                result.doubts().stream().limit(SENTENCES).forEach(each -> sentences.add("In doubt: " + of + each.words() + "."));
            }
        }
        others(material, runs, work).forEach(sections::add);
        return new Contribution(sections, List.of(), sentences);
    }

    private static List<Report.Section> others(Material material, List<Requests> runs, Work work) {
        List<Block> blocks = new ArrayList<>();
        for (Dataset each : material.datasets()) {
            if (runs.stream().noneMatch(run -> Objects.equals(run.name(), each.name()))) {
                DataChecks.of(each, work).stream().filter(check -> check.level() == Check.Level.DOUBT)
                        .forEach(check -> blocks.add(new Block.Finding(Block.Tone.WATCH, each.name(), check.words() + ".")));
            }
        }
        return blocks.isEmpty() ? List.of() : List.of(new Report.Section("trust-others", "Trust in the other data", blocks));
    }
}
