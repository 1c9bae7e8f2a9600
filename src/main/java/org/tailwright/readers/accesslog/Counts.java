package org.tailwright.readers.accesslog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tailwright.data.Doubles;
import org.tailwright.data.Longs;
import org.tailwright.data.Metrics;
import org.tailwright.data.Unit;

/// Requests of which only the time and the status are known: counted per second and class of status.
final class Counts {
    private static final String[] CLASSES = {"1xx", "2xx", "3xx", "4xx", "5xx", "other"};
    private static final long SECOND = 1_000_000_000L;
    private static final long[] WIDTHS = {1, 10, 60, 600, 3600, 86_400, 864_000};
    private static final int MOST_STEPS = 20_000;

    private long[] stamps = new long[256];
    private byte[] classes = new byte[256];
    private int size;

    /// Adds a request.
    void add(long stamp, String status) {
        if (size == stamps.length) {
            stamps = Arrays.copyOf(stamps, 2 * size);
            classes = Arrays.copyOf(classes, 2 * size);
        }
        int digit = status.length() == 3 ? status.charAt(0) - '1' : 5;
        stamps[size] = stamp;
        classes[size++] = (byte) (digit >= 0 && digit < 5 ? digit : 5);
    }

    int size() {
        return size;
    }

    /// Width of a step in seconds: one, or more where the log is long.
    long width() {
        long first = Arrays.stream(stamps, 0, size).min().orElse(0);
        long last = Arrays.stream(stamps, 0, size).max().orElse(0);
        for (long each : WIDTHS) {
            if ((last - first) / (each * SECOND) < MOST_STEPS) {
                return each;
            }
        }
        return WIDTHS[WIDTHS.length - 1];
    }

    /// A series for each class of status that occurs, and one for all: requests per second.
    List<Metrics.Series> series() {
        long step = width() * SECOND;
        long first = Math.floorDiv(Arrays.stream(stamps, 0, size).min().orElse(0), step);
        long last = Math.floorDiv(Arrays.stream(stamps, 0, size).max().orElse(0), step);
        int steps = (int) Math.min(last - first + 1, 10L * MOST_STEPS);
        long[][] counts = new long[CLASSES.length + 1][steps];
        boolean[] seen = new boolean[CLASSES.length];
        for (int i = 0; i < size; i++) {
            int at = (int) Math.min(Math.floorDiv(stamps[i], step) - first, steps - 1L);
            counts[classes[i]][at]++;
            counts[CLASSES.length][at]++;
            seen[classes[i]] = true;
        }
        List<Metrics.Series> series = new ArrayList<>();
        series.add(series(Map.of(), counts[CLASSES.length], first, step));
        for (int i = 0; i < CLASSES.length; i++) {
            if (seen[i]) {
                series.add(series(Map.of("status", CLASSES[i]), counts[i], first, step));
            }
        }
        return series;
    }

    private static Metrics.Series series(Map<String, String> labels, long[] counts, long first, long step) {
        long[] times = new long[counts.length];
        double[] values = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            times[i] = (first + i) * step;
            values[i] = counts[i] * (double) SECOND / step;
        }
        return new Metrics.Series("requests", labels, Longs.of(Unit.TIME, times), Doubles.of(Unit.PER_SECOND, values));
    }
}
