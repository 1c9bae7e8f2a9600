package org.tailwright.simulation.events;

import java.util.Arrays;

/// The events to come, the earliest first: a heap of four branches over two arrays of longs. No object per event. Equal times leave in an order
/// that depends only on what was pushed before.
final class EventHeap {
    private long[] times = new long[64];
    private long[] events = new long[64];
    private int size;

    int size() {
        return size;
    }

    /// Time of the earliest event; only when there is one.
    long time() {
        return times[0];
    }

    /// The earliest event.
    long event() {
        return events[0];
    }

    void push(long time, long event) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            events = Arrays.copyOf(events, 2 * size);
        }
        int at = size++;
        while (at > 0) {
            int above = (at - 1) >> 2;
            if (times[above] <= time) {
                break;
            }
            times[at] = times[above];
            events[at] = events[above];
            at = above;
        }
        times[at] = time;
        events[at] = event;
    }

    /// Removes the earliest event.
    void pop() {
        int last = --size;
        long time = times[last];
        long event = events[last];
        int at = 0;
        while (true) {
            int child = 4 * at + 1;
            if (child >= last) {
                break;
            }
            int least = least(child, Math.min(child + 4, last));
            if (times[least] >= time) {
                break;
            }
            times[at] = times[least];
            events[at] = events[least];
            at = least;
        }
        times[at] = time;
        events[at] = event;
    }

    private int least(int from, int to) {
        int least = from;
        for (int i = from + 1; i < to; i++) {
            least = times[i] < times[least] ? i : least;
        }
        return least;
    }

    void clear() {
        size = 0;
    }
}
