package org.tailwright.readers.chrome;

import java.util.Arrays;

/// Pairs beginnings with ends and finds the slice around each slice, track by track.
///
/// An end closes the innermost open slice of its name (of any name when it has none), and with it the open slices inside; at equal times an end
/// that fits nothing waits for the beginnings of that time. What stays open ends with the trace.
final class ChromeNesting {
    /// No slice is around it.
    static final int NONE = -1;
    /// Slices that overlap without nesting are looked through only so far.
    private static final int MOST_STEPS = 256;

    private final ChromeEvents events;
    /// Event around each slice, [#NONE] for a root.
    final int[] parent;
    /// Event at the root of each slice's tree.
    final int[] root;
    /// Slices in order of track and start, parents before children.
    int[] slices = new int[0];
    /// Slice of each flow mark, [#NONE] when there is none.
    final int[] flowSlice;
    long unfinished;
    long unmatched;
    long ends;
    long overlapping;
    private int[] stack = new int[64];
    private int depth;

    private ChromeNesting(ChromeEvents events) {
        this.events = events;
        parent = filled(events.size);
        root = filled(events.size);
        flowSlice = filled(events.size);
    }

    private static int[] filled(int size) {
        int[] array = new int[size];
        Arrays.fill(array, NONE);
        return array;
    }

    /// Nests all slices.
    static ChromeNesting of(ChromeEvents events, int tracks) {
        ChromeNesting nesting = new ChromeNesting(events);
        int[] first = new int[tracks + 1];
        for (int i = 0; i < events.size; i++) {
            first[events.track[i] + 1]++;
        }
        for (int i = 0; i < tracks; i++) {
            first[i + 1] += first[i];
        }
        int[] order = new int[events.size];
        int[] next = first.clone();
        long last = Long.MIN_VALUE;
        for (int i = 0; i < events.size; i++) {
            order[next[events.track[i]]++] = i;
            last = Math.max(last, Math.max(events.start[i], events.end[i]));
        }
        int[] spare = new int[events.size];
        for (int track = 0; track < tracks; track++) {
            nesting.pair(order, first[track], first[track + 1], spare, last);
            nesting.nest(order, first[track], first[track + 1], spare);
        }
        nesting.slices = Arrays.stream(order).filter(events::slice).toArray();
        return nesting;
    }

    private void pair(int[] order, int from, int to, int[] spare, long last) {
        ChromeOrder.sort(order, from, to, spare, (a, b) -> Long.compare(events.start[a], events.start[b]));
        depth = 0;
        for (int i = from; i < to;) {
            int group = i;
            while (i < to && events.start[order[i]] == events.start[order[group]]) {
                i++;
            }
            pairGroup(order, group, i);
        }
        unfinished += depth;
        while (depth > 0) {
            events.end[stack[--depth]] = last;
        }
    }

    /// Events at one time, in the order of the file, ends that fit nothing last.
    private void pairGroup(int[] order, int from, int to) {
        int waiting = 0;
        for (int k = from; k < to; k++) {
            int event = order[k];
            if (events.kind[event] == ChromeEvents.BEGIN) {
                push(event);
            } else if (events.kind[event] == ChromeEvents.END) {
                ends++;
                waiting += close(event) ? 0 : 1;
            }
        }
        for (int k = from; k < to && waiting > 0; k++) {
            int event = order[k];
            if (events.kind[event] == ChromeEvents.END && events.end[event] == ChromeEvents.OPEN) {
                unmatched += close(event) ? 0 : 1;
                waiting--;
            }
        }
    }

    private void push(int event) {
        stack = depth == stack.length ? Arrays.copyOf(stack, 2 * depth) : stack;
        stack[depth++] = event;
    }

    /// Closes what an end ends; the end itself is marked by an end of its own.
    private boolean close(int end) {
        int at = depth - 1;
        int lowest = Math.max(0, depth - MOST_STEPS);
        while (at >= lowest && events.name[end] >= 0 && events.name[stack[at]] != events.name[end]) {
            at--;
        }
        if (at < lowest) {
            return false;
        }
        unfinished += depth - at - 1;
        while (depth > at) {
            events.end[stack[--depth]] = events.start[end];
        }
        copyAttributes(stack[at], end);
        events.end[end] = events.start[end];
        return true;
    }

    /// Ends may carry arguments too; they are found by their beginning.
    private void copyAttributes(int begin, int end) {
        if (events.first[end + 1] > events.first[end]) {
            parent[end] = begin;
        }
    }

    private void nest(int[] order, int from, int to, int[] spare) {
        ChromeOrder.sort(order, from, to, spare, this::compare);
        depth = 0;
        for (int k = from; k < to; k++) {
            int event = order[k];
            if (events.slice(event)) {
                enter(event);
            } else if (events.kind[event] == ChromeEvents.FLOW_NEXT) {
                flowSlice[event] = following(order, k + 1, to);
            } else if (events.kind[event] != ChromeEvents.END) {
                flowSlice[event] = around(events.start[event]);
            }
        }
    }

    private void enter(int event) {
        while (depth > 0 && over(stack[depth - 1], event)) {
            depth--;
        }
        int at = depth - 1;
        int lowest = Math.max(0, depth - MOST_STEPS);
        while (at >= lowest && events.end[stack[at]] < events.end[event]) {
            at--;
        }
        overlapping += depth > 0 && at != depth - 1 ? 1 : 0;
        parent[event] = at < lowest ? NONE : stack[at];
        root[event] = parent[event] == NONE ? event : root[parent[event]];
        push(event);
    }

    /// Whether a slice is over when another begins; one without length lies inside what begins or ends with it.
    private boolean over(int open, int event) {
        long end = events.end[open];
        boolean point = events.end[event] <= events.start[event] && events.start[open] < end;
        return point ? end < events.start[event] : end <= events.start[event] && !(events.start[open] == events.start[event] && point(open) && point(event));
    }

    private boolean point(int event) {
        return events.end[event] <= events.start[event];
    }

    private int around(long time) {
        int at = depth - 1;
        while (at >= 0 && at >= depth - MOST_STEPS && events.end[stack[at]] < time) {
            at--;
        }
        return at < 0 || at < depth - MOST_STEPS ? NONE : stack[at];
    }

    private int following(int[] order, int from, int to) {
        for (int k = from; k < Math.min(to, from + MOST_STEPS); k++) {
            if (events.slice(order[k])) {
                return order[k];
            }
        }
        return NONE;
    }

    /// By start; of those that start together the longest first; marks that bind to the next slice before slices, other marks after them.
    private int compare(int a, int b) {
        int byStart = Long.compare(events.start[a], events.start[b]);
        if (byStart != 0) {
            return byStart;
        }
        int byRank = Integer.compare(rank(a), rank(b));
        if (byRank != 0) {
            return byRank;
        }
        int byEnd = Long.compare(events.end[b], events.end[a]);
        return byEnd != 0 ? byEnd : Integer.compare(a, b);
    }

    private int rank(int event) {
        return events.slice(event) ? 1 : events.kind[event] == ChromeEvents.FLOW_NEXT ? 0 : 2;
    }
}
