package org.tailwright.reports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The numbers of a report as they are shown, by a name that stays the same when the report is made again.
public final class Shown {
    /// Reports hold fewer; a table of a million rows would not help anyone who compares two reports.
    private static final int MOST = 5_000;

    private final SequencedMap<String, String> numbers = new LinkedHashMap<>();

    private Shown() {}

    /// Verdicts, key numbers and numbers in tables, in the order shown; at most 5,000.
    public static SequencedMap<String, String> of(Report report) {
        Shown shown = new Shown();
        report.verdicts().forEach(each -> shown.add("verdict: " + each.what() + " " + each.objective(), each.level().words() + ", " + each.measured().words()));
        report.sections().forEach(shown::section);
        return shown.numbers;
    }

    private void section(Report.Section section) {
        for (Block block : section.blocks()) {
            if (block instanceof Block.Facts facts) {
                facts.facts().forEach(each -> add(section.id() + ": " + each.label(), each.figure().words()));
            } else if (block instanceof Block.Table table) {
                table.rows().forEach(row -> row(section.id() + ": " + table.id(), table.columns(), row));
            }
        }
    }

    private void row(String table, List<Block.Column> columns, List<Block.Cell> row) {
        for (int i = 0; i < row.size(); i++) {
            if (columns.get(i).number()) {
                add(table + ", " + row.getFirst().text() + ", " + columns.get(i).title(), row.get(i).text());
            }
        }
    }

    private void add(String name, String text) {
        String free = name;
        for (int i = 2; numbers.containsKey(free); i++) {
            free = name + " (" + i + ")";
        }
        if (numbers.size() < MOST) {
            numbers.put(free, text);
        }
    }
}
