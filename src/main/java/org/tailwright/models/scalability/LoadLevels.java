package org.tailwright.models.scalability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds stretches of constant level in a series of equally long windows.
final class LoadLevels {
    /// A stretch from window `from` (inclusive) to `to` (exclusive) at `level`.
    record Level(int from, int to, double level) {
        int length() {
            return to - from;
        }
    }

    /// A run that was never silent ends at so many silent windows: two steps at one load with a pause between them are two.
    private static final int PAUSE = 2;
    private static final double RARELY = 0.05;

    private LoadLevels() {}

    /// Runs of a counted load: a window belongs to the run while it is within half a user or 2 % of the run's first value; single windows
    /// out of line are passed over; a pause ends it. A ramp gives runs that are too short and is dropped.
    ///
    /// @param series NaN where nothing was seen
    /// @param shortest windows that a run needs
    static List<Level> runs(double[] series, int shortest) {
        List<Level> found = new ArrayList<>();
        int from = 0;
        while (from < series.length) {
            if (Double.isNaN(series[from])) {
                from++;
                continue;
            }
            int to = end(series, from);
            add(found, series, from, to, shortest);
            from = to;
        }
        return found;
    }

    private static int end(double[] series, int from) {
        int last = from;
        int astray = 0;
        int unseen = 0;
        int silent = 0;
        for (int i = from + 1; i < series.length && astray <= 2; i++) {
            boolean unknown = Double.isNaN(series[i]);
            unseen += unknown ? 1 : 0;
            silent = unknown ? silent + 1 : 0;
            if (silent >= PAUSE && unseen - silent <= RARELY * (i - from)) {
                break;
            }
            if (!unknown && Math.abs(series[i] - series[from]) <= Math.max(0.5, 0.02 * series[from])) {
                last = i;
                astray = 0;
            } else if (!unknown) {
                astray++;
            }
        }
        return last + 1;
    }

    /// Segments of a noisy load: binary segmentation of log(load) by least squares, a split kept while it lowers the sum of squares by more
    /// than 4σ² ln n, σ from the median difference of neighbours; neighbours closer than 8 % are one.
    static List<Level> segments(double[] series, int shortest) {
        double[] logs = Arrays.stream(series).map(each -> each > 0 ? Math.log(each) : Double.NaN).toArray();
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Double.isNaN(logs[i]) ? Math.log(1e-3) : logs[i];
        }
        List<Integer> cuts = new ArrayList<>(List.of(0, logs.length));
        split(logs, 0, logs.length, 4 * variance(logs) * Math.log(Math.max(2, logs.length)), Math.max(2, shortest / 4), cuts);
        cuts.sort(null);
        List<Level> found = new ArrayList<>();
        int from = 0;
        for (int i = 1; i < cuts.size(); i++) {
            boolean joined = i + 1 < cuts.size()
                    && Math.abs(mean(logs, from, cuts.get(i)) - mean(logs, cuts.get(i), cuts.get(i + 1))) < 0.08;
            if (!joined) {
                add(found, series, from, cuts.get(i), shortest);
                from = cuts.get(i);
            }
        }
        return found;
    }

    private static void add(List<Level> found, double[] series, int from, int to, int shortest) {
        double[] seen = Arrays.stream(series, from, to).filter(each -> each > 0).sorted().toArray();
        if (to - from >= shortest && seen.length * 2 >= to - from) {
            found.add(new Level(from, to, seen[seen.length / 2]));
        }
    }

    private static void split(double[] logs, int from, int to, double penalty, int shortest, List<Integer> cuts) {
        double total = 0;
        for (int i = from; i < to; i++) {
            total += logs[i];
        }
        int n = to - from;
        double left = 0;
        double best = 0;
        int at = -1;
        for (int i = from + 1; i < to; i++) {
            left += logs[i - 1];
            int before = i - from;
            double gain = left * left / before + (total - left) * (total - left) / (n - before) - total * total / n;
            if (gain > best && before >= shortest && n - before >= shortest) {
                best = gain;
                at = i;
            }
        }
        if (at > 0 && best > penalty) {
            cuts.add(at);
            split(logs, from, at, penalty, shortest, cuts);
            split(logs, at, to, penalty, shortest, cuts);
        }
    }

    /// σ² from the median absolute difference of neighbours, never below (0.5 %)².
    private static double variance(double[] logs) {
        double[] differences = new double[Math.max(1, logs.length - 1)];
        for (int i = 0; i + 1 < logs.length; i++) {
            differences[i] = Math.abs(logs[i + 1] - logs[i]);
        }
        Arrays.sort(differences);
        double sigma = Math.max(0.005, differences[differences.length / 2] / 0.6745 / Math.sqrt(2));
        return sigma * sigma;
    }

    private static double mean(double[] logs, int from, int to) {
        return Arrays.stream(logs, from, to).average().orElse(Double.NaN);
    }
}
