package org.tailwright.simulation.events;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// A number over time: its median (latencies, which may be infinite) or mean over the runs in each span, and the lowest and highest run.
///
/// @param middle NaN where no run knows it
public record Course(double[] middle, double[] low, double[] high) {
    /// Medians of one array for each run.
    static <T> Course of(List<T> runs, Function<T, double[]> values) {
        int spans = values.apply(runs.getFirst()).length;
        Course course = new Course(new double[spans], new double[spans], new double[spans]);
        for (int span = 0; span < spans; span++) {
            int at = span;
            double[] known = runs.stream().mapToDouble(run -> values.apply(run)[at]).filter(each -> !Double.isNaN(each)).sorted().toArray();
            int n = known.length;
            course.middle[span] = n == 0 ? Double.NaN : n % 2 == 1 || Double.isInfinite(known[n / 2]) ? known[n / 2] : (known[n / 2 - 1] + known[n / 2]) / 2;
            course.low[span] = n == 0 ? Double.NaN : known[0];
            course.high[span] = n == 0 ? Double.NaN : known[n - 1];
        }
        return course;
    }

    /// Means of one array for each run.
    static <T> Course mean(List<T> runs, Function<T, double[]> values) {
        Course course = of(runs, values);
        for (int span = 0; span < course.middle.length; span++) {
            int at = span;
            course.middle[span] = runs.stream().mapToDouble(run -> values.apply(run)[at]).filter(each -> !Double.isNaN(each)).average().orElse(Double.NaN);
        }
        return course;
    }

    /// Highest middle value; NaN when none is known.
    public double most() {
        return Arrays.stream(middle).filter(each -> !Double.isNaN(each)).max().orElse(Double.NaN);
    }
}
