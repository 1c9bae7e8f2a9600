package org.tailwright.models.queueing.calibration;

import org.tailwright.data.Metrics;
import org.tailwright.data.TimeSpan;

/// A measured level over time, such as connections in use.
record Gauge(Metrics.Series series) {
    private static final int FEWEST = 10;

    /// Mean of the samples inside a span with the interval of independent samples; unknown with none, without an interval where fewer than ten are more than
    /// nothing: the few that happened to meet a short line tell no spread.
    Mean over(TimeSpan span) {
        double sum = 0;
        double squares = 0;
        int n = 0;
        int some = 0;
        for (int i = 0; i < series.times().size(); i++) {
            double value = series.values().at(i);
            if (!series.times().missing(i) && !Double.isNaN(value) && span.contains(series.times().at(i))) {
                sum += value;
                squares += value * value;
                n++;
                some += value > 0 ? 1 : 0;
            }
        }
        if (n == 0) {
            return Mean.NONE;
        }
        double mean = sum / n;
        double variance = n < 2 ? Double.NaN : Math.max(0, squares - n * mean * mean) / (n - 1);
        return Mean.around(mean, some < FEWEST ? Double.NaN : Math.sqrt(variance / n), n - 1);
    }

    /// The highest sample.
    double highest() {
        double most = 0;
        for (int i = 0; i < series.values().size(); i++) {
            double value = series.values().at(i);
            most = Double.isNaN(value) ? most : Math.max(most, value);
        }
        return most;
    }
}
