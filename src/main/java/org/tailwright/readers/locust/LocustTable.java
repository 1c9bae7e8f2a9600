package org.tailwright.readers.locust;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Locale;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.Source;
import org.tailwright.work.Work;

/// The rows of one of Locust's CSV files.
final class LocustTable {
    /// What to do with a row.
    interface Row {
        /// @return whether it makes sense
        boolean take(NamedCsvRecord row);
    }

    private LocustTable() {}

    /// Goes through all rows; those that make no sense become diagnostics.
    ///
    /// @return how many those were
    static long read(Source source, Diagnostics diagnostics, Work work, Row row) throws IOException {
        long skipped = 0;
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofNamedCsvRecord(new InputStreamReader(source.stream(), StandardCharsets.UTF_8))) {
            for (Iterator<NamedCsvRecord> rows = csv.iterator(); rows.hasNext(); ) {
                work.check();
                NamedCsvRecord each = rows.next();
                if (!row.take(each)) {
                    skipped++;
                    diagnostics.line(Diagnostic.Severity.WARNING, each.getStartingLineNumber(), "a field is missing or no number");
                }
            }
        } catch (CsvParseException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            diagnostics.add(new Diagnostic(Diagnostic.Severity.ERROR, 0, -1, "the rest cannot be read: a field is too long or a quote is not closed"));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return skipped;
    }

    /// A number of the first column that the row has, NaN where there is none (Locust writes N/A).
    static double number(NamedCsvRecord row, String... columns) {
        for (String column : columns) {
            try {
                if (row.findField(column).isPresent()) {
                    return Double.parseDouble(row.findField(column).get().strip());
                }
            } catch (NumberFormatException e) {
                return Double.NaN;
            }
        }
        return Double.NaN;
    }

    static String text(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("");
    }

    /// Method and name of the request, as in `GET /users`.
    static String label(NamedCsvRecord row) {
        return (text(row, row.getHeader().contains("Type") ? "Type" : "Method") + " " + text(row, "Name")).strip();
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
