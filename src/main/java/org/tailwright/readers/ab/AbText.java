package org.tailwright.readers.ab;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
import org.tailwright.readers.percentiles.PrintedRuns;
import org.tailwright.work.Work;

/// What ApacheBench prints, one run or several one after another.
public final class AbText implements Reader {
    private static final String BANNER = "This is ApacheBench";
    private static final String SERVED = "Percentage of the requests served within a certain time (ms)";
    private static final int MOST_RUNS = 10_000;

    @Override
    public String format() {
        return "ApacheBench results";
    }

    @Override
    public String recognisedBy() {
        return "\"This is ApacheBench\", or its lines about concurrency and percentages";
    }

    @Override
    public Claim recognises(Head head) {
        String text = head.text();
        boolean body = text.contains("Concurrency Level:") && text.contains("Complete requests:");
        return text.contains(BANNER) || body && text.contains(SERVED) ? Claim.CERTAIN : body ? Claim.MAYBE : Claim.NO;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        Diagnostics diagnostics = new Diagnostics();
        List<AbRun> runs = new ArrayList<>(List.of(new AbRun()));
        CallLines.each(source, 1 << 12, diagnostics, work, (line, number) -> {
            boolean next = line.startsWith(BANNER) || line.startsWith("Concurrency Level:") && runs.getLast().hasLevel();
            if (next && !runs.getLast().isEmpty() && runs.size() < MOST_RUNS) {
                runs.add(new AbRun());
            }
            runs.getLast().take(line, number);
            return "";
        });
        runs.removeIf(each -> !each.hasResult());
        if (runs.isEmpty()) {
            throw new UnreadableFile("no run of ApacheBench in the file has a result", "", "was ab stopped before its end?");
        }
        PrintedRuns printed = new PrintedRuns();
        printed.assume("ApacheBench: service time from connecting to the end of the answer, whole milliseconds");
        for (int i = 0; i < runs.size(); i++) {
            runs.get(i).into(printed, runs.size() > 1 ? Optional.of(i + 1) : Optional.empty(), diagnostics);
        }
        return printed.result(source, format(), LoadPoints.Axis.USERS, diagnostics, 0);
    }
}
