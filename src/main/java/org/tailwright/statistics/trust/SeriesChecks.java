package org.tailwright.statistics.trust;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Longs;
import org.tailwright.data.Metrics;
import org.tailwright.data.TimeSpan;
import org.tailwright.work.Work;

/// What metrics show about their own recording: rhythm, missing samples, repeated times.
final class SeriesChecks {
    /// A gap this many times the usual step is a hole.
    private static final double HOLE = 3.5;
    private static final int FEWEST = 8;
    private static final int SERIES = 2000;

    private SeriesChecks() {}

    static void add(Metrics metrics, List<Check> into, Work work) {
        List<TimeSpan> holes = new ArrayList<>();
        long again = 0;
        int holed = 0;
        int judged = 0;
        for (Metrics.Series each : metrics.series().subList(0, Math.min(SERIES, metrics.series().size()))) {
            work.check();
            Longs times = each.times();
            if (times.size() < FEWEST || times.missing(0)) {
                continue;
            }
            judged++;
            long[] steps = new long[times.size() - 1];
            for (int i = 0; i < steps.length; i++) {
                steps[i] = times.at(i + 1) - times.at(i);
                again += steps[i] == 0 ? 1 : 0;
            }
            List<TimeSpan> own = holes(times, steps);
            holed += own.isEmpty() ? 0 : 1;
            holes.addAll(own);
        }
        tell(metrics, holes, holed, judged, into);
        if (again > 0) {
            into.add(Check.note("duplicates", Numbers.count(again) + " samples have the time of the one before in the same series"));
        }
    }

    private static List<TimeSpan> holes(Longs times, long[] steps) {
        long[] sorted = steps.clone();
        Arrays.sort(sorted);
        long usual = sorted[sorted.length / 2];
        boolean regular = sorted[sorted.length * 9 / 10] <= 2 * usual;
        List<TimeSpan> found = new ArrayList<>();
        for (int i = 0; i < steps.length && regular && usual > 0; i++) {
            if (steps[i] > HOLE * usual) {
                found.add(new TimeSpan(times.at(i), times.at(i + 1)));
            }
        }
        return found;
    }

    private static void tell(Metrics metrics, List<TimeSpan> holes, int holed, int judged, List<Check> into) {
        if (!holes.isEmpty()) {
            long longest = holes.stream().mapToLong(TimeSpan::length).max().orElse(0);
            into.add(Check.doubt("holes", Numbers.count(holed) + " of " + Numbers.count(metrics.series().size()) + " series " + (holed == 1 ? "lacks" : "lack")
                    + " samples for up to " + Numbers.duration(longest) + "; a gap is not zero"));
        } else if (judged > 0) {
            into.add(Check.fine("holes", "samples come without holes against the usual rhythm"));
        }
    }
}
