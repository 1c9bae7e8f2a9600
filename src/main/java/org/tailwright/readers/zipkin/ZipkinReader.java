package org.tailwright.readers.zipkin;

import java.io.IOException;
import java.util.regex.Pattern;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.spans.JsonSpans;
import org.tailwright.readers.spans.SpanFeed;
import org.tailwright.work.Work;

/// Zipkin traces in JSON, version 1 and 2. Times are microseconds.
public final class ZipkinReader implements Reader {
    private static final String FORMAT = "Zipkin JSON";
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"[0-9a-fA-F]{1,32}\"");
    private static final Pattern TRACE = Pattern.compile("\"traceId\"\\s*:\\s*\"[0-9a-fA-F]{1,32}\"");

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public String recognisedBy() {
        return "JSON with members traceId, id and localEndpoint, or annotations with an endpoint";
    }

    @Override
    public Claim recognises(Head head) {
        String text = head.text().stripLeading();
        if (!text.startsWith("{") && !text.startsWith("[") || !TRACE.matcher(text).find() || !ID.matcher(text).find()) {
            return Claim.NO;
        }
        boolean endpoint = text.contains("\"localEndpoint\"") || text.contains("\"remoteEndpoint\"") || text.contains("\"binaryAnnotations\"")
                || text.contains("\"annotations\"") && text.contains("\"endpoint\"");
        boolean times = text.contains("\"timestamp\"") && text.contains("\"duration\"") && text.contains("\"name\"");
        return endpoint ? Claim.CERTAIN : times ? Claim.MAYBE : Claim.NO;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        SpanFeed feed = SpanFeed.ofTextIds(work);
        ZipkinTokens tokens = new ZipkinTokens(feed);
        JsonSpans.read(source, work, feed, tokens::values);
        return JsonSpans.result(feed.finish(), source, FORMAT, "Zipkin's JSON is a list of spans with traceId, id, timestamp and duration");
    }
}
