package org.tailwright.readers.hey;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.PackedHistogram;
import org.tailwright.data.Dataset;
import org.tailwright.data.Histograms;
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

/// The requests that hey (`-o csv`) and oha (`--output-format csv`) list: seconds, starts counted from the beginning of the run. Older hey
/// lists no starts: then a histogram of all values is made, since no time is made up.
public final class HeyCsv implements Reader {
    private static final double SECOND = 1e9;
    private static final long LONGEST_NANOS = 1L << 60;

    @Override
    public String format() {
        return "hey CSV";
    }

    @Override
    public String recognisedBy() {
        return "first line names response-time or request-start with DNS+dialup and Response-delay";
    }

    @Override
    public Claim recognises(Head head) {
        return head.lines(1).stream().anyMatch(each -> Layout.of(each).duration() >= 0) ? Claim.CERTAIN : Claim.NO;
    }

    /// Columns, -1 where absent.
    private record Layout(int duration, int start, int status, int delay, boolean oha) {
        static Layout of(String line) {
            List<String> names = Arrays.asList(line.strip().split(","));
            boolean known = names.contains("DNS+dialup") && names.contains("Response-delay");
            boolean oha = names.contains("request-start");
            int duration = known ? names.indexOf(oha ? "request-duration" : "response-time") : -1;
            return new Layout(duration, names.indexOf(oha ? "request-start" : "offset"), names.indexOf(oha ? "status" : "status-code"),
                    names.indexOf("Response-delay"), oha);
        }
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        Layout layout = source.head().lines(1).stream().map(Layout::of).filter(each -> each.duration() >= 0).findFirst()
                .orElseThrow(() -> new UnreadableFile("the first line does not name the columns of hey or oha", "line 1", ""));
        Diagnostics diagnostics = new Diagnostics();
        CallRows rows = new CallRows();
        Histogram values = new PackedHistogram(4);
        long skipped = CallLines.each(source, 1 << 12, diagnostics, work, (line, number) -> number == 1 ? "" : take(line.split(",", -1), layout, rows, values));
        CallLines.demand(rows.size() + values.getTotalCount() > 0, skipped, diagnostics, "a request");
        String name = layout.oha() ? "oha CSV" : format();
        List<String> doubts = new ArrayList<>(List.of("requests that had no answer are not listed"));
        List<Dataset> found = new ArrayList<>();
        if (rows.size() > 0) {
            Trust trust = new Trust(rows.size(), skipped, List.of("times count from an unknown start"), doubts);
            Meaning meaning = Meaning.of(Meaning.Duration.SERVICE_TIME, Meaning.Stamp.START, layout.oha() ? 0 : 100_000);
            found.add(rows.build(new Origin(source.name(), source.path(), name, trust), meaning));
        } else if (values.getTotalCount() > 0) {
            doubts.add("this version lists no starts: nothing can be seen over time");
            Trust trust = new Trust(values.getTotalCount(), skipped, List.of("hey: service time, printed to 0.1 ms"), doubts);
            found.add(new Histograms(new Origin(source.name(), source.path(), name, trust),
                    List.of(new Histograms.Interval(Optional.empty(), "", values, Double.NaN, false)), 1e5, true));
        } else {
            diagnostics.note("the file has a title and no requests");
        }
        return ReadResult.of(name, found, diagnostics, skipped);
    }

    private static String take(String[] fields, Layout layout, CallRows rows, Histogram values) {
        long duration = field(fields, layout.duration());
        if (duration < 0 || duration > LONGEST_NANOS) {
            return "the time that the request took is no number";
        }
        if (layout.start() < 0) {
            values.recordValue(Math.round(duration / 1e5));
            return "";
        }
        long start = field(fields, layout.start());
        if (start < 0) {
            return "the start is no number";
        }
        rows.begin(start, duration);
        if (layout.status() >= 0 && layout.status() < fields.length) {
            String status = fields[layout.status()].strip();
            rows.text(Requests.STATUS, status).failed(status.compareTo("400") >= 0);
        }
        long delay = field(fields, layout.delay());
        if (delay >= 0) {
            rows.number("wait", Unit.DURATION, delay);
        }
        return "";
    }

    private static long field(String[] fields, int column) {
        return column < 0 || column >= fields.length ? -1 : CallLines.nanos(fields[column], SECOND);
    }
}
