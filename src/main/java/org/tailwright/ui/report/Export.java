package org.tailwright.ui.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tailwright.reports.ReportWriter;
import org.tailwright.reports.Writers;
import org.tailwright.ui.Dialogs;
import org.tailwright.ui.jobs.Jobs;
import org.tailwright.workspace.investigation.RecipePaths;

/// Writes the report to a file, in the format that its ending says.
public final class Export {
    private static final List<Dialogs.FileKind> KINDS = List.of(new Dialogs.FileKind("Web page", "html"), new Dialogs.FileKind("PDF", "pdf"), new Dialogs.FileKind("Tables as CSV", "csv"),
            new Dialogs.FileKind("Markdown", "md"), new Dialogs.FileKind("JSON", "json"));

    private final Jobs jobs;
    private final Dialogs dialogs;

    private final Reporting reporting;

    public Export(Jobs jobs, Dialogs dialogs, Reporting reporting) {
        this.jobs = jobs;
        this.dialogs = dialogs;
        this.reporting = reporting;
    }

    /// Asks where, then writes.
    public void ask(Reporting.Question question) {
        dialogs.save("Export report", "report.html", KINDS).ifPresent(path -> write(path, question));
    }

    /// Asks for a folder, then writes every chart there.
    public void askCharts(Reporting.Question question) {
        dialogs.folder("Folder for the charts").ifPresent(folder -> charts(folder, question));
    }

    /// Writes every chart of the report into a folder, as SVG and as PNG.
    public void charts(Path folder, Reporting.Question question) {
        new ChartExport(jobs, folder).write(reporting, question);
    }

    /// Writes to `path`.
    public void write(Path path, Reporting.Question question) {
        jobs.start("writing " + path.getFileName(), work -> {
            ReportWriter writer = Writers.forName(path.toString()).orElseThrow(
                    () -> new IllegalArgumentException("a report is written as " + Writers.endings() + ", not as '" + path.getFileName() + "'"));
            return Files.write(path, writer.write(RecipePaths.beside(reporting.answer(question, work), path)));
        }, _ -> {});
    }
}
