package org.tailwright.models.queueing.calibration;

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
/// @param drifting how many standard errors that is away from 0
public record Arrivals(double perSecond, double dispersion, double low, double high, double drift, double drifting) {
    private static final double PER_WINDOW = 10;
    private static final int FEWEST = 30;
    private static final double TOLERATED = 0.25;

    static Arrivals of(Visits visits, TimeSpan span) {
        double seconds = span.length() / 1e9;
        double rate = visits.size() * visits.weight() / seconds;
        int windows = windows(visits, span);
        if (windows < FEWEST) {
            return new Arrivals(rate, Double.NaN, Double.NaN, Double.NaN, drift(visits, span), drifting(visits, span, 1));
        }
        double index = index(counts(visits, span, windows));
        double half = 1.96 * index * Math.sqrt(3.0 / windows);
        double k = visits.weight();
        return new Arrivals(rate, Math.max(0, 1 + (index - 1) * k), Math.max(0, 1 + (index - half - 1) * k), 1 + (index + half - 1) * k,
                drift(visits, span), drifting(visits, span, index));
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

    private static int firstHalf(Visits visits, TimeSpan span) {
        return visits.within(new TimeSpan(span.start(), span.start() + span.length() / 2)).size();
    }

    private static double drift(Visits visits, TimeSpan span) {
        int first = firstHalf(visits, span);
        return first == 0 ? Double.NaN : (visits.size() - first) / (double) first - 1;
    }

    private static double drifting(Visits visits, TimeSpan span, double index) {
        int first = firstHalf(visits, span);
        int second = visits.size() - first;
        return (second - first) / Math.sqrt(Math.max(1, Math.max(index, 0.1) * visits.size()));
    }

    /// Whether the arrivals are burstier or more regular than Poisson ones by more than a quarter, beyond doubt.
    boolean otherThanPoisson() {
        return Math.abs(dispersion - 1) > TOLERATED && (low > 1 || high < 1);
    }
}
