package org.tailwright.catalog.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Requests;
import org.tailwright.data.Traces;
import org.tailwright.reports.Block;
import org.tailwright.reports.Report;
import org.tailwright.statistics.Distribution;
import org.tailwright.statistics.Latency;
import org.tailwright.statistics.LatencyResult;
import org.tailwright.statistics.QuantileIntervals;
import org.tailwright.statistics.modes.Modes;
import org.tailwright.statistics.omission.Omission;
import org.tailwright.statistics.omission.OmissionResult;
import org.tailwright.work.Work;

/// Contributes the latency of every run: key numbers, the curve and the heat map, then the tables.
final class Latencies implements Contributor {
    @Override
    public Optional<Chapter> chapter() {
        return Optional.of(Chapter.STATISTICAL);
    }

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
            blocks.addAll(shape(asked, work));
            sections.add(new Report.Section("latency", runs.size() > 1 ? "Latency of " + run.name() : "Latency", blocks));
            if (latency.outcome() instanceof Outcome.Answer<LatencyResult>(LatencyResult found)) {
                sentences.add(sentence(found, material.all(Traces.class).anyMatch(each -> each.name().equals(run.name())) ? "span" : "request", runs.size() > 1 ? " in " + run.name() : ""));
            }
        }
        return new Contribution(sections, List.of(), sentences);
    }

    /// Several modes with what they consist of, and coordinated omission where it has something to say.
    private static List<Block> shape(Inputs asked, Work work) {
        List<Block> blocks = new ArrayList<>();
        Analysis.Run<Modes> modes = Modes.ANALYSIS.run(asked, Map.of(), work);
        if (modes.outcome() instanceof Outcome.Answer<Modes>(Modes found) && found.modes().size() > 1) {
            blocks.add(new Block.Heading("Modes"));
            blocks.addAll(modes.section().blocks());
        }
        Analysis.Run<OmissionResult> omission = Omission.ANALYSIS.run(asked, Map.of(), work);
        if (omission.outcome() instanceof Outcome.Answer<OmissionResult>(OmissionResult found) && (found.corrected().isPresent() || found.standing().correctable())) {
            blocks.add(new Block.Heading("Coordinated omission"));
            blocks.addAll(omission.section().blocks());
        }
        return blocks;
    }

    private static String sentence(LatencyResult found, String one, String in) {
        LatencyResult.Errors errors = found.errors();
        boolean few = found.all().n() < QuantileIntervals.minimal(0.99);
        String took = few ? "The " + Words.count(found.all().n(), one, one + "s") + in + " took " + Numbers.duration(found.all().min()) + " to **" + Numbers.duration(found.all().max()) + "**"
                : "Half of the " + Words.count(found.all().n(), one, one + "s") + in + " took at most " + Numbers.duration(found.all().at(0.5).value())
                + ", 99 in 100 at most **" + Numbers.duration(found.all().at(0.99).value()) + "**, the slowest " + Numbers.duration(found.all().max());
        return took
                + (!errors.known() ? "; the source does not say what failed." : errors.n() == 0 ? "; none failed."
                        : "; " + Numbers.percent(errors.share().value()) + " failed.");
    }
}
