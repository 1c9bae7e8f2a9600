package org.tailwright.readers.ab;

import java.io.IOException;
import java.util.List;
import org.tailwright.data.Meaning;
import org.tailwright.data.Origin;
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

/// The requests that ApacheBench writes with `-g`: start to the second, times in milliseconds; sorted by time taken.
public final class AbGnuplot implements Reader {
    private static final String TITLE = "starttime\tseconds\tctime\tdtime\tttime\twait";
    private static final double MILLI = 1e6;

    @Override
    public String format() {
        return "ApacheBench requests";
    }

    @Override
    public String recognisedBy() {
        return "first line names starttime, seconds, ctime, dtime, ttime and wait";
    }

    @Override
    public Claim recognises(Head head) {
        return head.text().startsWith(TITLE) ? Claim.CERTAIN : Claim.NO;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        Diagnostics diagnostics = new Diagnostics();
        CallRows rows = new CallRows();
        long skipped = CallLines.each(source, 1 << 12, diagnostics, work, (line, _) -> line.startsWith(TITLE) ? "" : take(line.split("\t", -1), rows));
        CallLines.demand(rows.size() > 0, skipped, diagnostics, "a request");
        if (rows.size() == 0) {
            diagnostics.note("the file has a title and no requests");
        }
        Trust trust = new Trust(rows.size(), skipped, List.of(),
                List.of("starts are known to the second only: nothing finer than that can be seen over time", "failed requests are not marked"));
        Meaning meaning = new Meaning(Meaning.Duration.SERVICE_TIME, Meaning.Stamp.START, 1_000_000, 0, List.of("starts are known to the second only"));
        return ReadResult.of(format(), List.of(rows.build(new Origin(source.name(), source.path(), format(), trust), meaning)), diagnostics, skipped);
    }

    private static String take(String[] fields, CallRows rows) {
        if (fields.length < 6) {
            return "six fields are due, there are " + fields.length;
        }
        long start = CallLines.epochNanos(fields[1]);
        long[] times = new long[4];
        for (int i = 0; i < 4; i++) {
            times[i] = CallLines.nanos(fields[i + 2], MILLI);
        }
        if (start < 0 || times[2] < 0) {
            return "seconds and ttime must be numbers";
        }
        rows.begin(start, times[2]);
        String[] names = {"connect", "processing", "", "wait"};
        for (int i = 0; i < 4; i++) {
            if (!names[i].isEmpty() && times[i] >= 0) {
                rows.number(names[i], Unit.DURATION, times[i]);
            }
        }
        return "";
    }
}
