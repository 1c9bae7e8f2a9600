package org.tailwright.readers.gatling;

import java.util.Arrays;
import org.tailwright.data.Longs;
import org.tailwright.data.Unit;

/// Starts and ends of virtual users, and how many were there at a moment.
final class ActiveUsers {
    private final Moments starts = new Moments();
    private final Moments ends = new Moments();

    private static final class Moments {
        private long[] times = new long[256];
        private int size;

        void add(long time) {
            if (size == times.length) {
                times = Arrays.copyOf(times, Math.addExact(size, size));
            }
            times[size++] = time;
        }

        void sort() {
            Arrays.sort(times, 0, size);
        }

        /// How many are below `limit`, of sorted moments.
        int below(long limit) {
            int low = 0;
            int high = size;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (times[middle] < limit) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    void started(long time) {
        starts.add(time);
    }

    void ended(long time) {
        ends.add(time);
    }

    int users() {
        return starts.size;
    }

    /// Users that the log never sees end.
    int endless() {
        return Math.max(0, starts.size - ends.size);
    }

    /// How many users had started and not yet ended, for each of the times. A user who ends in the very millisecond still counts: its last
    /// request may have begun there.
    Longs at(long[] times, int size) {
        starts.sort();
        ends.sort();
        long[] active = new long[size];
        for (int i = 0; i < size; i++) {
            active[i] = Math.max(0, starts.below(times[i] + 1) - ends.below(times[i]));
        }
        return Longs.of(Unit.COUNT, active);
    }
}
