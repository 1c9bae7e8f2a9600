package org.tailwright.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Dataset;
import org.tailwright.data.Histograms;
import org.tailwright.data.Requests;
import org.tailwright.reports.Json;
import org.tailwright.reports.MarkdownWriter;
import org.tailwright.reports.Report;
import org.tailwright.reports.TextWriter;
import org.tailwright.reports.Writers;
import org.tailwright.statistics.comparison.Comparison;
import org.tailwright.statistics.comparison.ComparisonResult;
import org.tailwright.statistics.comparison.ComparisonSection;
import org.tailwright.statistics.comparison.HistogramComparison;
import org.tailwright.workspace.Hashes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `compare BASELINE CANDIDATE`: is the candidate slower?
@Command(name = "compare", sortOptions = false,
        description = "Whether a candidate is slower than a baseline: worse, the same, or cannot tell. Several runs a side are joined by commas.")
final class CompareCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "BASELINE", description = "a file or folder, or several runs: BASE1,BASE2; a part of one: BASE@+60s..+120s")
    String baseline = "";

    @Parameters(index = "1", paramLabel = "CANDIDATE", description = "the same of the other side: NEW1,NEW2")
    String candidate = "";

    @Option(names = "--threshold", paramLabel = "SHARE", description = "changes up to it do not matter (default: ${DEFAULT-VALUE})", defaultValue = "5%")
    String threshold = "5%";

    @Option(names = "--percentiles", paramLabel = "P,P", description = "percentiles that decide (default: ${DEFAULT-VALUE})", defaultValue = "50,99")
    String percentiles = "50,99";

    @Option(names = "--keep-warm-up", description = "do not cut the beginning of a run that is unlike the rest")
    boolean keepWarmUp;

    @Option(names = "--json", description = "the answer as JSON (documented in docs/formats.md)")
    boolean json;

    @Option(names = "--md", description = "the answer as Markdown")
    boolean markdown;

    @Option(names = "--junit", paramLabel = "FILE", description = "write the verdicts as JUnit XML too, for build servers")
    @Nullable Path junit;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "write the answer to a file; its ending says the format")
    @Nullable Path output;

    @Mixin
    CommonOptions common = new CommonOptions();

    private final Console console;

    CompareCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Comparison.Settings settings = settings();
        ComparedRuns runs = new ComparedRuns(common, console);
        List<Histograms> oldLogs = runs.histograms(baseline);
        List<Histograms> newLogs = oldLogs.isEmpty() ? List.of() : runs.histograms(candidate);
        if (!newLogs.isEmpty()) {
            try (ConsoleWork work = new ConsoleWork(console, "comparing")) {
                return told(HistogramComparison.of(oldLogs, newLogs, settings, common.seed, work), settings, oldLogs, newLogs);
            }
        }
        List<Requests> before = runs.of(baseline);
        List<Requests> after = runs.of(candidate);
        try (ConsoleWork work = new ConsoleWork(console, "comparing")) {
            return told(Comparison.of(before, after, settings, work), settings, before, after);
        }
    }

    private int told(ComparisonResult result, Comparison.Settings settings, List<? extends Dataset> before, List<? extends Dataset> after) {
        Report.Section section = ComparisonSection.of(result, settings);
        if (output != null) {
            write(output, section, result, before, after);
        } else if (json) {
            console.out().print(json(result, before, after));
        } else if (markdown) {
            console.out().print(new MarkdownWriter().text(section));
        } else {
            console.out().print(new TextWriter(console.colours()).text(section));
        }
        if (junit != null) {
            Output.write(junit, JUnitXml.of(result, candidate).getBytes(StandardCharsets.UTF_8));
        }
        return switch (result.verdict()) {
            case SAME, BETTER -> Exit.FINE;
            case WORSE -> Exit.GATE;
            case CANNOT_TELL -> Exit.CANNOT_TELL;
        };
    }

    private Comparison.Settings settings() {
        try {
            return Comparison.Settings.parse(threshold, percentiles, !keepWarmUp);
        } catch (IllegalArgumentException e) {
            throw new Complaint(String.valueOf(e.getMessage()), e);
        }
    }

    private void write(Path file, Report.Section section, ComparisonResult result, List<? extends Dataset> before, List<? extends Dataset> after) {
        if (file.toString().endsWith(".json")) {
            Output.write(file, json(result, before, after).getBytes(StandardCharsets.UTF_8));
        } else {
            Report report = new Report("Comparison", baseline + " → " + candidate + " · times in " + common.zoneId().getId(), List.of(), List.of(section));
            Output.write(file, Writers.forName(file.toString())
                    .orElseThrow(() -> new Complaint("a comparison is written as " + Writers.endings() + ", not as '" + file.getFileName() + "'")).write(report));
        }
        console.out().println("wrote " + file);
    }

    private String json(ComparisonResult result, List<? extends Dataset> before, List<? extends Dataset> after) {
        Map<String, @Nullable Object> root = new LinkedHashMap<>(Json.properties(result));
        root.put("asked", Map.of("threshold", settings().threshold(), "percentiles", percentiles, "warmUp", keepWarmUp ? "kept" : "cut"));
        root.put("provenance", Map.of("baseline", before.stream().map(CompareCommand::data).toList(), "candidate", after.stream().map(CompareCommand::data).toList()));
        return Json.text(root);
    }

    private static Map<String, @Nullable Object> data(Dataset run) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("file", run.origin().file().toString());
        data.put("rows", run.rows());
        data.put("sha256", Hashes.sha256(run.origin().file()).orElse(null));
        return data;
    }
}
