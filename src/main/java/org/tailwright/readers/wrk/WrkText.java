package org.tailwright.readers.wrk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.LoadPoints;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.percentiles.PrintedRuns;
import org.tailwright.readers.text.Lines;
import org.tailwright.work.Work;

/// What wrk and wrk2 print, one run or several one after another: thread statistics, latency distribution, wrk2's detailed spectrum, also the
/// uncorrected one. wrk measures service times; wrk2 measures from the moment when a request should have been sent.
public final class WrkText implements Reader {
    static final Pattern RUNNING = Pattern.compile("\\s*Running (\\S+) test @ (\\S+).*");
    private static final Pattern CONNECTIONS = Pattern.compile("\\s*[0-9]{1,9} threads and [0-9]{1,9} connections\\s*");
    private static final int LONGEST = 1 << 14;
    private static final int MOST_RUNS = 10_000;

    @Override
    public String format() {
        return "wrk results";
    }

    @Override
    public String recognisedBy() {
        return "a line \"Running … test @ URL\" and one with threads and connections";
    }

    @Override
    public Claim recognises(Head head) {
        List<String> lines = head.lines(500);
        boolean running = lines.stream().anyMatch(each -> RUNNING.matcher(each).matches());
        return running && lines.stream().anyMatch(each -> CONNECTIONS.matcher(each).matches()) ? Claim.CERTAIN : running ? Claim.MAYBE : Claim.NO;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        Diagnostics diagnostics = new Diagnostics();
        List<WrkRun> runs = new ArrayList<>();
        try (Lines lines = new Lines(source.stream(), LONGEST)) {
            @Nullable WrkRun run = null;
            for (String line = lines.next(); line != null; line = lines.next()) {
                work.check();
                if (RUNNING.matcher(line).matches() && runs.size() < MOST_RUNS) {
                    run = new WrkRun(line, lines.number());
                    runs.add(run);
                } else if (run != null) {
                    run.take(line);
                }
            }
        }
        if (runs.stream().allMatch(WrkRun::isEmpty)) {
            throw new UnreadableFile("no run of wrk in the file has a result", "", "was wrk stopped before its end?");
        }
        boolean second = runs.stream().anyMatch(WrkRun::isWrk2);
        PrintedRuns printed = new PrintedRuns();
        printed.assume(second ? "wrk2: response time from the moment when a request should have been sent; the calibration at the start is not inside"
                : "wrk: service time; wrk 4 adds values after long waits by the mean interval of a connection, the file does not say its version");
        boolean several = runs.size() > 1;
        for (int i = 0; i < runs.size(); i++) {
            runs.get(i).into(printed, several ? Optional.of(i + 1) : Optional.empty(), diagnostics);
        }
        return printed.result(source, second ? "wrk2 results" : format(), LoadPoints.Axis.USERS, diagnostics, 0);
    }
}
