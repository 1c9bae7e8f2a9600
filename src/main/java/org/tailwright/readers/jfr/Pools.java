package org.tailwright.readers.jfr;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The threads' names and the texts of a chunk's constant pools.
final class Pools {
    private static final long CHECKPOINT = 1;
    private final Described described;
    private final Map<Long, String> threads = new HashMap<>();
    private final Map<Long, String> texts = new HashMap<>();

    /// Reads the pools from the last checkpoint, which begins at `last`, back to the first.
    Pools(Described described, byte[] bytes, int last, int end) {
        this.described = described;
        long at = last;
        long back = -1;
        while (back != 0) {
            Wire in = new Wire(bytes, Math.toIntExact(at), end);
            long size = in.number();
            if (in.number() != CHECKPOINT) {
                throw new IllegalStateException("no checkpoint at byte " + at);
            }
            in.number();
            in.number();
            back = in.number();
            if (back > 0) {
                throw new IllegalStateException("the checkpoints go forth");
            }
            in.at++;
            int pools = in.count();
            for (int i = 0; i < pools; i++) {
                pool(in);
            }
            if (in.at != at + size) {
                throw new IllegalStateException("the checkpoint at byte " + at + " has another length");
            }
            at += back;
        }
    }

    private void pool(Wire in) {
        Described.Type type = described.type(in.number());
        int count = in.count();
        for (int i = 0; i < count; i++) {
            long key = in.number();
            switch (type.name()) {
                case "java.lang.Thread" -> threads.put(key, thread(in, type, key));
                case "java.lang.String" -> {
                    if (in.bytes[in.at] == Wire.POOLED) {
                        throw new IllegalStateException("a pooled text that is pooled");
                    }
                    texts.put(key, in.text());
                }
                default -> described.skip(in, type, 0);
            }
        }
    }

    /// As [Fields#thread] says.
    private String thread(Wire in, Described.Type type, long key) {
        String java = "";
        String system = "";
        boolean virtual = false;
        for (Described.Field each : type.fields()) {
            switch (each.name()) {
                case "javaName" -> java = name(in, each);
                case "osName" -> system = name(in, each);
                case "virtual" -> virtual = in.single() != 0;
                default -> described.skip(in, each, 0);
            }
        }
        String name = !java.isEmpty() ? java : virtual ? "virtual thread" : system;
        return name.isEmpty() ? "thread " + key : name;
    }

    private String name(Wire in, Described.Field field) {
        if (field.pooled() || field.array() || !described.type(field).name().equals("java.lang.String") || in.bytes[in.at] == Wire.POOLED) {
            throw new IllegalStateException("a thread's name is not written out");
        }
        return in.text();
    }

    /// The name of a thread, null for none.
    @Nullable String thread(long key) {
        return threads.get(key);
    }

    /// A pooled text.
    String text(long key) {
        String found = texts.get(key);
        if (found == null) {
            throw new IllegalStateException("text " + key + " is not in the pool");
        }
        return found;
    }
}
