package org.tailwright.readers.hey;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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

/// What hey and oha print, one run or several.
public final class HeyText implements Reader {
    private static final Pattern SLOWEST = Pattern.compile("\\s*Slowest:\\s+[0-9.]+\\s*\\p{L}+\\s*");
    private static final Pattern RATE = Pattern.compile("\\s*Requests/sec:\\s+[0-9.]+\\s*");
    private static final int MOST_RUNS = 10_000;

    @Override
    public String format() {
        return "hey results";
    }

    @Override
    public String recognisedBy() {
        return "\"Summary:\" with Slowest, Fastest, Average and Requests/sec";
    }

    @Override
    public Claim recognises(Head head) {
        List<String> lines = head.lines(300).stream().map(CallLines::plain).toList();
        return lines.stream().anyMatch(each -> each.strip().equals("Summary:")) && lines.stream().anyMatch(each -> SLOWEST.matcher(each).matches())
                && lines.stream().anyMatch(each -> RATE.matcher(each).matches()) ? Claim.CERTAIN : Claim.NO;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        Diagnostics diagnostics = new Diagnostics();
        List<HeyRun> runs = new ArrayList<>();
        CallLines.each(source, 1 << 13, diagnostics, work, (coloured, _) -> {
            String line = CallLines.plain(coloured).strip();
            if (line.equals("Summary:") && runs.size() < MOST_RUNS) {
                runs.add(new HeyRun());
            } else if (!runs.isEmpty()) {
                runs.getLast().take(line);
            }
            return "";
        });
        runs.removeIf(HeyRun::isEmpty);
        if (runs.isEmpty()) {
            throw new UnreadableFile("no summary in the file has a time", "", "");
        }
        boolean oha = runs.stream().anyMatch(HeyRun::isOha);
        PrintedRuns printed = new PrintedRuns();
        printed.assume(oha ? "oha: service time, unless it ran with --latency-correction, which the file does not say" : "hey: service time, printed to 0.1 ms");
        for (int i = 0; i < runs.size(); i++) {
            runs.get(i).into(printed, runs.size() > 1 ? Optional.of(i + 1) : Optional.empty(), diagnostics);
        }
        return printed.result(source, oha ? "oha results" : format(), LoadPoints.Axis.USERS, diagnostics, 0);
    }
}
