package org.tailwright.readers.otlp;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tailwright.readers.spans.Sampling;

/// How the attributes of the span before began, by their place in it: everything up to the value (`{"key":"http.route","value":{"stringValue":`).
/// Most spans of a file repeat these bytes, and then neither key nor type need be read.
final class KnownPairs {
    /// One beginning, and what it means.
    ///
    /// @param key code of the key in the block
    /// @param type of the value that follows
    record Pair(Literal begin, int key, OtlpScanner.Type type, Sampling.Role role) {}

    private static final int MOST = 64;

    private final @Nullable Pair[] pairs = new Pair[MOST];

    /// Forgets all, because codes of keys mean something else from now on.
    void clear() {
        Arrays.fill(pairs, null);
    }

    /// The beginning that is expected at a place, if one is.
    @Nullable Pair at(int place) {
        return place < MOST ? pairs[place] : null;
    }

    void put(int place, Pair pair) {
        if (place < MOST) {
            pairs[place] = pair;
        }
    }
}
