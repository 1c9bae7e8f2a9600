package org.tailwright.readers.k6;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.series.Epochs;
import org.tailwright.readers.text.QuotedRecords;
import org.tailwright.work.Work;

/// `k6 run --out csv=…`: a row for each value of each metric. Times are seconds since 1970, or finer, or dates, as k6 was told.
public final class K6Csv implements org.tailwright.readers.Reader {
    private static final String FIRST = "metric_name,timestamp,metric_value";

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
        Row row = new Row();
        long[] skipped = {0};
        try (InputStream in = source.stream()) {
            long odd = QuotedRecords.each(in, ',', (fields, line) -> {
                if (!row.takes(fields, samples)) {
                    skipped[0]++;
                    diagnostics.line(Diagnostic.Severity.WARNING, line, "no sample: a metric, a time and a number are due");
                }
                return true;
            });
            if (odd > 0) {
                diagnostics.line(Diagnostic.Severity.ERROR, odd, QuotedRecords.ODD);
            }
        }
        ReadResult result = samples.result(source, format(), diagnostics, skipped[0]);
        if (result.datasets().isEmpty() && skipped[0] > 0) {
            throw new UnreadableFile("no line has a metric, a time and a number", "line 2", "");
        }
        return result;
    }

    /// The row that is read, as the tags of its sample.
    private static final class Row implements Tags {
        private final Map<String, Integer> columns = new HashMap<>();
        private List<String> fields = List.of();

        /// Takes a record, the first as the header.
        ///
        /// @return whether it makes sense
        boolean takes(List<String> record, K6Samples samples) {
            boolean header = fields.isEmpty();
            fields = record;
            for (int i = 3; header && i < record.size(); i++) {
                columns.putIfAbsent(record.get(i), i);
            }
            return header || into(samples);
        }

        @Override
        public String get(String name) {
            String value = field(name);
            return value.isEmpty() && name.equals("vu") ? user(field("metadata")) : value;
        }

        private String field(String name) {
            Integer column = columns.get(name);
            return column == null || column >= fields.size() ? "" : fields.get(column);
        }

        /// The number of the virtual user in `iter=3&vu=7`.
        private static String user(String metadata) {
            for (String each : metadata.isEmpty() ? new String[0] : metadata.split("&")) {
                if (each.startsWith("vu=")) {
                    return each.substring(3);
                }
            }
            return "";
        }

        boolean into(K6Samples samples) {
            if (fields.size() < 3) {
                return false;
            }
            try {
                return samples.add(fields.getFirst(), nanos(fields.get(1)), Double.parseDouble(fields.get(2)), this);
            } catch (NumberFormatException e) {
                return false;
            }
        }
    }

    /// The unit of a number is told by its size, as k6 writes seconds, or finer where it is told to. Negative when the text is no time.
    static long nanos(String text) {
        return text.indexOf('T') > 0 ? Rfc3339.nanos(text) : Epochs.bySize(text);
    }
}
