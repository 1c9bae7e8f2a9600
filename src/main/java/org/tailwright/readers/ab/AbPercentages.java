package org.tailwright.readers.ab;

import java.io.IOException;
import java.util.Optional;
import org.tailwright.data.LoadPoints;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.calls.CallLines;
import org.tailwright.readers.percentiles.KnownPercentiles;
import org.tailwright.readers.percentiles.PrintedRuns;
import org.tailwright.work.Work;

/// The percentages that ApacheBench writes with `-e`: for each percentage from 0 the time in milliseconds in which so many were served. Does not
/// say how many requests there were.
public final class AbPercentages implements Reader {
    private static final String TITLE = "Percentage served,Time in ms";
    private static final double MILLI = 1e6;

    @Override
    public String format() {
        return "ApacheBench percentages";
    }

    @Override
    public String recognisedBy() {
        return "first line \"Percentage served,Time in ms\"";
    }

    @Override
    public Claim recognises(Head head) {
        return head.text().startsWith(TITLE) ? Claim.CERTAIN : Claim.NO;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        Diagnostics diagnostics = new Diagnostics();
        KnownPercentiles known = new KnownPercentiles();
        long skipped = CallLines.each(source, 1 << 12, diagnostics, work, (line, _) -> line.startsWith(TITLE) ? "" : take(line.split(",", -1), known));
        CallLines.demand(!known.isEmpty(), skipped, diagnostics, "a percentage with a time");
        PrintedRuns runs = new PrintedRuns();
        runs.assume("ApacheBench: service time");
        runs.add(Optional.empty(), "", known);
        return runs.result(source, format(), LoadPoints.Axis.USERS, diagnostics, skipped);
    }

    private static String take(String[] fields, KnownPercentiles known) {
        double percentage = fields.length < 2 ? -1 : CallLines.nanos(fields[0], 1);
        long nanos = fields.length < 2 ? -1 : CallLines.nanos(fields[1], MILLI);
        if (percentage < 0 || percentage > 100 || nanos < 0) {
            return "a percentage up to 100 and a time are due";
        }
        known.at(percentage / 100, nanos);
        return "";
    }
}
