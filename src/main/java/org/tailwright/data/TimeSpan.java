package org.tailwright.data;

/// From `start` (inclusive) to `end` (exclusive), nanoseconds since the epoch.
public record TimeSpan(long start, long end) {
    public TimeSpan {
        if (end < start) {
            throw new IllegalArgumentException("a span that ends before it starts: " + start + " to " + end);
        }
    }

    /// Length in nanoseconds.
    public long length() {
        return end - start;
    }

    /// Whether `time` lies inside.
    public boolean contains(long time) {
        return time >= start && time < end;
    }

    /// Whether both share any instant.
    public boolean overlaps(TimeSpan other) {
        return start < other.end && other.start < end;
    }

    /// The part of this span that lies in `other`, which must overlap it.
    public TimeSpan within(TimeSpan other) {
        return new TimeSpan(Math.max(start, other.start), Math.min(end, other.end));
    }

    /// The smallest span that holds both.
    public TimeSpan union(TimeSpan other) {
        return new TimeSpan(Math.min(start, other.start), Math.max(end, other.end));
    }
}
