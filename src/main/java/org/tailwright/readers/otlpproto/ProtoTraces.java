package org.tailwright.readers.otlpproto;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tailwright.data.HexIds;
import org.tailwright.readers.spans.Sampling;
import org.tailwright.readers.spans.SpanBlock;
import org.tailwright.readers.spans.SpanDraft;
import org.tailwright.readers.spans.SpanFeed;

/// Reads TracesData: field 1 ResourceSpans, with 1 Resource and 2 ScopeSpans, with 2 Span (opentelemetry/proto/trace/v1/trace.proto). What is
/// damaged is left at the end of the message around it.
final class ProtoTraces {
    private static final String SERVICE = "service.name";
    /// Where the scopes of the years before 2022 stand.
    private static final int OLD_SCOPES = 1000;

    private final Wire wire;
    private final SpanFeed feed;
    private final ProtoValues values;
    private final SpanDraft draft = new SpanDraft();
    private final long[] id = new long[2];
    private final List<String> keys = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private boolean resourceKnown;

    ProtoTraces(Wire wire, SpanFeed feed) {
        this.wire = wire;
        this.feed = feed;
        values = new ProtoValues(wire);
    }

    /// Reads the message that ends at `end`, or with the file.
    ///
    /// @throws Wire.Malformed when the rest of it cannot be read
    void traces(long end) throws IOException, Wire.Malformed {
        while (wire.position() < end && !wire.atEnd()) {
            if (wire.field(end) == 1) {
                long inner = wire.ending(end);
                kept("a resource", inner, () -> resourceSpans(inner));
            } else {
                wire.skip(end);
            }
        }
    }

    /// Something that may turn out to be damaged.
    @FunctionalInterface
    private interface Part {
        void read() throws IOException, Wire.Malformed;
    }

    private void kept(String what, long end, Part part) throws IOException, Wire.Malformed {
        try {
            part.read();
        } catch (Wire.Malformed e) {
            if (e.cut) {
                throw e;
            }
            feed.lost(what + " is damaged: " + e.getMessage());
            wire.skipTo(end);
        }
    }

    private void resourceSpans(long end) throws IOException, Wire.Malformed {
        keys.clear();
        texts.clear();
        resourceKnown = false;
        feed.block().beginResource();
        try {
            while (wire.position() < end) {
                switch (wire.field(end)) {
                    case 1 -> {
                        resource(wire.ending(end));
                        resourceKnown = true;
                    }
                    case 2, OLD_SCOPES -> {
                        long inner = wire.ending(end);
                        kept("a scope", inner, () -> scopeSpans(inner));
                    }
                    default -> wire.skip(end);
                }
            }
        } finally {
            applyResource();
        }
    }

    private void resource(long end) throws IOException, Wire.Malformed {
        while (wire.position() < end) {
            if (wire.field(end) == 1) {
                values.attribute(wire.ending(end), (key, value) -> {
                    keys.add(key);
                    texts.add(value);
                });
            } else {
                wire.skip(end);
            }
        }
    }

    private void applyResource() {
        SpanBlock block = feed.block();
        int[] keyCodes = new int[keys.size()];
        int[] valueCodes = new int[keys.size()];
        int count = 0;
        int service = -1;
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).equals(SERVICE)) {
                service = block.texts().code(texts.get(i));
            } else {
                keyCodes[count] = block.key(keys.get(i));
                valueCodes[count++] = block.texts().code(texts.get(i));
            }
        }
        block.endResource(service, keyCodes, valueCodes, count);
    }

    private void scopeSpans(long end) throws IOException, Wire.Malformed {
        while (wire.position() < end) {
            if (wire.field(end) == 2) {
                long inner = wire.ending(end);
                kept("a span", inner, () -> span(inner));
                if (resourceKnown && feed.full()) {
                    applyResource();
                    feed.pass();
                    feed.block().beginResource();
                }
            } else {
                wire.skip(end);
            }
        }
    }

    private void span(long end) throws IOException, Wire.Malformed {
        draft.clear();
        while (wire.position() < end) {
            member(wire.field(end), end);
        }
        feed.add(draft);
    }

    private void member(int field, long end) throws IOException, Wire.Malformed {
        SpanBlock block = feed.block();
        switch (field) {
            case 1 -> draft.trace = wire.id(wire.ending(end), 16, id) ? ((HexIds.Builder) block.traces()).code(id[0], id[1]) : -1;
            case 2 -> draft.span = span(wire.ending(end), block);
            case 3 -> {
                double weight = Sampling.weightOfTraceState(wire.text(wire.ending(end)));
                draft.weight = Double.isNaN(weight) ? draft.weight : weight;
            }
            case 4 -> draft.parent = span(wire.ending(end), block);
            case 5 -> draft.label = block.texts().code(wire.text(wire.ending(end)));
            case 6 -> {
                int kind = Math.clamp(number(end), 0, 6);
                draft.kind = kind >= 1 && kind <= 5 ? kind - 1 : -1;
            }
            case 7 -> {
                draft.start = time(end);
                draft.started = draft.start > 0;
            }
            case 8 -> {
                draft.end = time(end);
                draft.ended = draft.end > 0;
            }
            case 9 -> values.attribute(wire.ending(end), this::attribute);
            case 15 -> status(wire.ending(end));
            default -> wire.skip(end);
        }
    }

    private int span(long end, SpanBlock block) throws IOException, Wire.Malformed {
        return wire.id(end, 8, id) ? ((HexIds.Builder) block.spans()).code(0, id[1]) : -1;
    }

    private long time(long end) throws IOException, Wire.Malformed {
        if (wire.type() != Wire.FIXED64) {
            wire.skip(end);
            return -1;
        }
        return wire.fixed64(end);
    }

    private long number(long end) throws IOException, Wire.Malformed {
        if (wire.type() != Wire.VARINT) {
            wire.skip(end);
            return 0;
        }
        return wire.varint(end);
    }

    private void status(long end) throws IOException, Wire.Malformed {
        while (wire.position() < end) {
            if (wire.field(end) == 3) {
                draft.failed = number(end) == 2;
            } else {
                wire.skip(end);
            }
        }
    }

    private void attribute(String key, String value) {
        SpanBlock block = feed.block();
        int code = block.key(key);
        draft.attribute(code, block.texts().code(value));
        Sampling.Role role = block.role(code);
        if (role != Sampling.Role.NONE) {
            draft.sampling(role, value);
        }
    }
}
