package org.tailwright.catalog.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.catalog.Stepped;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Dataset;
import org.tailwright.data.LoadPoints;
import org.tailwright.data.Requests;
import org.tailwright.models.scalability.CapacityAnalysis;
import org.tailwright.models.scalability.CapacityResult;
import org.tailwright.models.scalability.UslAnalysis;
import org.tailwright.models.scalability.UslResult;
import org.tailwright.reports.Block;
import org.tailwright.reports.Report;
import org.tailwright.work.Work;

/// Contributes the scalability law and the capacity number of load points and of runs whose load was raised in steps.
final class ScalabilityReport implements Contributor {
    @Override
    public Optional<Chapter> chapter() {
        return Optional.of(Chapter.STATISTICAL);
    }

    @Override
    public Contribution contribute(Material material, Inputs inputs, Work work) {
        List<Report.Section> sections = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        List<Advice> advice = new ArrayList<>();
        List<Dataset> fitting = material.datasets().stream()
                .filter(each -> each instanceof LoadPoints || each instanceof Requests run && Stepped.is(run)).toList();
        for (Dataset each : fitting) {
            Inputs asked = inputs.with(List.of(each));
            Analysis.Run<UslResult> usl = UslAnalysis.USL.run(asked, Map.of(), work);
            Analysis.Run<CapacityResult> capacity = CapacityAnalysis.CAPACITY.run(asked, Map.of(), work);
            List<Block> blocks = new ArrayList<>();
            if (capacity.outcome() instanceof Outcome.Answer<CapacityResult>) {
                blocks.add(new Block.Heading("Capacity: the highest load that meets the objective"));
                blocks.addAll(capacity.section().blocks());
                blocks.add(new Block.Heading("Scalability law"));
            }
            blocks.addAll(usl.section().blocks());
            sections.add(new Report.Section("scalability", fitting.size() > 1 ? "Scalability of " + each.name() : "Scalability", blocks));
            sentence(usl, capacity).ifPresent(sentences::add);
            advice(capacity).ifPresent(advice::add);
        }
        return new Contribution(sections, List.of(), sentences, advice);
    }

    private static Optional<Advice> advice(Analysis.Run<CapacityResult> capacity) {
        if (!(capacity.outcome() instanceof Outcome.Answer<CapacityResult>(CapacityResult found)) || found.next() == null) {
            return Optional.empty();
        }
        Double load = found.capacityLoad();
        Double throughput = found.capacityThroughput();
        return Optional.of(load == null || throughput == null
                ? new Advice(0, "Measure at lower loads", "No load that was measured is shown to keep p99 under " + Numbers.duration(found.limitNanos()) + ".")
                : new Advice(0, "Keep the load at or below " + Numbers.number(load) + " (" + Numbers.rate(throughput) + "), or take away the bottleneck before more is sent",
                        "It is the highest measured load at which p99 stays under " + Numbers.duration(found.limitNanos()) + "; at the next higher one that was measured it is not shown to."));
    }

    private static Optional<String> sentence(Analysis.Run<UslResult> usl, Analysis.Run<CapacityResult> capacity) {
        List<String> parts = new ArrayList<>();
        if (capacity.outcome() instanceof Outcome.Answer<CapacityResult>(CapacityResult found)) {
            Double load = found.capacityLoad();
            Double throughput = found.capacityThroughput();
            parts.add(load == null || throughput == null
                    ? "No measured load is shown to keep p99 under " + Numbers.duration(found.limitNanos()) + "."
                    : "**Capacity: load " + Numbers.number(load) + ", " + Numbers.rate(throughput) + "**" + (found.next() == null ? " or more" : "")
                            + " is the highest measured at which p99 stays under " + Numbers.duration(found.limitNanos()) + ".");
        }
        if (usl.outcome() instanceof Outcome.Answer<UslResult>(UslResult found)) {
            Double peak = found.peakLoad();
            Double highest = found.peakThroughput();
            boolean known = peak != null && highest != null && found.beta().low() != null && found.beta().low() > 0;
            boolean beyond = found.peak().equals("beyond");
            parts.add(known && !beyond ? "The fitted scalability law peaks at load " + Numbers.number(peak) + " with " + Numbers.rate(highest) + "; beyond, more load means less work done."
                    : known ? "The fitted scalability law puts a peak of throughput at load " + Numbers.number(peak) + ", beyond what was measured." : "The fitted scalability law does not prove a peak of throughput.");
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", parts));
    }
}
