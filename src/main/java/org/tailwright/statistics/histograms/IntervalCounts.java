package org.tailwright.statistics.histograms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.tailwright.data.Buckets;
import org.tailwright.data.Histograms;
import org.tailwright.data.TimeSpan;
import org.tailwright.work.Pool;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

/// The interval histograms of one tag of a run, as counts of the values that occur.
///
/// @param nanos distinct values, ascending: the upper end of each bucket
/// @param lows a value of each bucket is no smaller: the lower end of its own, or, where only edges are known, that of the values before
/// @param where for each interval of time, in order of time, the places of its values in `nanos`; intervals of the same time are one
/// @param counts for each interval how many values are there
/// @param sums of all intervals, for each of `nanos`
/// @param counted whether values were counted; printed percentiles and bucket edges are not
/// @param seconds covered, those of several intervals at one time once; 0 when the source has no times
/// @param printed the intervals of which percentiles were printed; those of several together nobody knows
/// @param nanosPerUnit of what was printed
public record IntervalCounts(double[] nanos, double[] lows, int[][] where, long[][] counts, long[] sums, boolean counted, double seconds, List<Histograms.Interval> printed, double nanosPerUnit) {
    private static final double OVER = 0.9;
    private static final int REPLICATES = 500;
    private static final int PART = 50;
    /// So many runs are drawn in one pass over the intervals.
    private static final int LANES = 10;
    private static final double NORMAL = 1.959963984540054;
    /// So many blocks of time, each longer than what depends on each other, tell how far a run wanders.
    public static final int FEWEST = 30;
    /// So many values beyond a percentile tell how far it scatters.
    public static final int BEYOND = 30;
    private static final double[] DEPENDENT = {0.5, 0.9, 0.99};

    /// A tag of a run; nothing counted where the run does not have it.
    public static IntervalCounts of(Histograms run, String tag) {
        List<Histograms.Interval> all = run.intervals().stream().filter(each -> each.tag().equals(tag)).toList();
        List<Histograms.Interval> own = all.stream().filter(each -> each.buckets().total() > 0 || each.printed().isPresent()).toList();
        boolean counted = own.stream().noneMatch(Histograms.Interval::percentilesOnly);
        Map<Buckets.Layout, BitSet> held = held(own);
        SortedMap<Long, Long> buckets = new TreeMap<>();
        held.forEach((layout, places) -> places.stream().forEach(place -> buckets.merge(layout.high(place), layout.low(place), Math::min)));
        long[] highs = longs(buckets.keySet());
        long[] lows = longs(buckets.values());
        Map<Buckets.Layout, int[]> known = new HashMap<>();
        held.forEach((layout, places) -> known.put(layout, IntStream.range(0, places.length()).map(place -> places.get(place) ? Arrays.binarySearch(highs, layout.high(place)) : -1).toArray()));
        List<int[]> where = new ArrayList<>();
        List<long[]> counts = new ArrayList<>();
        long[] sums = new long[highs.length];
        long[] sum = new long[highs.length];
        for (List<Histograms.Interval> together : together(own)) {
            int[] places = together.stream().flatMapToInt(each -> add(each.buckets(), known.get(each.buckets().layout()), sum)).sorted().distinct().toArray();
            where.add(places);
            counts.add(Arrays.stream(places).mapToLong(i -> sum[i]).toArray());
            for (int place : places) {
                sums[place] += sum[place];
                sum[place] = 0;
            }
        }
        return new IntervalCounts(Arrays.stream(highs).mapToDouble(value -> value * run.nanosPerUnit()).toArray(),
                IntStream.range(0, lows.length).mapToDouble(i -> (counted ? lows[i] : i == 0 ? 0 : highs[i - 1]) * run.nanosPerUnit()).toArray(),
                where.toArray(int[][]::new), counts.toArray(long[][]::new), sums,
                counted, seconds(all), own.stream().filter(each -> each.printed().isPresent()).toList(), run.nanosPerUnit());
    }

    /// The places of buckets that hold values in any interval.
    private static Map<Buckets.Layout, BitSet> held(List<Histograms.Interval> own) {
        Map<Buckets.Layout, BitSet> places = new HashMap<>();
        for (Histograms.Interval each : own) {
            BitSet held = places.computeIfAbsent(each.buckets().layout(), _ -> new BitSet());
            for (int i = 0; i < each.buckets().size(); i++) {
                held.set(each.buckets().place(i));
            }
        }
        return places;
    }

    /// Adds the values of an interval to a sum, and returns where they stand in it.
    ///
    /// @param known for each place of the layout where its values stand
    private static IntStream add(Buckets buckets, int[] known, long[] sum) {
        int[] where = new int[buckets.size()];
        for (int i = 0; i < where.length; i++) {
            where[i] = known[buckets.place(i)];
            sum[where[i]] += buckets.count(i);
        }
        return Arrays.stream(where);
    }

    private static long[] longs(Collection<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }

    /// Intervals in order of time, those of the same time together, as joined logs of several hosts have them: what begins before nine tenths of the first of them
    /// are over. In the order of the file, one by one, where one has no time or was printed.
    static List<List<Histograms.Interval>> together(List<Histograms.Interval> own) {
        if (own.stream().anyMatch(each -> each.span().isEmpty() || each.printed().isPresent())) {
            return own.stream().map(List::of).toList();
        }
        List<List<Histograms.Interval>> groups = new ArrayList<>();
        double until = Double.NEGATIVE_INFINITY;
        for (Histograms.Interval each : own.stream().sorted(Comparator.comparingLong(each -> each.span().orElseThrow().start())).toList()) {
            TimeSpan span = each.span().orElseThrow();
            if (span.start() >= until) {
                groups.add(new ArrayList<>());
                until = span.start() + Math.max(1, OVER * span.length());
            }
            groups.getLast().add(each);
        }
        return groups;
    }

    private static double seconds(List<Histograms.Interval> all) {
        long sum = 0;
        long until = Long.MIN_VALUE;
        for (TimeSpan span : all.stream().flatMap(each -> each.span().stream()).sorted(Comparator.comparingLong(TimeSpan::start)).toList()) {
            sum += Math.max(0, span.end() - Math.max(until, span.start()));
            until = Math.max(until, span.end());
        }
        return sum / 1e9;
    }

    /// By how much the logarithm of a value may be off: the width of its bucket, whose values were cut to whole units.
    ///
    /// @param value one of `nanos`, else 0 is told
    public double grain(double value) {
        int at = Arrays.binarySearch(nanos, value);
        return at < 0 ? 0 : Math.log1p((nanos[at] - lows[at] + nanosPerUnit) / Math.max(nanosPerUnit, lows[at]));
    }

    /// How many intervals of time that hold values.
    public int intervals() {
        return where.length;
    }

    /// How many values.
    public double total() {
        return Arrays.stream(sums).sum();
    }

    /// Percentiles of all intervals: the value of rank ceil(np), or what was printed; NaN where the source does not hold it.
    public double[] quantiles(double... ps) {
        if (!printed.isEmpty()) {
            return Arrays.stream(ps).map(p -> printed.size() == 1 ? printed.getFirst().at(p).orElse(Double.NaN) * nanosPerUnit : Double.NaN).toArray();
        }
        return quantiles(sums, ps);
    }

    /// The share of values that reach a limit.
    ///
    /// @param limit nanoseconds
    public double beyond(double limit) {
        return beyond(sums, limit);
    }

    /// The share of values that surely reach a limit: whose whole bucket does, or that lie above the highest edge.
    ///
    /// @param limit nanoseconds
    /// @param above how many values are only known to lie above the highest edge
    public double surely(double limit, long above) {
        int last = sums.length - 1;
        double sure = last >= 0 && nanos[last] >= limit && lows[last] < limit ? above : 0;
        for (int i = 0; i < sums.length; i++) {
            sure += lows[i] >= limit ? sums[i] : 0;
        }
        return sure / total();
    }

    private double beyond(long[] sum, double limit) {
        double above = 0;
        double all = 0;
        for (int i = 0; i < sum.length; i++) {
            all += sum[i];
            above += nanos[i] >= limit ? sum[i] : 0;
        }
        return above / all;
    }

    /// Percentiles of runs drawn from this one: as many intervals, with replacement in blocks of neighbours, of which the last are followed by the first
    /// (Künsch 1989; Politis and Romano 1992). A row for each run drawn.
    ///
    /// @param purpose names the random stream
    public double[][] quantiles(long seed, String purpose, Work work, double... ps) {
        return drawn(seed, purpose, work, sum -> quantiles(sum, ps), ps.length);
    }

    /// The same of shares that reach a limit.
    public double[] beyond(double limit, long seed, String purpose, Work work) {
        return Arrays.stream(drawn(seed, purpose, work, sum -> new double[] {beyond(sum, limit)}, 1)).mapToDouble(each -> each[0]).toArray();
    }

    private double[][] drawn(long seed, String purpose, Work work, Function<long[], double[]> told, int columns) {
        if (intervals() == 0) {
            return new double[REPLICATES][columns];
        }
        int block = block();
        return Pool.map(REPLICATES / PART, work, part -> {
            RandomGenerator random = Seeds.stream(seed, purpose, part);
            double[][] drawn = new double[PART][];
            for (int i = 0; i < PART; i += LANES) {
                work.check();
                long[][] runs = drawn(block, random);
                for (int lane = 0; lane < LANES; lane++) {
                    drawn[i + lane] = told.apply(runs[lane]);
                }
            }
            return drawn;
        }).stream().flatMap(Arrays::stream).toArray(double[][]::new);
    }

    /// The sums of some runs: how often each interval is in each of them, then all of them in one pass, for the intervals of a day do not fit any cache.
    private long[][] drawn(int block, RandomGenerator random) {
        int n = where.length;
        int[][] times = new int[LANES][n];
        for (int[] each : times) {
            for (int drawn = 0; drawn < n; drawn += block) {
                int from = random.nextInt(n);
                for (int i = 0; i < Math.min(block, n - drawn); i++) {
                    each[(from + i) % n]++;
                }
            }
        }
        long[][] sums = new long[LANES][nanos.length];
        for (int i = 0; i < n; i++) {
            int[] places = where[i];
            long[] values = counts[i];
            for (int lane = 0; lane < LANES; lane++) {
                add(sums[lane], places, values, times[lane][i]);
            }
        }
        return sums;
    }

    private static void add(long[] sum, int[] places, long[] values, int times) {
        for (int k = 0; times > 0 && k < places.length; k++) {
            sum[places[k]] += times * values[k];
        }
    }

    /// Intervals in a block: (6φ²/(1−φ²)²)^⅓ n^⅓ (Politis and White 2004, circular blocks of an autoregression of first order), and no shorter than the cube root of
    /// n where that leaves enough blocks.
    private int block() {
        int n = intervals();
        double phi = dependence();
        double length = Math.cbrt(6 * phi * phi / ((1 - phi * phi) * (1 - phi * phi)) * n);
        return Math.clamp(Math.round(Math.max(length, Math.min(Math.cbrt(n), Math.floor(n / (double) FEWEST)))), 1, Math.max(1, n));
    }

    /// φ: the largest of those of the body and of the tail, which may wander while the body stays.
    private double dependence() {
        double total = total();
        double[] ps = Arrays.stream(DEPENDENT).filter(p -> total * (1 - p) >= BEYOND).toArray();
        return Arrays.stream(quantiles(sums, ps)).map(this::dependence).max().orElse(0);
    }

    /// First autocorrelation of the share of values above a limit from interval to interval, made up for its bias (1 + 3φ)/n (Kendall 1954); not below 0, and 0
    /// where the share does not vary.
    private double dependence(double limit) {
        double[] shares = new double[where.length];
        int used = 0;
        for (int i = 0; i < where.length; i++) {
            double above = 0;
            double all = 0;
            for (int k = 0; k < where[i].length; k++) {
                all += counts[i][k];
                above += nanos[where[i][k]] > limit ? counts[i][k] : 0;
            }
            if (all > 0) {
                shares[used++] = above / all;
            }
        }
        double mean = Arrays.stream(shares, 0, used).average().orElse(0);
        double product = 0;
        double square = 0;
        for (int i = 0; i < used; i++) {
            square += (shares[i] - mean) * (shares[i] - mean);
            product += i == 0 ? 0 : (shares[i] - mean) * (shares[i - 1] - mean);
        }
        if (!(square > 0)) {
            return 0;
        }
        double raw = product / square;
        return Math.clamp(raw + (1 + 3 * raw) / used, 0, 0.95);
    }

    /// Why nothing tells how far it wanders, a clause; empty where enough blocks of time do.
    public String lacking() {
        if (!counted) {
            return "printed percentiles and buckets of others do not tell how far they scatter";
        }
        if (intervals() < FEWEST) {
            return intervals() + (intervals() == 1 ? " interval of time with values does" : " intervals of time with values do") + " not tell how far it scatters, " + FEWEST + " would";
        }
        return blocks() >= FEWEST ? "" : intervals() + " intervals of time that depend on each other are worth " + blocks() + (blocks() == 1 ? " block" : " blocks") + ", and " + FEWEST + " tell how far it scatters";
    }

    /// Why too few values lie beyond a percentile, a clause; empty where enough do.
    public String few(double p) {
        double above = total() * (1 - p);
        long whole = (long) Math.floor(above + 1e-6);
        return above >= BEYOND - 1e-6 ? "" : "only " + whole + (whole == 1 ? " value lies" : " values lie") + " beyond, " + BEYOND + " are needed";
    }

    /// How many blocks there are.
    public int blocks() {
        return intervals() / block();
    }

    /// By how much deviations of drawn runs are to be widened; NaN with fewer than three blocks. Few blocks scatter too little: Student's t over the normal law, times
    /// √(b/(b−1)) for b blocks. So does what is cut between blocks of l intervals: over √(1 − 2φ(1−φˡ)/(l(1−φ²))), exact for a mean of an autoregression of first order.
    public double widening() {
        int blocks = blocks();
        if (blocks < 3) {
            return Double.NaN;
        }
        double phi = dependence();
        int length = block();
        double kept = 1 - 2 * phi * (1 - Math.pow(phi, length)) / (length * (1 - phi * phi));
        return new TDistribution(null, blocks - 1.0).inverseCumulativeProbability(0.975) / NORMAL * Math.sqrt(blocks / (blocks - 1.0) / Math.max(0.4, kept));
    }

    private double[] quantiles(long[] sum, double... ps) {
        double[] cumulated = new double[sum.length];
        double total = 0;
        for (int i = 0; i < sum.length; i++) {
            total += sum[i];
            cumulated[i] = total;
        }
        double[] values = new double[ps.length];
        for (int i = 0; i < ps.length; i++) {
            values[i] = total == 0 ? Double.NaN : nanos[first(cumulated, Math.max(1, Math.ceil(ps[i] * total)))];
        }
        return values;
    }

    /// The first place that holds the rank.
    private static int first(double[] cumulated, double rank) {
        int low = 0;
        int high = cumulated.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulated[middle] >= rank) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
