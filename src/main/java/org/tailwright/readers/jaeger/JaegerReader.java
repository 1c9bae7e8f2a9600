package org.tailwright.readers.jaeger;

import java.io.IOException;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.spans.JsonSpans;
import org.tailwright.readers.spans.SpanFeed;
import org.tailwright.work.Work;

/// Jaeger traces in JSON: `{"data": [trace, …]}` of the query API and the UI, a trace by itself, lists of traces, spans by themselves (one a line,
/// or as hits of an Elasticsearch answer), and the protobuf form in JSON. Times are microseconds unless written with a unit or as a date.
public final class JaegerReader implements Reader {
    private static final String FORMAT = "Jaeger JSON";

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public String recognisedBy() {
        return "JSON with members traceID, spanID and operationName";
    }

    @Override
    public Claim recognises(Head head) {
        String text = head.text().stripLeading();
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return Claim.NO;
        }
        boolean spans = (text.contains("\"spanID\"") || text.contains("\"spanId\"")) && text.contains("\"operationName\"");
        if (spans && (text.contains("\"traceID\"") || text.contains("\"traceId\""))) {
            return Claim.CERTAIN;
        }
        return spans || text.contains("\"processes\"") && text.contains("\"serviceName\"") ? Claim.MAYBE : Claim.NO;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        SpanFeed feed = SpanFeed.ofTextIds(work);
        JaegerTokens tokens = new JaegerTokens(feed);
        JsonSpans.read(source, work, feed, tokens::values);
        return JsonSpans.result(feed.finish(), source, FORMAT, "Jaeger's JSON has data with spans and processes");
    }
}
