package org.tailwright.readers.stacks;

import java.util.Arrays;

/// Stacks as paths in one tree, so that equal beginnings are kept once. Frames are numbers that the caller gives; parents always stand
/// before their children.
public final class StackTree {
    /// Parent of outermost frames.
    public static final int NONE = -1;

    private int[] parents = new int[64];
    private int[] frames = new int[64];
    private int[] slots = new int[256];
    private int size;

    /// The child of `parent` ([#NONE] for an outermost frame) with this frame, new when there is none yet.
    public int child(int parent, int frame) {
        int mask = slots.length - 1;
        int slot = hash(parent, frame) & mask;
        while (slots[slot] != 0) {
            int node = slots[slot] - 1;
            if (parents[node] == parent && frames[node] == frame) {
                return node;
            }
            slot = slot + 1 & mask;
        }
        return add(slot, parent, frame);
    }

    private int add(int slot, int parent, int frame) {
        if (size == parents.length) {
            int more = Math.addExact(size, size >> 1);
            parents = Arrays.copyOf(parents, more);
            frames = Arrays.copyOf(frames, more);
        }
        parents[size] = parent;
        frames[size] = frame;
        slots[slot] = ++size;
        if (size > slots.length / 2) {
            grow();
        }
        return size - 1;
    }

    private void grow() {
        slots = new int[Math.multiplyExact(slots.length, 2)];
        int mask = slots.length - 1;
        for (int node = 0; node < size; node++) {
            int slot = hash(parents[node], frames[node]) & mask;
            while (slots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = node + 1;
        }
    }

    private static int hash(int parent, int frame) {
        int mixed = parent * 0x9e3779b9 ^ frame * 0x85ebca6b;
        return (mixed ^ mixed >>> 15) * 0x2c1b3c6d >>> 4;
    }

    /// The node of a whole stack, outermost frame first.
    public int path(int... outermostFirst) {
        int node = NONE;
        for (int frame : outermostFirst) {
            node = child(node, frame);
        }
        return node;
    }

    /// Number of nodes.
    public int size() {
        return size;
    }

    /// Parent of a node.
    public int parent(int node) {
        return parents[node];
    }

    /// Frame of a node.
    public int frame(int node) {
        return frames[node];
    }

    /// A copy of all parents by node.
    public int[] parents() {
        return Arrays.copyOf(parents, size);
    }

    /// A copy of all frames by node.
    public int[] frames() {
        return Arrays.copyOf(frames, size);
    }
}
