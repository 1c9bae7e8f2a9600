package org.tailwright.models.laws;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.tailwright.analyses.Outcome;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Requests;
import org.tailwright.data.Texts;
import org.tailwright.data.TimeSpan;
import org.tailwright.models.laws.DemandResult.Demand;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

/// Demand by class: busy(t) = Σ D_k·X_k(t) over windows of time (Rolia and Vetland 1995; Zhang et al. 2007).
final class Demands {
    private static final int REPLICATES = 400;
    private static final int FEWEST = 20;
    private static final double COLLINEAR = 10;

    private Demands() {}

    /// Throughput by class in each window that has samples.
    ///
    /// @param rates windows × classes, the intercept last where there is one
    private record Windows(List<String> labels, double[][] rates, double[] busy) {}

    static Outcome<DemandResult> of(Requests requests, Levels busy, DemandAnalysis.Parameters asked, long seed, Work work) {
        Windows windows = windows(requests, busy, asked);
        int n = windows.busy().length;
        int classes = windows.labels().size();
        if (n < FEWEST + classes) {
            return Outcome.not("Only " + n + " windows have both requests and samples of the metric; " + (FEWEST + classes) + " are needed. Shorter windows can be asked for with --window.");
        }
        double[] found = NonNegative.fit(windows.rates(), windows.busy());
        if (Double.isNaN(found[0])) {
            return Outcome.not("The classes rise and fall together exactly, so that their demands cannot be told apart; ask for fewer with --classes 1.");
        }
        double[][] drawn = bootstrap(windows, seed, work);
        List<Demand> demands = new ArrayList<>();
        for (int k = 0; k < classes; k++) {
            double[] column = column(windows.rates(), k);
            double[] ends = ends(column(drawn, k), found[k]);
            demands.add(new Demand(windows.labels().get(k), Arrays.stream(column).average().orElse(0), found[k], ends[0], ends[1], inflation(windows.rates(), k, classes)));
        }
        double rate = demands.stream().mapToDouble(Demand::rate).sum();
        double base = asked.base() ? found[classes] : 0;
        return Outcome.answer(new DemandResult(Arrays.stream(windows.busy()).average().orElse(0) / rate, demands, base, explained(windows, found), n, warnings(demands, windows, found)));
    }

    private static Windows windows(Requests requests, Levels busy, DemandAnalysis.Parameters asked) {
        TimeSpan span = requests.span().orElseThrow();
        int count = (int) Math.min(200_000, span.length() / asked.windowNanos());
        Optional<Texts> labels = requests.labels();
        int[] classOf = classes(requests, asked.classes());
        int classes = Arrays.stream(classOf).max().orElse(0) + 1;
        double[][] rates = new double[count][classes + (asked.base() ? 1 : 0)];
        String[] names = new String[classes];
        for (int row = 0; row < requests.table().rows(); row++) {
            int k = labels.isEmpty() || labels.get().missing(row) ? classes - 1 : classOf[labels.get().code(row)];
            long at = Math.floorDiv(requests.starts().at(row) + requests.durations().at(row) - span.start(), asked.windowNanos());
            if (at >= 0 && at < count) {
                rates[(int) at][k] += 1e9 / asked.windowNanos();
            }
            boolean last = k == classes - 1 && classes == asked.classes() + 1;
            names[k] = last ? "others" : labels.isEmpty() || labels.get().missing(row) ? "requests" : labels.get().at(row);
        }
        double[] levels = busy.windows(span.start(), asked.windowNanos(), count);
        int[] usable = IntStream.range(0, count).filter(w -> !Double.isNaN(levels[w]) && Arrays.stream(rates[w]).sum() > 0).toArray();
        double[][] some = Arrays.stream(usable).mapToObj(w -> rates[w]).toArray(double[][]::new);
        if (asked.base()) {
            Arrays.stream(some).forEach(row -> row[classes] = 1);
        }
        return new Windows(Arrays.asList(names), some, Arrays.stream(usable).mapToDouble(w -> levels[w]).toArray());
    }

    /// Class of each label code: the most frequent labels in order, all others together.
    private static int[] classes(Requests requests, int most) {
        if (requests.labels().isEmpty()) {
            return new int[] {0};
        }
        Texts labels = requests.labels().get();
        long[] counts = new long[labels.codes()];
        for (int row = 0; row < labels.size(); row++) {
            if (!labels.missing(row)) {
                counts[labels.code(row)]++;
            }
        }
        int[] order = IntStream.range(0, counts.length).filter(code -> counts[code] > 0).boxed()
                .sorted(Comparator.comparingLong((Integer code) -> counts[code]).reversed()).mapToInt(Integer::intValue).toArray();
        int[] classOf = new int[counts.length];
        for (int i = 0; i < order.length; i++) {
            classOf[order[i]] = Math.min(i, most);
        }
        return classOf;
    }

    /// Whole blocks of neighbouring windows are drawn, because levels of neighbours go together.
    private static double[][] bootstrap(Windows windows, long seed, Work work) {
        int n = windows.busy().length;
        int block = Math.max(1, (int) Math.round(Math.cbrt(n)));
        RandomGenerator random = Seeds.stream(seed, "demands", 0);
        double[][] drawn = new double[REPLICATES][];
        for (int r = 0; r < REPLICATES; r++) {
            work.check();
            double[][] x = new double[n][];
            double[] y = new double[n];
            for (int i = 0; i < n;) {
                int from = random.nextInt(n - block + 1);
                for (int j = 0; j < block && i < n; j++, i++) {
                    x[i] = windows.rates()[from + j];
                    y[i] = windows.busy()[from + j];
                }
            }
            drawn[r] = NonNegative.fit(x, y);
        }
        return drawn;
    }

    private static double[] ends(double[] drawn, double estimate) {
        double[] sorted = Arrays.stream(drawn).filter(each -> !Double.isNaN(each)).sorted().toArray();
        int low = (int) Math.floor(0.025 * (sorted.length - 1));
        return sorted.length == 0 ? new double[] {Double.NaN, Double.NaN}
                : new double[] {Math.min(estimate, sorted[low]), Math.max(estimate, sorted[sorted.length - 1 - low])};
    }

    private static double explained(Windows windows, double[] found) {
        double mean = Arrays.stream(windows.busy()).average().orElse(0);
        double about = 0;
        double left = 0;
        for (int i = 0; i < windows.busy().length; i++) {
            double fitted = 0;
            for (int k = 0; k < found.length; k++) {
                fitted += found[k] * windows.rates()[i][k];
            }
            about += (windows.busy()[i] - mean) * (windows.busy()[i] - mean);
            left += (windows.busy()[i] - fitted) * (windows.busy()[i] - fitted);
        }
        return about == 0 ? 0 : Math.max(0, 1 - left / about);
    }

    /// 1/(1 − r²) of a class' rate explained by those of the others.
    private static double inflation(double[][] rates, int k, int classes) {
        if (classes < 2) {
            return 1;
        }
        double[] y = column(rates, k);
        double[][] others = Arrays.stream(rates).map(row -> {
            double[] rest = new double[classes];
            int at = 0;
            for (int i = 0; i < classes; i++) {
                if (i != k) {
                    rest[at++] = row[i];
                }
            }
            rest[at] = 1;
            return rest;
        }).toArray(double[][]::new);
        double[] found = NonNegative.fit(others, y);
        if (Double.isNaN(found[0])) {
            return Double.POSITIVE_INFINITY;
        }
        double r2 = explained(new Windows(List.of(), others, y), found);
        return 1 / Math.max(1e-9, 1 - r2);
    }

    private static List<String> warnings(List<Demand> demands, Windows windows, double[] found) {
        List<String> warnings = new ArrayList<>();
        List<String> together = demands.stream().filter(each -> each.inflation() > COLLINEAR).map(Demand::label).toList();
        if (!together.isEmpty()) {
            warnings.add("The rates of " + String.join(", ", together) + " rise and fall with the others (variance inflation above 10): only their sum is well known. Vary the mix to tell them apart.");
        }
        demands.stream().filter(each -> each.seconds() == 0).forEach(each -> warnings.add(each.label() + " would have a negative demand and counts as 0."));
        double explained = explained(windows, found);
        if (explained < 0.5) {
            warnings.add("The classes explain only " + Numbers.percent(explained) + " of the scatter of the metric; something else keeps the servers busy, or it is sampled too rarely.");
        }
        return warnings;
    }

    private static double[] column(double[][] rows, int k) {
        return Arrays.stream(rows).mapToDouble(row -> row[k]).toArray();
    }
}
