package org.tailwright.statistics.incidents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tailwright.data.Flags;
import org.tailwright.data.Longs;
import org.tailwright.data.Requests;
import org.tailwright.data.Texts;
import org.tailwright.data.TimeSpan;

/// What is looked at in each window: the mean rank of its latencies, the share among the slowest tenth, and the share of failures. Ranks
/// and failures count within their label and load level, so that another mix of labels or another load moves nothing.
///
/// @param from start of the first window
/// @param width of a window, nanoseconds
/// @param steps load levels of the windows
/// @param scores mean rank (0.5 where nothing is special), share of the slowest tenth (0.1), failures above those of the label, and the
///     mean rank of each of the labels with most requests alone, so that what hits a rare label only is seen as well
record Scores(long from, long width, WindowLevels steps, List<Score> scores) {
    /// One score.
    ///
    /// @param purpose names its random streams
    /// @param matters rise of the mean from which on it matters
    record Score(String purpose, Series series, double matters) {}

    private static final double LEVEL = 0.1;
    private static final double TAIL = 0.1;
    private static final double FAILURES = 0.02;
    private static final double OF_LABEL = 0.15;
    private static final int LABELS = 5;
    private static final int LABEL_ROWS = 5;
    private static final long SECOND = 1_000_000_000L;
    private static final int PER_WINDOW = 40;
    private static final int MOST_WINDOWS = 600;
    private static final int MOST_ROWS = 400_000;
    private static final double SLOW = 0.9;

    /// A width with 40 requests a window on average, at least a second (less in runs under a minute), at most 600 windows.
    static long width(TimeSpan span, int n) {
        double filled = (double) span.length() * PER_WINDOW / Math.max(1, n);
        double wanted = Math.max(Math.max(filled, (double) span.length() / MOST_WINDOWS), Math.min(SECOND, span.length() / 60.0));
        long unit = (long) Math.pow(10, Math.floor(Math.log10(Math.max(1, wanted))));
        for (long factor : new long[] {1, 2, 5}) {
            if (factor * unit >= wanted) {
                return factor * unit;
            }
        }
        return 10 * unit;
    }

    static int[] windows(Requests requests, long from, long width) {
        Longs starts = requests.starts();
        int[] window = new int[starts.size()];
        Arrays.setAll(window, row -> (int) ((starts.at(row) - from) / width));
        return window;
    }

    static Scores of(Requests requests, TimeSpan span, long width) {
        int windows = (int) Math.max(1, Math.ceilDiv(span.length(), width));
        int[] window = windows(requests, span.start(), width);
        Arrays.setAll(window, row -> window[row] < windows ? window[row] : windows - 1);
        WindowLevels steps = WindowLevels.of(requests, window, windows, width);
        int step = Math.max(1, window.length / MOST_ROWS);
        int[][] strata = strata(requests, window, steps, step);
        double[][] sums = new double[3][windows];
        double[] counts = new double[windows];
        for (int[] rows : strata) {
            add(requests, rows, window, sums, counts);
        }
        List<Score> scores = new ArrayList<>(List.of(new Score("incidents level", new Series(sums[0], counts), LEVEL),
                new Score("incidents tail", new Series(sums[1], counts), TAIL),
                new Score("incidents failures", new Series(sums[2], counts), FAILURES)));
        scores.addAll(byLabel(requests, strata, window, steps.count(), windows));
        return new Scores(span.start(), width, steps, List.copyOf(scores));
    }

    /// Mean ranks of single labels that have enough rows in each window.
    private static List<Score> byLabel(Requests requests, int[][] strata, int[] window, int levels, int windows) {
        int labels = strata.length / levels;
        int[] sizes = new int[labels];
        for (int i = 0; i < strata.length; i++) {
            sizes[i / levels] += strata[i].length;
        }
        List<Integer> most = IntStream.range(0, labels).boxed().filter(label -> sizes[label] >= LABEL_ROWS * windows)
                .sorted(Comparator.comparingInt((Integer label) -> -sizes[label])).limit(LABELS).toList();
        if (most.size() < 2 && labels - 1 <= most.size()) {
            return List.of();
        }
        return most.stream().map(label -> {
            double[][] sums = new double[3][windows];
            double[] counts = new double[windows];
            for (int level = 0; level < levels; level++) {
                add(requests, strata[label * levels + level], window, sums, counts);
            }
            return new Score("incidents label " + label, new Series(sums[0], counts), OF_LABEL);
        }).toList();
    }

    /// Row numbers by label and load level.
    private static int[][] strata(Requests requests, int[] window, WindowLevels steps, int step) {
        Optional<Texts> labels = requests.labels();
        int codes = labels.map(Texts::codes).orElse(0) + 1;
        int[] stratum = new int[window.length];
        int[] sizes = new int[Math.multiplyExact(codes, steps.count())];
        for (int row = 0; row < window.length; row += step) {
            int level = steps.levels()[window[row]];
            stratum[row] = level < 0 ? -1 : (labels.isEmpty() ? 0 : labels.get().code(row) + 1) * steps.count() + level;
            if (stratum[row] >= 0) {
                sizes[stratum[row]]++;
            }
        }
        int[][] strata = new int[sizes.length][];
        Arrays.setAll(strata, i -> new int[sizes[i]]);
        Arrays.fill(sizes, 0);
        for (int row = 0; row < window.length; row += step) {
            if (stratum[row] >= 0) {
                strata[stratum[row]][sizes[stratum[row]]++] = row;
            }
        }
        return strata;
    }

    private static void add(Requests requests, int[] rows, int[] window, double[][] sums, double[] counts) {
        Longs durations = requests.durations();
        Optional<Flags> flags = requests.failures();
        long[] sorted = Arrays.stream(rows).mapToLong(durations::at).sorted().toArray();
        double failed = flags.isEmpty() ? 0 : Arrays.stream(rows).filter(flags.get()::at).count();
        for (int row : rows) {
            double rank = rank(sorted, durations.at(row));
            int w = window[row];
            counts[w]++;
            sums[0][w] += rank;
            sums[1][w] += rank > SLOW ? 1 : 0;
            sums[2][w] += flags.isPresent() ? (flags.get().at(row) ? 1 : 0) - failed / rows.length : 0;
        }
    }

    /// Rank of a value from 0 to 1; equal values share the middle of their ranks.
    private static double rank(long[] sorted, long value) {
        return (bound(sorted, value) + bound(sorted, value + 1)) / (2.0 * sorted.length);
    }

    private static int bound(long[] sorted, long value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] >= value) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /// Windows that count.
    int used() {
        return (int) Arrays.stream(scores.getFirst().series().counts()).filter(count -> count > 0).count();
    }

    /// The time of a segment.
    TimeSpan span(Series.Segment segment) {
        return new TimeSpan(from + segment.from() * width, from + segment.to() * width);
    }
}
