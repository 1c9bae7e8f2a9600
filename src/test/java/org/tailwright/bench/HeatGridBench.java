package org.tailwright.bench;

import java.time.ZoneOffset;
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
import org.tailwright.charts.HeatGrid;
import org.tailwright.charts.Scale;

/// Counting points into the cells of a heat grid of 800 × 120, time against a logarithmic scale, on one core.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class HeatGridBench {
    private static final long HOUR = 3_600_000_000_000L;

    /// Points.
    @Param("5000000")
    public int size = 5_000_000;

    private long[] times = new long[0];
    private long[] durations = new long[0];

    /// Draws the points.
    @Setup(Level.Trial)
    public void draw() {
        SplittableRandom random = new SplittableRandom(42);
        times = new long[size];
        durations = new long[size];
        for (int i = 0; i < size; i++) {
            times[i] = random.nextLong(HOUR);
            durations[i] = Math.round(20e6 * Math.exp(0.8 * random.nextGaussian()));
        }
    }

    /// The grid.
    @Benchmark
    public HeatGrid bin() {
        return HeatGrid.bin(new Scale.Time(0, HOUR, ZoneOffset.UTC), new Scale.Log(1e3, 1e12), 800, 120, times, durations);
    }
}
