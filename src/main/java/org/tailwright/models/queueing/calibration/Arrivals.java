package org.tailwright.models.queueing.calibration;

import java.util.Arrays;
import org.tailwright.data.TimeSpan;

/// How visits arrived in one step.
///
/// Counts in short windows of about ten arrivals, whole multiples of the clock's quantum, so that rounding moves almost nothing across an
/// edge. Their index of dispersion (variance over mean) is 1 for Poisson arrivals; the variance comes from differences of neighbouring windows,
/// so that a slow drift of the rate does not count as burstiness (von Neumann 1941). Of a sample of one in k the index is 1 + (I − 1)·k.
///
/// @param perSecond rate λ
/// @param dispersion index of dispersion I; NaN with fewer than thirty windows
/// @param low lower end of its 95 % interval
/// @param high upper end
/// @param drift rate in the second half over that in the first, minus 1
/// @param drifting how many standard errors that is away from 0, from the scatter of ten parts in each half
public record Arrivals(double perSecond, double dispersion, double low, double high, double drift, double drifting) {
    private static final double PER_WINDOW = 10;
    private static final int FEWEST = 30;
    private static final int PARTS = 20;
    private static final double TOLERATED = 0.25;

    static Arrivals of(Visits visits, TimeSpan span) {
        double seconds = span.length() / 1e9;
        double rate = visits.size() * visits.weight() / seconds;
        int windows = windows(visits, span);
        double[] parts = parts(visits, span);
        double first = mean(parts, 0, PARTS / 2);
        double second = mean(parts, PARTS / 2, PARTS);
        double error = Math.sqrt((variance(parts, 0, PARTS / 2) + variance(parts, PARTS / 2, PARTS)) / (PARTS / 2.0));
        double drift = first > 0 ? second / first - 1 : Double.NaN;
        double drifting = error > 0 ? (second - first) / error : 0;
        if (windows < FEWEST) {
            return new Arrivals(rate, Double.NaN, Double.NaN, Double.NaN, drift, drifting);
        }
        double index = index(counts(visits, span, windows));
        double half = 1.96 * index * Math.sqrt(3.0 / windows);
        double k = visits.weight();
        return new Arrivals(rate, Math.max(0, 1 + (index - 1) * k), 1 + (index - half - 1) * k, 1 + (index + half - 1) * k,
                drift, drifting);
    }

    private static int windows(Visits visits, TimeSpan span) {
        long width = Math.round(span.length() * PER_WINDOW / Math.max(1, visits.size()));
        long quantum = Math.max(1, visits.quantumNanos());
        width = Math.max(10 * quantum, width / quantum * quantum);
        return (int) Math.min(visits.size(), span.length() / width);
    }

    private static int[] counts(Visits visits, TimeSpan span, int windows) {
        int[] counts = new int[windows];
        for (long each : visits.arrivals()) {
            counts[(int) Math.clamp((each - span.start()) * (double) windows / span.length(), 0, windows - 1)]++;
        }
        return counts;
    }

    private static double index(int[] counts) {
        double squares = 0;
        double sum = counts[0];
        for (int i = 1; i < counts.length; i++) {
            double apart = counts[i] - counts[i - 1];
            squares += apart * apart;
            sum += counts[i];
        }
        return squares / 2 / (counts.length - 1) / (sum / counts.length);
    }

    /// Rates of twenty equal parts of the step, relative to the mean.
    private static double[] parts(Visits visits, TimeSpan span) {
        int[] counts = counts(visits, span, PARTS);
        double mean = Math.max(1, visits.size()) / (double) PARTS;
        return Arrays.stream(counts).mapToDouble(each -> each / mean).toArray();
    }

    private static double mean(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).average().orElse(Double.NaN);
    }

    private static double variance(double[] values, int from, int to) {
        double mean = mean(values, from, to);
        return Arrays.stream(values, from, to).map(each -> (each - mean) * (each - mean)).sum() / (to - from - 1);
    }

    /// Whether the index says anything: a sample of one in ten hides almost all burstiness.
    boolean telling() {
        return high - low < 1.5;
    }

    /// Whether the arrivals are burstier or more regular than Poisson ones by more than a quarter, beyond doubt.
    boolean otherThanPoisson() {
        return telling() && Math.abs(dispersion - 1) > TOLERATED && (low > 1 || high < 1);
    }
}
