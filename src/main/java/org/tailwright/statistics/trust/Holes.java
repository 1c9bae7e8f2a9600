package org.tailwright.statistics.trust;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tailwright.data.TimeSpan;

/// Times in which nothing started although the rhythm before and after would have had at least [#EXPECTED] starts (a Poisson process
/// leaves such a hole once in e^20), and that last much longer than the usual pauses of work that comes in bursts. A hole is found when it
/// is longer than a 4096th of the whole time.
final class Holes {
    private static final double EXPECTED = 20;
    /// How many times the usual pause: the third quartile of all pauses, where there are at least eight.
    private static final double UNUSUAL = 8;
    private static final int REACH = 16;

    private Holes() {}

    /// @param started starts in equal parts of the time
    /// @param first beginning of the first part, nanoseconds since the epoch
    /// @param last end of the last one
    /// @return in order of time
    static List<TimeSpan> of(int[] started, long first, long last) {
        List<int[]> pauses = new ArrayList<>();
        for (int bin = 0; bin < started.length; bin++) {
            int from = bin;
            while (bin < started.length && started[bin] == 0) {
                bin++;
            }
            if (bin > from && from > 0 && bin < started.length) {
                pauses.add(new int[] {from, bin});
            }
        }
        int[] lengths = pauses.stream().mapToInt(each -> each[1] - each[0]).sorted().toArray();
        double usual = lengths.length < 8 ? 0 : UNUSUAL * lengths[3 * lengths.length / 4];
        double width = (last - first) / (double) started.length;
        return pauses.stream().filter(each -> each[1] - each[0] > usual && expected(started, each[0], each[1]) >= EXPECTED)
                .map(each -> new TimeSpan(first + Math.round(each[0] * width), first + Math.round(each[1] * width))).toList();
    }

    /// What the quieter of both sides would have had.
    private static double expected(int[] started, int from, int to) {
        int reach = Math.max(REACH, to - from);
        int before = Math.max(0, from - reach);
        int after = Math.min(started.length, to + reach);
        double left = Arrays.stream(started, before, from).sum() / (double) (from - before);
        double right = Arrays.stream(started, to, after).sum() / (double) (after - to);
        return Math.min(left, right) * (to - from);
    }
}
