package org.tailwright.readers.otlp;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.HexIds;
import org.tailwright.data.RecentTexts;
import org.tailwright.readers.Json;
import org.tailwright.readers.spans.Sampling;
import org.tailwright.readers.spans.SpanBlock;
import org.tailwright.readers.spans.SpanDraft;
import org.tailwright.readers.spans.SpanKind;
import org.tailwright.readers.spans.SpanResource;
import org.tailwright.readers.text.Words;
import tools.jackson.core.JacksonException;

/// The fast path for lines as collectors write them: the usual members, spelled in the usual way. Texts go from the line's bytes into the
/// dictionaries without becoming strings. A line that has anything else is undone and left to [OtlpTokens], which is slower and knows all.
final class OtlpScanner {
    /// How a value is written.
    enum Type { TEXT, NUMBER, TRUTH, OTHER }

    private static final int TIME_DIGITS = 19;
    private static final int LONGEST_BEGINNING = 256;

    private final JsonBytes in = new JsonBytes();
    private final SpanDraft draft = new SpanDraft();
    private final OtlpIds ids = new OtlpIds();
    private final SpanResource resource = new SpanResource();
    private final RecentTexts recent = new RecentTexts();
    private final KnownPairs pairs = new KnownPairs();
    /// Which member followed each the last time.
    private final Member[] after = new Member[Member.ALL.length];
    private Member first = Member.TRACE;
    private @Nullable SpanBlock target;
    /// Where the value last read began, behind the name of its type.
    private int valueAt;
    private Type valueType = Type.OTHER;

    OtlpScanner() {
        Arrays.fill(after, Member.TRACE);
    }

    /// Reads the line in `bytes` that begins at `from`. A line feed must end it, and [JsonBytes#SLACK] more bytes must be readable.
    ///
    /// @return where the line feed stands, -1 when nothing was kept because the line is not for this scanner
    int read(SpanBlock block, byte[] bytes, int from) {
        if (target != block) {
            target = block;
            recent.begin(block.texts());
            pairs.clear();
        }
        block.mark();
        draft.clear();
        in.begin(bytes, from);
        try {
            for (boolean more = in.open('{', '}'); more; more = in.more('}')) {
                in.name();
                require("resourceSpans");
                resources();
            }
            if (in.peek() == '\n') {
                return in.at;
            }
        } catch (JsonBytes.Odd | JacksonException e) {
            // the other path says what is wrong, if anything is
        }
        block.undo();
        return -1;
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
        pass();
    }

    /// Skips a value.
    private void pass() {
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
                    attribute(-1);
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
        Member expected = first;
        @Nullable Member last = null;
        for (boolean more = in.open('{', '}'); more; more = in.more('}')) {
            Member read = name(expected);
            if (read != expected && last == null) {
                first = read;
            } else if (read != expected) {
                after[last.ordinal()] = read;
            }
            member(read);
            last = read;
            expected = after[read.ordinal()];
        }
        if (!SpanBlock.complete(draft)) {
            throw JsonBytes.ODD;
        }
        block().add(draft, -1);
    }

    private Member name(Member expected) {
        if (in.pass(expected.literal)) {
            return expected;
        }
        in.name();
        for (Member each : Member.ALL) {
            if (in.is(each.spelled)) {
                return each;
            }
        }
        throw JsonBytes.ODD;
    }

    private void member(Member member) {
        switch (member) {
            case TRACE -> draft.trace = id(32);
            case SPAN -> draft.span = id(16);
            case PARENT -> draft.parent = id(16);
            case STATE -> {
                in.plainString();
                double weight = Sampling.weightOfTraceState(in.text());
                draft.weight = Double.isNaN(weight) ? draft.weight : weight;
            }
            case NAME -> {
                in.string();
                draft.label = string();
            }
            case KIND -> {
                in.scalar();
                boolean digit = in.to - in.from == 1;
                draft.kind = digit ? kind(in.bytes[in.from]) : SpanKind.of(in.text());
            }
            case START -> {
                draft.start = nanos();
                draft.started = true;
            }
            case END -> {
                draft.end = nanos();
                draft.ended = true;
            }
            case ATTRIBUTES -> {
                int place = 0;
                for (boolean more = in.open('[', ']'); more; more = in.more(']')) {
                    attribute(place++);
                }
            }
            case STATUS -> status();
            case FLAGS, EVENTS, LINKS, DROPPED_ATTRIBUTES, DROPPED_EVENTS, DROPPED_LINKS -> pass();
        }
    }

    private static int kind(byte digit) {
        return digit >= '1' && digit <= '5' ? digit - '1' : -1;
    }

    private int id(int digits) {
        in.peek();
        if (ids.whole(in.bytes, in.at, digits)) {
            in.at += digits + 2;
        } else {
            in.plainString();
            if (!ids.read(in.bytes, in.from, in.to, digits)) {
                return -1;
            }
        }
        HexIds.Builder known = (HexIds.Builder) (digits == 32 ? block().traces() : block().spans());
        return known.code(ids.upper, ids.lower);
    }

    /// Up to 18 digits cannot overflow; times have 19, of which the first is 1 until the year 2033, and at most 9.
    private long nanos() {
        if (in.peek() == '"' && in.bytes[in.at + TIME_DIGITS + 1] == '"') {
            int to = in.at + TIME_DIGITS + 1;
            long upper = Words.digits(Words.at(in.bytes, to - 24), TIME_DIGITS - 16);
            long middle = Words.digits(Words.at(in.bytes, to - 16), Long.BYTES);
            long lower = Words.digits(Words.at(in.bytes, to - 8), Long.BYTES);
            long value = (Words.number(upper) * 100_000_000 + Words.number(middle)) * 100_000_000 + Words.number(lower);
            if (Words.sound(upper | middle | lower) && value >= 0) {
                in.at = to + 1;
                return value;
            }
        }
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
        if (in.plain && in.to - in.from <= Json.LONGEST) {
            return recent.code(in.bytes, in.from, in.to);
        }
        String text = OtlpValues.text(in.bytes, in.from - 1, in.to + 1);
        return block().texts().code(Json.cut(text == null ? "" : text));
    }

    /// `{"key": …, "value": {…: …}}` in this order.
    ///
    /// @param place among the attributes of a span; -1 for one of a resource
    private void attribute(int place) {
        KnownPairs.Pair pair = place < 0 ? null : pairs.at(place);
        if (pair != null && in.pass(pair.begin())) {
            int value = scalar(pair.type());
            in.expect('}');
            in.expect('}');
            keep(pair.key(), pair.role(), value);
            return;
        }
        in.expect('{');
        int begin = in.at - 1;
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
        if (place < 0) {
            in.from = keyFrom;
            in.to = keyTo;
            resource.attribute(in.text(), block().texts().text(value));
            return;
        }
        int key = block().key(in.bytes, keyFrom, keyTo);
        Sampling.Role role = block().role(key);
        if (valueType != Type.OTHER && valueAt - begin <= LONGEST_BEGINNING && key >= 0) {
            pairs.put(place, new KnownPairs.Pair(Literal.of(in.bytes, begin, valueAt), key, valueType, role));
        }
        keep(key, role, value);
    }

    private void keep(int key, Sampling.Role role, int value) {
        draft.attribute(key, value);
        if (role != Sampling.Role.NONE) {
            draft.sampling(role, block().texts().text(value));
        }
    }

    /// The code of a value's text, -1 for a value without any.
    private int value() {
        in.peek();
        int begin = in.at;
        valueType = Type.OTHER;
        if (!in.open('{', '}')) {
            return -1;
        }
        in.name();
        if (in.is("arrayValue") || in.is("kvlistValue")) {
            in.skip();
            in.expect('}');
            String text = OtlpValues.text(in.bytes, begin, in.at);
            return text == null ? -1 : block().texts().code(Json.cut(text));
        }
        valueType = type();
        valueAt = in.at;
        int code = scalar(valueType);
        in.expect('}');
        return code;
    }

    private Type type() {
        if (in.is("stringValue")) {
            return Type.TEXT;
        }
        if (in.is("intValue") || in.is("doubleValue")) {
            return Type.NUMBER;
        }
        require("boolValue");
        return Type.TRUTH;
    }

    private int scalar(Type type) {
        switch (type) {
            case TEXT -> {
                in.string();
                return string();
            }
            case NUMBER -> in.scalar();
            case TRUTH, OTHER -> {
                in.literal();
                if (in.is("null")) {
                    throw JsonBytes.ODD;
                }
            }
        }
        return recent.code(in.bytes, in.from, in.to);
    }
}
