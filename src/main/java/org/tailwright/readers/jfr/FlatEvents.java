package org.tailwright.readers.jfr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tailwright.work.Work;

/// Reads the events of flat types without the JDK's reader, which makes objects of every field of every event. Flat are an application's
/// own types that last and hold only primitive values, texts and references into constant pools. Such types make recordings large.
///
/// Whatever looks wrong ends in a [RuntimeException]; the whole part is then left to the JDK's reader.
final class FlatEvents {
    /// Larger chunks are left to the JDK's reader.
    private static final long LARGEST = 256L << 20;
    private static final int HEADER = 68;
    private static final int COMPRESSED = 1;
    private static final Set<String> VALUES = Set.of("boolean", "byte", "char", "short", "int", "long", "float", "double", "java.lang.String");

    private final List<Chunk> chunks;
    private final List<Described> described = new ArrayList<>();
    private final Map<String, List<String>> flat = new HashMap<>();
    private final Set<String> others = new TreeSet<>();

    /// Looks at the metadata of all chunks of a part.
    FlatEvents(FileChannel channel, List<Chunk> chunks) throws IOException {
        this.chunks = chunks;
        for (Chunk each : chunks) {
            Described types = metadata(channel, each);
            described.add(types);
            types.types().values().stream().filter(Described.Type::event).forEach(type -> sort(types, type));
        }
        others.forEach(flat::remove);
    }

    private void sort(Described types, Described.Type type) {
        List<String> fields = type.fields().stream().map(each -> each.name() + " " + types.type(each).name() + " " + each.pooled()).toList();
        if (!flat(types, type) || !flat.computeIfAbsent(type.name(), _ -> fields).equals(fields)) {
            others.add(type.name());
        }
    }

    private static Described metadata(FileChannel channel, Chunk chunk) throws IOException {
        ByteBuffer header = ByteBuffer.wrap(bytes(channel, chunk.offset(), HEADER));
        long at = header.getLong(24);
        if (at < HEADER || at > chunk.size() - HEADER || chunk.size() > LARGEST || (header.getInt(64) & COMPRESSED) == 0) {
            throw new IllegalStateException("a chunk of another kind");
        }
        byte[] start = bytes(channel, chunk.offset() + at, 9);
        long size = new Wire(start, 0, start.length).number();
        if (size < 0 || size > chunk.size() - at) {
            throw new IllegalStateException("metadata of " + size + " bytes");
        }
        return Described.read(new Wire(bytes(channel, chunk.offset() + at, (int) size), 0, (int) size));
    }

    private static byte[] bytes(FileChannel channel, long at, int size) throws IOException {
        byte[] bytes = new byte[size];
        ByteBuffer room = ByteBuffer.wrap(bytes);
        while (room.hasRemaining()) {
            if (channel.read(room, at + room.position()) < 0) {
                throw new IOException("the file became shorter while it was read");
            }
        }
        return bytes;
    }

    private static boolean flat(Described types, Described.Type type) {
        List<Described.Field> fields = type.fields();
        if (type.name().startsWith("jdk.") || type.name().startsWith("com.oracle.jdk.") || Collector.sampled(type.name()) || fields.size() < 2
                || !fields.get(0).name().equals("startTime") || !fields.get(1).name().equals("duration")) {
            return false;
        }
        return fields.stream().allMatch(each -> !each.array() && (each.pooled() ? pooled(types, each)
                : VALUES.contains(types.type(each).name()) && (!each.timed() || fields.indexOf(each) < 2)));
    }

    /// Pooled values that are no columns, or the thread.
    private static boolean pooled(Described types, Described.Field field) {
        return switch (field.name()) {
            case "eventThread" -> types.type(field).name().equals("java.lang.Thread");
            case "stackTrace" -> true;
            default -> false;
        };
    }

    /// Whether there is any flat type.
    boolean any() {
        return !flat.isEmpty();
    }

    /// The other event types.
    Set<String> others() {
        return others;
    }

    /// Reads the events of the flat types into `collector`, which knows the part's types.
    ///
    /// @return their number
    long read(FileChannel channel, Collector collector, Work work) throws IOException {
        Map<String, FlatRows> rows = new HashMap<>();
        // The JDK's reader keeps the first chunk's clock; events of all types of a part must stand on the same one.
        Chunk.Clock clock = Chunk.Clock.of(ByteBuffer.wrap(bytes(channel, chunks.getFirst().offset(), HEADER)));
        for (int i = 0; i < chunks.size(); i++) {
            work.check();
            wanted(described.get(i), collector, rows, clock).read(channel, chunks.get(i));
        }
        rows.forEach((name, each) -> collector.counted(name, each.count, each.first, each.last));
        return rows.values().stream().mapToLong(each -> each.count).sum();
    }

    /// One chunk's types, and where their events go by number of the type.
    private record Wanted(Described types, Map<Long, FlatRows> rows, Chunk.Clock clock) {
        void read(FileChannel channel, Chunk chunk) throws IOException {
            int size = (int) chunk.size();
            byte[] bytes = bytes(channel, chunk.offset(), size);
            int last = Math.toIntExact(ByteBuffer.wrap(bytes).getLong(16));
            new HashSet<>(rows.values()).forEach(FlatRows::chunk);
            events(new Wire(bytes, HEADER, size), size, rows, clock, new Pools(types, bytes, last, size));
        }
    }

    private Wanted wanted(Described types, Collector collector, Map<String, FlatRows> rows, Chunk.Clock clock) {
        Map<Long, FlatRows> wanted = new HashMap<>();
        for (Described.Type type : types.types().values()) {
            if (type.event() && flat.containsKey(type.name())) {
                wanted.put(type.id(), rows.computeIfAbsent(type.name(), name -> new FlatRows(collector.rows(name), types, type)));
            }
        }
        return new Wanted(types, wanted, clock);
    }

    private static void events(Wire in, int size, Map<Long, FlatRows> wanted, Chunk.Clock clock, Pools pools) {
        long type = -1;
        FlatRows rows = null;
        while (in.at < size) {
            int start = in.at;
            long length = in.number();
            if (length <= 0 || length > size - start) {
                throw new IllegalStateException("an event of " + length + " bytes");
            }
            long next = in.number();
            if (next != type) {
                type = next;
                rows = wanted.get(type);
            }
            int end = start + (int) length;
            if (rows != null) {
                rows.add(in, clock, pools);
                if (in.at > end) {
                    throw new IllegalStateException("an event longer than its length");
                }
            }
            in.at = end;
        }
    }
}
