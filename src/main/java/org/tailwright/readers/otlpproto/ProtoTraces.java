package org.tailwright.readers.otlpproto;

import java.io.IOException;
import org.tailwright.data.HexIds;
import org.tailwright.readers.protobuf.Framing;
import org.tailwright.readers.protobuf.ProtoValues;
import org.tailwright.readers.protobuf.Wire;
import org.tailwright.readers.spans.Sampling;
import org.tailwright.readers.spans.SpanBlock;
import org.tailwright.readers.spans.SpanDraft;
import org.tailwright.readers.spans.SpanFeed;
import org.tailwright.readers.spans.SpanResource;

/// Reads TracesData: field 1 ResourceSpans, with 1 Resource and 2 ScopeSpans, with 2 Span (opentelemetry/proto/trace/v1/trace.proto). What is
/// damaged is left at the end of the message around it.
final class ProtoTraces implements Framing.Content {
    /// Where the scopes of the years before 2022 stand.
    private static final int OLD_SCOPES = 1000;

    private final SpanFeed feed;
    private final SpanResource resource = new SpanResource();
    private final Wire wire;
    private final ProtoValues values;
    private final SpanDraft draft = new SpanDraft();
    private final long[] id = new long[2];

    ProtoTraces(Wire wire, SpanFeed feed) {
        this.wire = wire;
        this.feed = feed;
        values = new ProtoValues(wire);
    }

    @Override
    public void passed() {
        feed.pass();
    }

    @Override
    public void lost(String what) {
        feed.lost(what);
    }

    @Override
    public boolean found() {
        return feed.finish().size() > 0;
    }

    @Override
    public void message(long end) throws IOException, Wire.Malformed {
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
            if (e.cut()) {
                throw e;
            }
            feed.lost(what + " is damaged: " + e.getMessage());
            wire.skipTo(end);
        }
    }

    private void resourceSpans(long end) throws IOException, Wire.Malformed {
        resource.begin(feed.block());
        try {
            while (wire.position() < end) {
                switch (wire.field(end)) {
                    case 1 -> {
                        resource(wire.ending(end));
                        resource.known();
                    }
                    case 2, OLD_SCOPES -> {
                        long inner = wire.ending(end);
                        kept("a scope", inner, () -> scopeSpans(inner));
                    }
                    default -> wire.skip(end);
                }
            }
        } finally {
            resource.apply(feed.block());
        }
    }

    private void resource(long end) throws IOException, Wire.Malformed {
        while (wire.position() < end) {
            if (wire.field(end) == 1) {
                values.attribute(wire.ending(end), resource::attribute);
            } else {
                wire.skip(end);
            }
        }
    }

    private void scopeSpans(long end) throws IOException, Wire.Malformed {
        while (wire.position() < end) {
            if (wire.field(end) == 2) {
                long inner = wire.ending(end);
                kept("a span", inner, () -> span(inner));
                if (resource.isKnown() && feed.full()) {
                    resource.apply(feed.block());
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
                int kind = Math.clamp(wire.number(end), 0, 6);
                draft.kind = kind >= 1 && kind <= 5 ? kind - 1 : -1;
            }
            case 7 -> {
                draft.start = wire.fixed(end, -1);
                draft.started = draft.start > 0;
            }
            case 8 -> {
                draft.end = wire.fixed(end, -1);
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

    private void status(long end) throws IOException, Wire.Malformed {
        while (wire.position() < end) {
            if (wire.field(end) == 3) {
                draft.failed = wire.number(end) == 2;
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
