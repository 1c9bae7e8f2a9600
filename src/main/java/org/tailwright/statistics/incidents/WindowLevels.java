package org.tailwright.statistics.incidents;

import java.util.Arrays;
import java.util.Optional;
import org.tailwright.data.Longs;
import org.tailwright.data.Requests;

/// Load levels of windows, from the producer's count of active threads. Only a count that stands still within most windows is a load
/// step; one that wavers all the time follows the latency and is no cause of it. Nor is a count a load step when requests arrive at the
/// same rate at every level and only few of the counted threads are busy: that is a pool of connections in an open loop, which grows
/// because requests are slow.
///
/// @param levels level of each window, from 0; −1 where the load was changing
/// @param count how many levels
record WindowLevels(int[] levels, int count) {
    private static final double STEADY = 0.8;
    private static final int SHORTEST = 5;
    private static final double OTHER_RATE = 1.5;

    static WindowLevels of(Requests requests, int[] window, int windows, long width) {
        Optional<Longs> active = requests.table().longs(Requests.ACTIVE);
        WindowLevels one = new WindowLevels(new int[windows], 1);
        if (active.isEmpty()) {
            return one;
        }
        long[] low = new long[windows];
        long[] high = new long[windows];
        Arrays.fill(low, Long.MAX_VALUE);
        for (int row = 0; row < window.length; row++) {
            if (window[row] >= 0) {
                low[window[row]] = Math.min(low[window[row]], active.get().at(row));
                high[window[row]] = Math.max(high[window[row]], active.get().at(row));
            }
        }
        long used = 0;
        long still = 0;
        for (int w = 0; w < windows; w++) {
            used += low[w] == Long.MAX_VALUE ? 0 : 1;
            still += low[w] == high[w] ? 1 : 0;
        }
        if (still < STEADY * used) {
            return one;
        }
        WindowLevels steps = steps(low, high);
        return steps.drives(requests, window, low, width) ? steps : one;
    }

    /// Whether the levels set the load: rates differ between them, or at least half of the threads are busy at most of them (Little's law
    /// within a window: busy = sum of durations ÷ width).
    private boolean drives(Requests requests, int[] window, long[] active, long width) {
        double[] rows = new double[count];
        double[] busy = new double[count];
        double[] windows = new double[count];
        double[] threads = new double[count];
        for (int w = 0; w < levels.length; w++) {
            if (levels[w] >= 0) {
                windows[levels[w]]++;
                threads[levels[w]] = active[w];
            }
        }
        for (int row = 0; row < window.length; row++) {
            int level = levels[window[row]];
            if (level >= 0) {
                rows[level]++;
                busy[level] += requests.durations().at(row) / (double) width;
            }
        }
        double slowest = Double.MAX_VALUE;
        double fastest = 0;
        int held = 0;
        int closed = 0;
        for (int level = 0; level < count; level++) {
            if (windows[level] > 0) {
                held++;
                slowest = Math.min(slowest, rows[level] / windows[level]);
                fastest = Math.max(fastest, rows[level] / windows[level]);
                closed += busy[level] / windows[level] >= threads[level] / 2 ? 1 : 0;
            }
        }
        return fastest >= OTHER_RATE * slowest || 2 * closed > held;
    }

    private static WindowLevels steps(long[] low, long[] high) {
        long[] values = new long[low.length];
        int found = 0;
        int[] levels = new int[low.length];
        Arrays.fill(levels, -1);
        for (int w = 0; w < low.length; w++) {
            if (low[w] == high[w]) {
                int level = 0;
                while (level < found && values[level] != low[w]) {
                    level++;
                }
                values[level] = low[w];
                found = Math.max(found, level + 1);
                levels[w] = level;
            }
        }
        return new WindowLevels(longEnough(levels, found), found);
    }

    /// Levels that last fewer than a few windows belong to a ramp.
    private static int[] longEnough(int[] levels, int found) {
        int[] sizes = new int[found];
        for (int level : levels) {
            if (level >= 0) {
                sizes[level]++;
            }
        }
        return Arrays.stream(levels).map(level -> level >= 0 && sizes[level] < SHORTEST ? -1 : level).toArray();
    }
}
