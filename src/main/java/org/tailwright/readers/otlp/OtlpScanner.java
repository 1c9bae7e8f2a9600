package org.tailwright.readers.otlp;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.HexIds;
import org.tailwright.data.Utf8Pool;
import org.tailwright.readers.Json;
import org.tailwright.readers.spans.Sampling;
import org.tailwright.readers.spans.SpanBlock;
import org.tailwright.readers.spans.SpanDraft;
import org.tailwright.readers.spans.SpanKind;
import tools.jackson.core.JacksonException;

/// The fast path for lines as collectors write them: the usual members, spelled in the usual way. Texts go from the line's bytes into the
/// dictionaries without becoming strings. A line that has anything else is undone and left to [OtlpTokens], which is slower and knows all.
final class OtlpScanner {
    private final JsonBytes in = new JsonBytes();
    private final SpanDraft draft = new SpanDraft();
    private final OtlpIds ids = new OtlpIds();
    private final OtlpResource resource = new OtlpResource();
    private @Nullable SpanBlock target;

    /// Reads the line in `bytes` from `from` to `to`, where a line feed stands.
    ///
    /// @return false when nothing was kept because the line is not for this scanner
    boolean read(SpanBlock block, byte[] bytes, int from, int to) {
        target = block;
        block.mark();
        draft.clear();
        in.begin(bytes, from);
        try {
            for (boolean more = in.open('{', '}'); more; more = in.more('}')) {
                in.name();
                require("resourceSpans");
                resources();
            }
            in.peek();
            if (in.at == to) {
                return true;
            }
        } catch (JsonBytes.Odd | JacksonException e) {
            // the other path says what is wrong, if anything is
        }
        block.undo();
        return false;
    }

    private SpanBlock block() {
        return Objects.requireNonNull(target);
    }

    private void require(String name) {
        if (!in.is(name)) {
            throw JsonBytes.ODD;
        }
    }

    private void resources() {
        for (boolean more = in.open('[', ']'); more; more = in.more(']')) {
            resource.begin(block());
            for (boolean inside = in.open('{', '}'); inside; inside = in.more('}')) {
                in.name();
                if (in.is("resource")) {
                    resource();
                } else if (in.is("scopeSpans")) {
                    scopes();
                } else {
                    ignore("schemaUrl");
                }
            }
            resource.apply(block());
        }
    }

    /// Skips a value that means nothing here; strings with escapes are still checked by the library.
    private void ignore(String... names) {
        boolean known = false;
        for (String each : names) {
            known |= in.is(each);
        }
        if (!known) {
            throw JsonBytes.ODD;
        }
        in.peek();
        int from = in.at;
        if (!in.skip()) {
            OtlpValues.check(in.bytes, from, in.at);
        }
    }

    private void resource() {
        for (boolean more = in.open('{', '}'); more; more = in.more('}')) {
            in.name();
            if (in.is("attributes")) {
                for (boolean inside = in.open('[', ']'); inside; inside = in.more(']')) {
                    attribute(false);
                }
            } else {
                ignore("droppedAttributesCount");
            }
        }
        resource.known();
    }

    private void scopes() {
        for (boolean more = in.open('[', ']'); more; more = in.more(']')) {
            for (boolean inside = in.open('{', '}'); inside; inside = in.more('}')) {
                in.name();
                if (in.is("spans")) {
                    for (boolean next = in.open('[', ']'); next; next = in.more(']')) {
                        span();
                    }
                } else {
                    ignore("scope", "schemaUrl");
                }
            }
        }
    }

    private void span() {
        for (boolean more = in.open('{', '}'); more; more = in.more('}')) {
            in.name();
            member();
        }
        if (!SpanBlock.complete(draft)) {
            throw JsonBytes.ODD;
        }
        block().add(draft, -1);
    }

    private void member() {
        if (in.is("traceId")) {
            draft.trace = id(32);
        } else if (in.is("spanId")) {
            draft.span = id(16);
        } else if (in.is("parentSpanId")) {
            draft.parent = id(16);
        } else if (in.is("name")) {
            in.string();
            draft.label = string();
        } else if (in.is("kind")) {
            in.scalar();
            boolean digit = in.to - in.from == 1;
            draft.kind = digit ? kind(in.bytes[in.from]) : SpanKind.of(in.text());
        } else if (in.is("startTimeUnixNano")) {
            draft.start = nanos();
            draft.started = true;
        } else if (in.is("endTimeUnixNano")) {
            draft.end = nanos();
            draft.ended = true;
        } else if (in.is("attributes")) {
            for (boolean more = in.open('[', ']'); more; more = in.more(']')) {
                attribute(true);
            }
        } else if (in.is("status")) {
            status();
        } else if (in.is("traceState")) {
            in.plainString();
            double weight = Sampling.weightOfTraceState(in.text());
            draft.weight = Double.isNaN(weight) ? draft.weight : weight;
        } else {
            ignore("flags", "events", "links", "droppedAttributesCount", "droppedEventsCount", "droppedLinksCount");
        }
    }

    private static int kind(byte digit) {
        return digit >= '1' && digit <= '5' ? digit - '1' : -1;
    }

    private int id(int digits) {
        in.plainString();
        if (!ids.read(in.bytes, in.from, in.to, digits)) {
            return -1;
        }
        HexIds.Builder known = (HexIds.Builder) (digits == 32 ? block().traces() : block().spans());
        return known.code(ids.upper, ids.lower);
    }

    /// Up to 18 digits cannot overflow; times have 19, of which the first is 1 until the year 2033, and at most 9.
    private long nanos() {
        in.scalar();
        long value = 0;
        if (in.to - in.from > 19 || in.to == in.from) {
            throw JsonBytes.ODD;
        }
        for (int i = in.from; i < in.to; i++) {
            int digit = in.bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                throw JsonBytes.ODD;
            }
            value = value * 10 + digit;
        }
        if (value < 0) {
            throw JsonBytes.ODD;
        }
        return value;
    }

    private void status() {
        for (boolean more = in.open('{', '}'); more; more = in.more('}')) {
            in.name();
            if (in.is("code")) {
                in.scalar();
                draft.failed = in.is("2") || in.is("STATUS_CODE_ERROR") || in.is("ERROR");
            } else {
                ignore("message");
            }
        }
    }

    /// The string last read as a code; the library decodes escapes and checks characters beyond ASCII.
    private int string() {
        Utf8Pool.Builder texts = block().texts();
        if (in.plain && in.to - in.from <= Json.LONGEST) {
            return texts.code(in.bytes, in.from, in.to);
        }
        String text = OtlpValues.text(in.bytes, in.from - 1, in.to + 1);
        return texts.code(Json.cut(text == null ? "" : text));
    }

    /// `{"key": …, "value": {…: …}}` in this order.
    private void attribute(boolean own) {
        in.expect('{');
        in.name();
        require("key");
        in.plainString();
        int keyFrom = in.from;
        int keyTo = in.to;
        in.expect(',');
        in.name();
        require("value");
        int value = value();
        in.expect('}');
        if (value < 0 || keyFrom == keyTo) {
            return;
        }
        if (own) {
            int key = block().key(in.bytes, keyFrom, keyTo);
            draft.attribute(key, value);
            Sampling.Role role = block().role(key);
            if (role != Sampling.Role.NONE) {
                draft.sampling(role, block().texts().text(value));
            }
        } else {
            in.from = keyFrom;
            in.to = keyTo;
            resource.attribute(in.text(), block().texts().text(value));
        }
    }

    /// The code of a value's text, -1 for a value without any.
    private int value() {
        in.peek();
        int begin = in.at;
        if (!in.open('{', '}')) {
            return -1;
        }
        in.name();
        int code;
        if (in.is("stringValue")) {
            in.string();
            code = string();
        } else if (in.is("intValue") || in.is("doubleValue")) {
            in.scalar();
            code = block().texts().code(in.bytes, in.from, in.to);
        } else if (in.is("boolValue")) {
            in.literal();
            if (in.is("null")) {
                throw JsonBytes.ODD;
            }
            code = block().texts().code(in.bytes, in.from, in.to);
        } else if (in.is("arrayValue") || in.is("kvlistValue")) {
            in.skip();
            in.expect('}');
            String text = OtlpValues.text(in.bytes, begin, in.at);
            return text == null ? -1 : block().texts().code(Json.cut(text));
        } else {
            throw JsonBytes.ODD;
        }
        in.expect('}');
        return code;
    }
}
