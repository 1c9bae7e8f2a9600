package org.tailwright.statistics.inside;

import org.tailwright.data.Longs;
import org.tailwright.data.TimeSpan;

/// Equal stretches of time. Rows of one stretch are compared with each other, and stretches with stretches, so that neither neighbours in time
/// nor a drift pass for evidence.
///
/// @param span all of the time
/// @param count number of blocks
record Blocks(TimeSpan span, int count) {
    /// The block of a moment; moments outside belong to the first or last.
    int of(long time) {
        double at = (double) (time - span.start()) * count / Math.max(1, span.length());
        return (int) Math.clamp(at, 0, count - 1);
    }

    /// The beginning of a block, or the end of the one before.
    long start(int block) {
        return span.start() + (long) ((double) span.length() * block / count);
    }

    /// The first row of those in order of their start that lies behind a block.
    int end(int block, Longs starts) {
        int low = 0;
        int high = starts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (of(starts.at(middle)) <= block) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// A block's time.
    TimeSpan span(int block) {
        return new TimeSpan(start(block), Math.max(start(block) + 1, start(block + 1)));
    }
}
