package org.tailwright.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.data.Requests;
import org.tailwright.data.Selection;
import org.tailwright.data.TimeSpan;
import org.tailwright.statistics.Exemplars;
import org.tailwright.statistics.Quantiles;
import org.tailwright.statistics.Scan;
import org.tailwright.statistics.inside.Inside;
import org.tailwright.statistics.inside.InsideResult;
import org.tailwright.statistics.inside.Population;
import org.tailwright.work.Work;

/// What one brush asks of a run: its percentile, what is inside, the slowest rows; for a latency band and for a window of a twentieth.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class SelectionBench {
    /// Rows of the run.
    @Param("10000000")
    public int rows = 10_000_000;
    /// The share of the slowest requests in the band; 0 selects a window.
    @Param({"0.3", "0.01", "0"})
    public double share = 0.01;

    private Requests requests = GeneratedRun.of(0);
    private Population population = Population.of(requests, Work.NONE);
    private Selection selection = Selection.ALL;

    /// Makes the run.
    @Setup(Level.Trial)
    public void make() {
        requests = GeneratedRun.of(rows);
        population = Population.of(requests, Work.NONE);
        long[] sorted = requests.durations().toArray();
        Arrays.sort(sorted);
        TimeSpan whole = requests.span().orElseThrow();
        long middle = whole.start() + whole.length() / 2;
        selection = share == 0 ? Selection.ALL.within(Optional.of(new TimeSpan(middle, middle + whole.length() / 20)))
                : Selection.ALL.banded(Optional.of(new Selection.Band(sorted[(int) (rows * (1 - share))], Long.MAX_VALUE)));
    }

    /// p99 and errors of the selection.
    @Benchmark
    public long percentile() {
        return Quantiles.of(Scan.of(requests, selection, Work.NONE).durations(), Work.NONE, 0.99)[0];
    }

    /// What is over-represented.
    @Benchmark
    public Outcome<InsideResult> inside() {
        return Inside.of(population, Inputs.of().with(selection), Inside.Asked.USUAL, Work.NONE);
    }

    /// The slowest rows.
    @Benchmark
    public List<Exemplars.Exemplar> slowest() {
        return Exemplars.slowest(requests, selection, 200, Work.NONE);
    }
}
