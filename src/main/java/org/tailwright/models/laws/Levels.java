package org.tailwright.models.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tailwright.data.Doubles;
import org.tailwright.data.Longs;
import org.tailwright.data.Metrics;
import org.tailwright.data.TimeSpan;

/// A measured level, such as busy connections, averaged over stretches of time.
///
/// @param series the samples
/// @param factor what a sample is multiplied by
record Levels(Metrics.Series series, double factor) {
    /// The metric called `name`; nothing for an empty name.
    ///
    /// @throws IllegalArgumentException with a sentence when there is none
    static Optional<Levels> of(Optional<Metrics> metrics, String name, double factor, String option) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Metrics there = metrics.orElseThrow(() -> new IllegalArgumentException("--" + option + " names a metric, but no metrics are open"));
        return Optional.of(new Levels(there.named(name).orElseThrow(() -> new IllegalArgumentException("there is no metric '" + name + "'; there are "
                + String.join(", ", there.series().stream().map(Metrics.Series::name).distinct().limit(20).toList()))), factor));
    }

    /// Mean over a span; NaN without samples.
    double mean(TimeSpan span) {
        Longs times = series.times();
        Doubles values = series.values();
        double sum = 0;
        int n = 0;
        for (int i = 0; i < times.size(); i++) {
            if (!times.missing(i) && span.contains(times.at(i)) && !Double.isNaN(values.at(i))) {
                sum += values.at(i);
                n++;
            }
        }
        return n == 0 ? Double.NaN : factor * sum / n;
    }

    /// The means of windows of equal width from `start` on; NaN where a window has no samples.
    double[] windows(long start, long width, int count) {
        double[] sums = new double[count];
        int[] counts = new int[count];
        for (int i = 0; i < series.times().size(); i++) {
            long at = series.times().missing(i) ? -1 : Math.floorDiv(series.times().at(i) - start, width);
            if (at >= 0 && at < count && !Double.isNaN(series.values().at(i))) {
                sums[(int) at] += series.values().at(i);
                counts[(int) at]++;
            }
        }
        List<Double> means = new ArrayList<>();
        for (int w = 0; w < count; w++) {
            means.add(counts[w] == 0 ? Double.NaN : factor * sums[w] / counts[w]);
        }
        return means.stream().mapToDouble(each -> each).toArray();
    }
}
