package org.tailwright.readers.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tailwright.readers.Head;

/// Why a text is no table that can be read, and what it comes nearest to.
final class TableGuesses {
    private static final int SHOWN = 12;
    private static final int LOOK = 100;

    private TableGuesses() {}

    /// What is missing for requests, metrics and load points.
    static String of(Survey survey) {
        List<String> names = survey.dialect().names();
        int time = survey.time();
        int duration = survey.duration();
        List<String> parts = new ArrayList<>();
        parts.add("requests need a time and a duration (" + told("time", time, names) + ", " + told("duration", duration, names) + ")");
        parts.add("metrics need a time beside numbers (" + told("time", time, names) + ")");
        parts.add("load points need a load and a throughput (" + told("load", survey.load(), names) + ", " + told("throughput", survey.throughput(), names) + ")");
        return String.join("; ", parts);
    }

    private static String told(String role, int column, List<String> names) {
        return column < 0 ? "no column looks like a " + role : cut(names.get(column)) + " may be the " + role;
    }

    /// The first names of columns, quoted shortly.
    static String names(List<String> names) {
        String first = String.join(", ", names.stream().limit(SHOWN).map(TableGuesses::cut).toList());
        return names.size() > SHOWN ? first + " and " + (names.size() - SHOWN) + " more" : first;
    }

    private static String cut(String name) {
        return name.length() > 40 ? name.substring(0, 40) + "…" : name;
    }

    /// Why a text has no columns at all.
    static String of(Head head) {
        List<String> lines = head.lines(LOOK).stream().filter(each -> !each.isBlank() && !each.startsWith("#")).toList();
        if (lines.isEmpty()) {
            return head.whole() ? "it has no line that is not a comment" : "its first line is longer than " + head.bytes().length / 1024 + " KiB";
        }
        if (lines.size() == 1 && head.whole()) {
            return "it has a single line";
        }
        List<String> parts = new ArrayList<>();
        for (char delimiter : new char[] {',', ';', '\t'}) {
            int[] widths = lines.stream().mapToInt(each -> Cells.of(each, delimiter).size()).sorted().toArray();
            if (widths[widths.length - 1] > 1) {
                parts.add("by " + word(delimiter) + " its lines have " + widths[0] + (widths[0] == widths[widths.length - 1] ? "" : " to " + widths[widths.length - 1])
                        + " fields" + (widths[0] > DelimitedText.MOST_COLUMNS ? ", more than " + DelimitedText.MOST_COLUMNS : ""));
            }
        }
        return parts.isEmpty() ? "no delimiter parts its lines into fields" : String.join(", ", parts);
    }

    private static String word(char delimiter) {
        return switch (delimiter) {
            case ',' -> "commas";
            case ';' -> "semicolons";
            default -> "tabs";
        };
    }

    /// Whether the beginning of a file is text that could be a table, rather than bytes, JSON or XML.
    static boolean text(Head head) {
        int n = Math.min(1024, head.bytes().length);
        String start = head.text().stripLeading();
        return (start.isEmpty() || "{[<".indexOf(start.charAt(0)) < 0) && IntStream.range(0, n).allMatch(i -> head.bytes()[i] < 0 || head.bytes()[i] >= ' ' || head.bytes()[i] == '\n' || head.bytes()[i] == '\r'
                || head.bytes()[i] == '\t');
    }
}
