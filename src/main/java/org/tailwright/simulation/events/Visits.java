package org.tailwright.simulation.events;

import java.util.Arrays;

/// Requests inside stations, one slot each, in parallel arrays; slots are used again. A generation tells a slot's owners apart, so that late
/// events find out that whom they were meant for is gone.
final class Visits {
    int[] station = new int[256];
    int[] instance = new int[256];
    int[] call = new int[256];
    int[] callGeneration = new int[256];
    byte[] attempt = new byte[256];
    int[] source = new int[256];
    int[] generation = new int[256];
    int[] next = new int[256];
    long[] since = new long[256];
    long[] stalled = new long[256];
    int[] cursor = new int[256];
    int[] left = new int[256];
    boolean[] cancel = new boolean[256];
    boolean[] failed = new boolean[256];
    boolean[] used = new boolean[256];
    private int[] free = new int[256];
    private int frees;
    private int high;

    /// A slot.
    int take() {
        int slot = frees > 0 ? free[--frees] : high++;
        if (slot == station.length) {
            grow();
        }
        used[slot] = true;
        failed[slot] = false;
        instance[slot] = -1;
        cursor[slot] = 0;
        left[slot] = -1;
        return slot;
    }

    void free(int slot) {
        used[slot] = false;
        generation[slot] = (generation[slot] + 1) & Loop.GENERATIONS;
        free[frees++] = slot;
    }

    /// Slots that were ever used.
    int high() {
        return high;
    }

    private void grow() {
        int more = 2 * station.length;
        station = Arrays.copyOf(station, more);
        instance = Arrays.copyOf(instance, more);
        call = Arrays.copyOf(call, more);
        callGeneration = Arrays.copyOf(callGeneration, more);
        attempt = Arrays.copyOf(attempt, more);
        source = Arrays.copyOf(source, more);
        generation = Arrays.copyOf(generation, more);
        next = Arrays.copyOf(next, more);
        since = Arrays.copyOf(since, more);
        stalled = Arrays.copyOf(stalled, more);
        cursor = Arrays.copyOf(cursor, more);
        left = Arrays.copyOf(left, more);
        cancel = Arrays.copyOf(cancel, more);
        failed = Arrays.copyOf(failed, more);
        used = Arrays.copyOf(used, more);
        free = Arrays.copyOf(free, more);
    }
}
