package org.tailwright.simulation.events;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// A cache at work. Keys are drawn by a table (Walker and Vose), so that a draw costs the same for any number of them.
final class Keys {
    private static final long NEVER = Long.MIN_VALUE / 2;

    private final Network.Cache cache;
    private final RandomGenerator random;
    private final double[] share;
    private final int[] other;
    private final long[] filled;

    Keys(Network.Cache cache, RandomGenerator random) {
        this.cache = cache;
        this.random = random;
        int keys = cache.keys();
        share = new double[keys];
        other = new int[keys];
        filled = new long[keys];
        flush();
        table(keys);
    }

    private void table(int keys) {
        double sum = 0;
        for (int i = 0; i < keys; i++) {
            share[i] = Math.pow(i + 1.0, -cache.skew());
            sum += share[i];
        }
        int[] small = new int[keys];
        int[] large = new int[keys];
        int smalls = 0;
        int larges = 0;
        for (int i = 0; i < keys; i++) {
            share[i] *= keys / sum;
            if (share[i] < 1) {
                small[smalls++] = i;
            } else {
                large[larges++] = i;
            }
        }
        while (smalls > 0 && larges > 0) {
            int little = small[--smalls];
            int much = large[larges - 1];
            other[little] = much;
            share[much] -= 1 - share[little];
            if (share[much] < 1) {
                larges--;
                small[smalls++] = much;
            }
        }
        while (smalls > 0) {
            share[small[--smalls]] = 1;
        }
    }

    /// Whether a request is a hit. A miss fills its key at once: requests for the same key meanwhile are hits.
    boolean hit(long now) {
        if (share.length == 0) {
            return random.nextDouble() < cache.hit();
        }
        int at = random.nextInt(share.length);
        int key = random.nextDouble() < share[at] ? at : other[at];
        if (now - filled[key] < cache.ttlNanos()) {
            return true;
        }
        filled[key] = now;
        return false;
    }

    void flush() {
        Arrays.fill(filled, NEVER);
    }

    long nanos() {
        return (long) (cache.time().draw(random) * 1e9);
    }
}
