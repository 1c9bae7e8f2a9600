package org.tailwright.readers.datadog;

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

/// Datadog traces in JSON. Times are nanoseconds, in the UI's files seconds, in the API's dates; told apart by their size.
public final class DatadogReader implements Reader {
    private static final String FORMAT = "Datadog JSON";

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public String recognisedBy() {
        return "JSON with members trace_id, span_id, resource and metrics, or resource_name and start_timestamp";
    }

    @Override
    public Claim recognises(Head head) {
        String text = head.text().stripLeading();
        boolean json = text.startsWith("{") || text.startsWith("[");
        if (!json || !text.contains("\"trace_id\"") || !text.contains("\"span_id\"")) {
            return Claim.NO;
        }
        boolean sent = text.contains("\"resource\"") && text.contains("\"start\"") && text.contains("\"duration\"");
        boolean answered = text.contains("\"resource_name\"") && text.contains("\"start_timestamp\"");
        boolean own = text.contains("\"metrics\"") || text.contains("\"meta\"") || text.contains("\"resource_hash\"") || text.contains("\"parent_id\"");
        return answered || sent && own ? Claim.CERTAIN : Claim.NO;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        SpanFeed feed = SpanFeed.ofTextIds(work);
        DatadogTokens tokens = new DatadogTokens(feed);
        JsonSpans.read(source, work, feed, tokens::values);
        tokens.remark();
        return JsonSpans.result(feed.finish(), source, FORMAT, "Datadog's JSON is a list of traces, each a list of spans with trace_id, span_id, start and duration");
    }
}
