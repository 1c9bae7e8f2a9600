package org.tailwright.readers.tsung;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tailwright.data.Meaning;
import org.tailwright.data.Origin;
import org.tailwright.data.Requests;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.calls.CallLines;
import org.tailwright.readers.calls.CallRows;
import org.tailwright.work.Work;

/// Tsung's `tsung.dump` with `dumptraffic="protocol"`: one request a line, written when it ended, times in milliseconds.
public final class TsungDump implements Reader {
    private static final double MILLI = 1e6;
    private static final String NO_VALUE = "-";

    @Override
    public String format() {
        return "Tsung dump";
    }

    @Override
    public String recognisedBy() {
        return "first line names date, pid, id and duration, parted by semicolons or commas";
    }

    @Override
    public Claim recognises(Head head) {
        return head.lines(1).stream().findFirst().flatMap(Layout::of).isPresent() ? Claim.CERTAIN : Claim.NO;
    }

    /// Names of the columns.
    private record Layout(String delimiter, List<String> names) {
        static Optional<Layout> of(String line) {
            String plain = line.startsWith("#") ? line.substring(1) : line;
            for (String delimiter : List.of(";", ",")) {
                List<String> names = Arrays.stream(plain.split(delimiter, -1)).map(each -> each.strip().toLowerCase(Locale.ROOT).replace('_', ' ')).toList();
                if (names.size() >= 6 && names.subList(0, 3).equals(List.of("date", "pid", "id")) && names.contains("duration")) {
                    return Optional.of(new Layout(delimiter, names));
                }
            }
            return Optional.empty();
        }

        String field(String[] fields, String... wanted) {
            for (String each : wanted) {
                int column = names.indexOf(each);
                if (column >= 0 && column < fields.length && !fields[column].equals(NO_VALUE)) {
                    return fields[column].strip();
                }
            }
            return "";
        }
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        Layout layout = source.head().lines(1).stream().findFirst().flatMap(Layout::of)
                .orElseThrow(() -> new UnreadableFile("the first line does not name date, pid, id and duration", "line 1", ""));
        Diagnostics diagnostics = new Diagnostics();
        CallRows rows = new CallRows();
        long skipped = CallLines.each(source, 1 << 16, diagnostics, work,
                (line, number) -> number == 1 ? "" : take(line.split(layout.delimiter(), -1), layout, rows));
        CallLines.demand(rows.size() > 0, skipped, diagnostics, "a request");
        if (rows.size() == 0) {
            diagnostics.note("the file has a title and no requests");
        }
        Trust trust = new Trust(rows.size(), skipped, List.of("the date of a request marks its end; durations are milliseconds"), List.of());
        Meaning meaning = Meaning.of(Meaning.Duration.SERVICE_TIME, Meaning.Stamp.END, 1000);
        return ReadResult.of(format(), List.of(rows.build(new Origin(source.name(), source.path(), format(), trust), meaning)), diagnostics, skipped);
    }

    private static String take(String[] fields, Layout layout, CallRows rows) {
        long end = CallLines.epochNanos(layout.field(fields, "date"));
        long duration = CallLines.nanos(layout.field(fields, "duration"), MILLI);
        if (fields.length < 6 || end < 0 || duration < 0) {
            return "date and duration must be numbers";
        }
        String status = layout.field(fields, "http status");
        String error = layout.field(fields, "error");
        String method = layout.field(fields, "http method").toUpperCase(Locale.ROOT);
        rows.begin(end - duration, duration)
                .text(Requests.LABEL, (method + " " + layout.field(fields, "url", "relative url")).strip())
                .text(Requests.STATUS, error.isEmpty() ? status : error)
                .text(Requests.THREAD, layout.field(fields, "id"))
                .text("host", layout.field(fields, "host"))
                .text("transaction", layout.field(fields, "transaction"))
                .failed(!error.isEmpty() || status.compareTo("400") >= 0);
        long size = CallLines.nanos(layout.field(fields, "size", "response size"), 1);
        if (size >= 0) {
            rows.number("size", Unit.BYTES, size);
        }
        return "";
    }
}
