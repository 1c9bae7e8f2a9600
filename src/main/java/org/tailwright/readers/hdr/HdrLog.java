package org.tailwright.readers.hdr;

import java.io.IOException;
import java.util.List;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.text.Lines;
import org.tailwright.work.Work;

/// Interval histogram logs (`.hlog`), formats 1.0 to 1.3 with encodings V0 to V2, with or without tags.
public final class HdrLog implements Reader {
    private static final int LONGEST = 64 << 20;

    @Override
    public String format() {
        return "HdrHistogram log";
    }

    @Override
    public String recognisedBy() {
        return "comment \"Histogram log format version\", or lines that end in a Base64 text beginning with HIST";
    }

    @Override
    public Claim recognises(Head head) {
        List<String> lines = head.lines(200);
        if (lines.stream().anyMatch(each -> HdrLine.of(each).isPresent())) {
            return Claim.CERTAIN;
        }
        boolean named = lines.stream().anyMatch(each -> each.startsWith("#[Histogram log format version"));
        boolean rows = lines.stream().anyMatch(each -> !each.isBlank() && !each.startsWith("#") && !each.startsWith("\"StartTimestamp\""));
        boolean cut = !head.whole() || lines.stream().anyMatch(each -> each.contains(",HIST"));
        return named && (cut || !rows) ? Claim.CERTAIN : Claim.NO;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        Intervals intervals = new Intervals(options);
        try (Lines lines = new Lines(source.stream(), LONGEST)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                work.check();
                intervals.add(line, lines.number(), lines.ended());
            }
        }
        return intervals.result(source, format());
    }
}
