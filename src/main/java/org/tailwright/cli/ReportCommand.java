package org.tailwright.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tailwright.catalog.report.ReportTemplate;
import org.tailwright.data.Dataset;
import org.tailwright.reports.Report;
import org.tailwright.reports.ReportWriter;
import org.tailwright.reports.TextWriter;
import org.tailwright.reports.Verdict;
import org.tailwright.reports.Writers;
import org.tailwright.statistics.comparison.Comparison;
import org.tailwright.workspace.Materials;
import org.tailwright.workspace.investigation.Comparing;
import org.tailwright.workspace.investigation.Investigation;
import org.tailwright.workspace.investigation.InvestigationReport;
import org.tailwright.workspace.investigation.RecipePaths;
import org.tailwright.workspace.investigation.Story;
import org.tailwright.workspace.Opened;
import org.tailwright.workspace.cache.ColumnCache;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `report FILE… -o out.html`: the main job in one command.
@Command(name = "report", description = "A report on files: verdicts, summary, evidence, method.", sortOptions = false)
final class ReportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "files and folders")
    List<Path> files = new ArrayList<>();

    @Option(names = {"-o", "--output"}, required = true, paramLabel = "FILE", description = "file to write; its ending says the format: .html, .pdf, .md, .json, .csv, .txt")
    @Nullable Path output;

    @Option(names = "--title", paramLabel = "TITLE", description = "title of the report")
    @Nullable String title;

    @Option(names = "--charts", paramLabel = "DIR", description = "write every chart as SVG and PNG into this folder too")
    @Nullable Path charts;

    @Option(names = "--redact", description = "replace names of hosts and people, addresses, ids in URLs and literals in SQL")
    boolean redact;

    @Option(names = "--cost-of-an-hour", paramLabel = "AMOUNT", description = "what an hour of breach costs, such as 12000 or '€ 12000'")
    @Nullable String cost;

    @Option(names = "--users-in-an-hour", paramLabel = "N", description = "how many people use the service in an hour")
    @Nullable Double users;

    @Option(names = "--gate", description = "exit 1 when an objective is breached")
    boolean gate;

    @Option(names = "--baseline", paramLabel = "FILE", description = "compare with this run, or with several: BASE1,BASE2")
    @Nullable String baseline;

    @Option(names = "--threshold", paramLabel = "SHARE", description = "changes against the baseline up to it do not matter (default: ${DEFAULT-VALUE})", defaultValue = "5%")
    String threshold = "5%";

    @Mixin
    CommonOptions common = new CommonOptions();

    private final Console console;
    private final Shells shells;

    ReportCommand(Console console, Shells shells) {
        this.console = console;
        this.shells = shells;
    }

    @Override
    public Integer call() {
        Path out = java.util.Objects.requireNonNull(output);
        ReportWriter writer = Writers.forName(out.toString())
                .orElseThrow(() -> new Complaint("a report is written as " + Writers.endings() + ", not as '" + out.getFileName() + "'"));
        ColumnCache cache = common.cache();
        Opened opened = common.open(files, Map.of(), cache, console);
        int code = Refusals.tellAndNeedData(opened, console);
        Report report = report(opened);
        Output.write(out, writer.write(RecipePaths.beside(report, out)));
        if (charts != null) {
            Output.charts(charts, report, shells.pictures());
        }
        print(report, out);
        cache.settle();
        boolean breached = report.verdicts().stream().anyMatch(each -> each.level() == Verdict.Level.BREACH);
        return code != Exit.FINE ? code : gate && breached ? Exit.GATE : Exit.FINE;
    }

    private Report report(Opened opened) {
        List<Dataset> chosen = common.chosen(opened);
        Investigation asked = asked(opened, chosen);
        Optional<Comparing> comparing = Optional.ofNullable(baseline).map(this::comparing);
        try (ConsoleWork work = new ConsoleWork(console, "analysing")) {
            return InvestigationReport.write(Materials.title(files), opened, chosen, asked, comparing, work);
        }
    }

    private Comparing comparing(String words) {
        try {
            Comparison.Settings settings = Comparison.Settings.parse(threshold, "50,99", true);
            return new Comparing(new ComparedRuns(common, console).named(words), Optional.empty(), settings);
        } catch (IllegalArgumentException e) {
            throw new Complaint(String.valueOf(e.getMessage()), e);
        }
    }

    private Investigation asked(Opened opened, List<Dataset> chosen) {
        Investigation asked = common.investigation(opened, chosen);
        Story story = title == null ? asked.story() : asked.story().titled(title);
        Story told = new Story(story.title(), cost == null && users == null ? story.business() : Optional.of(Costs.parse(cost, users)), redact || story.redacted(), story.marks(), story.named());
        return new Investigation(asked.files(), asked.selection(), asked.asked(), asked.pinned(), told, asked.seen());
    }

    private void print(Report report, Path out) {
        TextWriter text = new TextWriter(console.colours());
        console.out().println(SummaryText.clean(report.title()));
        if (report.verdicts().isEmpty()) {
            console.out().println("no objective given: name one with --objective 'p99<250ms', or write it into the folder's objectives.yaml");
        } else {
            console.out().print(text.verdicts(report.verdicts()));
        }
        report.sections().stream().filter(each -> each.id().equals(ReportTemplate.IN_SHORT)).forEach(each -> console.out().print("\n" + text.text(each)));
        console.out().println("\nreport:          " + out);
        if (charts != null) {
            console.out().println("charts:          " + charts);
        }
        console.out().println("open the window: " + System.getProperty("tailwright.command", "packaging/tailwright") + " " + String.join(" ", files.stream().map(ReportCommand::quoted).toList()));
    }

    private static String quoted(Path path) {
        String text = path.toString();
        return text.matches("[A-Za-z0-9_./:+=@%-]*") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
