package org.tailwright.readers.spancsv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The records of a delimited text behind its header.
final class Records {
    /// Takes a record.
    @FunctionalInterface
    interface Taker {
        /// @param line 1-based line where the record begins
        /// @return whether more are wanted
        boolean take(List<String> fields, long line);
    }

    private Records() {}

    /// Hands over each record.
    ///
    /// @return the line of a quoted field that is not closed, or of one that is too long, behind which nothing can be read; 0 when all was read
    /// @throws IOException when the disk fails or compressed content ends early
    static long each(InputStream in, char delimiter, Taker taker) throws IOException {
        long line = 0;
        try (Reader text = new InputStreamReader(in, StandardCharsets.UTF_8);
                CloseableIterator<CsvRecord> records = CsvReader.builder().fieldSeparator(delimiter).commentStrategy(CommentStrategy.NONE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(text).iterator()) {
            boolean header = true;
            while (records.hasNext()) {
                CsvRecord found = records.next();
                line = found.getStartingLineNumber();
                if (!header && !taker.take(found.getFields(), line)) {
                    return 0;
                }
                header = false;
            }
            return 0;
        } catch (CsvParseException e) {
            return line + 1;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// The first records, for a look at them.
    static List<List<String>> first(InputStream in, char delimiter, int most) throws IOException {
        List<List<String>> found = new ArrayList<>();
        each(in, delimiter, (fields, _) -> {
            found.add(fields);
            return found.size() < most;
        });
        return found;
    }
}
