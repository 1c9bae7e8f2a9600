package org.tailwright.readers.protobuf;

import java.io.IOException;
import org.tailwright.readers.Json;

/// Reads attributes and their values as texts: scalars as written, lists as `[a, b]`, maps as `{k=v}`, and one map, if wished, as attributes.
public final class ProtoValues {
    /// Takes an attribute.
    @FunctionalInterface
    public interface Sink {
        /// Called once for each.
        void attribute(String key, String value);
    }

    private static final int DEEPEST = 50;
    private static final int MAP = 6;
    private static final long NO_NUMBER = Double.doubleToLongBits(Double.NaN);

    private final Wire wire;
    private final String opened;

    /// Reads from `wire`.
    public ProtoValues(Wire wire) {
        this(wire, "");
    }

    /// Reads from `wire`; the entries of a map named `opened` are attributes themselves.
    public ProtoValues(Wire wire, String opened) {
        this.wire = wire;
        this.opened = opened;
    }

    /// Reads the KeyValue that ends at `end`; one without key or value is left out.
    public void attribute(long end, Sink sink) throws IOException, Wire.Malformed {
        attribute(end, sink, 0);
    }

    private void attribute(long end, Sink sink, int depth) throws IOException, Wire.Malformed {
        String key = "";
        String value = "";
        boolean known = false;
        while (wire.position() < end) {
            switch (wire.field(end)) {
                case 1 -> key = wire.text(wire.ending(end));
                case 2 -> {
                    long inner = wire.ending(end);
                    boolean open = depth == 0 && !key.isEmpty() && key.equals(opened);
                    known = inner > wire.position() && !open;
                    value = open ? entries(inner, sink) : value(inner, depth + 1);
                }
                default -> wire.skip(end);
            }
        }
        if (known && !key.isEmpty()) {
            sink.attribute(key, value);
        }
    }

    /// Hands on the entries of the map inside a value.
    private String entries(long end, Sink sink) throws IOException, Wire.Malformed {
        while (wire.position() < end) {
            if (wire.field(end) != MAP) {
                wire.skip(end);
                continue;
            }
            long inner = wire.ending(end);
            while (wire.position() < inner) {
                if (wire.field(inner) == 1) {
                    attribute(wire.ending(inner), sink, 1);
                } else {
                    wire.skip(inner);
                }
            }
        }
        return "";
    }

    private String value(long end, int depth) throws IOException, Wire.Malformed {
        if (depth > DEEPEST) {
            wire.skipTo(end);
            return "…";
        }
        String text = "";
        while (wire.position() < end) {
            int field = wire.field(end);
            text = switch (field) {
                case 1 -> wire.text(wire.ending(end));
                case 2 -> Boolean.toString(wire.number(end) != 0);
                case 3 -> Long.toString(wire.number(end));
                case 4 -> Double.toString(Double.longBitsToDouble(wire.fixed(end, NO_NUMBER)));
                case 5 -> list(wire.ending(end), depth);
                case MAP -> map(wire.ending(end), depth);
                case 7 -> bytes(wire.ending(end));
                default -> {
                    wire.skip(end);
                    yield text;
                }
            };
        }
        return Json.cut(text);
    }

    private String bytes(long end) throws IOException, Wire.Malformed {
        long length = end - wire.position();
        wire.skipTo(end);
        return length + " bytes";
    }

    private String list(long end, int depth) throws IOException, Wire.Malformed {
        StringBuilder text = new StringBuilder("[");
        while (wire.position() < end) {
            if (wire.field(end) == 1) {
                append(text, value(wire.ending(end), depth + 1));
            } else {
                wire.skip(end);
            }
        }
        return text.append(']').toString();
    }

    private String map(long end, int depth) throws IOException, Wire.Malformed {
        StringBuilder text = new StringBuilder("{");
        while (wire.position() < end) {
            if (wire.field(end) == 1) {
                attribute(wire.ending(end), (key, value) -> append(text, key + "=" + value), depth + 1);
            } else {
                wire.skip(end);
            }
        }
        return text.append('}').toString();
    }

    /// Long lists are not built up only to be cut.
    private static void append(StringBuilder text, String each) {
        if (text.length() <= Json.LONGEST) {
            text.append(text.length() > 1 ? ", " : "").append(each);
        }
    }
}
