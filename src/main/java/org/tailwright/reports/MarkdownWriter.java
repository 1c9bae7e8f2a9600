package org.tailwright.reports;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// A report as GitHub-flavoured Markdown. Charts become a line that says what they show.
public final class MarkdownWriter implements ReportWriter {
    private static final String SPECIAL = "\\`*_{}[]#|~!$";

    @Override
    public String format() {
        return "Markdown";
    }

    @Override
    public List<String> endings() {
        return List.of("md", "markdown");
    }

    @Override
    public byte[] write(Report report) {
        return text(report).getBytes(StandardCharsets.UTF_8);
    }

    /// The report as one text.
    public String text(Report report) {
        StringBuilder out = new StringBuilder("# ").append(inline(report.title())).append("\n\n").append(inline(report.subject())).append('\n');
        if (!report.verdicts().isEmpty()) {
            out.append("\n## Verdicts\n\n| | | measured | objective | 95 % interval | evidence |\n|---|---|--:|--:|--:|---|\n");
            for (Verdict each : report.verdicts()) {
                row(out, List.of("**" + each.level().words() + "**", inline(each.what()), inline(each.measured().text()),
                        inline(each.objective()), inline(each.interval()), evidence(report, each)));
            }
        }
        report.sections().forEach(each -> out.append('\n').append(text(each)));
        Report.Section appendix = Origins.of(report).appendix();
        if (!appendix.blocks().isEmpty()) {
            out.append('\n').append(text(appendix));
        }
        report.recipe().ifPresent(each -> out.append(Recipes.comment(each)));
        return out.toString();
    }

    /// One section as text.
    public String text(Report.Section section) {
        StringBuilder out = new StringBuilder("## ").append(inline(section.title())).append('\n');
        section.blocks().forEach(each -> {
            out.append('\n');
            block(out, each);
        });
        return out.toString();
    }

    private static void block(StringBuilder out, Block block) {
        switch (block) {
            case Block.Heading it -> out.append("### ").append(inline(it.text())).append('\n');
            case Block.Text it -> out.append(inline(it.text())).append('\n');
            case Block.Facts it -> facts(out, it);
            case Block.Table it -> table(out, it);
            case Block.Picture it -> out.append("*Chart ").append(inline(it.id())).append(": ").append(inline(it.alternative())).append("*\n");
            case Block.Finding it -> out.append("> ").append(Tones.mark(it.tone())).append(" **").append(inline(Phrase.plain(it.title())))
                    .append("**  \n> ").append(inline(it.text())).append('\n');
        }
    }

    private static void facts(StringBuilder out, Block.Facts facts) {
        out.append("| | value | 95 % interval | |\n|---|--:|--:|---|\n");
        for (Block.Fact each : facts.facts()) {
            row(out, List.of(inline(each.label()), inline(each.figure().text()), inline(each.figure().interval()),
                    (each.supported() ? "" : "not supported: ") + inline(each.note())));
        }
    }

    private static void table(StringBuilder out, Block.Table table) {
        if (!table.title().isEmpty()) {
            out.append("**").append(inline(Phrase.plain(table.title()))).append("**\n\n");
        }
        row(out, table.columns().stream().map(each -> inline(each.title())).toList());
        out.append(table.columns().stream().map(each -> each.number() ? "--:" : "---").collect(Collectors.joining("|", "|", "|\n")));
        table.rows().forEach(cells -> row(out, cells.stream().map(each -> escape(Phrase.oneLine(each.text()))).toList()));
    }

    private static void row(StringBuilder out, List<String> cells) {
        out.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private static String evidence(Report report, Verdict verdict) {
        return report.sections().stream().filter(each -> each.id().equals(verdict.evidence())).map(each -> inline(each.title()))
                .findFirst().orElse("");
    }

    /// Text with its bold parts kept and everything else escaped.
    private static String inline(String text) {
        return Phrase.of(text).stream().map(each -> each.bold() ? "**" + escape(each.text().strip()) + "**" : escape(each.text()))
                .collect(Collectors.joining());
    }

    /// Escapes all signs that mean something anywhere, and those that mean something at the beginning of a line.
    private static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean first = i == 0 && (c == '-' || c == '+' || c == '=');
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                default -> out.append(first || SPECIAL.indexOf(c) >= 0 ? "\\" + c : String.valueOf(c));
            }
        }
        return out.toString();
    }
}
