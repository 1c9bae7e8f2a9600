package org.tailwright.readers.jfr;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Texts numbered from 0 in the order in which they came.
final class Names {
    private final Map<String, Integer> known = new HashMap<>();

    /// The number of a text, -1 for null.
    int code(@Nullable String text) {
        if (text == null) {
            return -1;
        }
        Integer found = known.get(text);
        if (found == null) {
            found = known.size();
            known.put(text, found);
        }
        return found;
    }

    int size() {
        return known.size();
    }

    /// The texts by number.
    String[] texts() {
        String[] texts = new String[known.size()];
        known.forEach((text, code) -> texts[code] = text);
        return texts;
    }
}
