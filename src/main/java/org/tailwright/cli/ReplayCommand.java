package org.tailwright.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tailwright.reports.ReportWriter;
import org.tailwright.reports.Writers;
import org.tailwright.workspace.investigation.RecipePaths;
import org.tailwright.workspace.investigation.Replay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `replay REPORT`: makes a report again and says what changed.
@Command(name = "replay", description = "Makes a report again from the recipe in it, and says which files and numbers changed.", sortOptions = false)
final class ReplayCommand implements Callable<Integer> {
    private static final int SHOWN = 40;

    @Parameters(paramLabel = "REPORT", description = "a report as .html, .pdf, .md or .json")
    Path report = Path.of("");

    @Option(names = "--in", paramLabel = "FOLDER", description = "where its files are now, repeatable")
    List<Path> folders = new ArrayList<>();

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "write the new report; its ending says the format")
    @Nullable Path output;

    @Option(names = "--gate", description = "exit 1 when a number changed")
    boolean gate;

    @Option(names = "--debug", description = "show the details of a failure")
    boolean debug;

    private final Console console;

    ReplayCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Replay replay = replay();
        replay.files().forEach(each -> console.out().println(SummaryText.clean(each)));
        console.out().println(replay.changes().isEmpty() ? "nothing changed: all " + replay.numbers() + " numbers are as they were"
                : replay.changes().size() + " changes; " + replay.numbers() + " numbers were in the report");
        replay.changes().stream().limit(SHOWN).forEach(each -> console.out().println(SummaryText.clean("  " + each.name() + ": "
                + (each.before().isEmpty() ? "(not there)" : each.before()) + " → " + (each.now().isEmpty() ? "(gone)" : each.now()))));
        if (replay.changes().size() > SHOWN) {
            console.out().println("  and " + (replay.changes().size() - SHOWN) + " more");
        }
        Path to = output;
        if (to != null) {
            ReportWriter writer = Writers.forName(to.toString())
                    .orElseThrow(() -> new Complaint("a report is written as " + Writers.endings() + ", not as '" + to.getFileName() + "'"));
            Output.write(to, writer.write(RecipePaths.beside(replay.report(), to)));
            console.out().println("wrote " + to);
        }
        return gate && !replay.changes().isEmpty() ? Exit.GATE : Exit.FINE;
    }

    private Replay replay() {
        try (ConsoleWork work = new ConsoleWork(console, "replaying")) {
            return Replay.of(report, folders, work);
        } catch (NoSuchFileException e) {
            throw new Complaint(e.getMessage() + ": there is no such file", e);
        } catch (IOException e) {
            throw new Complaint(report + ": " + e.getMessage(), e);
        }
    }
}
