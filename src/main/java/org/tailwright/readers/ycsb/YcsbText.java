package org.tailwright.readers.ycsb;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tailwright.data.Requests;
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

/// What YCSB prints: status lines, the summary of each operation, buckets or averages where asked for, and raw requests. Other lines (of logging
/// and of database drivers) are passed over.
public final class YcsbText implements Reader {
    private static final Pattern SUMMARY = Pattern.compile("\\[([^\\[\\]]{1,100})], ([^,]{1,100}), (-?[0-9][0-9.eE+-]{0,30})\\s*");
    private static final Pattern RAW = Pattern.compile("([A-Za-z][A-Za-z_-]{1,40}),([0-9]{13}),([0-9]{1,12})\\s*");
    private static final Pattern THREADS = Pattern.compile(".*-threads\\s+([0-9]{1,6})\\b.*");
    private static final String RAW_TITLE = " latency raw data: op, timestamp(ms), latency(us)";

    @Override
    public String format() {
        return "YCSB results";
    }

    @Override
    public String recognisedBy() {
        return "lines as \"[READ], AverageLatency(us), …\", \"… sec: … operations;\", or raw data of op, timestamp and latency";
    }

    @Override
    public Claim recognises(Head head) {
        List<String> lines = head.lines(2000);
        boolean sure = lines.stream().anyMatch(each -> each.startsWith("[OVERALL], ") || each.contains("Latency(us), ") && SUMMARY.matcher(each).matches()
                || each.contains("current ops/sec") && YcsbStatus.isStatus(each) || each.endsWith(RAW_TITLE));
        boolean raw = lines.stream().filter(each -> RAW.matcher(each).matches()).limit(2).count() == 2;
        return sure ? Claim.CERTAIN : raw || lines.stream().anyMatch(YcsbStatus::isStatus) ? Claim.MAYBE : Claim.NO;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        Diagnostics diagnostics = new Diagnostics();
        List<YcsbRun> runs = new ArrayList<>(List.of(new YcsbRun()));
        YcsbStatus status = new YcsbStatus(options.zone());
        CallRows rows = new CallRows();
        CallRows intended = new CallRows();
        long skipped = CallLines.each(source, 1 << 14, diagnostics, work, (line, _) -> {
            Matcher raw = RAW.matcher(line);
            if (raw.matches()) {
                call(raw, raw.group(1).startsWith("Intended-") ? intended : rows);
            } else if (!status.take(line)) {
                summary(line, runs);
            }
            return "";
        });
        if (runs.getFirst().isEmpty() && status.lines() == 0 && rows.size() + intended.size() == 0) {
            throw new UnreadableFile("no line is a status, a measurement or a request of YCSB", "", "");
        }
        return new YcsbData(source, format(), options.zone()).result(runs, status, rows, intended, diagnostics, skipped);
    }

    private static void summary(String line, List<YcsbRun> runs) {
        Matcher threads = THREADS.matcher(line);
        if (line.startsWith("Command line:") && threads.matches()) {
            if (!runs.getLast().isEmpty()) {
                runs.add(new YcsbRun());
            }
            runs.getLast().threads(Double.parseDouble(threads.group(1)));
        }
        Matcher match = SUMMARY.matcher(line);
        if (match.matches()) {
            if (match.group(1).equals("OVERALL") && runs.getLast().has("OVERALL", match.group(2)) && runs.size() < 10_000) {
                runs.add(new YcsbRun());
            }
            try {
                runs.getLast().put(match.group(1), match.group(2), Double.parseDouble(match.group(3)));
            } catch (NumberFormatException e) {
                return;
            }
        }
    }

    /// A raw request is stamped when it was measured, at its end; its latency is microseconds.
    private static void call(Matcher raw, CallRows rows) {
        long nanos = Long.parseLong(raw.group(3)) * 1000;
        rows.begin(Long.parseLong(raw.group(2)) * 1_000_000 - nanos, nanos).text(Requests.LABEL, raw.group(1)).failed(raw.group(1).endsWith("-FAILED"));
    }
}
