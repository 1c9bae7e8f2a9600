package org.tailwright.readers.jfr;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.tailwright.work.Work;

/// Reads the chunks of one part of a file, one by one.
final class ChunkReader {
    private static final int LARGEST_METADATA = 16 << 20;

    private final FileChannel file;
    private final Collector into;
    private final Walk walk;
    private final Work work;
    private final AtomicReference<@Nullable Types> known;

    /// @param known the types of a chunk that was read before, shared by all parts
    ChunkReader(FileChannel file, Collector into, Walk walk, Work work, AtomicReference<@Nullable Types> known) {
        this.file = file;
        this.into = into;
        this.walk = walk;
        this.work = work;
        this.known = known;
    }

    /// Reads a chunk. What is damaged is noted in the collector; the events of a chunk whose types are not known count as lost.
    ///
    /// @param from when the recording began
    void read(Chunk chunk, long from) throws IOException {
        Types types = types(chunk);
        Pools pools = new Pools(types == null ? Described.NOTHING : types.described());
        boolean whole = types == null || filled(pools, chunk);
        Sinks sinks = new Sinks(types, pools, chunk.clock(), into);
        Walk.Found found = walk.through(chunk, sinks, from);
        if (sinks.finish() && !whole) {
            into.lost(new Collector.Lost(chunk.offset(), 0, "the chunk's texts, threads and stacks are damaged: some are missing"));
        }
        lost(chunk, found, sinks, types != null);
    }

    private void lost(Chunk chunk, Walk.Found found, Sinks sinks, boolean described) {
        long damaged = found.damaged();
        for (Map.Entry<Long, long[]> each : found.unknown().entrySet()) {
            if (sinks.due(each.getKey())) {
                damaged += each.getValue()[0];
            } else {
                into.unknown(each.getValue()[0]);
            }
        }
        if (damaged > 0) {
            into.lost(new Collector.Lost(chunk.offset(), damaged,
                    damaged + (described ? " events are damaged" : " events are lost, because the description of their types is damaged")));
        }
        if (found.end() < chunk.size()) {
            into.lost(new Collector.Lost(chunk.offset() + found.end(), 0, "the rest of the chunk (" + (chunk.size() - found.end())
                    + " bytes) is lost, because an event's length makes no sense"));
        }
    }

    private @Nullable Types types(Chunk chunk) throws IOException {
        try {
            return Types.of(chunk.event(file, chunk.metadata(), LARGEST_METADATA), known);
        } catch (RuntimeException e) {
            return null;
        }
    }

    /// @return whether the pools could be read wholly
    private boolean filled(Pools pools, Chunk chunk) throws IOException {
        try {
            pools.read(file, chunk, work);
            return true;
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
