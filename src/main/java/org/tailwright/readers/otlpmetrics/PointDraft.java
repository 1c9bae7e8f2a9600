package org.tailwright.readers.otlpmetrics;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// One data point of any form as it is read. Times are nanoseconds since 1970, 0 when they are not told.
final class PointDraft {
    private static final int MOST = 1 << 20;

    final Map<String, String> labels = new HashMap<>();
    final TreeMap<Double, Double> quantiles = new TreeMap<>();
    long start;
    long time;
    long flags;
    double value = Double.NaN;
    double sum = Double.NaN;
    double min = Double.NaN;
    double max = Double.NaN;
    long count;
    boolean counted;
    double[] bounds = new double[0];
    long[] counts = new long[0];
    int boundCount;
    int countCount;
    int scale;
    long zeroCount;
    double zeroThreshold;
    long negative;
    int offset;

    /// Whether the producer says that there is no value at this time.
    boolean empty() {
        return (flags & 1) != 0;
    }

    /// Adds an upper edge of a bucket.
    ///
    /// @return whether there is room
    boolean bound(double bound) {
        if (boundCount == bounds.length) {
            if (boundCount >= MOST) {
                return false;
            }
            bounds = Arrays.copyOf(bounds, Math.max(16, 2 * boundCount));
        }
        bounds[boundCount++] = bound;
        return true;
    }

    /// Adds a count of a bucket.
    ///
    /// @return whether there is room
    boolean count(long each) {
        if (countCount == counts.length) {
            if (countCount >= MOST) {
                return false;
            }
            counts = Arrays.copyOf(counts, Math.max(16, 2 * countCount));
        }
        counts[countCount++] = each;
        return true;
    }

    /// Edges in ascending order, exactly as many as were read.
    double[] edges() {
        return Arrays.copyOf(bounds, boundCount);
    }

    /// Counts, exactly as many as were read.
    long[] buckets() {
        return Arrays.copyOf(counts, countCount);
    }
}
