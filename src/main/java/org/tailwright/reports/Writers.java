package org.tailwright.reports;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The list of formats that a report can be written in.
public final class Writers {
    /// All writers, in the order shown to people.
    public static final List<ReportWriter> ALL =
            List.of(new HtmlWriter(), new PdfWriter(), new MarkdownWriter(), new JsonWriter(), new CsvWriter(), new TextWriter(false));

    private Writers() {}

    /// The writer for a file of this name, by its ending.
    public static Optional<ReportWriter> forName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return ALL.stream().filter(each -> each.endings().stream().anyMatch(ending -> lower.endsWith("." + ending))).findFirst();
    }

    /// All endings in words, as in `.html, .md or .json`.
    public static String endings() {
        List<String> all = ALL.stream().map(each -> "." + each.endings().getFirst()).toList();
        return String.join(", ", all.subList(0, all.size() - 1)) + " or " + all.getLast();
    }
}
