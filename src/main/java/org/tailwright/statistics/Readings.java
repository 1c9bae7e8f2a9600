package org.tailwright.statistics;

import java.util.Arrays;
import org.tailwright.data.Metrics;

/// What a series of a metric says at each of its times: levels as they are, counts since a start as a rate per second.
///
/// @param values one for each time; NaN for a gap, for the first of a counter and where a counter was reset without telling its new count
/// @param unit symbol of the values' unit
public record Readings(double[] values, String unit) {
    private static final int FEWEST_RISES = 10;
    private static final double SECOND = 1e9;

    /// The readings of a series. Where the source does not say what its numbers are, one that never falls and rises at least ten times is taken
    /// for a counter.
    public static Readings of(Metrics.Series series) {
        String unit = series.values().unit().symbol();
        return counts(series) ? new Readings(rates(series), unit + "/s") : new Readings(series.values().toArray(), unit);
    }

    /// Whether the numbers of a series are totals since some beginning.
    public static boolean counts(Metrics.Series series) {
        return switch (series.kind()) {
            case COUNTER -> true;
            case GAUGE, INCREMENT -> false;
            case UNKNOWN -> neverFalls(series);
        };
    }

    private static boolean neverFalls(Metrics.Series series) {
        double last = Double.NEGATIVE_INFINITY;
        int rises = 0;
        for (int i = 0; i < series.values().size(); i++) {
            double value = series.values().at(i);
            if (value < last) {
                return false;
            }
            rises += value > last && i > 0 ? 1 : 0;
            last = Double.isNaN(value) ? last : value;
        }
        return rises >= FEWEST_RISES;
    }

    /// A counter that fell was reset and counts from zero since.
    private static double[] rates(Metrics.Series series) {
        double[] rates = new double[series.values().size()];
        Arrays.fill(rates, Double.NaN);
        int before = -1;
        for (int i = 0; i < rates.length; i++) {
            double value = series.values().at(i);
            if (Double.isNaN(value) || series.times().missing(i)) {
                continue;
            }
            double seconds = before < 0 ? 0 : (series.times().at(i) - series.times().at(before)) / SECOND;
            if (seconds > 0) {
                double last = series.values().at(before);
                rates[i] = (value >= last ? value - last : value) / seconds;
            }
            before = i;
        }
        return rates;
    }
}
