package org.tailwright.traces;

import java.util.HashMap;
import java.util.Map;

/// Gives numbers to pairs of codes in order of first use.
final class Pairs {
    private final Map<Long, Integer> known = new HashMap<>();
    private long last = Long.MIN_VALUE;
    private int lastCode;

    int code(int first, int second) {
        long key = (long) first << 32 | second & 0xffff_ffffL;
        if (key != last || known.isEmpty()) {
            last = key;
            lastCode = known.computeIfAbsent(key, _ -> known.size());
        }
        return lastCode;
    }

    int size() {
        return known.size();
    }
}
