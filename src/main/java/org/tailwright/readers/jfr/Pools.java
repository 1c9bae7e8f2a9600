package org.tailwright.readers.jfr;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tailwright.work.Work;

/// The constant pools of a chunk. Values stay as they are in the file until they are asked for.
final class Pools {
    private static final long CHECKPOINT = 1;
    private static final int LARGEST = 256 << 20;
    private static final int MOST = 4 << 20;
    private static final int DEEPEST = 8;

    final Described described;
    private final List<byte[]> checkpoints = new ArrayList<>();
    private final Map<Long, LongIndex> places = new HashMap<>();
    private final Map<Long, Map<Long, String>> texts = new HashMap<>();
    private final Described.@Nullable Type strings;
    private int values;

    Pools(Described described) {
        this.described = described;
        strings = described.named("java.lang.String");
    }

    /// Reads the pools from the last checkpoint back to the first, so that the first word on a key holds.
    ///
    /// @throws RuntimeException when they are damaged; what was read until then can be used
    void read(FileChannel file, Chunk chunk, Work work) throws IOException {
        long at = chunk.pools();
        long before = chunk.size();
        long all = 0;
        long back = -1;
        while (back != 0) {
            work.check();
            Wire in = chunk.event(file, at, LARGEST);
            all += in.bytes.length;
            if (at + in.bytes.length > before || all > LARGEST) {
                throw new IllegalStateException("checkpoints that overlap or are too large, at byte " + at);
            }
            back = checkpoint(in);
            before = at;
            at += back;
        }
    }

    /// @return where the one before begins, from the beginning of this one; 0 when there is none
    private long checkpoint(Wire in) {
        in.number();
        if (in.number() != CHECKPOINT) {
            throw new IllegalStateException("no checkpoint where one should be");
        }
        in.number();
        in.number();
        long back = in.number();
        if (back > 0) {
            throw new IllegalStateException("the checkpoints go forth");
        }
        in.at++;
        int pools = in.count();
        checkpoints.add(in.bytes);
        for (int i = 0; i < pools; i++) {
            pool(in);
        }
        return back;
    }

    private void pool(Wire in) {
        Described.Type type = described.type(in.number());
        LongIndex index = places.computeIfAbsent(type.id(), _ -> new LongIndex());
        long part = (long) (checkpoints.size() - 1) << 32;
        int count = in.count();
        values += count;
        if (values > MOST) {
            throw new IllegalStateException("constant pools of more than " + MOST + " values");
        }
        for (int i = 0; i < count; i++) {
            long key = in.number();
            index.put(key, part | in.at);
            type.written().skip(in);
        }
    }

    /// A reader that stands on a value, null when the pool does not have the key.
    @Nullable Wire at(Described.Type type, long key) {
        LongIndex index = places.get(type.id());
        long place = index == null ? LongIndex.UNKNOWN : index.get(key);
        if (place < 0) {
            return null;
        }
        byte[] bytes = checkpoints.get((int) (place >>> 32));
        return new Wire(bytes, (int) place, bytes.length);
    }

    /// A pooled value as a text, null when there is none: `a.b.Class`, `a.b.Class.method`, a thread's name, the name of anything else.
    @Nullable String text(Described.Type type, long key) {
        return text(type, key, 0);
    }

    private @Nullable String text(Described.Type type, long key, int depth) {
        Map<Long, String> known = texts.computeIfAbsent(type.id(), _ -> new HashMap<>());
        String found = known.get(key);
        if (found == null) {
            Wire in = depth > DEEPEST ? null : at(type, key);
            found = in == null ? null : value(in, type, key, depth + 1);
            if (found != null) {
                known.put(key, found);
            }
        }
        return found;
    }

    /// How values of one form become texts.
    private interface Saying {
        @Nullable String of(Pools pools, Wire in, Described.Type type, long key, int depth);
    }

    // One place calls them all, so that the compiler does not copy each into the others, which call each other.
    private static final Saying STRING = (pools, in, _, _, depth) -> pools.string(in, depth);
    private static final Saying THREAD = (pools, in, type, key, depth) -> pools.thread(in, type, key, depth);
    private static final Saying METHOD = (pools, in, type, _, depth) -> pools.method(in, type, depth);
    private static final Saying NOTHING = (_, _, _, _, _) -> null;
    private static final Saying NAMED = (pools, in, type, _, depth) ->
            pools.named(in, type, type.simple() ? type.fields().getFirst().name() : "name", depth);
    private static final Saying CLASS = (pools, in, type, _, depth) -> {
        String name = pools.named(in, type, "name", depth);
        return name == null ? null : name.replace('/', '.');
    };

    private @Nullable String value(Wire in, Described.Type type, long key, int depth) {
        Saying saying = switch (type.form()) {
            case TEXT -> STRING;
            case THREAD -> THREAD;
            case CLASS -> CLASS;
            case METHOD -> METHOD;
            case BYTE, NUMBER, FLOAT, DOUBLE -> NOTHING;
            case STRUCTURE -> NAMED;
        };
        return saying.of(this, in, type, key, depth);
    }

    /// A text written where `in` stands, or in the pool of texts; null for none.
    private @Nullable String string(Wire in, int depth) {
        return switch (in.bytes[in.at]) {
            case Wire.NULL -> {
                in.at++;
                yield null;
            }
            case Wire.POOLED -> {
                in.at++;
                yield pooled(in.number(), depth);
            }
            default -> in.text();
        };
    }

    /// A text of the pool of texts.
    @Nullable String pooled(long key) {
        return pooled(key, 0);
    }

    private @Nullable String pooled(long key, int depth) {
        return strings == null ? null : text(strings, key, depth);
    }

    /// The text of the field `wanted` of a value, null when it has none.
    private @Nullable String named(Wire in, Described.Type type, String wanted, int depth) {
        for (Described.Field each : type.fields()) {
            if (each.name().equals(wanted)) {
                return field(in, each, depth);
            }
            described.skip(in, each);
        }
        return null;
    }

    /// A field's value as a text, null when there is none; `in` stands behind it then.
    @Nullable String field(Wire in, Described.Field field) {
        return field(in, field, 0);
    }

    private @Nullable String field(Wire in, Described.Field field, int depth) {
        if (field.array()) {
            described.skip(in, field);
            return null;
        }
        Described.Type type = described.type(field);
        if (field.pooled()) {
            return text(type, in.number(), depth);
        }
        String found = depth > DEEPEST ? null : value(new Wire(in), type, 0, depth + 1);
        described.skip(in, field);
        return found;
    }

    /// As the JDK says it; virtual threads often have no name.
    private String thread(Wire in, Described.Type type, long key, int depth) {
        Wire at = new Wire(in);
        boolean virtual = false;
        String java = named(new Wire(in), type, "javaName", depth);
        if (java != null && !java.isEmpty()) {
            return java;
        }
        for (Described.Field each : type.fields()) {
            if (each.name().equals("virtual")) {
                virtual = in.bytes[in.at] != 0;
            }
            described.skip(in, each);
        }
        String name = virtual ? "virtual thread" : named(at, type, "osName", depth);
        return name == null || name.isEmpty() ? "thread " + key : name;
    }

    private String method(Wire in, Described.Type type, int depth) {
        String owner = named(new Wire(in), type, "type", depth);
        String name = named(in, type, "name", depth);
        String method = name == null ? "unknown" : name;
        return owner == null || owner.isEmpty() ? method : owner + "." + method;
    }
}
