package org.tailwright.traces;

/// Self time: a span's duration minus the union of its children, each clipped to the span. Children that run side by side count once, so
/// that self times are never negative.
public final class SelfTimes {
    private SelfTimes() {}

    /// Self time of each row, nanoseconds.
    public static long[] of(SpanForest forest) {
        long[] self = new long[forest.size()];
        for (int row = 0; row < self.length; row++) {
            self[row] = of(forest, row);
        }
        return self;
    }

    /// Self time of one row, nanoseconds.
    public static long of(SpanForest forest, int row) {
        long start = forest.start(row);
        long end = forest.end(row);
        long covered = 0;
        long reached = start;
        for (int i = 0; i < forest.children(row); i++) {
            int child = forest.child(row, i);
            long from = Math.max(reached, forest.start(child));
            long to = Math.min(end, forest.end(child));
            if (to > from) {
                covered += to - from;
                reached = to;
            }
        }
        return end - start - covered;
    }
}
