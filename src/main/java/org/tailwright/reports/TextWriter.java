package org.tailwright.reports;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A report as text for a terminal, at most about 100 columns wide. Colours are for terminals only.
public final class TextWriter implements ReportWriter {
    private static final int WIDTH = 100;
    private static final int SHOWN_ROWS = 40;

    private final boolean colours;

    /// @param colours whether to use ANSI escapes
    public TextWriter(boolean colours) {
        this.colours = colours;
    }

    @Override
    public String format() {
        return "plain text";
    }

    @Override
    public List<String> endings() {
        return List.of("txt");
    }

    @Override
    public byte[] write(Report report) {
        return text(report).getBytes(StandardCharsets.UTF_8);
    }

    /// The report as one text.
    public String text(Report report) {
        StringBuilder out = new StringBuilder();
        out.append(strong(Phrase.plain(report.title()))).append('\n');
        wrap(out, report.subject(), "");
        if (!report.verdicts().isEmpty()) {
            out.append('\n').append(strong("Verdicts")).append('\n').append(verdicts(report.verdicts()));
        }
        report.sections().forEach(each -> out.append('\n').append(text(each)));
        return out.toString();
    }

    /// One section as text.
    public String text(Report.Section section) {
        StringBuilder out = new StringBuilder(strong(Phrase.plain(section.title()))).append('\n');
        section.blocks().forEach(each -> block(out, each));
        return out.toString();
    }

    /// The verdict table as text.
    public String verdicts(List<Verdict> verdicts) {
        Grid grid = new Grid(List.of(false, false, true, true, false));
        for (Verdict each : verdicts) {
            grid.add(List.of(each.level().words(), Phrase.plain(each.what()), each.measured().text(), each.objective(), each.interval()));
        }
        List<Block.Tone> tones = verdicts.stream().map(each -> Tones.of(each.level())).toList();
        StringBuilder out = new StringBuilder();
        List<String> lines = grid.lines();
        for (int i = 0; i < lines.size(); i++) {
            out.append("  ").append(paint(lines.get(i), tones.get(i), verdicts.get(i).level().words().length())).append('\n');
        }
        return out.toString();
    }

    private void block(StringBuilder out, Block block) {
        switch (block) {
            case Block.Heading it -> out.append('\n').append(strong(Phrase.plain(it.text()))).append('\n');
            case Block.Text it -> wrap(out, it.text(), "  ");
            case Block.Facts it -> facts(out, it.facts());
            case Block.Table it -> table(out, it);
            case Block.Picture it -> wrap(out, "[chart " + it.id() + "] " + it.alternative(), "  ");
            case Block.Finding it -> {
                out.append("  ").append(paint(Tones.mark(it.tone()), it.tone(), 1)).append(' ').append(strong(Phrase.plain(it.title()))).append('\n');
                wrap(out, it.text(), "    ");
            }
        }
    }

    private static void facts(StringBuilder out, List<Block.Fact> facts) {
        Grid grid = new Grid(List.of(false, true, false, false));
        for (Block.Fact each : facts) {
            Figure figure = each.figure();
            grid.add(List.of(Phrase.plain(each.label()), figure.text(), figure.interval(),
                    (each.supported() ? "" : "(not supported) ") + Phrase.plain(each.note())));
        }
        grid.lines().forEach(line -> out.append("  ").append(line).append('\n'));
    }

    private void table(StringBuilder out, Block.Table table) {
        if (!table.title().isEmpty()) {
            out.append("  ").append(strong(Phrase.plain(table.title()))).append('\n');
        }
        Grid grid = new Grid(table.columns().stream().map(Block.Column::number).toList());
        grid.add(table.columns().stream().map(each -> Phrase.plain(each.title())).toList());
        table.rows().stream().limit(SHOWN_ROWS).forEach(row -> grid.add(row.stream().map(each -> Phrase.oneLine(each.text())).toList()));
        List<String> lines = grid.lines();
        for (int i = 0; i < lines.size(); i++) {
            out.append("  ").append(i == 0 ? muted(lines.get(i)) : lines.get(i)).append('\n');
        }
        if (table.rows().size() > SHOWN_ROWS) {
            out.append("  … and ").append(table.rows().size() - SHOWN_ROWS).append(" more rows\n");
        }
    }

    private static void wrap(StringBuilder out, String text, String indent) {
        StringBuilder line = new StringBuilder(indent);
        for (String word : Phrase.plain(text).split(" ")) {
            if (line.length() > indent.length() && line.length() + word.length() >= WIDTH) {
                out.append(line.toString().stripTrailing()).append('\n');
                line.setLength(indent.length());
            }
            line.append(word).append(' ');
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }

    private String strong(String text) {
        return colours ? "\u001b[1m" + text + "\u001b[0m" : text;
    }

    private String muted(String text) {
        return colours ? "\u001b[2m" + text + "\u001b[0m" : text;
    }

    private String paint(String line, Block.Tone tone, int length) {
        String code = Tones.ansi(tone);
        return !colours || code.isEmpty() ? line : "\u001b[" + code + "m" + line.substring(0, length) + "\u001b[0m" + line.substring(length);
    }

    /// Cells in aligned columns.
    private static final class Grid {
        private static final int WIDEST = 60;
        private final List<Boolean> right;
        private final List<List<String>> rows = new ArrayList<>();

        Grid(List<Boolean> right) {
            this.right = right;
        }

        void add(List<String> row) {
            rows.add(row.stream().map(each -> cut(Phrase.oneLine(each))).toList());
        }

        List<String> lines() {
            int[] widths = new int[right.size()];
            rows.forEach(row -> {
                for (int i = 0; i < widths.length; i++) {
                    widths[i] = Math.max(widths[i], length(row.get(i)));
                }
            });
            return rows.stream().map(row -> {
                StringBuilder line = new StringBuilder();
                for (int i = 0; i < widths.length; i++) {
                    String pad = " ".repeat(widths[i] - length(row.get(i)));
                    line.append(right.get(i) ? pad + row.get(i) : row.get(i) + pad).append("  ");
                }
                return line.toString().stripTrailing();
            }).toList();
        }

        private static int length(String text) {
            return text.codePointCount(0, text.length());
        }

        private static String cut(String text) {
            return length(text) <= WIDEST ? text : text.substring(0, text.offsetByCodePoints(0, WIDEST - 1)) + "…";
        }
    }
}
