package org.tailwright.readers.text;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tailwright.readers.Head;

/// How fields are set apart in a delimited text.
///
/// @param delimiter between fields; a blank stands for any run of blanks
/// @param header whether the first line that is no comment names the columns
/// @param decimalComma whether numbers have a comma before their fraction
/// @param names of the columns, `column 1` and so on where the file has none
/// @param comments lines before the data that begin with `#`, without it
/// @param rows first rows of data, for surveying
record Dialect(char delimiter, boolean header, boolean decimalComma, List<String> names, List<String> comments, List<List<String>> rows) {
    private static final int LOOK = 400;

    /// The dialect of a file by its beginning; nothing when no delimiter gives equal numbers of fields. A single column is one of numbers.
    ///
    /// @param header whether the first line names the columns; empty to find out
    static Optional<Dialect> of(Head head, Optional<Boolean> header) {
        List<String> lines = head.lines(LOOK).stream().filter(each -> !each.isBlank()).toList();
        List<String> comments = lines.stream().takeWhile(each -> each.startsWith("#")).map(each -> each.substring(1)).toList();
        List<String> data = lines.stream().filter(each -> !each.startsWith("#") && !separator(each)).toList();
        if (data.isEmpty() || "{[<".indexOf(data.getFirst().charAt(0)) >= 0 || binary(head)) {
            return Optional.empty();
        }
        Dialect best = null;
        double most = 0;
        for (char delimiter : new char[] {',', ';', '\t', '|', ' '}) {
            List<List<String>> rows = data.stream().map(each -> Cells.of(each, delimiter)).toList();
            int width = rows.getFirst().size();
            double share = rows.stream().filter(each -> each.size() == width).count() / (double) rows.size();
            if (width < 2 || width > DelimitedText.MOST_COLUMNS || share < 0.8 || delimiter == ' ' && (best != null || share < 1)) {
                continue;
            }
            Dialect found = of(delimiter, rows.stream().filter(each -> each.size() == width).toList(), comments, header);
            double score = share * (1 + found.numeric());
            if (score > most) {
                most = score;
                best = found;
            }
        }
        return best == null ? single(data, comments, header) : Optional.of(best);
    }

    private static Optional<Dialect> single(List<String> data, List<String> comments, Optional<Boolean> header) {
        Dialect found = of(',', data.stream().map(each -> List.of(each.strip())).toList(), comments, header);
        return found.rows().size() > 1 && found.numeric() > 0.8 ? Optional.of(found) : Optional.empty();
    }

    /// The line that tells a spreadsheet the delimiter.
    static boolean separator(String line) {
        return line.length() <= 7 && line.strip().replace("\"", "").matches("(?i)sep=.?");
    }

    private static boolean binary(Head head) {
        int odd = 0;
        int n = Math.min(4096, head.bytes().length);
        for (int i = 0; i < n; i++) {
            int b = head.bytes()[i];
            odd += b >= 0 && b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != 27 ? 1 : 0;
        }
        return odd > n / 100;
    }

    private static Dialect of(char delimiter, List<List<String>> rows, List<String> comments, Optional<Boolean> said) {
        boolean comma = delimiter != ',' && count(rows, true) > count(rows, false);
        List<String> first = rows.getFirst();
        boolean header = said.orElseGet(() -> first.stream().noneMatch(each -> value(each, comma)) && first.stream().anyMatch(each -> !each.isBlank()));
        int width = first.size();
        List<String> named = header ? first : comments.reversed().stream().map(each -> Cells.of(each, delimiter))
                .filter(each -> each.size() == width && each.stream().noneMatch(field -> value(field, comma))).findFirst().orElse(List.of());
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < width; i++) {
            String name = named.isEmpty() ? "" : named.get(i).strip();
            name = name.isEmpty() ? "column " + (i + 1) : name;
            names.add(taken.add(name) ? name : name + " " + (i + 1));
        }
        return new Dialect(delimiter, header, comma, names, comments, header ? rows.stream().filter(each -> !each.equals(first)).toList() : rows);
    }

    private static long count(List<List<String>> rows, boolean comma) {
        return rows.stream().flatMap(List::stream).filter(each -> !Double.isNaN(Numbers.parse(each, comma))).count();
    }

    private static boolean value(String field, boolean comma) {
        return !Double.isNaN(Numbers.parse(field, comma)) || TimeFormat.of(List.of(field.strip()), ZoneOffset.UTC, null).isPresent();
    }

    private double numeric() {
        long all = rows.stream().mapToLong(List::size).sum();
        return all == 0 ? 0 : count(rows, decimalComma) / (double) all;
    }

    /// A column in a sentence: "column elapsed", "column 4".
    String column(int i) {
        return names.get(i).startsWith("column ") ? names.get(i) : "column " + names.get(i);
    }

    /// Column numbers by name.
    Map<String, Integer> index() {
        return names.stream().collect(Collectors.toMap(Function.identity(), names::indexOf, (a, b) -> a));
    }
}
