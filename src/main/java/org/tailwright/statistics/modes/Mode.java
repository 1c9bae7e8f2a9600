package org.tailwright.statistics.modes;

import org.tailwright.charts.Numbers;
import org.tailwright.data.Selection;

/// A group of latencies with valleys around it.
///
/// @param lowest shortest duration of the group, nanoseconds
/// @param beyond first duration of the next group
/// @param peak where most of it lies
/// @param share of all requests
public record Mode(long lowest, long beyond, double peak, double share) {
    /// Its range and share: `5 ms–24 ms · 62 %`.
    public String name() {
        return Numbers.duration(lowest) + "–" + Numbers.duration(beyond) + " · " + Numbers.percent(share);
    }

    /// The band that selects it.
    public Selection.Band band() {
        return new Selection.Band(lowest, beyond);
    }

    /// Whether a duration belongs to it.
    public boolean contains(double nanos) {
        return nanos >= lowest && nanos < beyond;
    }
}
