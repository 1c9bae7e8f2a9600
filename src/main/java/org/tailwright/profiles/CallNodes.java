package org.tailwright.profiles;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// The nodes of a call tree while it is built: each stands after its parent.
final class CallNodes {
    private final Map<Long, Integer> known = new HashMap<>();
    private int[] parents = {-1, 0, 0, 0};
    private int[] frames = {-1, 0, 0, 0};
    private double[] self = new double[4];
    private int size = 1;

    /// The child of `parent` with this frame, new when there is none.
    int child(int parent, int frame) {
        long key = (long) parent << 32 | frame;
        Integer found = known.get(key);
        if (found != null) {
            return found;
        }
        if (size == parents.length) {
            parents = Arrays.copyOf(parents, 2 * size);
            frames = Arrays.copyOf(frames, 2 * size);
            self = Arrays.copyOf(self, 2 * size);
        }
        parents[size] = parent;
        frames[size] = frame;
        known.put(key, size);
        return size++;
    }

    void add(int node, double weight) {
        self[node] += weight;
    }

    int[] parents() {
        return Arrays.copyOf(parents, size);
    }

    int[] frames() {
        return Arrays.copyOf(frames, size);
    }

    double[] self() {
        return Arrays.copyOf(self, size);
    }
}
