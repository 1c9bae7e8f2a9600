package org.tailwright.bench;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tailwright.statistics.Percentile;
import org.tailwright.statistics.QuantileIntervals;
import org.tailwright.statistics.Quantiles;
import org.tailwright.statistics.Sample;
import org.tailwright.work.Work;

/// Exact percentiles of log-normal durations, and the same with their intervals.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class QuantilesBench {
    /// Durations.
    @Param("5000000")
    public int size = 5_000_000;

    private long[] values = new long[0];

    /// Draws the durations.
    @Setup(Level.Trial)
    public void draw() {
        SplittableRandom random = new SplittableRandom(42);
        values = new long[size];
        for (int i = 0; i < size; i++) {
            values[i] = Math.round(20e6 * Math.exp(0.8 * random.nextGaussian()));
        }
    }

    /// p50, p90, p99 and p99.9 in nanoseconds.
    @Benchmark
    public long[] quantiles() {
        return Quantiles.of(values, Work.NONE, 0.5, 0.9, 0.99, 0.999);
    }

    /// The same with intervals, sorting and effective sizes included.
    @Benchmark
    public List<Percentile> intervals() {
        return QuantileIntervals.of(Sample.of(values, 0, Work.NONE), Work.NONE, 0.5, 0.9, 0.99, 0.999);
    }
}
