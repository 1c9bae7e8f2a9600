package org.tailwright.readers.otlpmetrics;

import java.util.Map;
import java.util.TreeMap;

/// Counts of an exponential histogram by bucket. Bucket `i` ends at `2^((i + 1) / 2^scale)`. Formula: OpenTelemetry metrics data model, exponential
/// histogram.
///
/// @param scale from -10 to 20 in practice
/// @param zeros values at zero, within the zero threshold, or below
/// @param counts by index
record Exponential(int scale, long zeros, TreeMap<Integer, Long> counts) {
    static Exponential of(PointDraft point) {
        TreeMap<Integer, Long> counts = new TreeMap<>();
        for (int i = 0; i < point.countCount; i++) {
            if (point.counts[i] > 0) {
                counts.merge(point.offset + i, point.counts[i], Long::sum);
            }
        }
        return new Exponential(point.scale, point.zeroCount + point.negative, counts);
    }

    /// The same counts in coarser buckets: each step of the scale puts two together.
    Exponential coarser(int wanted) {
        if (wanted >= scale) {
            return this;
        }
        int shift = Math.min(31, scale - wanted);
        TreeMap<Integer, Long> merged = new TreeMap<>();
        counts.forEach((index, count) -> merged.merge(index >> shift, count, Long::sum));
        return new Exponential(wanted, zeros, merged);
    }

    /// What was counted since `before`; empty counts of a reset are this.
    Exponential since(Exponential before) {
        int common = Math.min(scale, before.scale);
        Exponential now = coarser(common);
        Exponential then = before.coarser(common);
        TreeMap<Integer, Long> difference = new TreeMap<>();
        for (Map.Entry<Integer, Long> each : now.counts.entrySet()) {
            difference.put(each.getKey(), each.getValue() - then.counts.getOrDefault(each.getKey(), 0L));
        }
        boolean fell = now.zeros < then.zeros || difference.values().stream().anyMatch(each -> each < 0) || !now.counts.keySet().containsAll(then.counts.keySet());
        return fell ? this : new Exponential(common, now.zeros - then.zeros, difference);
    }

    /// Upper edges in ascending order, zero first.
    double[] edges() {
        double[] edges = new double[counts.size() + 1];
        int at = 1;
        for (int index : counts.keySet()) {
            edges[at++] = Math.min(Math.pow(2, (index + 1) * Math.pow(2, -scale)), Double.MAX_VALUE);
        }
        return edges;
    }

    /// Counts of the edges, and none above.
    long[] buckets() {
        long[] all = new long[counts.size() + 2];
        all[0] = zeros;
        int at = 1;
        for (long count : counts.values()) {
            all[at++] = count;
        }
        return all;
    }
}
