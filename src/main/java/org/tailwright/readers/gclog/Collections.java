package org.tailwright.readers.gclog;

import java.util.BitSet;
import java.util.List;

/// Which numbers of collections a log of unified logging mentions: they run without gaps where nothing is missing.
final class Collections {
    private static final int MOST = 1 << 24;

    private final BitSet seen = new BitSet();

    /// A line belongs to collection `id`; negative for lines that belong to none.
    void saw(long id) {
        if (id >= 0 && id < MOST) {
            seen.set((int) id);
        }
    }

    /// What is missing, in words.
    List<String> doubts() {
        int first = seen.nextSetBit(0);
        int last = seen.length() - 1;
        if (first < 0) {
            return List.of();
        }
        int missing = last - first + 1 - seen.cardinality();
        if (missing > 0) {
            return List.of(missing + " of the " + (last + 1 - first) + " collections from " + first + " to " + last + " are missing in the log");
        }
        return first == 0 ? List.of() : List.of("the log begins with collection " + first + ": what was before is not in it");
    }
}
