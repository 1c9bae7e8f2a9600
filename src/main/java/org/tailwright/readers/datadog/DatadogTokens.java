package org.tailwright.readers.datadog;

import java.util.Locale;
import org.tailwright.readers.Json;
import org.tailwright.readers.spans.SpanFeed;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads spans from JSON tokens, members in any order, wherever they stand inside lists and wrappers.
final class DatadogTokens {
    private final SpanFeed feed;
    private final DatadogSpan span;
    private long dropped;
    private long chosen;
    private long decided;

    DatadogTokens(SpanFeed feed) {
        this.feed = feed;
        span = new DatadogSpan(feed);
    }

    /// Reads all values; what was read before a mistake is kept.
    ///
    /// @throws tools.jackson.core.JacksonException when it is not JSON
    void values(JsonParser parser) {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            inside(parser);
        }
    }

    /// Says what the tracers' decisions mean for conclusions.
    void remark() {
        if (dropped > 0) {
            feed.merge().doubt(String.format(Locale.ROOT, "%,d of %,d traces with a sampling priority were to be dropped (priority 0 or less) and are "
                    + "here all the same", dropped, decided));
        }
        if (chosen > 0) {
            feed.merge().doubt(String.format(Locale.ROOT, "%,d of %,d traces with a sampling priority were kept by hand or rule (priority 2), not at random",
                    chosen, decided));
        }
    }

    private void inside(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_ARRAY) {
            Json.array(parser, this::inside);
        } else if (token == JsonToken.START_OBJECT) {
            object(parser);
        } else if (token != null && token.isScalarValue()) {
            feed.problem("a value that is no span is left out");
        }
    }

    /// A span, or a wrapper around lists of spans. An API's span has its members one level further in.
    private void object(JsonParser parser) {
        span.clear();
        Json.object(parser, this::member);
        if (span.any()) {
            decide(span.emit());
            feed.pass();
        }
        span.clear();
    }

    private void decide(double priority) {
        if (!Double.isNaN(priority)) {
            decided++;
            dropped += priority <= 0 ? 1 : 0;
            chosen += priority >= 2 ? 1 : 0;
        }
    }

    private void member(String name, JsonParser parser) {
        switch (name) {
            case "data", "traces", "chunks", "tracerPayloads", "trace", "orphaned" -> inside(parser);
            case "spans" -> spans(parser);
            case "attributes", "custom" -> Json.object(parser, this::member);
            case "meta", "tags" -> tags(parser);
            case "metrics" -> Json.object(parser, (key, value) -> span.metric(key, Json.scalar(value)));
            default -> {
                if (!span.scalar(name, parser)) {
                    parser.skipChildren();
                }
            }
        }
    }

    /// A list, or an object whose members are spans by their ids.
    private void spans(JsonParser parser) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Json.object(parser, (_, value) -> inside(value));
        } else {
            inside(parser);
        }
    }

    private void tags(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        Json.object(parser, (key, value) -> {
            JsonToken token = value.currentToken();
            boolean scalar = token != null && token.isScalarValue() && token != JsonToken.VALUE_NULL;
            String text = Json.cut(Json.scalar(value));
            if (scalar) {
                span.tag(key, text);
            }
        });
    }
}
