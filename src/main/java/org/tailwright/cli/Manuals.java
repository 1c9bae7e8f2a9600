package org.tailwright.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tailwright.analyses.Analysis;
import org.tailwright.catalog.Analyses;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What a package installs beside the program: the manual page and the shell's completion, both made from the options that the commands have.
final class Manuals {
    private final List<Object> commands;

    /// @param commands the annotated commands but `run`, in the order of the manual
    Manuals(List<Object> commands) {
        this.commands = commands;
    }

    /// The completion script for bash (and for zsh with bashcompinit).
    String completion() {
        CommandLine root = new CommandLine(CommandSpec.create().name("tailwright"));
        for (Object each : commands) {
            CommandLine command = new CommandLine(each);
            root.addSubcommand(command.getCommandName(), command);
        }
        CommandLine run = new CommandLine(CommandSpec.create().name("run"));
        Analyses.ALL.forEach(each -> run.addSubcommand(each.id(), RunCommand.of(each, new CommonOptions())));
        root.addSubcommand("run", run);
        return AutoComplete.bash("tailwright", root);
    }

    /// The manual page, section 1, in the man macros of roff.
    String page() {
        StringBuilder page = new StringBuilder(".TH TAILWRIGHT 1\n.SH NAME\ntailwright \\- performance workbench: from measured latency to a capacity decision\n");
        page.append(".SH SYNOPSIS\n.nf\n");
        Usage.TEXT.lines().filter(each -> each.startsWith("tailwright ")).forEach(each -> page.append(text(each)).append('\n'));
        page.append(".fi\n.SH DESCRIPTION\n");
        Usage.TEXT.lines().dropWhile(each -> !each.startsWith("Each command")).forEach(each -> page.append(text(each)).append('\n'));
        page.append(".SH COMMANDS\n");
        commands.forEach(each -> command(page, new CommandLine(each).getCommandSpec()));
        page.append(".SH ANALYSES\nEach is asked with \\fBtailwright run\\fR \\fIANALYSIS FILE\\fR and takes the options of a report besides its own.\n");
        Analyses.ALL.forEach(each -> analysis(page, each));
        page.append(".SH ENVIRONMENT\n.TP\n.B TAILWRIGHT_MEMORY\nthe most memory for data, such as 4g; without it 60 % of the machine's\n");
        page.append(".TP\n.B JAVA_HOME\nthe JDK to use where the program does not bring its own\n");
        page.append(".TP\n.B XDG_CACHE_HOME\nwhere columns of large files are kept for a faster second opening\n");
        return page.toString();
    }

    private static void command(StringBuilder page, CommandSpec spec) {
        page.append(".SS ").append(text(spec.name())).append('\n');
        page.append(text(String.join(" ", spec.usageMessage().description()))).append('\n');
        spec.options().stream().filter(each -> !each.hidden()).forEach(each -> option(page, each));
    }

    private static void analysis(StringBuilder page, Analysis<?, ?> analysis) {
        page.append(".SS ").append(text(analysis.id())).append('\n').append(text(analysis.title())).append(".\n");
        analysis.form().fields().forEach(field -> page.append(".TP\n.B ").append(text("--" + field.id())).append('\n')
                .append(text(AnalysesCommand.words(field))).append('\n'));
    }

    private static void option(StringBuilder page, OptionSpec option) {
        String label = option.arity().max() == 0 ? "" : " " + option.paramLabel().toUpperCase(Locale.ROOT);
        page.append(".TP\n.B ").append(text(String.join(", ", option.names()) + label)).append('\n');
        page.append(text(String.join(" ", option.description()).replace("%%", "%").replace("${DEFAULT-VALUE}", String.valueOf(option.defaultValueString())))).append('\n');
    }

    /// Roff takes a backslash, a minus, and a dot or a quote at the beginning of a line for its own.
    private static String text(String words) {
        String escaped = words.replace("\\", "\\e").replace("-", "\\-");
        return escaped.lines().map(each -> each.startsWith(".") || each.startsWith("'") ? "\\&" + each : each).collect(Collectors.joining("\n"));
    }
}
