package org.tailwright.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// The command line. Every failure ends here: a sentence for people and an exit code.
public final class Cli {
    private static final List<String> COMMANDS = List.of("summary", "analyses", "run", "report", "replay", "compare", "picture", "formats");

    private Cli() {}

    /// Runs one command.
    ///
    /// @return the exit code
    public static int run(String[] args, Console console, Shells shells) {
        boolean debug = Arrays.asList(args).contains("--debug");
        try {
            return dispatch(args, console, shells);
        } catch (ParameterException e) {
            console.note(sentence(e));
            console.note("Try: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
            return Exit.USAGE;
        } catch (Complaint e) {
            console.note(e.sentence());
            trace(e.getCause(), debug, console);
            return Exit.USAGE;
        } catch (CancellationException e) {
            return Exit.USAGE;
        } catch (OutOfMemoryError e) {
            console.note("there is not enough memory for this data; give more with TAILWRIGHT_MEMORY=4g");
            return Exit.USAGE;
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            console.note("Tailwright made a mistake: " + cause + at(cause) + (debug ? "" : "; --debug shows the details, please report them"));
            trace(e, debug, console);
            return Exit.BUG;
        }
    }

    private static int dispatch(String[] args, Console console, Shells shells) {
        List<String> words = new ArrayList<>(List.of(args));
        if (!words.isEmpty() && words.getFirst().equals("rehearse")) {
            Rehearsal.run(words.stream().skip(1).map(Path::of).toList(), shells);
            return Exit.FINE;
        }
        if (words.equals(List.of("manual")) || words.equals(List.of("completion"))) {
            Manuals manuals = new Manuals(COMMANDS.stream().filter(each -> !each.equals("run")).map(each -> command(each, console, shells)).toList());
            console.out().print(words.getFirst().equals("manual") ? manuals.page() : manuals.completion());
            return Exit.FINE;
        }
        if (words.isEmpty() || !COMMANDS.contains(words.getFirst())) {
            return window(words, console, shells);
        }
        if (words.getFirst().equals("run")) {
            return analysis(words.subList(1, words.size()), console);
        }
        if (words.getFirst().equals("summary") && words.size() > 1 && words.stream().skip(1).noneMatch(each -> each.startsWith("-") || each.startsWith("@"))) {
            return summary(words.subList(1, words.size()), console);
        }
        CommandLine command = new CommandLine(command(words.removeFirst(), console, shells));
        command.setCommandName("tailwright " + command.getCommandName());
        command.getCommandSpec().addOption(CommandLine.Model.OptionSpec.builder("-h", "--help").usageHelp(true).description("show this help").build());
        CommandLine.ParseResult parsed = command.parseArgs(words.toArray(String[]::new));
        if (parsed.isUsageHelpRequested()) {
            command.usage(console.out());
            return Exit.FINE;
        }
        return call(command.getCommand());
    }

    /// Files alone need no parser of options, which takes longer to load than a small file takes to read.
    private static int summary(List<String> files, Console console) {
        SummaryCommand command = new SummaryCommand(console);
        command.files = files.stream().map(Path::of).toList();
        return command.call();
    }

    private static Object command(String name, Console console, Shells shells) {
        return switch (name) {
            case "summary" -> new SummaryCommand(console);
            case "analyses" -> new AnalysesCommand(console);
            case "report" -> new ReportCommand(console, shells);
            case "replay" -> new ReplayCommand(console);
            case "compare" -> new CompareCommand(console);
            case "picture" -> new PictureCommand(console, shells);
            default -> new FormatsCommand(console);
        };
    }

    private static int call(java.util.concurrent.Callable<Integer> command) {
        try {
            return command.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static int analysis(List<String> words, Console console) {
        List<String> ordered = RunCommand.nameFirst(words);
        if (ordered.isEmpty() || ordered.getFirst().equals("--help") || ordered.getFirst().equals("-h")) {
            console.out().println("Usage: tailwright run ANALYSIS [FILE…] [--parameter value…] [--json | --md | -o FILE]");
            console.out().println("One analysis. `tailwright run ANALYSIS --help` shows its parameters.");
            return ordered.isEmpty() ? missingAnalysis() : new AnalysesCommand(console).call();
        }
        CommonOptions common = new CommonOptions();
        var analysis = RunCommand.named(ordered.removeFirst());
        CommandLine command = RunCommand.of(analysis, common);
        CommandLine.ParseResult parsed = command.parseArgs(ordered.toArray(String[]::new));
        if (parsed.isUsageHelpRequested()) {
            command.usage(console.out());
            return Exit.FINE;
        }
        return new Asking(analysis, common, console).ask(parsed);
    }

    private static int missingAnalysis() {
        throw new Complaint("name an analysis; `tailwright analyses` lists them");
    }

    private static int window(List<String> words, Console console, Shells shells) {
        if (words.contains("--help") || words.contains("-h")) {
            console.out().print(Usage.TEXT);
            return Exit.FINE;
        }
        if (words.contains("--version") || words.contains("-V")) {
            console.out().println("tailwright " + version());
            return Exit.FINE;
        }
        for (String word : words) {
            if (word.startsWith("-")) {
                throw new Complaint("there is no option '" + word + "' without a command; `tailwright --help` lists the commands");
            }
            if (!Files.exists(Path.of(word))) {
                throw new Complaint("there is no file and no command '" + word + "'; `tailwright --help` lists the commands");
            }
        }
        try {
            shells.window(words.stream().map(Path::of).toList());
        } catch (UnsupportedOperationException e) {
            throw new Complaint(String.valueOf(e.getMessage()), e);
        }
        return Exit.FINE;
    }

    private static String version() {
        String version = Cli.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    /// picocli's words, without its hints that span lines.
    private static String sentence(ParameterException e) {
        String message = String.valueOf(e.getMessage());
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched && unmatched.isUnknownOption()) {
            String known = e.getCommandLine().getCommandSpec().options().stream().filter(each -> !each.hidden()).map(each -> each.longestName())
                    .reduce((a, b) -> a + ", " + b).orElse("none");
            return "there is no option " + unmatched.getUnmatched().getFirst() + "; there are " + known;
        }
        return message.lines().findFirst().orElse(message);
    }

    private static String at(Throwable cause) {
        return Arrays.stream(cause.getStackTrace()).filter(each -> each.getClassName().startsWith("org.tailwright")).findFirst()
                .map(each -> " at " + each.getFileName() + ":" + each.getLineNumber()).orElse("");
    }

    private static void trace(@Nullable Throwable e, boolean debug, Console console) {
        if (debug && e != null) {
            e.printStackTrace(console.err());
        }
    }
}
