package org.tailwright.readers.zipkin;

import org.tailwright.readers.Json;
import org.tailwright.readers.spans.SpanFeed;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads spans from JSON tokens, members in any order. Objects that are no spans (other signals, wrappers) are searched for lists of spans.
final class ZipkinTokens {
    private final SpanFeed feed;
    private final ZipkinSpan span = new ZipkinSpan();

    ZipkinTokens(SpanFeed feed) {
        this.feed = feed;
    }

    /// Reads all values; what was read before a mistake is kept.
    ///
    /// @throws tools.jackson.core.JacksonException when it is not JSON
    void values(JsonParser parser) {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                span(parser);
            } else if (token != JsonToken.START_ARRAY && token != JsonToken.END_ARRAY) {
                feed.problem("a value that is no span is left out");
            }
        }
    }

    private void span(JsonParser parser) {
        span.clear();
        Json.object(parser, this::member);
        if (span.any()) {
            span.emit(feed);
            feed.pass();
        }
    }

    private void member(String name, JsonParser parser) {
        switch (name) {
            case "traceId" -> span.trace = Json.scalar(parser);
            case "id" -> span.id = Json.scalar(parser);
            case "parentId" -> span.parent = Json.scalar(parser);
            case "name" -> span.name = Json.cut(Json.scalar(parser));
            case "kind" -> span.kind = Json.scalar(parser);
            case "shared" -> span.shared = Json.scalar(parser).equals("true");
            case "timestamp" -> span.timestamp = Json.whole(Json.scalar(parser));
            case "duration" -> span.duration = Json.whole(Json.scalar(parser));
            case "localEndpoint" -> endpoint(parser, span.local);
            case "remoteEndpoint" -> endpoint(parser, span.remote);
            case "tags" -> Json.object(parser, (key, value) -> {
                boolean scalar = scalar(value);
                String text = Json.cut(Json.scalar(value));
                if (scalar) {
                    span.tags.put(key, text);
                }
            });
            case "annotations" -> Json.array(parser, this::annotation);
            case "binaryAnnotations" -> Json.array(parser, this::binary);
            default -> parser.skipChildren();
        }
    }

    private static boolean scalar(JsonParser parser) {
        JsonToken token = parser.currentToken();
        return token != null && token.isScalarValue() && token != JsonToken.VALUE_NULL;
    }

    private void endpoint(JsonParser parser, ZipkinPlace place) {
        Json.object(parser, (name, value) -> {
            switch (name) {
                case "serviceName" -> place.service = Json.cut(Json.scalar(value));
                case "ipv4", "ipv6" -> place.address = Json.cut(Json.scalar(value));
                case "port" -> place.port = Json.cut(Json.scalar(value));
                default -> value.skipChildren();
            }
        });
    }

    /// Version 2 has a time and a value; version 1 an endpoint too, and short names for the sides of a call.
    private void annotation(JsonParser parser) {
        ZipkinPlace place = new ZipkinPlace();
        long[] time = {-1};
        String[] text = {""};
        Json.object(parser, (name, value) -> {
            switch (name) {
                case "timestamp" -> time[0] = Json.whole(Json.scalar(value));
                case "value" -> text[0] = Json.cut(Json.scalar(value));
                case "endpoint" -> endpoint(value, place);
                default -> value.skipChildren();
            }
        });
        span.annotations.add(text[0], time[0], place);
    }

    /// A tag of version 1; `ca` and `sa` with the value true name the other side of a call.
    private void binary(JsonParser parser) {
        ZipkinPlace place = new ZipkinPlace();
        String[] key = {""};
        String[] text = {""};
        Json.object(parser, (name, value) -> {
            switch (name) {
                case "key" -> key[0] = Json.scalar(value);
                case "value" -> text[0] = Json.cut(Json.scalar(value));
                case "endpoint" -> endpoint(value, place);
                default -> value.skipChildren();
            }
        });
        if ((key[0].equals("ca") || key[0].equals("sa")) && text[0].equals("true")) {
            span.annotations.other(key[0], place);
        } else if (!key[0].isEmpty()) {
            span.tags.put(key[0], text[0]);
            span.annotations.place(place);
        }
    }
}
