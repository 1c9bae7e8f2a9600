package org.tailwright.readers.jfr;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;

/// Goes through the events of chunks, of which only a window is in memory.
final class Walk {
    private static final int WINDOW = 1 << 21;
    /// Bytes of two of the longest numbers: size and type of an event.
    private static final int HEAD = 18;
    private static final int LARGEST = 256 << 20;
    private static final long METADATA = 0;
    private static final long CHECKPOINT = 1;

    private final FileChannel file;
    /// Told how many bytes were read; stops the walk by an exception.
    private final LongConsumer progress;
    /// Behind what is filled there is always room for another event's beginning, so that reading it cannot fail.
    private byte[] window = new byte[WINDOW + HEAD];

    Walk(FileChannel file, LongConsumer progress) {
        this.file = file;
        this.progress = progress;
    }

    /// What a walk found besides what the sinks took.
    ///
    /// @param unknown number of events by number of their type, of those without a sink
    /// @param damaged number of events that were damaged
    /// @param end where in the chunk it came to an end: its size, if all is well
    record Found(Map<Long, long[]> unknown, long damaged, long end) {}

    /// Gives all events of a chunk to their sinks.
    ///
    /// @param from no event counts from before this time
    Found through(Chunk chunk, Sinks sinks, long from) throws IOException {
        Pass pass = new Pass(chunk, sinks, from);
        pass.run();
        return new Found(pass.unknown, pass.damaged, pass.base + pass.at);
    }

    /// The state of one walk, in fields so that its parts can share it.
    private final class Pass {
        private final Chunk chunk;
        private final Sinks sinks;
        private final long from;
        private final Map<Long, long[]> unknown = new HashMap<>();
        private final Wire in = new Wire(window, 0, 0);
        /// Where in the chunk the window begins, and how much of it is filled.
        private long base = Chunk.HEADER;
        private int filled;
        private int at;
        private long damaged;

        Pass(Chunk chunk, Sinks sinks, long from) {
            this.chunk = chunk;
            this.sinks = sinks;
            this.from = from;
        }

        /// Events that are wholly in the window are the rule and are done in the inner loop.
        void run() throws IOException {
            fill();
            while (base + at < chunk.size()) {
                if (filled - at < HEAD && base + filled < chunk.size()) {
                    fill();
                }
                long rest = inside();
                if (rest < 0) {
                    return;
                }
                if (rest > 0) {
                    large(rest);
                }
            }
        }

        /// Takes events until the window's end comes near.
        ///
        /// @return the length of an event that does not fit into what is filled, 0 when there is none, -1 when the lengths make no sense
        private long inside() {
            long type = -1;
            Sink sink = null;
            boolean last = base + filled >= chunk.size();
            while (last ? at < filled : filled - at >= HEAD) {
                in.over(window, at, filled);
                long length = in.number();
                long next = in.number();
                if (length <= in.at - at - 1 || length > chunk.size() - base - at) {
                    return -1;
                }
                if (length > filled - at) {
                    return length;
                }
                if (next != type) {
                    type = next;
                    sink = sinks.of(type);
                }
                int end = at + (int) length;
                if (sink == null) {
                    other(type);
                } else if (!taken(sink, type, end)) {
                    sink = null;
                }
                at = end;
            }
            return 0;
        }

        /// @return whether to go on with events of that type
        private boolean taken(Sink sink, long type, int end) {
            try {
                sink.add(in, end, from);
                return true;
            } catch (RuntimeException e) {
                // Whatever it was: any value of a damaged event may be the wrong one.
                sink.drop();
                damaged++;
                return sinks.damaged(type);
            }
        }

        private void other(long type) {
            if (type != METADATA && type != CHECKPOINT) {
                unknown.computeIfAbsent(type, _ -> new long[1])[0]++;
            }
        }

        /// An event that is not wholly in the window: the window moves on, and grows where it must.
        private void large(long length) throws IOException {
            in.over(window, at, filled);
            in.number();
            long type = in.number();
            if (sinks.of(type) == null || length > LARGEST) {
                other(type);
                base += at + length;
                at = 0;
                filled = 0;
            } else if (length > window.length - HEAD) {
                byte[] larger = new byte[(int) length + HEAD];
                System.arraycopy(window, at, larger, 0, filled - at);
                filled -= at;
                base += at;
                at = 0;
                window = larger;
            }
            fill();
        }

        /// Moves what is left to the window's beginning and reads on.
        private void fill() throws IOException {
            int left = filled - at;
            System.arraycopy(window, at, window, 0, left);
            base += at;
            at = 0;
            filled = left;
            if (base + filled < chunk.size()) {
                int read = chunk.read(file, base + filled, window, filled, window.length - HEAD - filled);
                filled += read;
                progress.accept(read);
            }
        }
    }
}
