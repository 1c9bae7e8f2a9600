package org.tailwright.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Field;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.analyses.Slot;
import org.tailwright.catalog.Fitting;
import org.tailwright.catalog.report.Judging;
import org.tailwright.data.Dataset;
import org.tailwright.reports.Json;
import org.tailwright.reports.MarkdownWriter;
import org.tailwright.reports.Report;
import org.tailwright.reports.TextWriter;
import org.tailwright.reports.Verdict;
import org.tailwright.reports.Writers;
import org.tailwright.work.Work;
import org.tailwright.workspace.Hashes;
import org.tailwright.workspace.Opened;
import org.tailwright.workspace.cache.ColumnCache;
import picocli.CommandLine.ParseResult;

/// Asks one analysis and shows its answer.
final class Asking {
    /// Parameters that name a column of a file and therefore also say how it is read.
    private static final Set<String> ROLES = Set.of("load", "throughput");

    /// How many types of events are proposed.
    private static final int EVENTS = 5;

    private final Analysis<?, ?> analysis;
    private final CommonOptions common;
    private final Console console;

    Asking(Analysis<?, ?> analysis, CommonOptions common, Console console) {
        this.analysis = analysis;
        this.common = common;
        this.console = console;
    }

    int ask(ParseResult parsed) {
        Map<String, String> typed = RunCommand.typed(analysis, parsed);
        check(typed);
        List<Path> files = parsed.matchedPositionalValue(0, List.<Path>of());
        boolean columns = analysis.form().fields().stream().map(Field::id).toList().containsAll(ROLES); // elsewhere --load is arrivals per second
        Map<String, String> roles = typed.entrySet().stream().filter(each -> columns && ROLES.contains(each.getKey()) && !each.getValue().isBlank())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        ColumnCache cache = common.cache();
        Opened opened = files.isEmpty() && needsNoFile(analysis) ? new Opened(List.of(), List.of()) : common.open(files, roles, cache, console);
        int code = files.isEmpty() ? Exit.FINE : Refusals.tellAndNeedData(opened, console);
        Answer answer = answer(opened, common.chosen(opened), typed);
        show(answer, opened, parsed);
        cache.settle();
        if (code == Exit.FINE && parsed.matchedOptionValue("--gate", false) && breached(answer, opened)) {
            return Exit.GATE;
        }
        if (answer.run.outcome() instanceof Outcome.NotApplicable<?>) {
            events(answer.inputs.datasets());
            return Exit.CANNOT_TELL;
        }
        return code;
    }

    /// Whether numbers alone can be asked about.
    private static boolean needsNoFile(Analysis<?, ?> analysis) {
        return analysis.inputs().stream().allMatch(each -> each.arity() == Slot.Arity.OPTIONAL);
    }

    /// Events of a recording answer for requests once their type is named.
    private void events(List<Dataset> asked) {
        String types = asked.stream().flatMap(Fitting::events).distinct().limit(EVENTS).collect(Collectors.joining(", "));
        if (!types.isEmpty() && common.data.isEmpty() && analysis.inputs().getFirst().kinds().contains(Dataset.Kind.REQUESTS)) {
            console.note("events with durations are asked about by their type, as in --data " + types.replace(", ", " or ") + " (most events first)");
        }
    }

    /// Whether the data sets chosen breach an objective; a breach stands whatever else the analysis can tell.
    private boolean breached(Answer answer, Opened opened) {
        List<Dataset> chosen = common.chosen(opened);
        if (!answer.inputs.objectives().isEmpty()) {
            Judging.leftOut(chosen).ifPresent(console::note);
        }
        return Judging.verdicts(chosen, answer.inputs, Work.NONE).stream().anyMatch(each -> each.level() == Verdict.Level.BREACH);
    }

    private void check(Map<String, String> typed) {
        try {
            analysis.form().parse(typed);
        } catch (IllegalArgumentException e) {
            throw new Complaint(String.valueOf(e.getMessage()), e);
        }
    }

    private record Answer(Analysis.Run<?> run, Inputs inputs) {}

    /// The first choice of data sets that can be answered, else what the first one lacks.
    private Answer answer(Opened opened, List<Dataset> chosen, Map<String, String> typed) {
        List<List<Dataset>> choices = Fitting.choices(analysis, chosen);
        if (choices.isEmpty()) {
            String there = chosen.stream().map(each -> Fitting.words(each.kind())).distinct().collect(Collectors.joining(", "));
            return refused(opened, chosen, typed, analysis.id() + " takes " + Fitting.kinds(analysis) + "; here " + (there.isEmpty() ? "is no data" : "are " + there));
        }
        Inputs asked = common.inputs(opened, chosen);
        Answer first = null;
        try (ConsoleWork work = new ConsoleWork(console, analysis.id())) {
            for (List<Dataset> choice : choices) {
                Inputs inputs = asked.with(choice);
                Answer answer = new Answer(analysis.run(inputs, typed, work), inputs);
                if (answer.run.outcome() instanceof Outcome.Answer<?>) {
                    others(choice, choices);
                    return answer;
                }
                first = first == null ? answer : first;
            }
        } catch (IllegalArgumentException e) {
            throw new Complaint(String.valueOf(e.getMessage()), e);
        }
        return java.util.Objects.requireNonNull(first);
    }

    private void others(List<Dataset> choice, List<List<Dataset>> choices) {
        if (choices.size() > 1) {
            console.note("about " + choice.getFirst().name() + ", the first that fits of " + choices.stream().map(each -> each.getFirst().name())
                    .collect(Collectors.joining(", ")) + "; choose with --data");
        }
    }

    private <P, R> Answer refused(Opened opened, List<Dataset> chosen, Map<String, String> typed, String why) {
        Report.Section section = new Report.Section(analysis.id(), analysis.title(), List.of(new org.tailwright.reports.Block.Text(why)));
        return new Answer(new Analysis.Run<>(analysis.id(), analysis.form().complete(typed), Outcome.not(why), section), common.inputs(opened, chosen));
    }

    private void show(Answer answer, Opened opened, ParseResult parsed) {
        Report.Section section = answer.run.section();
        Path output = parsed.matchedOptionValue("--output", (Path) null);
        if (output != null) {
            write(output, answer, opened);
            console.out().println("wrote " + output);
        } else if (parsed.matchedOptionValue("--json", false)) {
            console.out().print(json(answer, opened));
        } else if (parsed.matchedOptionValue("--md", false)) {
            console.out().print(new MarkdownWriter().text(section));
        } else {
            console.out().print(new TextWriter(console.colours()).text(section));
        }
    }

    private void write(Path output, Answer answer, Opened opened) {
        if (output.toString().endsWith(".json")) {
            Output.write(output, json(answer, opened).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return;
        }
        String names = answer.inputs.datasets().stream().map(Dataset::name).collect(Collectors.joining(", "));
        Report report = new Report(analysis.title(), (names.isEmpty() ? "" : names + " · ") + "seed " + answer.inputs.seed() + " · times in " + answer.inputs.zone().getId(), List.of(),
                List.of(answer.run.section()));
        Output.write(output, Writers.forName(output.toString())
                .orElseThrow(() -> new Complaint("an answer is written as " + Writers.endings() + ", not as '" + output.getFileName() + "'")).write(report));
    }

    /// The answer's own values first, then what was asked, then where it came from.
    private String json(Answer answer, Opened opened) {
        Map<String, @Nullable Object> root = new LinkedHashMap<>();
        switch (answer.run.outcome()) {
            case Outcome.Answer<?>(Record result) -> root.putAll(Json.properties(result));
            case Outcome.Answer<?>(Map<?, ?> result) -> result.forEach((name, value) -> root.put(String.valueOf(name), value));
            case Outcome.Answer<?>(Object result) -> root.put("result", result);
            case Outcome.NotApplicable<?>(String why) -> root.put("notApplicable", why);
        }
        root.put("asked", answer.run.asked());
        Map<String, @Nullable Object> provenance = new LinkedHashMap<>();
        provenance.put("analysis", answer.run.id());
        provenance.put("data", answer.inputs.datasets().stream().map(each -> data(each)).toList());
        provenance.put("selection", org.tailwright.catalog.report.Words.of(answer.inputs.selection(), answer.inputs.zone()));
        provenance.put("objectives", answer.inputs.objectives().stream().map(each -> each.text()).toList());
        provenance.put("seed", answer.inputs.seed());
        provenance.put("zone", answer.inputs.zone().getId());
        root.put("provenance", provenance);
        return Json.text(root);
    }

    private static Map<String, @Nullable Object> data(Dataset dataset) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("name", dataset.name());
        data.put("kind", dataset.kind().id());
        data.put("file", dataset.origin().file().toString());
        data.put("format", dataset.origin().format());
        data.put("rows", dataset.rows());
        data.put("sha256", Hashes.sha256(dataset.origin().file()).orElse(null));
        return data;
    }
}
