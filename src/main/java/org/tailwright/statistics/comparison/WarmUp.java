package org.tailwright.statistics.comparison;

import java.util.Arrays;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Requests;
import org.tailwright.data.Rows;
import org.tailwright.data.TimeSpan;

/// The beginning of a run that is unlike the rest, by the MSER rule (White 1997) on the mean log latency of 100 equal stretches of time: the cut
/// after which the standard error of the mean of what is left is smallest. Cut only when what goes differs from what stays by more than a
/// tenth; a smallest error at half of the run says that it never became steady, and then nothing is cut.
///
/// @param nanos from the run's start; 0 for none
/// @param steady whether the run became steady in its first half
record WarmUp(long nanos, boolean steady) {
    /// Nothing to cut.
    static final WarmUp NONE = new WarmUp(0, true);

    private static final int STRETCHES = 100;
    private static final int FEWEST = 1000;
    private static final double MATTERS = 0.1;

    static WarmUp of(Requests run) {
        TimeSpan span = run.span().orElseThrow();
        int n = run.table().rows();
        if (n < FEWEST || span.length() < STRETCHES) {
            return NONE;
        }
        double[] means = means(run, span);
        int cut = cut(means);
        if (cut >= STRETCHES / 2) {
            return new WarmUp(0, false);
        }
        double before = Arrays.stream(means, 0, cut).filter(each -> !Double.isNaN(each)).average().orElse(Double.NaN);
        double after = Arrays.stream(means, cut, STRETCHES).filter(each -> !Double.isNaN(each)).average().orElse(Double.NaN);
        boolean matters = cut > 0 && Math.abs(Math.expm1(before - after)) > MATTERS;
        return new WarmUp(matters ? (long) ((double) span.length() / STRETCHES * cut) : 0, true);
    }

    private static double[] means(Requests run, TimeSpan span) {
        double[] sums = new double[STRETCHES];
        int[] counts = new int[STRETCHES];
        for (int row = 0; row < run.table().rows(); row++) {
            int at = (int) Math.clamp((double) (run.starts().at(row) - span.start()) / span.length() * STRETCHES, 0, STRETCHES - 1);
            sums[at] += Math.log(Math.max(1, run.durations().at(row)));
            counts[at]++;
        }
        double[] means = new double[STRETCHES];
        Arrays.setAll(means, i -> counts[i] == 0 ? Double.NaN : sums[i] / counts[i]);
        return means;
    }

    /// The number of stretches to leave out, at most half.
    private static int cut(double[] means) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        double sum = 0;
        double squares = 0;
        int n = 0;
        for (int from = means.length - 1; from >= 0; from--) {
            if (!Double.isNaN(means[from])) {
                sum += means[from];
                squares += means[from] * means[from];
                n++;
            }
            double error = n < 2 ? Double.POSITIVE_INFINITY : Math.max(0, squares / n - sum / n * (sum / n)) / n;
            if (from <= means.length / 2 && error <= least) {
                least = error;
                best = from;
            }
        }
        return best;
    }

    /// The run without it.
    Requests cut(Requests run) {
        if (nanos == 0) {
            return run;
        }
        long from = run.span().orElseThrow().start() + nanos;
        return run.select(Rows.where(run.table().rows(), row -> run.starts().at(row) >= from));
    }

    String words() {
        return !steady ? "never steady" : nanos == 0 ? "none" : Numbers.duration(nanos);
    }
}
