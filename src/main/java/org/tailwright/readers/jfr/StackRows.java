package org.tailwright.readers.jfr;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Column;
import org.tailwright.data.Requests;
import org.tailwright.data.Stacks;
import org.tailwright.data.Table;
import org.tailwright.data.Texts;
import org.tailwright.data.Unit;

/// Stack samples, collected as paths in one tree.
final class StackRows {
    private final Cells.Words frames = new Cells.Words();
    private final Map<Long, Integer> nodes = new HashMap<>();
    private final Cells.Memory<RecordedStackTrace> traces = new Cells.Memory<>();
    private final Cells.Memory<RecordedFrame> frameMemory = new Cells.Memory<>();
    private final Cells.Memory<RecordedThread> threadMemory = new Cells.Memory<>();
    private final Cells.Whole starts = new Cells.Whole(Unit.TIME);
    private final Cells.Words threads = new Cells.Words();
    private final Cells.Words states = new Cells.Words();
    private final Cells.Words events = new Cells.Words();
    private final Cells.Real weights = new Cells.Real(Unit.NONE);
    private int[] leaves = new int[16];
    private int[] parents = new int[16];
    private int[] nodeFrames = new int[16];
    private byte[] kinds = new byte[16];
    private int size;

    void add(String event, long start, RecordedStackTrace trace, @Nullable RecordedThread thread, @Nullable String state, double weight) {
        leaf((int) traces.of(trace, this::path));
        starts.add(start);
        threads.addCode(thread == null ? -1 : (int) threadMemory.of(thread, each -> threads.code(Fields.thread(each))));
        states.add(state);
        events.add(event);
        weights.add(weight);
    }

    private void leaf(int node) {
        if (size == leaves.length) {
            leaves = Arrays.copyOf(leaves, Math.addExact(size, size >> 1) + 16);
        }
        leaves[size++] = node;
    }

    private long path(RecordedStackTrace trace) {
        List<RecordedFrame> path = trace.getFrames();
        int node = -1;
        for (int i = path.size() - 1; i >= 0; i--) {
            node = node(node, frame(path.get(i)));
        }
        return node;
    }

    private int frame(RecordedFrame frame) {
        return (int) frameMemory.of(frame, each -> frame(Fields.method(each.getMethod()), kind(each)));
    }

    /// Frames of different kinds are different frames, even with the same text: the dictionary tells them apart by a last character.
    private int frame(String text, Stacks.Frame kind) {
        int code = frames.code(text + (char) ('0' + kind.ordinal()));
        if (code >= kinds.length) {
            kinds = Arrays.copyOf(kinds, 2 * code);
        }
        if (code >= 0) {
            kinds[code] = (byte) kind.ordinal();
        }
        return code;
    }

    private static Stacks.Frame kind(RecordedFrame frame) {
        String type = frame.getType();
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

    private int node(int parent, int frame) {
        long key = (long) parent << 32 | frame & 0xffffffffL;
        Integer found = nodes.get(key);
        if (found != null) {
            return found;
        }
        int node = nodes.size();
        if (node == parents.length) {
            parents = Arrays.copyOf(parents, 2 * node);
            nodeFrames = Arrays.copyOf(nodeFrames, 2 * node);
        }
        parents[node] = parent;
        nodeFrames[node] = frame;
        nodes.put(key, node);
        return node;
    }

    /// Appends the samples of another part of the file.
    void append(StackRows more) {
        String[] texts = more.frames.texts();
        int[] frameMap = new int[texts.length];
        for (int i = 0; i < texts.length; i++) {
            frameMap[i] = frame(texts[i].substring(0, texts[i].length() - 1), Stacks.Frame.values()[more.kinds[i]]);
        }
        int[] nodeMap = new int[more.nodes.size()];
        for (int i = 0; i < nodeMap.length; i++) {
            int parent = more.parents[i];
            int frame = more.nodeFrames[i];
            nodeMap[i] = node(parent < 0 ? -1 : nodeMap[parent], frame < 0 ? -1 : frameMap[frame]);
        }
        for (int i = 0; i < more.size; i++) {
            leaf(more.leaves[i] < 0 ? -1 : nodeMap[more.leaves[i]]);
        }
        starts.append(more.starts);
        threads.append(more.threads);
        states.append(more.states);
        events.append(more.events);
        weights.append(more.weights);
    }

    Stacks stacks() {
        String[] texts = frames.texts();
        for (int i = 0; i < texts.length; i++) {
            texts[i] = texts[i].substring(0, texts[i].length() - 1);
        }
        Cells.Whole innermost = new Cells.Whole(Unit.NONE);
        for (int i = 0; i < size; i++) {
            innermost.add(leaves[i]);
        }
        LinkedHashMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.START, starts.build());
        columns.put(Stacks.NODE, innermost.build());
        if (!threads.many()) {
            columns.put(Requests.THREAD, threads.build());
        }
        columns.put("state", states.build());
        columns.put("event", events.build());
        columns.put(Requests.WEIGHT, weights.build());
        int n = nodes.size();
        return new Stacks(new Texts.Dictionary(texts), Arrays.copyOf(kinds, texts.length), Arrays.copyOf(parents, n), Arrays.copyOf(nodeFrames, n),
                Table.of(columns));
    }
}
