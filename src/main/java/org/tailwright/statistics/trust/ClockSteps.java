package org.tailwright.statistics.trust;

import java.util.ArrayList;
import java.util.List;

/// Where the clock (or the file) goes back: two blocks of rows on end in which every row starts, and ends, more than a second before
/// what was reached above. Rows are written when requests start or when they end, so that one of the two follows the clock; a few late rows
/// are not a step. Files whose order has nothing to do with time go back all the time: then [#ordered] is false.
///
/// @param steps largest first; empty when not ordered
/// @param ordered whether the rows follow time but for a few steps
record ClockSteps(List<Step> steps, boolean ordered) {
    /// How far back counts.
    private static final long LEAST_NANOS = 1_000_000_000L;
    private static final int MOST = 8;

    /// @param row first row after it, from 0
    /// @param nanos how far back
    record Step(long row, long nanos) {}

    static ClockSteps of(RowScan.Blocks blocks) {
        List<Step> found = new ArrayList<>();
        long[] starts = blocks.starts();
        long[] ends = blocks.ends();
        long start = Long.MIN_VALUE;
        long end = Long.MIN_VALUE;
        for (int i = 0; i < starts.length; i++) {
            if (i > 0 && back(starts, start, i) && back(ends, end, i)) {
                found.add(new Step((long) i * blocks.rows(), Math.min(start - starts[i], end - ends[i])));
                start = starts[i];
                end = ends[i];
            }
            start = Math.max(start, starts[i]);
            end = Math.max(end, ends[i]);
        }
        boolean ordered = found.size() <= MOST;
        return new ClockSteps(ordered ? found.stream().sorted((a, b) -> Long.compare(b.nanos, a.nanos)).toList() : List.of(), ordered);
    }

    private static boolean back(long[] latest, long reached, int block) {
        int next = block + 1 < latest.length ? block + 1 : block - 1;
        boolean stays = next < block || latest[next] < reached - LEAST_NANOS;
        return latest[block] < reached - LEAST_NANOS && stays;
    }
}
