package org.tailwright.readers.locust;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.Source;
import org.tailwright.readers.text.QuotedRecords;
import org.tailwright.work.Work;

/// One of Locust's CSV files: its columns, whose names changed between versions in letter case only, and the row that is read.
final class LocustTable {
    private static final double MILLI = 1e6;
    private static final double MOST = 1e15;

    /// What to do with a row.
    @FunctionalInterface
    interface Row {
        /// @return whether it makes sense
        boolean take(LocustTable row);
    }

    private final List<String> names = new ArrayList<>();
    private final List<Percentile> percentiles = new ArrayList<>();
    private List<String> fields = List.of();

    /// A column with a percentile.
    ///
    /// @param share from 0 to 1
    record Percentile(String name, double share) {}

    private LocustTable(List<String> header) {
        for (String each : header) {
            String name = each.strip().toLowerCase(Locale.ROOT);
            if (name.matches("[0-9]{1,3}(?:\\.[0-9]{1,9})?%") && !names.contains(name)) {
                double share = Double.parseDouble(name.substring(0, name.length() - 1)) / 100;
                percentiles.add(new Percentile(name, share));
            }
            names.add(name);
        }
    }

    /// Goes through all rows; those that make no sense become diagnostics. Empty lines, which older versions write, are none.
    ///
    /// @return how many made no sense
    static long read(Source source, Diagnostics diagnostics, Work work, Row row) throws IOException {
        long[] skipped = {0};
        @Nullable LocustTable[] table = {null};
        try (InputStream in = source.stream()) {
            long odd = QuotedRecords.each(in, ',', (fields, line) -> {
                work.check();
                LocustTable known = table[0];
                if (known == null) {
                    table[0] = new LocustTable(fields);
                } else if (!(fields.size() == 1 && fields.getFirst().isBlank()) && !row.take(known.at(fields))) {
                    skipped[0]++;
                    diagnostics.line(Diagnostic.Severity.WARNING, line, "a field is missing or no number");
                }
                return true;
            });
            if (odd > 0) {
                diagnostics.line(Diagnostic.Severity.ERROR, odd, QuotedRecords.ODD);
            }
        }
        return skipped[0];
    }

    private LocustTable at(List<String> record) {
        fields = record;
        return this;
    }

    /// A number of the first of these columns that there is, NaN where there is none (Locust writes N/A).
    double number(String... columns) {
        for (String column : columns) {
            if (names.contains(column)) {
                try {
                    double value = Double.parseDouble(text(column).strip());
                    return Math.abs(value) < MOST ? value : Double.NaN;
                } catch (NumberFormatException e) {
                    return Double.NaN;
                }
            }
        }
        return Double.NaN;
    }

    /// A number of milliseconds as nanoseconds.
    double nanos(String... columns) {
        return number(columns) * MILLI;
    }

    /// A field, empty where there is no such column.
    String text(String column) {
        int at = names.indexOf(column);
        return at < 0 || at >= fields.size() ? "" : fields.get(at);
    }

    /// The columns with percentiles, in the file's order.
    List<Percentile> percentiles() {
        return percentiles;
    }

    /// Method and name of the request, as in `GET /users`.
    String label() {
        return (text(names.contains("type") ? "type" : "method") + " " + text("name")).strip();
    }

    /// Whether a label is that of the row of all requests together.
    static boolean all(String label) {
        return label.equals("Aggregated") || label.equals("Total") || label.equals("None Total") || label.equals("None Aggregated");
    }

    /// Whether the first line names all of these columns.
    static boolean names(String text, String... columns) {
        String first = text.lines().findFirst().orElse("").replace("\"", "").toLowerCase(Locale.ROOT);
        for (String column : columns) {
            if (!("," + first + ",").contains("," + column + ",")) {
                return false;
            }
        }
        return true;
    }
}
