package org.tailwright.readers.jaeger;

import org.tailwright.data.Ids;
import org.tailwright.data.Utf8Pool;
import org.tailwright.readers.Json;
import org.tailwright.readers.spans.Sampling;
import org.tailwright.readers.spans.SpanBlock;
import org.tailwright.readers.spans.SpanDraft;
import org.tailwright.readers.spans.SpanFeed;
import org.tailwright.readers.spans.SpanKind;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads Jaeger's traces from JSON tokens, members in any order.
final class JaegerTokens {
    private static final String OWN_PROCESS = "the span's own process";

    private final SpanDraft draft = new SpanDraft();
    private final JaegerProcesses processes = new JaegerProcesses();
    private final JaegerReference reference = new JaegerReference();
    private final SpanFeed feed;
    private SpanBlock block;
    private String trace = "";
    private String process = "";
    private boolean bare;
    private int count;

    /// @param feed is passed on after each trace
    JaegerTokens(SpanFeed feed) {
        this.feed = feed;
        block = feed.block();
    }

    /// Reads all values; what was read before a mistake stays in the block.
    ///
    /// @throws tools.jackson.core.JacksonException when it is not JSON
    void values(JsonParser parser) {
        begin();
        try {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    top(parser);
                }
            }
        } finally {
            processes.apply(block);
        }
    }

    /// An answer that holds traces or spans somewhere inside, a trace, or a span by itself.
    private void top(JsonParser parser) {
        begin();
        Json.object(parser, (name, value) -> {
            switch (name) {
                case "data", "traces", "hits", "_source", "result" -> inside(value);
                case "traceID", "traceId" -> {
                    trace = JaegerIds.trace(Json.scalar(value));
                    draft.trace = code(block.traces(), trace);
                }
                case "spans" -> {
                    draft.clear();
                    Json.array(value, this::span);
                }
                case "processes" -> processes.read(value);
                default -> spanMember(name, value);
            }
        });
        if (bare) {
            keep();
        }
        end();
    }

    private void inside(JsonParser parser) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            top(parser);
        } else {
            Json.array(parser, this::inside);
        }
    }

    private void begin() {
        block = feed.block();
        processes.begin(block);
        clear();
        trace = "";
    }

    private void clear() {
        draft.clear();
        reference.clear();
        process = "";
        bare = false;
    }

    private void end() {
        processes.apply(block);
        feed.pass();
        begin();
    }

    private void span(JsonParser parser) {
        clear();
        Json.object(parser, this::spanMember);
        keep();
    }

    private void keep() {
        count++;
        if (draft.trace < 0 && !trace.isEmpty()) {
            draft.trace = code(block.traces(), trace);
        }
        String parent = draft.trace < 0 ? "" : reference.parent(((Utf8Pool.Builder) block.traces()).text(draft.trace));
        draft.parent = parent.isEmpty() ? -1 : code(block.spans(), parent);
        draft.end = draft.start + draft.end;
        if (draft.end < draft.start) {
            draft.ended = false;
        }
        int before = block.size();
        feed.add(draft);
        if (block.size() > before) {
            processes.span(process);
        }
        clear();
    }

    private void spanMember(String name, JsonParser parser) {
        switch (name) {
            case "traceID", "traceId" -> draft.trace = code(block.traces(), JaegerIds.trace(Json.scalar(parser)));
            case "spanID", "spanId" -> {
                draft.span = code(block.spans(), JaegerIds.span(Json.scalar(parser)));
                bare = true;
            }
            case "parentSpanID", "parentSpanId" -> reference.parentOfOldClients(JaegerIds.span(Json.scalar(parser)));
            case "operationName" -> draft.label = block.texts().code(Json.cut(Json.scalar(parser)));
            case "references" -> Json.array(parser, reference::read);
            case "startTime" -> {
                draft.start = JaegerTimes.nanos(Json.scalar(parser));
                draft.started = draft.start >= 0;
            }
            case "duration" -> {
                draft.end = JaegerTimes.nanos(Json.scalar(parser));
                draft.ended = draft.end >= 0;
            }
            case "tags" -> Json.array(parser, tag -> JaegerTags.read(tag, this::tag));
            case "tag" -> JaegerTags.fields(parser, this::tag);
            case "processID", "processId" -> process = Json.scalar(parser);
            case "process" -> {
                process = OWN_PROCESS + count;
                processes.process(process, parser);
            }
            default -> parser.skipChildren();
        }
    }

    private static int code(Ids ids, String text) {
        return text.isEmpty() ? -1 : ((Utf8Pool.Builder) ids).code(text);
    }

    private void tag(String key, boolean truth, String text) {
        switch (key) {
            case "error" -> draft.failed |= truth || text.equals("true");
            case "otel.status_code" -> draft.failed |= text.equals("ERROR");
            case "span.kind" -> {
                draft.kind = SpanKind.of(text);
                return;
            }
            default -> { }
        }
        int code = block.key(key);
        draft.attribute(code, block.texts().code(text));
        Sampling.Role role = block.role(code);
        if (role != Sampling.Role.NONE) {
            draft.sampling(role, text);
        }
    }
}
