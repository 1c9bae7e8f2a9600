package org.tailwright.readers.gatling;

import java.io.IOException;
import java.util.regex.Pattern;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.text.Lines;
import org.tailwright.work.Work;

/// The text logs of Gatling 2.0 to 3.11: requests with the groups they lie in, and groups as a data set of their own. How many users were
/// active is counted from their starts and ends.
public final class GatlingText implements Reader {
    private static final Pattern RUN = Pattern.compile("(?m)^(?:RUN\\t[^\\n]*\\t|[^\\t\\n]*\\t[^\\t\\n]*\\tRUN\\t)[0-9]{12,14}\\t");
    private static final Pattern REQUEST = Pattern.compile("(?m)^REQUEST\\t[^\\n]*\\t[0-9]{12,14}\\t[0-9]{12,14}\\t(?:OK|KO)");
    private static final int LONGEST = 1 << 16;

    @Override
    public String format() {
        return "Gatling simulation log";
    }

    @Override
    public String recognisedBy() {
        return "a tab-separated line RUN with a time, or REQUEST with two times and OK or KO";
    }

    @Override
    public Claim recognises(Head head) {
        String text = head.text();
        return RUN.matcher(text).find() || REQUEST.matcher(text).find() ? Claim.CERTAIN : Claim.NO;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        GatlingRun run = new GatlingRun();
        TextRow row = new TextRow(run);
        try (Lines lines = new Lines(source.stream(), LONGEST)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if ((lines.number() & 0x3ff) == 0) {
                    work.check();
                }
                String wrong = line.isBlank() ? "" : row.take(line);
                if (!wrong.isEmpty()) {
                    run.skip(lines.number(), -1, lines.ended() ? wrong : "the last line is cut off: " + wrong);
                }
            }
        }
        return run.result(source, format());
    }
}
