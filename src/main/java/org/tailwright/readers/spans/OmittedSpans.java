package org.tailwright.readers.spans;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Spans that were left out because they have no start or no end: their ids and their parents', so that spans below them can be hung on
/// spans above them.
final class OmittedSpans {
    /// Looks at a trace and a span.
    @FunctionalInterface
    interface Test {
        boolean fits(int trace, int span);
    }

    private int size;
    private int[] codes = new int[0];

    /// Codes of trace, span and parent; the parent may be -1.
    void add(int trace, int span, int parent) {
        int at = 3 * size;
        if (at == codes.length) {
            codes = Arrays.copyOf(codes, Math.max(48, Math.multiplyExact(2, at)));
        }
        codes[at] = trace;
        codes[at + 1] = span;
        codes[at + 2] = parent;
        size++;
    }

    int size() {
        return size;
    }

    void truncate(int kept) {
        size = Math.min(size, kept);
    }

    /// Adds those of a block, their codes translated.
    void append(OmittedSpans other, int[] traces, int[] spans) {
        for (int i = 0; i < other.size; i++) {
            int parent = other.codes[3 * i + 2];
            add(traces[other.codes[3 * i]], spans[other.codes[3 * i + 1]], parent < 0 ? -1 : spans[parent]);
        }
    }

    /// Translates the codes of spans.
    void renumber(int[] spans) {
        for (int i = 0; i < size; i++) {
            int parent = codes[3 * i + 2];
            codes[3 * i + 1] = spans[codes[3 * i + 1]];
            codes[3 * i + 2] = parent < 0 ? -1 : spans[parent];
        }
    }

    /// Parent by [#key].
    Map<Long, Integer> parents() {
        Map<Long, Integer> parents = new HashMap<>();
        for (int i = 0; i < size; i++) {
            parents.merge(key(codes[3 * i], codes[3 * i + 1]), codes[3 * i + 2], Math::max);
        }
        return parents;
    }

    /// How many fit.
    int count(Test test) {
        int count = 0;
        for (int i = 0; i < size; i++) {
            count += test.fits(codes[3 * i], codes[3 * i + 1]) ? 1 : 0;
        }
        return count;
    }

    /// A trace and a span in one number.
    static long key(int trace, int span) {
        return (long) trace << 32 | span;
    }
}
