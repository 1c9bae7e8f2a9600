package org.tailwright.readers.vegeta;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.tailwright.data.Meaning;
import org.tailwright.data.Origin;
import org.tailwright.data.Trust;
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

/// Vegeta's results: JSON lines, or CSV without a header (6 to 12 columns by version). Latencies are nanoseconds, the time marks the start;
/// bodies and headers are ignored. The binary encoding is refused with the command that converts it.
public final class VegetaResults implements Reader {
    private static final Pattern CSV = Pattern.compile("[0-9]{18,19},(?:0|[1-5][0-9]{2}),[0-9]{1,15},[0-9]{1,15},[0-9]{1,15}(?:,.*)?", Pattern.DOTALL);
    private static final int LONGEST = 16 << 20;

    private enum Encoding { JSON, CSV, BINARY, NONE }

    @Override
    public String format() {
        return "Vegeta results";
    }

    @Override
    public String recognisedBy() {
        return "JSON lines with timestamp, latency, code and bytes_out, or CSV of nanoseconds, status, latency and bytes without a header";
    }

    @Override
    public Claim recognises(Head head) {
        return encoding(head) == Encoding.NONE ? Claim.NO : Claim.CERTAIN;
    }

    private static Encoding encoding(Head head) {
        String first = head.text().lines().map(String::strip).filter(each -> !each.isEmpty()).findFirst().orElse("");
        if (first.startsWith("{") && first.contains("\"timestamp\":") && first.contains("\"latency\":") && first.contains("\"bytes_out\":")) {
            return Encoding.JSON;
        }
        if (CSV.matcher(first).matches()) {
            return Encoding.CSV;
        }
        String start = new String(head.bytes(), 0, Math.min(400, head.bytes().length), StandardCharsets.ISO_8859_1);
        boolean fields = start.contains("Latency") && start.contains("BytesOut") && start.contains("Timestamp");
        return fields && start.chars().anyMatch(c -> c < 9) ? Encoding.BINARY : Encoding.NONE;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        Encoding encoding = encoding(source.head());
        if (encoding == Encoding.BINARY) {
            throw new UnreadableFile("the file is vegeta's binary encoding (gob)", "", "convert it: vegeta encode --to json");
        }
        Diagnostics diagnostics = new Diagnostics();
        CallRows rows = new CallRows();
        long skipped = CallLines.each(source, LONGEST, diagnostics, work,
                (line, _) -> encoding == Encoding.CSV ? VegetaCall.csv(line, rows) : VegetaCall.json(line, rows));
        CallLines.demand(rows.size() > 0, skipped, diagnostics, "a result of vegeta");
        Trust trust = new Trust(rows.size(), skipped, List.of("a request failed with an error or a status below 200 or from 400 on, as vegeta counts"), List.of());
        Meaning meaning = new Meaning(Meaning.Duration.SERVICE_TIME, Meaning.Stamp.START, 0, 0,
                List.of("vegeta sends at a fixed rate, but a request that had to wait for a free worker is timed from when it was sent"));
        return ReadResult.of(format(), List.of(rows.build(new Origin(source.name(), source.path(), format(), trust), meaning)), diagnostics, skipped);
    }
}
