package org.tailwright.statistics.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.tailwright.data.Histograms;

/// The interval histograms of one tag of a run, as counts of the values that occur.
///
/// @param nanos distinct values, ascending: the upper end of each bucket
/// @param where for each interval the places of its values in `nanos`
/// @param counts for each interval how many values are there
/// @param counted whether values were counted; printed percentiles and bucket edges are not
/// @param seconds covered; 0 when the source has no times
/// @param printed the intervals of which percentiles were printed; those of several together nobody knows
/// @param nanosPerUnit of what was printed
/// @param resolution width of a bucket as a share of its value
record IntervalCounts(double[] nanos, int[][] where, long[][] counts, boolean counted, double seconds, double resolution, List<Histograms.Interval> printed, double nanosPerUnit) {
    /// A tag of a run; nothing counted where the run does not have it.
    static IntervalCounts of(Histograms run, String tag) {
        List<Histograms.Interval> own = run.intervals().stream().filter(each -> each.tag().equals(tag)).toList();
        TreeSet<Long> values = new TreeSet<>();
        own.forEach(each -> each.histogram().recordedValues().forEach(value -> values.add(value.getValueIteratedTo())));
        long[] sorted = values.stream().mapToLong(Long::longValue).toArray();
        int[][] where = new int[own.size()][];
        long[][] counts = new long[own.size()][];
        for (int i = 0; i < where.length; i++) {
            List<long[]> found = new ArrayList<>();
            own.get(i).histogram().recordedValues().forEach(value -> found.add(new long[] {value.getValueIteratedTo(), value.getCountAtValueIteratedTo()}));
            where[i] = found.stream().mapToInt(each -> Arrays.binarySearch(sorted, each[0])).toArray();
            counts[i] = found.stream().mapToLong(each -> each[1]).toArray();
        }
        double seconds = own.stream().flatMap(each -> each.span().stream()).mapToDouble(span -> span.length() / 1e9).sum();
        int digits = own.isEmpty() ? 3 : own.getFirst().histogram().getNumberOfSignificantValueDigits();
        return new IntervalCounts(Arrays.stream(sorted).mapToDouble(value -> value * run.nanosPerUnit()).toArray(), where, counts,
                own.stream().noneMatch(Histograms.Interval::percentilesOnly), seconds, Math.pow(10, -digits),
                own.stream().filter(each -> each.printed().isPresent()).toList(), run.nanosPerUnit());
    }

    int intervals() {
        return where.length;
    }

    /// How many values.
    double total() {
        return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
    }

    /// Percentiles of all intervals: the value of rank ceil(np), or what was printed; NaN where the source does not hold it.
    double[] quantiles(double... ps) {
        if (!printed.isEmpty()) {
            return Arrays.stream(ps).map(p -> printed.size() == 1 ? printed.getFirst().at(p).orElse(Double.NaN) * nanosPerUnit : Double.NaN).toArray();
        }
        long[] sum = new long[nanos.length];
        for (int i = 0; i < where.length; i++) {
            add(sum, i);
        }
        return quantiles(sum, ps);
    }

    /// Percentiles of as many intervals, drawn with replacement in blocks of neighbours, of which the last are followed by the first.
    double[] drawn(int block, RandomGenerator random, double... ps) {
        long[] sum = new long[nanos.length];
        int n = where.length;
        for (int drawn = 0; drawn < n; drawn += block) {
            int from = random.nextInt(n);
            for (int i = 0; i < Math.min(block, n - drawn); i++) {
                add(sum, (from + i) % n);
            }
        }
        return quantiles(sum, ps);
    }

    private void add(long[] sum, int interval) {
        for (int k = 0; k < where[interval].length; k++) {
            sum[where[interval][k]] += counts[interval][k];
        }
    }

    private double[] quantiles(long[] sum, double... ps) {
        double total = Arrays.stream(sum).sum();
        return Arrays.stream(ps).map(p -> {
            double rank = Math.max(1, Math.ceil(p * total));
            double below = 0;
            for (int i = 0; i < sum.length; i++) {
                below += sum[i];
                if (below >= rank) {
                    return nanos[i];
                }
            }
            return Double.NaN;
        }).toArray();
    }
}
