package org.tailwright.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tailwright.analyses.Inputs;
import org.tailwright.catalog.report.Judging;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Dataset;
import org.tailwright.data.Selection;
import org.tailwright.reports.TextWriter;
import org.tailwright.reports.Verdict;
import org.tailwright.work.Work;
import org.tailwright.workspace.DatasetSummary;
import org.tailwright.workspace.DatasetTrust;
import org.tailwright.workspace.OpenFile;
import org.tailwright.workspace.Opened;
import org.tailwright.workspace.cache.ColumnCache;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `summary FILE…`: what is in files.
@Command(name = "summary", description = "What is in files: kinds, rows, time span, percentiles, problems.", sortOptions = false)
final class SummaryCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "files and folders")
    List<Path> files = new ArrayList<>();

    @Option(names = "--json", description = "as JSON (documented in docs/formats.md)")
    boolean json;

    @Option(names = "--gate", description = "exit 1 when an objective is breached")
    boolean gate;

    @Mixin
    CommonOptions common = new CommonOptions();

    /// How many files without data are named.
    private static final int SKIPPED = 20;

    private final Console console;

    SummaryCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Opened opened = common.open(files, Map.of(), ColumnCache.NONE, console);
        if (opened.read().findAny().isEmpty() && opened.refused().isEmpty()) {
            if (json) {
                console.out().print(SummaryJson.text(List.of(), List.of()));
            }
            throw new Complaint(Refusals.NOTHING);
        }
        List<Dataset> chosen = common.data.isEmpty() ? opened.datasets() : common.chosen(opened);
        Selection selection = common.selection(chosen);
        List<Verdict> verdicts = verdicts(opened, chosen);
        List<FileSummary> summaries = opened.files().stream().filter(each -> !(each instanceof OpenFile.Skipped))
                .map(each -> FileSummary.of(each, chosen, selection)).toList();
        if (json) {
            console.out().print(SummaryJson.text(summaries, verdicts));
        } else {
            new SummaryText(console.out(), common.zoneId()).print(summaries);
            skipped(opened.skipped());
            if (!verdicts.isEmpty()) {
                console.out().print("\nverdicts\n" + new TextWriter(console.colours()).verdicts(verdicts));
            }
        }
        if (!verdicts.isEmpty()) {
            Judging.leftOut(chosen).ifPresent(console::note);
        }
        int code = Refusals.tell(opened, console);
        boolean breached = verdicts.stream().anyMatch(each -> each.level() == Verdict.Level.BREACH);
        return code != Exit.FINE ? code : gate && breached ? Exit.GATE : Exit.FINE;
    }

    private void skipped(List<OpenFile.Skipped> files) {
        files.stream().limit(SKIPPED).forEach(each -> console.out().println("skipped " + each.path().getFileName() + ": " + each.why()));
        if (files.size() > SKIPPED) {
            console.out().println("skipped " + Numbers.count(files.size() - SKIPPED) + " more files");
        }
    }

    private List<Verdict> verdicts(Opened opened, List<Dataset> chosen) {
        Inputs inputs = common.inputs(opened, chosen);
        return inputs.objectives().isEmpty() ? List.of() : Judging.verdicts(chosen, inputs, Work.NONE);
    }

    /// What is in one file, and how far it can be trusted.
    record FileSummary(OpenFile file, List<DatasetSummary> datasets, List<DatasetTrust> trust) {
        static FileSummary of(OpenFile file, List<Dataset> chosen, Selection selection) {
            List<Dataset> own = switch (file) {
                case OpenFile.Read read -> chosen.stream().filter(each -> each.origin().file().equals(read.path())
                        || read.result().datasets().stream().anyMatch(one -> one == each)).toList();
                case OpenFile.Refused _, OpenFile.Skipped _ -> List.of();
            };
            return new FileSummary(file, own.stream().flatMap(each -> DatasetSummary.of(each, selection).stream()).toList(),
                    own.stream().map(each -> DatasetTrust.quick(each, Work.NONE)).toList());
        }
    }
}
