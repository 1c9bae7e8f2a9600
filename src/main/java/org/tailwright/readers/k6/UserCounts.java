package org.tailwright.readers.k6;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.tailwright.data.Longs;
import org.tailwright.data.Metrics;
import org.tailwright.data.Unit;
import org.tailwright.readers.series.SeriesRows;

/// The number of virtual users, which k6 tells once a second (`vus`).
final class UserCounts {
    private final SeriesRows rows = new SeriesRows();
    private long[] times = new long[0];
    private double[] values = new double[0];

    void add(long time, double users) {
        rows.add(time, users);
    }

    /// Whether any number was told.
    boolean told() {
        return rows.size() > 0;
    }

    /// The users at each of the times: the latest number told by then, or the first one.
    Optional<Longs> at(Longs moments) {
        if (rows.size() == 0) {
            return Optional.empty();
        }
        if (times.length == 0) {
            Metrics.Series sorted = rows.series("vus", Map.of(), Metrics.Kind.GAUGE, Unit.COUNT);
            times = sorted.times().toArray();
            values = sorted.values().toArray();
        }
        long[] active = new long[moments.size()];
        for (int i = 0; i < active.length; i++) {
            int at = Arrays.binarySearch(times, moments.at(i));
            active[i] = Math.round(values[at >= 0 ? at : Math.max(0, -at - 2)]);
        }
        return Optional.of(Longs.of(Unit.COUNT, active));
    }
}
