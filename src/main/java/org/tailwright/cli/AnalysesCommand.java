package org.tailwright.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Field;
import org.tailwright.catalog.Analyses;
import org.tailwright.catalog.Fitting;
import org.tailwright.reports.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `analyses`: what can be run.
@Command(name = "analyses", description = "What can be asked of data: analyses with their input and parameters.")
final class AnalysesCommand implements Callable<Integer> {
    @Option(names = "--json", description = "as JSON")
    boolean json;

    private final Console console;

    AnalysesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (json) {
            console.out().print(Json.text(Map.of("analyses", Analyses.ALL.stream().map(AnalysesCommand::tree).toList())));
            return Exit.FINE;
        }
        for (Analysis<?, ?> each : Analyses.ALL) {
            console.out().println(each.id() + "  " + each.title() + "; takes " + Fitting.kinds(each));
            each.form().fields().forEach(field -> console.out().println("    --" + field.id() + "  " + words(field)));
        }
        console.out().println("Run one with: tailwright run ANALYSIS FILE…   (tailwright run ANALYSIS --help)");
        return Exit.FINE;
    }

    /// What a parameter does, its choices and its default.
    static String words(Field<?> field) {
        String choices = field.choices().isEmpty() || field.kind() == Field.Kind.FLAG ? "" : ": " + String.join(", ", field.choices());
        return field.doc() + choices + (field.initial().isEmpty() ? "" : " (default: " + field.initial() + ")");
    }

    private static Map<String, @Nullable Object> tree(Analysis<?, ?> analysis) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", analysis.id());
        tree.put("title", analysis.title());
        tree.put("inputs", analysis.inputs().stream().map(slot -> {
            Map<String, @Nullable Object> input = new LinkedHashMap<>();
            input.put("name", slot.name());
            input.put("kinds", slot.kinds().stream().map(kind -> kind.id()).sorted().toList());
            input.put("arity", slot.arity());
            return input;
        }).toList());
        List<Field<?>> fields = analysis.form().fields();
        tree.put("parameters", fields.stream().map(field -> {
            Map<String, @Nullable Object> parameter = new LinkedHashMap<>();
            parameter.put("name", field.id());
            parameter.put("doc", field.doc());
            parameter.put("kind", field.kind());
            parameter.put("default", field.initial());
            if (!field.choices().isEmpty()) {
                parameter.put("choices", field.choices());
            }
            return parameter;
        }).toList());
        return tree;
    }
}
