package org.tailwright.workspace.investigation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Inputs;
import org.tailwright.catalog.Analyses;
import org.tailwright.catalog.Fitting;
import org.tailwright.catalog.report.Against;
import org.tailwright.catalog.report.Grounding;
import org.tailwright.catalog.report.Material;
import org.tailwright.catalog.report.PrivateNames;
import org.tailwright.catalog.report.ReportTemplate;
import org.tailwright.catalog.report.SourceFile;
import org.tailwright.data.Dataset;
import org.tailwright.reports.Block;
import org.tailwright.reports.Redaction;
import org.tailwright.reports.Report;
import org.tailwright.work.Work;
import org.tailwright.workspace.Materials;
import org.tailwright.workspace.Opened;

/// The report of an investigation: the template's report, and before its last section (data and method) the answers and notes that were added
/// by hand, in their order.
public final class InvestigationReport {
    /// Stands for a note among the pinned answers.
    public static final String NOTE = "note";

    private InvestigationReport() {}

    /// Writes it.
    ///
    /// @param title used when the investigation has none of its own
    /// @param chosen the data sets to report on
    /// @param comparing what they are compared with
    public static Report write(String title, Opened opened, List<Dataset> chosen, Investigation investigation, Optional<Comparing> comparing, Work work) {
        Material material = Materials.of(opened, chosen, investigation.story().business(), work);
        String named = investigation.story().title().isBlank() ? title : investigation.story().title();
        Report report = ReportTemplate.write(named, material, investigation.inputs(chosen), work);
        List<Report.Section> sections = new ArrayList<>(report.sections());
        sections.addAll(Math.max(0, sections.size() - 1), added(chosen, investigation, work));
        Report joined = new Report(report.title(), report.subject(), report.verdicts(), ReportTemplate.unique(sections));
        Report told = comparing.map(each -> Against.added(joined, each.of(chosen, investigation, work))).orElse(joined);
        List<SourceFile> files = Stream.concat(material.files().stream(), comparing.stream().flatMap(each -> each.files(work).stream())).toList();
        Report whole = Grounding.of(told, files, investigation.inputs(chosen), comparing.map(Comparing::baseline).orElse(List.of()));
        RecipeOf recipe = new RecipeOf(material.files(), chosen, investigation, comparing);
        if (!investigation.story().redacted()) {
            return whole.with(recipe.of(whole, words -> words, false));
        }
        Redaction redaction = PrivateNames.redaction(Stream.concat(chosen.stream(), comparing.stream().flatMap(each -> each.baseline().stream())).toList());
        Report redacted = redaction.of(whole);
        return redacted.with(recipe.of(redacted, redaction::text, true));
    }

    private static List<Report.Section> added(List<Dataset> chosen, Investigation investigation, Work work) {
        List<Report.Section> added = new ArrayList<>();
        for (Pin pin : investigation.pinned()) {
            work.check();
            section(pin, chosen, investigation, work).ifPresent(added::add);
        }
        return added;
    }

    private static Optional<Report.Section> section(Pin pin, List<Dataset> chosen, Investigation investigation, Work work) {
        if (pin.analysis().equals(NOTE)) {
            return Optional.of(note(pin));
        }
        Optional<Analysis<?, ?>> analysis = Analyses.named(pin.analysis());
        return analysis.map(found -> {
            Inputs inputs = investigation.inputs(Fitting.around(found, chosen, pin.spot().dataset(), pin.spot().part())).with(pin.selection());
            return found.run(inputs, pin.typed(), work).section();
        });
    }

    private static Report.Section note(Pin pin) {
        List<Block> blocks = new ArrayList<>();
        pin.typed().getOrDefault("text", "").lines().filter(line -> !line.isBlank()).forEach(line -> blocks.add(new Block.Text(line.strip())));
        String title = pin.typed().getOrDefault("title", "");
        return new Report.Section(NOTE, title.isBlank() ? "Note" : title, blocks);
    }
}
