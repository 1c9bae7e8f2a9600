package org.tailwright.catalog.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Requests;
import org.tailwright.reports.Block;
import org.tailwright.reports.Report;
import org.tailwright.statistics.Distribution;
import org.tailwright.statistics.Latency;
import org.tailwright.statistics.LatencyResult;
import org.tailwright.work.Work;

/// Contributes the latency of every run: key numbers, the curve and the heat map, then the tables.
final class Latencies implements Contributor {
    @Override
    public Contribution contribute(Material material, Inputs inputs, Work work) {
        List<Requests> runs = Judging.runs(material.datasets());
        List<Report.Section> sections = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        for (Requests run : runs) {
            Inputs asked = inputs.with(List.of(run));
            Analysis.Run<LatencyResult> latency = Latency.ANALYSIS.run(asked, Map.of(), work);
            List<Block> blocks = new ArrayList<>(latency.section().blocks());
            int at = Math.min(1, blocks.size());
            for (Block each : Distribution.ANALYSIS.run(asked, Map.of(), work).section().blocks()) {
                if (each instanceof Block.Picture picture && !picture.id().equals("histogram")) {
                    blocks.add(at++, picture);
                }
            }
            sections.add(new Report.Section("latency", runs.size() > 1 ? "Latency of " + run.name() : "Latency", blocks));
            if (latency.outcome() instanceof Outcome.Answer<LatencyResult>(LatencyResult found)) {
                sentences.add(sentence(found, runs.size() > 1 ? " in " + run.name() : ""));
            }
        }
        return new Contribution(sections, List.of(), sentences);
    }

    private static String sentence(LatencyResult found, String in) {
        LatencyResult.Errors errors = found.errors();
        return "Half of the " + Words.count(found.all().n(), "request", "requests") + in + " took at most " + Numbers.duration(found.all().at(0.5).value())
                + ", 99 in 100 at most **" + Numbers.duration(found.all().at(0.99).value()) + "**, the slowest " + Numbers.duration(found.all().max())
                + (!errors.known() ? "; the source does not say what failed." : errors.n() == 0 ? "; none failed."
                        : "; " + Numbers.percent(errors.share().value()) + " failed.");
    }
}
