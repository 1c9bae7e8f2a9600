package org.tailwright.statistics;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Doubles;
import org.tailwright.data.Flags;
import org.tailwright.data.Longs;
import org.tailwright.data.Requests;
import org.tailwright.data.Selection;
import org.tailwright.data.Table;
import org.tailwright.data.Unit;
import org.tailwright.work.Work;

/// The durations of some requests in order of their start and in order of size, with their weights where rows stand for several
/// requests. What every latency number of these rows is computed from.
public final class Sample {
    /// The duration that stands for "no answer ever", longer than any measured one.
    public static final long NEVER = Long.MAX_VALUE / 4;

    private final long[] byTime;
    private final long[] bySize;
    private final double @Nullable [] weights;
    private final double @Nullable [] sums;
    private final long quantumNanos;

    private Sample(long[] byTime, long[] bySize, double @Nullable [] weights, double @Nullable [] sums, long quantumNanos) {
        this.byTime = byTime;
        this.bySize = bySize;
        this.weights = weights;
        this.sums = sums;
        this.quantumNanos = quantumNanos;
    }

    /// The largest step of which all values are multiples; 1 when all are 0.
    public static long step(long... values) {
        long step = 0;
        for (int i = 0; i < values.length && step != 1; i++) {
            long other = Math.abs(values[i]);
            while (other != 0) {
                long rest = step % other;
                step = other;
                other = rest;
            }
        }
        return Math.max(1, step);
    }

    /// A sample of durations that already stand in order of their start.
    ///
    /// @param byTime nanoseconds, not to be changed any more
    /// @param quantumNanos smallest step of the clock, 0 when finer than the numbers show
    public static Sample of(long[] byTime, long quantumNanos, Work work) {
        return new Sample(byTime, Sorting.sorted(byTime, work), null, null, quantumNanos);
    }

    /// The durations of what a selection leaves of `requests`, put in order of their start.
    public static Sample of(Requests requests, Selection selection, Work work) {
        if (requests.table().doubles(Requests.WEIGHT).isPresent() || !requests.starts().ascends()) {
            return of(selection.of(requests), work);
        }
        long[] byTime = Scan.of(requests, selection, work).durations();
        long[] bySize = requests.durations().classes().exact() ? SizeTally.of(requests, selection, work).sorted(work).orElseThrow() : Sorting.sorted(byTime, work);
        return new Sample(byTime, bySize, null, null, requests.meaning().quantumNanos());
    }

    /// The durations of `requests`, put in order of their start.
    public static Sample of(Requests requests, Work work) {
        if (requests.table().doubles(Requests.WEIGHT).isEmpty() && requests.starts().ascends()) {
            return of(requests, Selection.ALL, work);
        }
        Longs starts = requests.starts();
        Longs durations = requests.durations();
        int n = durations.size();
        int[] order = Sorting.order(n, starts::at);
        Optional<Doubles> weight = requests.table().doubles(Requests.WEIGHT);
        long[] byTime = order == null ? durations.toArray() : new long[n];
        if (order != null) {
            for (int i = 0; i < n; i++) {
                byTime[i] = durations.at(order[i]);
            }
        }
        work.check();
        long quantum = requests.meaning().quantumNanos();
        return weight.isEmpty() ? of(byTime, quantum, work) : weighted(byTime, order, weight.get(), quantum);
    }

    /// The same, but a failed request took [#NEVER], so that failing fast makes no percentile better.
    public static Sample failuresSlowest(Requests requests, Work work) {
        Optional<Flags> failures = requests.failures().filter(each -> each.count() > 0);
        if (failures.isEmpty()) {
            return of(requests, work);
        }
        long[] durations = requests.durations().toArray();
        for (int row = 0; row < durations.length; row++) {
            durations[row] = failures.get().at(row) ? NEVER : durations[row];
        }
        Table ranked = requests.table().with(Requests.DURATION, Longs.of(Unit.DURATION, durations));
        return of(new Requests(requests.origin(), ranked, requests.meaning()), work);
    }

    /// Durations of some rows, each with the weight of its row where there are weights.
    ///
    /// @param durations nanoseconds, not to be changed any more; in order of start where [EffectiveSize] is asked for
    /// @param rows row of each duration, by which its weight is found
    public static Sample of(long[] durations, int[] rows, Optional<Doubles> weights, Work work) {
        return weights.isEmpty() ? of(durations, 0, work) : weighted(durations, rows, weights.get(), 0);
    }

    private static Sample weighted(long[] byTime, int @Nullable [] order, Doubles column, long quantum) {
        int n = byTime.length;
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            double weight = column.at(order == null ? i : order[i]);
            weights[i] = weight > 0 ? weight : 0;
        }
        int[] bySize = Sorting.order(n, i -> byTime[i]);
        long[] sorted = new long[n];
        double[] sums = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            int row = bySize == null ? i : bySize[i];
            sorted[i] = byTime[row];
            sum += weights[row];
            sums[i] = sum;
        }
        return new Sample(byTime, sorted, weights, sums, quantum);
    }

    /// Number of rows.
    public int size() {
        return byTime.length;
    }

    /// The clock's smallest step, nanoseconds.
    public long quantumNanos() {
        return quantumNanos;
    }

    /// The i-th shortest duration, from 0, nanoseconds; weights do not matter.
    public long ordered(int i) {
        return bySize[i];
    }

    /// Durations in order of their start; not to be changed.
    public long[] byTime() {
        return byTime;
    }

    /// Durations in ascending order; not to be changed.
    public long[] bySize() {
        return bySize;
    }

    /// Weight of the row at a place in time order.
    public double weight(int i) {
        return weights == null ? 1 : weights[i];
    }

    /// Sum of the weights: requests that the rows stand for.
    public double total() {
        return sums == null ? byTime.length : byTime.length == 0 ? 0 : sums[sums.length - 1];
    }

    /// Kish's effective size (Σw)² / Σw²: how many equally weighted rows would tell as much; n without weights.
    public double kish() {
        if (weights == null) {
            return byTime.length;
        }
        double squares = 0;
        for (double weight : weights) {
            squares += weight * weight;
        }
        return squares == 0 ? 0 : total() * total() / squares;
    }

    /// The p-quantile, nanoseconds; with weights the smallest duration at or below which lies at least the share p of the weight.
    ///
    /// @throws IllegalArgumentException without rows
    public long quantile(double p) {
        if (sums == null) {
            return Quantiles.ofSorted(bySize, p);
        }
        double wanted = total() * p * (1 - 1e-12);
        int low = 0;
        int high = sums.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sums[middle] >= wanted) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return bySize[low];
    }

    /// Share of the requests that took longer than `nanos`.
    public double beyond(long nanos) {
        int low = 0;
        int high = bySize.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (bySize[middle] > nanos) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        double below = low == 0 ? 0 : sums == null ? low : sums[low - 1];
        return bySize.length == 0 ? 0 : Math.max(0, 1 - below / total());
    }

    /// Which rows failed, as 0 and 1 in order of their start, for [EffectiveSize]: a sample of failures.
    static long[] failuresByTime(Requests requests) {
        Optional<Flags> failures = requests.failures();
        int n = requests.table().rows();
        long[] failed = new long[n];
        if (failures.isEmpty() || failures.get().count() == 0) {
            return failed;
        }
        int[] order = Sorting.order(n, requests.starts()::at);
        for (int i = 0; i < n; i++) {
            failed[i] = failures.get().at(order == null ? i : order[i]) ? 1 : 0;
        }
        return failed;
    }
}
