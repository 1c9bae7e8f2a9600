package org.tailwright.catalog.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tailwright.analyses.Inputs;
import org.tailwright.data.Traces;
import org.tailwright.reports.Report;
import org.tailwright.traces.OperationsAnalysis;
import org.tailwright.work.Work;

/// Contributes operations and services of traces.
final class TraceReport implements Contributor {
    @Override
    public Optional<Chapter> chapter() {
        return Optional.of(Chapter.DEPENDENCIES);
    }

    @Override
    public Contribution contribute(Material material, Inputs inputs, Work work) {
        List<Report.Section> sections = new ArrayList<>();
        List<Traces> all = material.all(Traces.class).toList();
        for (Traces each : all) {
            Report.Section found = OperationsAnalysis.OPERATIONS.run(inputs.with(List.of(each)), Map.of(), work).section();
            sections.add(new Report.Section("traces", all.size() > 1 ? "Traces of " + each.name() : "Traces", found.blocks()));
        }
        return new Contribution(sections, List.of(), List.of());
    }
}
