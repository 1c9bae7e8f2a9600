package org.tailwright.readers.jaeger;

import java.util.function.UnaryOperator;
import org.tailwright.data.Ids;
import org.tailwright.data.Utf8Pool;
import org.tailwright.readers.Json;
import org.tailwright.readers.spans.Sampling;
import org.tailwright.readers.spans.SpanBlock;
import org.tailwright.readers.spans.SpanDraft;
import org.tailwright.readers.spans.SpanKind;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads Jaeger's traces from JSON tokens, members in any order.
final class JaegerTokens {
    private static final String OWN_PROCESS = "the span's own process";

    private final SpanDraft draft = new SpanDraft();
    private final JaegerProcesses processes = new JaegerProcesses();
    private final JaegerReference reference = new JaegerReference();
    private final UnaryOperator<SpanBlock> full;
    private SpanBlock block;
    private String trace = "";
    private String process = "";
    private int count;

    /// @param full is asked for another block after each trace, and may answer with the one it is given
    JaegerTokens(SpanBlock block, UnaryOperator<SpanBlock> full) {
        this.block = block;
        this.full = full;
    }

    SpanBlock block() {
        return block;
    }

    /// Reads all values; what was read before a mistake stays in the block.
    ///
    /// @throws tools.jackson.core.JacksonException when it is not JSON
    void values(JsonParser parser) {
        processes.begin(block);
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

    /// An answer with `data`, which is a list of traces or one trace, or a trace itself.
    private void top(JsonParser parser) {
        begin();
        Json.object(parser, (name, value) -> {
            if (!name.equals("data")) {
                member(name, value);
            } else if (value.currentToken() == JsonToken.START_ARRAY) {
                Json.array(value, this::trace);
            } else {
                trace(value);
            }
        });
        end();
    }

    private void trace(JsonParser parser) {
        begin();
        Json.object(parser, this::member);
        end();
    }

    private void begin() {
        processes.begin(block);
        trace = "";
    }

    private void end() {
        processes.apply(block);
        block = full.apply(block);
        processes.begin(block);
    }

    private void member(String name, JsonParser parser) {
        switch (name) {
            case "traceID" -> trace = JaegerIds.trace(Json.scalar(parser));
            case "spans" -> Json.array(parser, this::span);
            case "processes" -> processes.read(parser);
            default -> parser.skipChildren();
        }
    }

    private void span(JsonParser parser) {
        reference.clear();
        process = "";
        count++;
        Json.object(parser, this::spanMember);
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
        block.add(draft, -1);
        if (block.size() > before) {
            processes.span(process);
        }
    }

    private void spanMember(String name, JsonParser parser) {
        switch (name) {
            case "traceID" -> draft.trace = code(block.traces(), JaegerIds.trace(Json.scalar(parser)));
            case "spanID" -> draft.span = code(block.spans(), JaegerIds.span(Json.scalar(parser)));
            case "parentSpanID" -> reference.parentOfOldClients(JaegerIds.span(Json.scalar(parser)));
            case "operationName" -> draft.label = block.texts().code(Json.cut(Json.scalar(parser)));
            case "references" -> Json.array(parser, reference::read);
            case "startTime" -> {
                draft.start = nanos(parser);
                draft.started = draft.start >= 0;
            }
            case "duration" -> {
                draft.end = nanos(parser);
                draft.ended = draft.end >= 0;
            }
            case "tags" -> Json.array(parser, tag -> JaegerTags.read(tag, this::tag));
            case "processID" -> process = Json.scalar(parser);
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

    /// Microseconds become nanoseconds; -1 when it is no time.
    private static long nanos(JsonParser parser) {
        long micros = Json.whole(Json.scalar(parser));
        return micros < 0 || micros > Long.MAX_VALUE / 1000 ? -1 : micros * 1000;
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
