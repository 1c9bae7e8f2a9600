package org.tailwright.readers.jfr;

import java.util.Arrays;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Column;
import org.tailwright.data.Doubles;
import org.tailwright.data.Longs;
import org.tailwright.data.Requests;
import org.tailwright.data.Stacks;
import org.tailwright.data.Table;
import org.tailwright.data.Texts;
import org.tailwright.data.Unit;

/// Stack samples, collected as paths in one tree.
final class StackRows {
    private static final Stacks.Frame[] KINDS = Stacks.Frame.values();
    private final Names frames = new Names();
    private final LongIndex nodes = new LongIndex();
    private int[] parents = new int[16];
    private int[] nodeFrames = new int[16];
    private byte[] kinds = new byte[16];

    private final Names threads = new Names();
    private final Names states = new Names();
    private final Names events = new Names();
    private long[] starts = new long[16];
    private double[] weights = new double[16];
    /// Node, thread, state and event of each sample.
    private int[] codes = new int[64];
    private int size;

    int thread(@Nullable String name) {
        return threads.code(name);
    }

    /// The words for states.
    Names states() {
        return states;
    }

    int event(String name) {
        return events.code(name);
    }

    /// Adds a sample; the numbers are what the other methods gave, -1 for none.
    void add(long start, double weight, int node, int thread, int state, int event) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, Math.addExact(size, size));
            weights = Arrays.copyOf(weights, 2 * size);
            codes = Arrays.copyOf(codes, Math.multiplyExact(size, 8));
        }
        starts[size] = start;
        weights[size] = weight;
        codes[4 * size] = node;
        codes[4 * size + 1] = thread;
        codes[4 * size + 2] = state;
        codes[4 * size + 3] = event;
        size++;
    }

    /// The number of a frame. Frames of different kinds are different frames, even with the same text: the dictionary tells them apart by a
    /// last character.
    int frame(String text, Stacks.Frame kind) {
        int code = frames.code(text + (char) ('0' + kind.ordinal()));
        if (code >= kinds.length) {
            kinds = Arrays.copyOf(kinds, 2 * code);
        }
        if (code >= 0) {
            kinds[code] = (byte) kind.ordinal();
        }
        return code;
    }

    /// The number of the node for a frame below another, -1 being above all.
    int node(int parent, int frame) {
        long key = (long) parent << 32 | frame & 0xffffffffL;
        long found = nodes.get(key);
        if (found >= 0) {
            return (int) found;
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
            frameMap[i] = frame(texts[i].substring(0, texts[i].length() - 1), KINDS[more.kinds[i]]);
        }
        int[] nodeMap = new int[more.nodes.size()];
        for (int i = 0; i < nodeMap.length; i++) {
            int parent = more.parents[i];
            int frame = more.nodeFrames[i];
            nodeMap[i] = node(parent < 0 ? -1 : nodeMap[parent], frame < 0 ? -1 : frameMap[frame]);
        }
        int[] threadMap = map(more.threads, threads);
        int[] stateMap = map(more.states, states);
        int[] eventMap = map(more.events, events);
        for (int i = 0; i < more.size; i++) {
            add(more.starts[i], more.weights[i], at(nodeMap, more.codes[4 * i]), at(threadMap, more.codes[4 * i + 1]),
                    at(stateMap, more.codes[4 * i + 2]), at(eventMap, more.codes[4 * i + 3]));
        }
    }

    private static int[] map(Names from, Names to) {
        return Arrays.stream(from.texts()).mapToInt(to::code).toArray();
    }

    private static int at(int[] map, int code) {
        return code < 0 ? -1 : map[code];
    }

    Stacks stacks() {
        String[] texts = frames.texts();
        for (int i = 0; i < texts.length; i++) {
            texts[i] = texts[i].substring(0, texts[i].length() - 1);
        }
        long[] innermost = new long[size];
        for (int i = 0; i < size; i++) {
            innermost[i] = codes[4 * i];
        }
        LinkedHashMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.START, Longs.of(Unit.TIME, Arrays.copyOf(starts, size)));
        columns.put(Stacks.NODE, Longs.of(Unit.NONE, innermost));
        columns.put(Requests.THREAD, column(1, threads));
        columns.put("state", column(2, states));
        columns.put("event", column(3, events));
        columns.put(Requests.WEIGHT, Doubles.of(Unit.NONE, Arrays.copyOf(weights, size)));
        int n = nodes.size();
        return new Stacks(new Texts.Dictionary(texts), Arrays.copyOf(kinds, texts.length), Arrays.copyOf(parents, n), Arrays.copyOf(nodeFrames, n),
                Table.of(columns));
    }

    private Texts column(int which, Names words) {
        int[] found = new int[size];
        for (int i = 0; i < size; i++) {
            found[i] = codes[4 * i + which];
        }
        return Texts.of(found, new Texts.Dictionary(words.texts()));
    }
}
