package org.tailwright.readers.pprof;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the first line of a text says about the samples behind it (after `legacy_profile.go` of pprof).
///
/// @param shape how sample lines look
/// @param types what their values mean
/// @param rate mean bytes between two samples when numbers must be scaled up; 0 when they are whole
/// @param allocated whether heap samples tell allocated besides live memory
record LegacyHeader(Shape shape, List<ValueType> types, double rate, boolean allocated) {
    /// How sample lines look.
    enum Shape { HEAP, CONTENTION, COUNT, THREADS }

    private static final Pattern HEAP = Pattern.compile(
            "heap profile:\\s*(\\d+):\\s*(\\d+)\\s*\\[\\s*(\\d+):\\s*(\\d+)\\s*]\\s*@\\s*([a-z_0-9]+)(?:/(\\d{1,18}))?.*");
    private static final Pattern COUNTS = Pattern.compile("(\\w+) profile: total \\d+.*");

    /// The header that `line` is, null when it is none.
    static @Nullable LegacyHeader of(String line) {
        Matcher heap = HEAP.matcher(line);
        if (heap.matches()) {
            return heap(heap);
        }
        Matcher counts = COUNTS.matcher(line);
        if (counts.matches()) {
            return new LegacyHeader(Shape.COUNT, List.of(new ValueType(counts.group(1), "count")), 0, false);
        }
        if (line.startsWith("--- contention") || line.startsWith("--- mutex")) {
            return new LegacyHeader(Shape.CONTENTION, List.of(new ValueType("contentions", "count"), new ValueType("delay", "nanoseconds")), 0, false);
        }
        boolean threads = line.startsWith("--- threadz") || line.startsWith("--- Thread ");
        return threads ? new LegacyHeader(Shape.THREADS, List.of(new ValueType("thread", "count")), 0, false) : null;
    }

    /// `heap_v2/524288` and Go's `heap/1048576` (twice the rate) are samples of allocations; `heapprofile` and `growthz` are whole.
    private static LegacyHeader heap(Matcher match) {
        String what = match.group(5);
        double given = match.group(6) == null ? 0 : Double.parseDouble(match.group(6));
        double rate = what.equals("heap") ? given / 2 : what.endsWith("_v2") ? given : 0;
        boolean allocated = differs(match.group(3), match.group(1)) || differs(match.group(4), match.group(2));
        List<ValueType> types = allocated
                ? List.of(new ValueType("alloc_objects", "count"), new ValueType("alloc_space", "bytes"),
                        new ValueType("inuse_objects", "count"), new ValueType("inuse_space", "bytes"))
                : List.of(new ValueType("objects", "count"), new ValueType("space", "bytes"));
        return new LegacyHeader(Shape.HEAP, types, rate, allocated);
    }

    private static boolean differs(String allocated, String live) {
        return !allocated.equals(live) && !allocated.equals("0");
    }

    /// By how much a sampled line stands for more: 1 / (1 − e^(−mean size / rate)), because a block is sampled with a chance that grows with
    /// its size.
    double scale(double count, double bytes) {
        return rate <= 1 || count <= 0 || bytes <= 0 ? 1 : 1 / -Math.expm1(-bytes / count / rate);
    }
}
