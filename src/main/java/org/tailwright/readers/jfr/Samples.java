package org.tailwright.readers.jfr;

import org.jspecify.annotations.Nullable;
import org.tailwright.data.Stacks;

/// Stack samples of one type of one chunk, on their way into the samples of the part.
final class Samples {
    /// What all types of a chunk have in common.
    static final class Known {
        private final Described described;
        private final Pools pools;
        private final StackRows into;
        private final LongIndex traces = new LongIndex();
        private final LongIndex frames = new LongIndex();
        private final LongIndex threads = new LongIndex();
        private final Described.@Nullable Type trace;
        private final Described.@Nullable Type thread;

        Known(Pools pools, StackRows into) {
            described = pools.described;
            this.pools = pools;
            this.into = into;
            trace = described.named("jdk.types.StackTrace");
            thread = described.named("java.lang.Thread");
        }

        private int thread(long key) {
            long found = threads.get(key);
            if (found == LongIndex.UNKNOWN) {
                found = thread == null ? -1 : into.thread(pools.text(thread, key));
                threads.put(key, found);
            }
            return (int) found;
        }

        /// The innermost node of a trace, -1 when there is none.
        private int node(long key) {
            long found = traces.get(key);
            if (found == LongIndex.UNKNOWN) {
                Wire in = trace == null ? null : pools.at(trace, key);
                found = in == null || trace == null ? -1 : path(in, trace);
                traces.put(key, found);
            }
            return (int) found;
        }

        private int path(Wire in, Described.Type trace) {
            for (Described.Field each : trace.fields()) {
                if (each.name().equals("frames") && each.array() && !each.pooled()) {
                    Described.Type type = described.type(each);
                    int[] path = new int[in.count()];
                    for (int i = 0; i < path.length; i++) {
                        path[i] = frame(in, type);
                    }
                    int node = -1;
                    for (int i = path.length - 1; i >= 0; i--) {
                        node = into.node(node, path[i]);
                    }
                    return node;
                }
                described.skip(in, each);
            }
            return -1;
        }

        private int frame(Wire in, Described.Type type) {
            long method = 0;
            long kind = 0;
            Described.Field methods = null;
            Described.Field kinds = null;
            for (Described.Field each : type.fields()) {
                if (each.name().equals("method") && each.pooled()) {
                    methods = each;
                    method = in.number();
                } else if (each.name().equals("type") && each.pooled()) {
                    kinds = each;
                    kind = in.number();
                } else {
                    described.skip(in, each);
                }
            }
            long key = method << 8 | kind & 0xff;
            boolean small = method >>> 55 == 0 && kind >>> 8 == 0;
            long found = small ? frames.get(key) : LongIndex.UNKNOWN;
            if (found == LongIndex.UNKNOWN) {
                String text = methods == null ? null : pools.text(described.type(methods), method);
                found = into.frame(text == null ? "unknown" : text, kind(kinds == null ? null : pools.text(described.type(kinds), kind)));
                if (small) {
                    frames.put(key, found);
                }
            }
            return (int) found;
        }

        private static Stacks.Frame kind(@Nullable String type) {
            return switch (type == null ? "" : type) {
                case "Interpreted" -> Stacks.Frame.INTERPRETED;
                case "JIT compiled", "C1 compiled" -> Stacks.Frame.COMPILED;
                case "Inlined" -> Stacks.Frame.INLINED;
                case "Native" -> Stacks.Frame.NATIVE;
                case "C++" -> Stacks.Frame.CPP;
                case "Kernel" -> Stacks.Frame.KERNEL;
                default -> Stacks.Frame.JAVA;
            };
        }
    }

    private final Known known;
    private final int event;

    Samples(Known known, String event) {
        this.known = known;
        this.event = known.into.event(event);
    }

    /// Adds a sample; `stack` and `thread` are keys of the pools.
    void add(long start, double weight, long stack, long thread, int state) {
        known.into.add(start, weight, known.node(stack), known.thread(thread), state, event);
    }

    /// The names of states.
    Names states() {
        return known.into.states();
    }
}
