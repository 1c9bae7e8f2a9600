package org.tailwright.reports;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All tables of a report as CSV (RFC 4180), parted by empty lines: first a line with the table's id and title, then its heading. A column
/// of numbers becomes two: as shown, and as a bare number (durations in nanoseconds, shares with 1 for the whole).
public final class CsvWriter implements ReportWriter {
    @Override
    public String format() {
        return "CSV (tables only)";
    }

    @Override
    public List<String> endings() {
        return List.of("csv");
    }

    @Override
    public byte[] write(Report report) {
        List<String> parts = new ArrayList<>();
        if (!report.verdicts().isEmpty()) {
            parts.add(verdicts(report.verdicts()));
        }
        report.sections().forEach(section -> section.blocks().forEach(block -> {
            if (block instanceof Block.Table table) {
                parts.add(text(table));
            } else if (block instanceof Block.Facts facts) {
                parts.add(facts(section, facts));
            }
        }));
        Origins.of(report).appendix().blocks().forEach(block -> {
            if (block instanceof Block.Table table) {
                parts.add(text(table));
            }
        });
        return String.join("\r\n", parts).getBytes(StandardCharsets.UTF_8);
    }

    /// One table with its heading.
    public static String text(Block.Table table) {
        StringBuilder out = new StringBuilder();
        line(out, Stream.of(table.id(), table.title()));
        line(out, table.columns().stream().flatMap(each -> each.number() ? Stream.of(each.title(), each.title() + " (number)") : Stream.of(each.title())));
        for (List<Block.Cell> row : table.rows()) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                cells.add(row.get(i).text());
                if (table.columns().get(i).number()) {
                    cells.add(number(row.get(i).value()));
                }
            }
            line(out, cells.stream());
        }
        return out.toString();
    }

    private static String verdicts(List<Verdict> verdicts) {
        StringBuilder out = new StringBuilder();
        line(out, Stream.of("verdicts", "Verdicts"));
        line(out, Stream.of("level", "what", "measured", "measured (number)", "objective", "interval", "evidence"));
        verdicts.forEach(each -> line(out, Stream.of(each.level().words(), each.what(), each.measured().text(), number(each.measured().value()),
                each.objective(), each.measured().interval(), each.evidence())));
        return out.toString();
    }

    private static String facts(Report.Section section, Block.Facts facts) {
        StringBuilder out = new StringBuilder();
        line(out, Stream.of(section.id(), section.title()));
        line(out, Stream.of("what", "value", "value (number)", "interval", "note"));
        facts.facts().forEach(each -> line(out, Stream.of(each.label(), each.figure().text(), number(each.figure().value()),
                each.figure().interval(), each.note())));
        return out.toString();
    }

    private static void line(StringBuilder out, Stream<String> cells) {
        out.append(cells.map(CsvWriter::cell).collect(Collectors.joining(","))).append("\r\n");
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
    }

    /// A text that a spreadsheet would take for a formula gets an apostrophe in front.
    private static String cell(String text) {
        String clean = Phrase.oneLine(text);
        boolean formula = !clean.isEmpty() && "=+-@".indexOf(clean.charAt(0)) >= 0 && !clean.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?");
        String safe = formula ? "'" + clean : clean;
        return safe.matches("[^\",;]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
