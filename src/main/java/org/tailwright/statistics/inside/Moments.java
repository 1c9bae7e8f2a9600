package org.tailwright.statistics.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.special.Gamma;
import org.tailwright.data.TimeSpan;

/// When a selection happened, for data sets that are joined by time: the selected window, or the stretches that hold clearly more of the
/// selected rows than their share.
///
/// @param hot in order of time, apart from each other
/// @param whole all of the time
/// @param calm what they are compared with; the rest of the whole unless a baseline has a window of its own
record Moments(List<TimeSpan> hot, TimeSpan whole, TimeSpan calm) {
    private static final double DENSE = 2;
    private static final double CERTAIN = 1e-3;
    private static final double MOST = 0.5;

    Moments {
        hot = List.copyOf(hot);
    }

    static Moments of(Optional<TimeSpan> window, Blocks blocks, Counts inside, Counts both) {
        TimeSpan whole = blocks.span();
        if (window.isPresent()) {
            return new Moments(window.filter(whole::overlaps).map(each -> List.of(each.within(whole))).orElse(List.of()), whole);
        }
        double share = (double) inside.total() / Math.max(1, both.total());
        List<TimeSpan> hot = new ArrayList<>();
        long length = 0;
        for (int b = 0; b < blocks.count(); b++) {
            double expected = share * both.rows()[b];
            int found = inside.rows()[b];
            // A Poisson law of the expected number; over all blocks one in a thousand calm runs has such a block.
            if (found >= DENSE * expected && found > 0 && Gamma.regularizedGammaP(found, expected) < CERTAIN / blocks.count()) {
                TimeSpan span = blocks.span(b);
                length += span.length();
                if (!hot.isEmpty() && hot.getLast().end() >= span.start()) {
                    hot.set(hot.size() - 1, hot.getLast().union(span));
                } else {
                    hot.add(span);
                }
            }
        }
        return new Moments(length <= MOST * whole.length() ? hot : List.of(), whole);
    }

    private Moments(List<TimeSpan> hot, TimeSpan whole) {
        this(hot, whole, whole);
    }

    /// Whether a moment belongs to the selection.
    boolean in(long time) {
        // Binary search: there may be hundreds of stretches and millions of moments.
        int low = 0;
        int high = hot.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            TimeSpan span = hot.get(middle);
            if (time < span.start()) {
                high = middle - 1;
            } else if (time >= span.end()) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }

    boolean out(long time) {
        return calm.contains(time) && !in(time);
    }

    /// Compared with the window of a baseline, where it has one.
    Moments against(Optional<TimeSpan> window) {
        return window.filter(whole::overlaps).map(each -> new Moments(hot, whole, each.within(whole))).orElse(this);
    }

    /// Equal stretches of all the time, short enough that the selection holds several.
    Blocks grid() {
        long length = hot.stream().mapToLong(TimeSpan::length).sum();
        double wanted = length == 0 ? 128 : Math.ceil(8.0 * whole.length() / length);
        return new Blocks(whole, (int) Math.clamp(wanted, 64, 4096));
    }
}
