package org.tailwright.readers.text;

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

/// The records of a delimited text, quoted fields over several lines among them.
public final class QuotedRecords {
    /// Takes a record.
    @FunctionalInterface
    public interface Taker {
        /// @param line 1-based line where the record begins
        /// @return whether more are wanted
        boolean take(List<String> fields, long line);
    }

    /// What is wrong where reading had to end.
    public static final String ODD = "the rest cannot be read: a field is too long or a quote is not closed";

    private QuotedRecords() {}

    /// Hands over each record, the header too.
    ///
    /// @return the line of a quoted field that is not closed, or of one that is too long, behind which nothing can be read; 0 when all was read
    /// @throws IOException when the disk fails or compressed content ends early
    public static long each(InputStream in, char delimiter, Taker taker) throws IOException {
        long line = 0;
        try (Reader text = new InputStreamReader(in, StandardCharsets.UTF_8);
                CloseableIterator<CsvRecord> records = CsvReader.builder().fieldSeparator(delimiter).commentStrategy(CommentStrategy.NONE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(text).iterator()) {
            while (records.hasNext()) {
                CsvRecord found = records.next();
                line = found.getStartingLineNumber();
                if (!taker.take(found.getFields(), line)) {
                    return 0;
                }
            }
            return 0;
        } catch (CsvParseException e) {
            return line + 1;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// The first records behind the header, for a look at them.
    public static List<List<String>> first(InputStream in, char delimiter, int most) throws IOException {
        List<List<String>> found = new ArrayList<>();
        each(in, delimiter, (fields, _) -> {
            found.add(fields);
            return found.size() <= most;
        });
        return found.isEmpty() ? found : found.subList(1, found.size());
    }
}
