package org.tailwright.readers.spans;

import java.util.Arrays;
import java.util.BitSet;

/// Columns of spans that grow: codes, times and flags by row.
final class SpanRows {
    int size;
    int[] trace = new int[1024];
    int[] span = new int[1024];
    int[] parent = new int[1024];
    int[] label = new int[1024];
    int[] service = new int[1024];
    byte[] kind = new byte[1024];
    long[] start = new long[1024];
    long[] duration = new long[1024];
    /// Weights; empty until the first is known, NaN where none is.
    double[] weight = new double[0];
    /// Codes of places; empty until the first is known, -1 where none is.
    int[] place = new int[0];
    final BitSet failed = new BitSet();
    /// Called sides that bear the id of the calling side.
    final BitSet shared = new BitSet();
    /// Spans that end before they start; their duration is 0.
    long backwards;
    /// Whether something said that traces were sampled.
    boolean sampled;

    void add(SpanDraft draft) {
        reserve(size + 1);
        int row = size++;
        trace[row] = draft.trace;
        span[row] = draft.span;
        parent[row] = draft.parent;
        label[row] = draft.label;
        service[row] = -1;
        kind[row] = (byte) draft.kind;
        start[row] = draft.start;
        long length = draft.end - draft.start;
        boolean wrong = length < 0;
        duration[row] = wrong ? 0 : length;
        backwards += wrong ? 1 : 0;
        sampled |= draft.sampled;
        if (draft.failed) {
            failed.set(row);
        }
        if (draft.shared) {
            shared.set(row);
        }
        if (draft.place >= 0) {
            locate(row, draft.place);
        }
        if (draft.weight > 0) {
            weigh(row, draft.weight);
        }
    }

    private void locate(int row, int code) {
        int known = place.length;
        if (known < start.length) {
            place = Arrays.copyOf(place, start.length);
            Arrays.fill(place, known, place.length, -1);
        }
        place[row] = code;
    }

    /// The place of a row, -1 when it is not known.
    int placeOf(int row) {
        return row < place.length ? place[row] : -1;
    }

    private void weigh(int row, double value) {
        int known = weight.length;
        if (known < start.length) {
            weight = Arrays.copyOf(weight, start.length);
            Arrays.fill(weight, known, weight.length, Double.NaN);
        }
        weight[row] = value;
    }

    /// Adds the rows of a block, its codes translated.
    void append(SpanRows other, int[] traces, int[] spans, int[] texts) {
        reserve(Math.addExact(size, other.size));
        for (int i = 0; i < other.size; i++) {
            int row = size + i;
            trace[row] = traces[other.trace[i]];
            span[row] = at(spans, other.span[i]);
            parent[row] = at(spans, other.parent[i]);
            label[row] = at(texts, other.label[i]);
            service[row] = at(texts, other.service[i]);
        }
        System.arraycopy(other.kind, 0, kind, size, other.size);
        System.arraycopy(other.start, 0, start, size, other.size);
        System.arraycopy(other.duration, 0, duration, size, other.size);
        for (int i = other.failed.nextSetBit(0); i >= 0; i = other.failed.nextSetBit(i + 1)) {
            failed.set(size + i);
        }
        for (int i = other.shared.nextSetBit(0); i >= 0; i = other.shared.nextSetBit(i + 1)) {
            shared.set(size + i);
        }
        for (int i = 0; i < Math.min(other.size, other.place.length); i++) {
            if (other.place[i] >= 0) {
                locate(size + i, texts[other.place[i]]);
            }
        }
        for (int i = 0; i < Math.min(other.size, other.weight.length); i++) {
            if (!Double.isNaN(other.weight[i])) {
                weigh(size + i, other.weight[i]);
            }
        }
        size += other.size;
        backwards += other.backwards;
        sampled |= other.sampled;
    }

    /// Spans and parents have other codes now.
    void renumber(int[] spans) {
        for (int row = 0; row < size; row++) {
            span[row] = at(spans, span[row]);
            parent[row] = at(spans, parent[row]);
        }
    }

    /// Forgets all rows from `kept` on.
    void truncate(int kept) {
        failed.clear(kept, Math.max(kept, size));
        shared.clear(kept, Math.max(kept, size));
        if (place.length > kept) {
            Arrays.fill(place, kept, Math.min(place.length, size), -1);
        }
        if (weight.length > kept) {
            Arrays.fill(weight, kept, Math.min(weight.length, size), Double.NaN);
        }
        size = kept;
    }

    private static int at(int[] codes, int code) {
        return code < 0 ? -1 : codes[code];
    }

    /// Makes room for so many rows in all.
    void reserve(int wanted) {
        if (wanted > start.length) {
            int length = Math.max(wanted, (int) Math.min(Integer.MAX_VALUE - 16, start.length * 3L / 2));
            trace = Arrays.copyOf(trace, length);
            span = Arrays.copyOf(span, length);
            parent = Arrays.copyOf(parent, length);
            label = Arrays.copyOf(label, length);
            service = Arrays.copyOf(service, length);
            kind = Arrays.copyOf(kind, length);
            start = Arrays.copyOf(start, length);
            duration = Arrays.copyOf(duration, length);
        }
    }
}
