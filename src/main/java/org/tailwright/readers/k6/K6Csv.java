package org.tailwright.readers.k6;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.work.Work;

/// `k6 run --out csv=…`: a row for each value of each metric. Times are seconds since 1970, or finer, or dates, as k6 was told.
public final class K6Csv implements org.tailwright.readers.Reader {
    private static final String FIRST = "metric_name,timestamp,metric_value";
    private static final int OFTEN = 1 << 12;

    @Override
    public String format() {
        return "k6 CSV";
    }

    @Override
    public String recognisedBy() {
        return "first line begins with metric_name,timestamp,metric_value";
    }

    @Override
    public Claim recognises(Head head) {
        return head.text().startsWith(FIRST) ? Claim.CERTAIN : Claim.NO;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        K6Samples samples = new K6Samples();
        Diagnostics diagnostics = new Diagnostics();
        long skipped = 0;
        try (Reader in = new InputStreamReader(source.stream(), StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> csv = CsvReader.builder().extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE).ofNamedCsvRecord(in)) {
            Iterator<NamedCsvRecord> rows = csv.iterator();
            for (int n = 0; rows.hasNext(); n++) {
                if (n % OFTEN == 0) {
                    work.check();
                }
                NamedCsvRecord row = rows.next();
                if (!take(row, samples)) {
                    skipped++;
                    diagnostics.line(Diagnostic.Severity.WARNING, row.getStartingLineNumber(), "no sample: a metric, a time and a number are due");
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
        ReadResult result = samples.result(source, format(), diagnostics, skipped);
        if (result.datasets().isEmpty() && skipped > 0) {
            throw new UnreadableFile("no line has a metric, a time and a number", "line 2", "");
        }
        return result;
    }

    private static boolean take(NamedCsvRecord row, K6Samples samples) {
        Map<String, String> tags = new HashMap<>();
        List<String> names = row.getHeader();
        List<String> fields = row.getFields();
        for (int i = 3; i < Math.min(names.size(), fields.size()); i++) {
            if (!fields.get(i).isEmpty()) {
                tags.put(names.get(i), fields.get(i));
            }
        }
        if (fields.size() < 3 || fields.getFirst().isEmpty()) {
            return false;
        }
        try {
            long nanos = nanos(fields.get(1));
            double value = Double.parseDouble(fields.get(2));
            return Double.isFinite(value) && samples.add(new K6Samples.Sample(fields.getFirst(), nanos, value, tags));
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            return false;
        }
    }

    /// The unit of a number is told by its size: seconds until the year 5138, then milliseconds, microseconds, nanoseconds.
    static long nanos(String text) {
        if (text.indexOf('T') > 0) {
            return K6Lines.nanos(OffsetDateTime.parse(text).toInstant());
        }
        long number = Long.parseLong(text);
        long unit = number < 100_000_000_000L ? 1_000_000_000 : number < 100_000_000_000_000L ? 1_000_000 : number < 100_000_000_000_000_000L ? 1_000 : 1;
        return Math.multiplyExact(number, unit);
    }
}
