package org.tailwright.simulation.events;

import java.util.Arrays;

/// Calls under way, each with its attempts, in parallel arrays as in [Visits].
final class Calls {
    /// Parent of a request that came from a source.
    static final int ROOT = -1;

    int[] link = new int[256];
    int[] parent = new int[256];
    int[] parentGeneration = new int[256];
    int[] source = new int[256];
    long[] started = new long[256];
    int[] attempts = new int[256];
    int[] live = new int[256];
    boolean[] hedged = new boolean[256];
    int[] generation = new int[256];
    private int[] free = new int[256];
    private int frees;
    private int high;

    int take() {
        int slot = frees > 0 ? free[--frees] : high++;
        if (slot == link.length) {
            grow();
        }
        attempts[slot] = 0;
        live[slot] = 0;
        hedged[slot] = false;
        return slot;
    }

    void free(int slot) {
        generation[slot] = (generation[slot] + 1) & Loop.GENERATIONS;
        free[frees++] = slot;
    }

    private void grow() {
        int more = 2 * link.length;
        link = Arrays.copyOf(link, more);
        parent = Arrays.copyOf(parent, more);
        parentGeneration = Arrays.copyOf(parentGeneration, more);
        source = Arrays.copyOf(source, more);
        started = Arrays.copyOf(started, more);
        attempts = Arrays.copyOf(attempts, more);
        live = Arrays.copyOf(live, more);
        hedged = Arrays.copyOf(hedged, more);
        generation = Arrays.copyOf(generation, more);
        free = Arrays.copyOf(free, more);
    }
}
