package org.tailwright.readers.tempo;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tailwright.data.Meaning;
import org.tailwright.data.Requests;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.Head;
import org.tailwright.readers.Json;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.work.Work;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/// Answers of Tempo's search: one request per trace found, and apart from them one per span that matched. Neither has parents, so they are no
/// traces; and a search shows what it looked for, so they are no sample either.
public final class TempoSearch implements Reader {
    private static final String FORMAT = "Grafana Tempo search";
    private static final long MILLISECOND = 1_000_000;

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public String recognisedBy() {
        return "JSON with traces that have traceID and rootTraceName or rootServiceName";
    }

    @Override
    public Claim recognises(Head head) {
        String text = head.text().stripLeading();
        if (!text.startsWith("{") && !text.startsWith("[") || !text.contains("\"traceID\"")) {
            return Claim.NO;
        }
        boolean named = text.contains("\"rootServiceName\"") || text.contains("\"rootTraceName\"");
        return named && text.contains("\"startTimeUnixNano\"") ? Claim.CERTAIN : Claim.NO;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        Diagnostics diagnostics = new Diagnostics();
        TempoTokens tokens = new TempoTokens(diagnostics, work);
        try (InputStream in = source.stream(); JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), in)) {
            tokens.values(parser);
        } catch (JacksonException e) {
            diagnostics.add(new Diagnostic(Diagnostic.Severity.WARNING, 0, -1, "the JSON breaks off here: " + Json.mistake(e)));
        }
        SearchRows traces = tokens.traces();
        SearchRows spans = tokens.spans();
        if (traces.size() == 0 && diagnostics.count() > 0) {
            throw new UnreadableFile("no trace could be read: " + diagnostics.first().getFirst().message(), "",
                    "a search answer has traces with traceID, startTimeUnixNano and durationMs");
        }
        if (traces.size() == 0) {
            diagnostics.note("the search found no traces");
        }
        List<Requests> found = new ArrayList<>();
        if (traces.size() > 0) {
            found.add(traces.requests(source, source.name(), FORMAT, new Meaning(Meaning.Duration.RESIDENCE_TIME, Meaning.Stamp.START, MILLISECOND, 0,
                    List.of("a search's result is no random sample: no rate and no percentile of the whole may be claimed"))));
        }
        if (spans.size() > 0) {
            List<String> caveats = List.of(String.format(Locale.ROOT, "only spans that matched the search, %,d of %,d that did", spans.size(), tokens.matched()));
            found.add(spans.requests(source, source.name() + " matched spans", FORMAT,
                    new Meaning(Meaning.Duration.RESIDENCE_TIME, Meaning.Stamp.START, 0, 0, caveats)));
        }
        return ReadResult.of(FORMAT, found, diagnostics, traces.skipped() + spans.skipped());
    }
}
