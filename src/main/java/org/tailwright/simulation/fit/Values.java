package org.tailwright.simulation.fit;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.tailwright.data.Column;
import org.tailwright.data.Doubles;
import org.tailwright.data.Flags;
import org.tailwright.data.Longs;
import org.tailwright.data.Requests;
import org.tailwright.data.Texts;
import org.tailwright.data.Unit;
import org.tailwright.statistics.EffectiveSize;
import org.tailwright.statistics.Sample;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

/// The values that laws are fitted to, in order of time.
///
/// @param name what they are
/// @param unit of the values as they are shown; times are held in seconds
/// @param values in order of time; of weighted rows each as often as its weight says
/// @param quantum step of the clock over which they were spread; 0 when they were left as they are
/// @param worth how many independent values they are worth
record Values(String name, Unit unit, double[] values, double quantum, Worth worth) {
    /// @param effective independent values; NaN when it cannot be told
    /// @param slow whether they depend on each other and it cannot be told how much
    record Worth(double effective, boolean slow) {}

    /// What durations are called.
    static final String DURATIONS = "durations";
    /// What times between arrivals are called.
    static final String GAPS = "gaps";
    private static final double NANOS = 1e-9;
    private static final int SCORES = 4095;
    /// Starts at the same nanosecond are spread over it, for times between arrivals are above 0.
    private static final double TIED = 1 + 1e-9;
    /// From so many values on independent ones show that they are.
    private static final int TELLING = 2 * 8 * EffectiveSize.BLOCKS;

    /// Durations, gaps or a column of numbers; empty when there is none of that name.
    static Optional<Values> of(Requests requests, String name, long seed, Work work) {
        if (name.equals(DURATIONS) || name.equals(Requests.DURATION)) {
            return Optional.of(durations(requests, seed, work));
        }
        return name.equals(GAPS) ? Optional.of(gaps(requests, seed, work))
                : Optional.ofNullable(requests.table().columns().get(name)).flatMap(column -> column(name, column, seed, work));
    }

    /// How many values count as independent: all where there are too few to tell.
    double independent() {
        return Double.isNaN(worth.effective) ? values.length : worth.effective;
    }

    /// How many values intervals may count: NaN where they depend on each other and it cannot be told how much.
    double known() {
        return worth.slow ? Double.NaN : independent();
    }

    /// At most `most` of them, evenly over time; ascending. Values τ apart are still related (by 0.8 to the ninth in a first-order process of that
    /// correlation, τ = 9), those 2τ − 1 apart are not; independent ones are all taken.
    double[] thinned(int most) {
        double tau = values.length / independent();
        int size = (int) Math.max(1, Math.min(most, Math.floor(values.length / (2 * tau - 1))));
        double step = values.length / (double) size;
        double[] some = new double[size];
        Arrays.setAll(some, i -> values[(int) ((i + 0.5) * step)]);
        Arrays.sort(some);
        return some;
    }

    private static Values durations(Requests requests, long seed, Work work) {
        Sample sample = Sample.of(requests, work);
        long[] nanos = sample.byTime();
        double quantum = Math.max(few(nanos) ? 1 : sample.quantumNanos(), step(nanos));
        double[] values = spread(nanos, quantum, seed);
        Worth worth = worth(sample, work);
        return new Values("durations", Unit.DURATION, sample.kish() < nanos.length ? weighted(values, sample) : values, quantum > 1 ? quantum * NANOS : 0, worth);
    }

    private static double[] weighted(double[] values, Sample sample) {
        double[] drawn = new double[values.length];
        double step = sample.total() / drawn.length;
        double sum = 0;
        int at = 0;
        for (int i = 0; i < values.length; i++) {
            sum += sample.weight(i);
            while (at < drawn.length && (at + 0.5) * step <= sum) {
                drawn[at++] = values[i];
            }
        }
        return at == drawn.length ? drawn : Arrays.copyOf(drawn, at);
    }

    private static Values gaps(Requests requests, long seed, Work work) {
        long[] starts = requests.starts().toArray();
        Arrays.sort(starts);
        long first = starts.length == 0 ? 0 : starts[0];
        long[] offsets = Arrays.stream(starts).map(each -> each - first).toArray();
        double quantum = step(offsets);
        double[] at = spread(offsets, Math.max(quantum, TIED), seed);
        Arrays.sort(at);
        double[] gaps = new double[Math.max(0, at.length - 1)];
        Arrays.setAll(gaps, i -> at[i + 1] - at[i]);
        return new Values("times between arrivals", Unit.DURATION, gaps, quantum > 1 ? quantum * NANOS : 0, worth(ordered(gaps, work), work));
    }

    private static Optional<Values> column(String name, Column column, long seed, Work work) {
        return switch (column) {
            case Longs longs when column.unit().equals(Unit.DURATION) -> {
                long[] nanos = present(longs);
                double quantum = step(nanos);
                yield Optional.of(new Values(name, Unit.DURATION, spread(nanos, quantum, seed), quantum > 1 ? quantum * NANOS : 0, worth(Sample.of(nanos, 0, work), work)));
            }
            case Longs longs -> {
                double[] values = Arrays.stream(present(longs)).asDoubleStream().toArray();
                yield Optional.of(new Values(name, column.unit(), values, 0, worth(ordered(values, work), work)));
            }
            case Doubles doubles -> {
                double[] values = new double[doubles.size()];
                int n = 0;
                for (int i = 0; i < values.length; i++) {
                    if (!doubles.missing(i) && Double.isFinite(doubles.at(i))) {
                        values[n++] = doubles.at(i);
                    }
                }
                double[] found = Arrays.copyOf(values, n);
                yield Optional.of(new Values(name, column.unit(), found, 0, worth(ordered(found, work), work)));
            }
            case Texts _, Flags _ -> Optional.empty();
        };
    }

    private static long[] present(Longs longs) {
        long[] values = new long[longs.size()];
        int n = 0;
        for (int i = 0; i < values.length; i++) {
            if (!longs.missing(i)) {
                values[n++] = longs.at(i);
            }
        }
        return Arrays.copyOf(values, n);
    }

    /// Any numbers as a sample in the same order; its numbers mean nothing but their order.
    private static Sample ordered(double[] values, Work work) {
        long[] ordered = new long[values.length];
        for (int i = 0; i < ordered.length; i++) {
            long bits = Double.doubleToLongBits(values[i]);
            ordered[i] = bits >= 0 ? bits : Long.MIN_VALUE - bits;
        }
        return Sample.of(ordered, 0, work);
    }

    /// The smallest of the sizes for the mean of normal scores, at the median and at p90, where slow values may follow each other more. One of them that cannot be told
    /// is a sign of dependence in a long series; in a short one the correlation of neighbours is.
    private static Worth worth(Sample sample, Work work) {
        int n = sample.size();
        if (n == 0) {
            return new Worth(Double.NaN, false);
        }
        double[] scores = scores(sample);
        double[] sizes = {Dependence.effective(scores), EffectiveSize.at(sample, sample.quantile(0.5), work).size(), EffectiveSize.at(sample, sample.quantile(0.9), work).size()};
        if (Arrays.stream(sizes).noneMatch(Double::isNaN)) {
            return new Worth(Arrays.stream(sizes).min().orElseThrow(), false);
        }
        boolean slow = n >= TELLING || Dependence.neighbours(scores) > 2 / Math.sqrt(n);
        return new Worth(slow ? Double.NaN : Arrays.stream(sizes).filter(each -> !Double.isNaN(each)).min().orElse(Double.NaN), slow);
    }

    /// Normal scores Φ⁻¹((rank − ½)/n) in order of time; equal values share a rank.
    private static double[] scores(Sample sample) {
        long[] byTime = sample.byTime();
        long[] bySize = sample.bySize();
        int n = byTime.length;
        double[] table = new double[SCORES + 1];
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        for (int i = 0; i <= SCORES; i++) {
            table[i] = normal.inverseCumulativeProbability((i + 0.5) / (SCORES + 1));
        }
        double[] scores = new double[n];
        for (int i = 0; i < n; i++) {
            int found = Arrays.binarySearch(bySize, byTime[i]);
            scores[i] = table[(int) ((double) found / n * SCORES)];
        }
        return scores;
    }

    /// Seconds; each value somewhere in the clock's step around it, as far as it stays above 0.
    private static double[] spread(long[] nanos, double quantum, long seed) {
        double[] seconds = new double[nanos.length];
        RandomGenerator random = Seeds.stream(seed, "clock steps", 0);
        for (int i = 0; i < seconds.length; i++) {
            double low = Math.max(nanos[i] >= 0 ? 0 : Double.NEGATIVE_INFINITY, nanos[i] - quantum / 2);
            double u = 1 - random.nextDouble();
            seconds[i] = (quantum <= 1 ? Math.max(nanos[i], nanos[i] == 0 ? u : nanos[i]) : low + (nanos[i] + quantum / 2 - low) * u) * NANOS;
        }
        return seconds;
    }

    /// Whether there are so few different values that spreading them would make up a law.
    private static boolean few(long[] values) {
        return Arrays.stream(values).distinct().limit(3).count() < 3;
    }

    /// The largest step of which all values are multiples; 1 where there are so few different ones that any of them would be it.
    private static double step(long[] values) {
        return few(values) ? 1 : Sample.step(values);
    }
}
