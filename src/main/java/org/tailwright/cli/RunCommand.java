package org.tailwright.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Field;
import org.tailwright.catalog.Analyses;
import org.tailwright.catalog.Fitting;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `run ANALYSIS FILE…`: one analysis. Its options are made from the analysis' form, so that a new parameter is an option at once.
final class RunCommand {
    private RunCommand() {}

    /// The command of one analysis.
    static CommandLine of(Analysis<?, ?> analysis, CommonOptions common) {
        CommandSpec spec = CommandSpec.create().name("tailwright run " + analysis.id());
        spec.usageMessage().description(analysis.title() + "; takes " + Fitting.kinds(analysis) + ".").sortOptions(false);
        spec.addPositional(PositionalParamSpec.builder().paramLabel("FILE").arity("0..*").type(List.class).auxiliaryTypes(java.nio.file.Path.class)
                .description("files and folders").build());
        for (Field<?> field : analysis.form().fields()) {
            String words = AnalysesCommand.words(field).replace("%", "%%").replace("@", "@@");
            OptionSpec.Builder option = OptionSpec.builder("--" + field.id()).paramLabel(label(field)).type(String.class).description(words);
            spec.addOption((field.kind() == Field.Kind.FLAG ? option.arity("0..1").fallbackValue("true") : option.arity("1")).build());
        }
        spec.addOption(OptionSpec.builder("--json").type(boolean.class).description("the answer as JSON").build());
        spec.addOption(OptionSpec.builder("--md").type(boolean.class).description("the answer as Markdown").build());
        spec.addOption(OptionSpec.builder("--gate").type(boolean.class).description("exit 1 when an objective is breached").build());
        spec.addOption(OptionSpec.builder("-o", "--output").paramLabel("FILE").type(java.nio.file.Path.class)
                .description("write it to a file; its ending says the format").build());
        addCommon(spec, common);
        spec.addOption(OptionSpec.builder("-h", "--help").usageHelp(true).description("show this help").build());
        return new CommandLine(spec);
    }

    /// Common options, without those that the analysis has itself.
    private static void addCommon(CommandSpec spec, CommonOptions common) {
        for (OptionSpec option : CommandSpec.forAnnotatedObject(common).options()) {
            if (!spec.optionsMap().containsKey(option.longestName())) {
                spec.addOption(option);
            }
        }
    }

    /// What was typed for the analysis' own parameters.
    static Map<String, String> typed(Analysis<?, ?> analysis, ParseResult parsed) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (Field<?> field : analysis.form().fields()) {
            String value = parsed.matchedOptionValue("--" + field.id(), (String) null);
            if (value != null) {
                typed.put(field.id(), value);
            }
        }
        return typed;
    }

    /// The analysis called `id`.
    ///
    /// @throws Complaint with the list when there is none
    static Analysis<?, ?> named(String id) {
        return Analyses.named(id).orElseThrow(() -> new Complaint("there is no analysis '" + id + "'; there are "
                + Analyses.ALL.stream().map(Analysis::id).collect(Collectors.joining(", "))));
    }

    /// Moves the analysis' name to the front: options may stand before it.
    static List<String> nameFirst(List<String> args) {
        List<String> ordered = new ArrayList<>(args);
        for (int i = 0; i < ordered.size(); i++) {
            if (Analyses.named(ordered.get(i)).isPresent()) {
                ordered.addFirst(ordered.remove(i));
                return ordered;
            }
        }
        return ordered;
    }

    private static String label(Field<?> field) {
        return switch (field.kind()) {
            case NUMBER -> "X";
            case INTEGER -> "N";
            case DURATION -> "DURATION";
            case CHOICE -> "CHOICE";
            case TEXT -> "TEXT";
            case FLAG -> "true|false";
        };
    }
}
