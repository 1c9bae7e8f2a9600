package org.tailwright.statistics.trust;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;
import org.tailwright.data.Dataset;
import org.tailwright.data.Longs;
import org.tailwright.data.Recording;
import org.tailwright.data.Requests;
import org.tailwright.data.Unit;
import org.tailwright.work.Work;

/// By how much the clocks of two data sets that saw the same load differ: the lag at which their rates of starts agree best.
///
/// Square roots of counts in equal bins (which levels their variance) without their moving mean and without their lag-one correlation (Box and
/// Jenkins' prewhitening) are correlated at every lag by the fast Fourier transform. The peak must stand [#CLEAR] robust standard deviations
/// (1.4826 × the median absolute value over all lags) above zero, and be the only one: elsewhere no peak may reach [#SECOND] of it. Then narrower
/// bins around it make it finer. Otherwise the answer is empty: a load that repeats itself fits at many lags.
///
/// @param nanos to be added to the times of the second data set
/// @param binNanos width of the last bins: how fine the offset is
/// @param clear height of the peak in robust standard deviations
/// @param second height of the next peak as a share of the first
/// @param driftPpm by how much the second clock runs slower (positive: the offset grows), parts per million; NaN when one half does not tell
public record ClockOffset(long nanos, long binNanos, double clear, double second, double driftPpm) {
    private static final double CLEAR = 8;
    private static final double SECOND = 0.6;
    private static final int BINS = 16_384;
    private static final int FEWEST = 500;
    private static final long FINEST = 1_000_000L;

    /// The offset of `second` against `first`, at most `most` nanoseconds in size; empty when it is not clear.
    public static Optional<ClockOffset> find(Dataset first, Dataset second, long most, Work work) {
        long[] a = starts(first);
        long[] b = starts(second);
        if (a.length < FEWEST || b.length < FEWEST) {
            return Optional.empty();
        }
        Arrays.sort(a);
        Arrays.sort(b);
        return find(a, b, most, work).map(found -> drifting(found, a, b, work)).map(ClockOffset::rounded);
    }

    /// In whole bins: nothing finer was told.
    private ClockOffset rounded() {
        return new ClockOffset(Math.round(nanos / (double) binNanos) * binNanos, binNanos, clear, second, driftPpm);
    }

    /// Start times of what a data set's rows stand for; those of a recording are its stack samples', which follow the load only loosely.
    private static long[] starts(Dataset data) {
        Optional<Longs> times = data instanceof Recording recording ? recording.samples().samples().columns().values().stream()
                .filter(each -> each instanceof Longs longs && longs.unit().kind() == Unit.Kind.TIME).map(Longs.class::cast).findFirst()
                : Requests.of(data).map(Requests::starts);
        return times.map(Longs::toArray).orElse(new long[0]);
    }

    private static ClockOffset drifting(ClockOffset found, long[] a, long[] b, Work work) {
        int half = b.length / 2;
        long limit = Math.abs(found.nanos) + 200 * found.binNanos;
        Optional<ClockOffset> early = find(a, Arrays.copyOf(b, half), limit, work);
        Optional<ClockOffset> late = find(a, Arrays.copyOfRange(b, half, b.length), limit, work);
        double between = (b[b.length - 1] - b[0]) / 2.0;
        if (early.isEmpty() || late.isEmpty() || between <= 0) {
            return found;
        }
        return new ClockOffset(found.nanos, found.binNanos, found.clear, found.second, (late.get().nanos - early.get().nanos) / between * 1e6);
    }

    private static Optional<ClockOffset> find(long[] a, long[] b, long most, Work work) {
        long length = Math.max(a[a.length - 1] - a[0], b[b.length - 1] - b[0]);
        long width = Math.max(FINEST, Math.max(length / BINS, length / Math.min(a.length, b.length)) + 1);
        Optional<ClockOffset> found = at(a, b, 0, most, width, work);
        if (found.isEmpty()) {
            return found;
        }
        ClockOffset best = found.get();
        while (best.binNanos > FINEST) {
            long finer = Math.max(FINEST, best.binNanos / 4);
            // At most so many bins as fit the transform: only the beginning of the overlap is looked at more closely.
            Optional<ClockOffset> next = at(window(a, b, best.nanos, finer * BINS, true), window(a, b, best.nanos, finer * BINS, false), best.nanos, 3 * best.binNanos, finer, work);
            if (next.isEmpty()) {
                break;
            }
            best = new ClockOffset(next.get().nanos, finer, best.clear, best.second, Double.NaN);
        }
        return Optional.of(best);
    }

    /// The events of one side in the busiest stretch of this length that both share.
    private static long[] window(long[] a, long[] b, long offset, long length, boolean first) {
        long from = Math.max(a[0], b[0] + offset);
        long to = Math.min(a[a.length - 1], b[b.length - 1] + offset);
        long begin = to - from <= length ? from : from + (to - from - length) / 2;
        long[] times = first ? a : b;
        long shift = first ? 0 : offset;
        int low = lower(times, begin - shift);
        int high = lower(times, begin + length - shift);
        return high - low < FEWEST ? new long[0] : Arrays.copyOfRange(times, low, high);
    }

    private static int lower(long[] times, long time) {
        int at = Arrays.binarySearch(times, time);
        return at >= 0 ? at : -at - 1;
    }

    /// The clear peak among the lags within `reach` of `around`.
    private static Optional<ClockOffset> at(long[] a, long[] b, long around, long reach, long width, Work work) {
        if (a.length < FEWEST || b.length < FEWEST) {
            return Optional.empty();
        }
        int bins = (int) (Math.max(a[a.length - 1] - a[0], b[b.length - 1] - b[0]) / width) + 1;
        double[] c = correlation(white(a, width, bins), white(b, width, bins));
        work.check();
        long base = a[0] - b[0];
        int n = c.length;
        int best = -1;
        for (int k = 0; k < n; k++) {
            boolean inside = Math.abs(base + lag(k, n) * width - around) <= reach;
            best = inside && (best < 0 || c[k] > c[best]) ? k : best;
        }
        if (best < 0) {
            return Optional.empty();
        }
        double[] sizes = Arrays.stream(c).map(Math::abs).sorted().toArray();
        double spread = 1.4826 * sizes[n / 2];
        double next = 0;
        for (int k = 0; k < n; k++) {
            next = Math.abs(lag(k, n) - lag(best, n)) > 3 ? Math.max(next, c[k]) : next;
        }
        double clear = c[best] / spread;
        return spread > 0 && clear >= CLEAR && next <= SECOND * c[best]
                ? Optional.of(new ClockOffset(base + lag(best, n) * width, width, clear, next / c[best], Double.NaN)) : Optional.empty();
    }

    private static long lag(int index, int size) {
        return index <= size / 2 ? index : index - size;
    }

    /// Σ a(i + lag) b(i) by lag, negative lags from the end; zero-padded.
    private static double[] correlation(double[] a, double[] b) {
        int size = Integer.highestOneBit(2 * a.length - 1) << 1;
        FastFourierTransformer transformer = new FastFourierTransformer(DftNormalization.STANDARD);
        Complex[] x = transformer.transform(Arrays.copyOf(a, size), TransformType.FORWARD);
        Complex[] y = transformer.transform(Arrays.copyOf(b, size), TransformType.FORWARD);
        for (int i = 0; i < size; i++) {
            x[i] = x[i].multiply(y[i].conjugate());
        }
        return Arrays.stream(transformer.transform(x, TransformType.INVERSE)).mapToDouble(Complex::getReal).toArray();
    }

    private static double[] white(long[] times, long width, int bins) {
        double[] roots = new double[bins];
        for (long time : times) {
            roots[(int) ((time - times[0]) / width)]++;
        }
        Arrays.setAll(roots, i -> Math.sqrt(roots[i]));
        int used = (int) ((times[times.length - 1] - times[0]) / width) + 1;
        double[] rest = new double[bins];
        int reach = Math.max(5, used / 50);
        double[] sums = new double[used + 1];
        for (int i = 0; i < used; i++) {
            sums[i + 1] = sums[i] + roots[i];
        }
        for (int i = 0; i < used; i++) {
            int from = Math.max(0, i - reach);
            int to = Math.min(used, i + reach + 1);
            rest[i] = roots[i] - (sums[to] - sums[from]) / (to - from);
        }
        double rho = Batches.lagOne(Arrays.copyOf(rest, used));
        for (int i = used - 1; i > 0; i--) {
            rest[i] -= rho * rest[i - 1];
        }
        return rest;
    }
}
