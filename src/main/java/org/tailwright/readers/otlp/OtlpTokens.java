package org.tailwright.readers.otlp;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.tailwright.data.HexIds;
import org.tailwright.readers.Json;
import org.tailwright.readers.spans.Sampling;
import org.tailwright.readers.spans.SpanBlock;
import org.tailwright.readers.spans.SpanDraft;
import org.tailwright.readers.spans.SpanKind;
import org.tailwright.readers.spans.SpanResource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads traces from JSON tokens: members in any order, unknown ones skipped, both spellings of names.
final class OtlpTokens {
    private final SpanDraft draft = new SpanDraft();
    private final OtlpIds ids = new OtlpIds();
    private final SpanResource resource = new SpanResource();
    private final int most;
    private final Consumer<SpanBlock> full;
    private SpanBlock block;
    private long line = -1;
    private boolean otherSignals;

    /// @param most spans in a block, after which another is begun
    /// @param full takes blocks that are full
    OtlpTokens(SpanBlock block, int most, Consumer<SpanBlock> full) {
        this.block = block;
        this.most = most;
        this.full = full;
    }

    /// Whether metrics or logs were seen.
    boolean otherSignals() {
        return otherSignals;
    }

    /// The block that is being filled.
    SpanBlock block() {
        return block;
    }

    /// The next spans go into `other`.
    void into(SpanBlock other) {
        block = other;
    }

    /// Reads all values, which are objects or arrays of such; what was read before a mistake stays in the block.
    ///
    /// @param number line in the part, -1 when lines mean nothing
    /// @throws tools.jackson.core.JacksonException when it is not JSON
    void values(JsonParser parser, long number) {
        line = number;
        draft.clear();
        resource.begin(block);
        try {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    data(parser);
                } else if (token != JsonToken.START_ARRAY && token != JsonToken.END_ARRAY) {
                    block.problem(line, "a value that is no object is left out");
                }
            }
        } finally {
            resource.apply(block);
        }
    }

    private void data(JsonParser parser) {
        Json.object(parser, (name, value) -> {
            switch (name) {
                case "resourceSpans", "resource_spans", "batches" -> Json.array(value, this::resourceSpans);
                case "trace", "result" -> data(value);
                default -> {
                    otherSignals |= name.equals("resourceMetrics") || name.equals("resourceLogs");
                    value.skipChildren();
                }
            }
        });
    }

    private void resourceSpans(JsonParser parser) {
        resource.begin(block);
        Json.object(parser, (name, value) -> {
            switch (name) {
                case "resource" -> resource(value);
                case "scopeSpans", "scope_spans", "instrumentationLibrarySpans" -> Json.array(value, this::scopeSpans);
                default -> value.skipChildren();
            }
        });
        resource.apply(block);
    }

    private void resource(JsonParser parser) {
        Json.object(parser, (name, value) -> {
            if (name.equals("attributes")) {
                Json.array(value, element -> OtlpValues.attribute(element, resource::attribute));
            } else {
                value.skipChildren();
            }
        });
        resource.known();
    }

    private void scopeSpans(JsonParser parser) {
        Json.object(parser, (name, value) -> {
            if (name.equals("spans")) {
                Json.array(value, this::span);
            } else {
                value.skipChildren();
            }
        });
    }

    private void span(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        Json.object(parser, this::member);
        block.add(draft, line);
        if (resource.isKnown() && block.size() >= most) {
            resource.apply(block);
            full.accept(block);
            block = SpanBlock.ofHexIds();
        }
    }

    private void member(String name, JsonParser parser) {
        switch (name) {
            case "traceId", "trace_id" -> draft.trace = id(Json.scalar(parser), 32);
            case "spanId", "span_id" -> draft.span = id(Json.scalar(parser), 16);
            case "parentSpanId", "parent_span_id" -> draft.parent = id(Json.scalar(parser), 16);
            case "traceState", "trace_state" -> state(Json.scalar(parser));
            case "name" -> draft.label = block.texts().code(Json.cut(Json.scalar(parser)));
            case "kind" -> draft.kind = SpanKind.of(Json.scalar(parser));
            case "startTimeUnixNano", "start_time_unix_nano" -> {
                draft.start = Json.whole(Json.scalar(parser));
                draft.started = draft.start >= 0;
            }
            case "endTimeUnixNano", "end_time_unix_nano" -> {
                draft.end = Json.whole(Json.scalar(parser));
                draft.ended = draft.end >= 0;
            }
            case "attributes" -> Json.array(parser, element -> OtlpValues.attribute(element, this::attribute));
            case "status" -> Json.object(parser, this::status);
            default -> parser.skipChildren();
        }
    }

    private int id(String text, int digits) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (!ids.read(bytes, 0, bytes.length, digits)) {
            return -1;
        }
        HexIds.Builder known = (HexIds.Builder) (digits == 32 ? block.traces() : block.spans());
        return known.code(ids.upper, ids.lower);
    }

    private void state(String text) {
        double weight = Sampling.weightOfTraceState(text);
        draft.weight = Double.isNaN(weight) ? draft.weight : weight;
    }

    private void status(String name, JsonParser parser) {
        String text = Json.scalar(parser);
        if (name.equals("code")) {
            draft.failed = failed(text);
        }
    }

    static boolean failed(String code) {
        return code.equals("2") || code.equals("STATUS_CODE_ERROR") || code.equals("ERROR");
    }

    private void attribute(String key, String value) {
        int code = block.key(key);
        draft.attribute(code, block.texts().code(value));
        Sampling.Role role = block.role(code);
        if (role != Sampling.Role.NONE) {
            draft.sampling(role, value);
        }
    }
}
