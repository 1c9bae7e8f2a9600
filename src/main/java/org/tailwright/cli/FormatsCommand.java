package org.tailwright.cli;

import java.util.concurrent.Callable;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Readers;
import org.tailwright.reports.ReportWriter;
import org.tailwright.reports.Writers;
import picocli.CommandLine.Command;

/// `formats`: what can be opened and written.
@Command(name = "formats", description = "What can be opened, and how it is recognised; what reports can be written.")
final class FormatsCommand implements Callable<Integer> {
    private final Console console;

    FormatsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().println("Opens (recognised by content, also inside gzip and in UTF-16):");
        for (Reader each : Readers.ALL) {
            console.out().println("  " + each.format() + ": " + each.recognisedBy());
        }
        console.out().println("A folder's objectives.yaml gives objectives.");
        console.out().println("Writes reports:");
        for (ReportWriter each : Writers.ALL) {
            console.out().println("  ." + each.endings().getFirst() + "  " + each.format());
        }
        return Exit.FINE;
    }
}
