package org.tailwright.readers.chrome;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tailwright.data.Dataset;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.Head;
import org.tailwright.readers.Json;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.spans.SpanFeed;
import org.tailwright.readers.spans.SpanMerge;
import org.tailwright.readers.spans.SpanTable;
import org.tailwright.work.Work;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// Chrome's trace event format. Times are microseconds, with fractions, of a clock of the trace's own. Memory: about 60 bytes an event.
public final class ChromeReader implements Reader {
    private static final String FORMAT = "Chrome trace events";
    private static final Pattern PHASE = Pattern.compile("\"ph\"\\s*:\\s*\"[A-Za-z(),]\"");
    private static final JsonFactory FACTORY = Json.FACTORY.rebuild()
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA, JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public String recognisedBy() {
        return "JSON with a member traceEvents, or a list of objects with ph, ts and pid";
    }

    @Override
    public Claim recognises(Head head) {
        String text = head.text().stripLeading();
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return Claim.NO;
        }
        boolean phase = PHASE.matcher(text).find();
        boolean named = text.contains("\"traceEvents\"");
        if (phase && (named || text.contains("\"ts\"") || text.contains("\"pid\""))) {
            return Claim.CERTAIN;
        }
        return named || text.contains("\"source\": \"DevTools\"") ? Claim.MAYBE : Claim.NO;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        SpanFeed feed = SpanFeed.ofHexIds(work);
        ChromeTokens tokens = new ChromeTokens(feed.block(), work);
        List<String> notes = new ArrayList<>();
        try (InputStream in = source.stream(); JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), in)) {
            tokens.values(parser);
        } catch (JacksonException e) {
            String mistake = Json.mistake(e);
            if (!Json.cutOff(e) || tokens.insideEvent()) {
                feed.lost("the JSON breaks off here: " + mistake);
            } else {
                notes.add("the list of events is not closed, as the format allows");
            }
        }
        new ChromeSpans(tokens, feed).emit(work);
        return result(tokens, feed.finish(), source, notes);
    }

    private static ReadResult result(ChromeTokens tokens, SpanMerge merge, Source source, List<String> notes) throws UnreadableFile {
        Diagnostics diagnostics = merge.diagnostics();
        if (tokens.events() == 0 && (diagnostics.count() > 0 || !tokens.listed())) {
            String why = diagnostics.count() > 0 ? diagnostics.first().getFirst().message() : "no list of events is in the file";
            throw new UnreadableFile("no event could be read: " + why, "", "a trace is a list of events, or an object with traceEvents");
        }
        notes.forEach(diagnostics::note);
        tokens.left().ifPresent(diagnostics::note);
        List<Dataset> found = new ArrayList<>();
        if (merge.size() > 0) {
            found.add(SpanTable.of(merge, source, FORMAT));
        }
        found.addAll(tokens.profiles().recordings(tokens.tracks(), source, FORMAT, tokens.baseNanos(), diagnostics));
        tokens.counters().metrics(source, FORMAT, tokens.baseNanos(), diagnostics).ifPresent(found::add);
        if (found.isEmpty()) {
            diagnostics.note("the file is whole and holds neither slices nor counters nor samples");
        }
        return ReadResult.of(FORMAT, found, diagnostics, merge.skipped());
    }
}
