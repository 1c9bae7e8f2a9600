package org.tailwright.statistics.comparison;

import org.apache.commons.math3.distribution.TDistribution;
import org.tailwright.charts.Numbers;

/// What would decide an open comparison, if the change stays what it is: an interval whose half is half of the distance from the change to the
/// threshold. One run's interval shrinks with the square root of its time; that of several runs with their number, through Student's t too.
///
/// @param threshold relative, above 0
/// @param baseline number of runs
/// @param candidate number of runs
/// @param seconds of the longer side; 0 where the source has no times
record Deciding(double threshold, int baseline, int candidate, double seconds) {
    private static final double CLOSE = 0.1;
    private static final int MOST = 200;
    private static final double WEEK = 7 * 86_400;

    String words(Change.Interval interval) {
        double limit = Math.log1p(threshold);
        double wanted = Math.abs(limit - Math.log1p(interval.change())) / 2;
        if (wanted < CLOSE * limit) {
            return "the change is about as large as the threshold: more data would hardly decide";
        }
        return baseline + candidate == 2 ? time(interval, wanted) : runs(interval, wanted);
    }

    private String time(Change.Interval interval, double wanted) {
        double factor = Math.max(1.5, Math.pow(interval.half() / wanted, 2));
        if (seconds * factor > WEEK) {
            return "more than a week a side would be needed: slow requests cluster";
        }
        return seconds > 0 ? "about " + minutes(seconds * factor) + " a side would decide, now " + minutes(seconds)
                : "about " + Numbers.significant(factor, 2) + " times the requests would decide";
    }

    private String runs(Change.Interval interval, double wanted) {
        double scatter = interval.half() / t(baseline + candidate - 2) / Math.sqrt(1.0 / baseline + 1.0 / candidate);
        int runs = Math.max(2, Math.max(baseline, candidate));
        while (runs < MOST && t(2 * runs - 2) * scatter * Math.sqrt(2.0 / runs) > wanted) {
            runs = Math.max(runs + 1, runs * 21 / 20);
        }
        return runs >= MOST ? "more than " + MOST + " runs a side would be needed: runs differ too much by themselves"
                : "about " + runs + " runs a side would decide, now " + baseline + " and " + candidate;
    }

    private static double t(int freedom) {
        return new TDistribution(null, freedom).inverseCumulativeProbability(1 - Change.TAIL);
    }

    /// Seconds in minutes, or hours where these are many.
    static String minutes(double seconds) {
        double minutes = seconds / 60;
        return minutes < 120 ? Numbers.significant(minutes, 2) + " min" : Numbers.significant(minutes / 60, 2) + " h";
    }
}
