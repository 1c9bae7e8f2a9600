package org.tailwright.readers.text;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.Source;
import org.tailwright.work.Work;

/// The records of a delimited text, one after another, without comments and header.
final class Records implements AutoCloseable {
    /// Takes a record.
    @FunctionalInterface
    interface Taker {
        /// @param line 1-based line where the record begins
        void take(List<String> fields, long line);
    }

    private final BufferedReader text;
    private final @Nullable CloseableIterator<CsvRecord> quoted;
    private final Diagnostics diagnostics;
    private long line;
    private boolean header;

    private Records(Source source, Dialect dialect, Diagnostics diagnostics) throws IOException {
        text = new BufferedReader(new InputStreamReader(source.stream(), StandardCharsets.UTF_8), 1 << 16);
        quoted = dialect.delimiter() == ' ' ? null
                : CsvReader.builder().fieldSeparator(dialect.delimiter()).commentStrategy(CommentStrategy.SKIP).commentCharacter('#')
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(text).iterator();
        this.diagnostics = diagnostics;
        header = dialect.header();
    }

    /// Hands over every record with its 1-based line.
    static void each(Source source, Dialect dialect, Diagnostics diagnostics, Work work, Taker taker) throws IOException {
        try (Records records = new Records(source, dialect, diagnostics)) {
            for (List<String> fields = records.next(); fields != null; fields = records.next()) {
                taker.take(fields, records.line);
                if ((records.line & 0xfff) == 0) {
                    work.check();
                }
            }
        }
    }

    /// The next record, or null after the last one.
    private @Nullable List<String> next() throws IOException {
        List<String> fields = quoted == null ? blank() : quoted(quoted);
        boolean separator = fields != null && line <= 2 && fields.size() <= 2 && Dialect.separator(String.join(",", fields));
        if (separator || header && fields != null && !(fields.size() == 1 && fields.getFirst().isBlank())) {
            header &= separator;
            return next();
        }
        return fields;
    }

    private @Nullable List<String> quoted(CloseableIterator<CsvRecord> records) throws IOException {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord found = records.next();
            line = found.getStartingLineNumber();
            return found.getFields();
        } catch (CsvParseException e) {
            diagnostics.line(Diagnostic.Severity.ERROR, line + 1, "a quoted field is not closed, or a line has too many fields; nothing after it can be read");
            return null;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private @Nullable List<String> blank() throws IOException {
        while (true) {
            String found = text.readLine();
            line++;
            if (found == null) {
                return null;
            }
            if (!found.isBlank() && !found.startsWith("#")) {
                return Cells.of(found, ' ');
            }
        }
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
