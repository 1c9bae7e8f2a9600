package org.tailwright.readers.chrome;

import java.util.Arrays;

/// The events that slices are made of, as they stand in the file: columns that grow. Codes are those of the block's texts, -1 for none.
final class ChromeEvents {
    /// What an event does.
    static final byte COMPLETE = 0;
    static final byte BEGIN = 1;
    static final byte END = 2;
    static final byte FLOW_OUT = 3;
    static final byte FLOW_IN = 4;
    /// A flow that ends at the next slice rather than the one around it.
    static final byte FLOW_NEXT = 5;
    /// No end is known.
    static final long OPEN = -1;

    int size;
    byte[] kind = new byte[1024];
    /// Number of the track.
    int[] track = new int[1024];
    /// Nanoseconds on the trace's clock.
    long[] start = new long[1024];
    /// Nanoseconds on the trace's clock, [#OPEN] when not known.
    long[] end = new long[1024];
    int[] name = new int[1024];
    /// Where the event's attributes begin; they end where the next event's begin.
    int[] first = new int[1025];
    private int[] pairs = new int[4096];

    void add(byte which, int where, long from, long to, int label) {
        if (size == kind.length) {
            int length = Math.addExact(size, size);
            kind = Arrays.copyOf(kind, length);
            track = Arrays.copyOf(track, length);
            start = Arrays.copyOf(start, length);
            end = Arrays.copyOf(end, length);
            name = Arrays.copyOf(name, length);
            first = Arrays.copyOf(first, length + 1);
        }
        kind[size] = which;
        track[size] = where;
        start[size] = from;
        end[size] = to;
        name[size] = label;
        size++;
        first[size] = first[size - 1];
    }

    /// Lets go of everything.
    void clear() {
        size = 0;
        kind = new byte[0];
        track = new int[0];
        start = new long[0];
        end = new long[0];
        name = new int[0];
        first = new int[1];
        pairs = new int[0];
    }

    /// Gives the last event an attribute.
    void attribute(int key, int value) {
        int at = first[size];
        if (key < 0) {
            return;
        }
        if (at + 2 > pairs.length) {
            pairs = Arrays.copyOf(pairs, Math.multiplyExact(2, pairs.length));
        }
        pairs[at] = key;
        pairs[at + 1] = value;
        first[size] = at + 2;
    }

    /// Key (even) or value (odd) at a place between those that [#first] names.
    int pair(int at) {
        return pairs[at];
    }

    /// Whether the event is a slice or begins one.
    boolean slice(int event) {
        return kind[event] == COMPLETE || kind[event] == BEGIN;
    }
}
