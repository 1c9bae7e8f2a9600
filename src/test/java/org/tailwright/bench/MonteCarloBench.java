package org.tailwright.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.catalog.capacity.CapacityAnalyses;
import org.tailwright.simulation.CapacityForecast;
import org.tailwright.simulation.CapacitySimulation;
import org.tailwright.simulation.MonteCarlo;
import org.tailwright.simulation.laws.Law;
import org.tailwright.work.Work;

/// How many draws a second: a model of five inputs, and the whole capacity simulation over twelve months.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MonteCarloBench {
    /// Draws of one operation.
    @Param("1000000")
    public int draws = 1_000_000;

    private final List<MonteCarlo.Input> inputs = List.of(new MonteCarlo.Input("load", Law.parse("400..500")),
            new MonteCarlo.Input("growth", Law.parse("normal(3%,1%)")), new MonteCarlo.Input("demand", Law.parse("pert(10,12,20)")),
            new MonteCarlo.Input("servers", Law.parse("triangular(6,8,9)")), new MonteCarlo.Input("efficiency", Law.parse("uniform(0.8,1)")));

    /// Draws of five inputs; returns the probability that utilisation is above 80 % after a year.
    @Benchmark
    public double fiveInputs() {
        return MonteCarlo.run(inputs, 1, (in, out) -> out[0] = in[0] * Math.pow(1 + in[1], 12) * in[2] / 1000 / (in[3] * in[4]), draws, 42, Work.NONE)
                .getFirst().above(0.8).value();
    }

    /// Futures of twelve months with a latency objective; returns the probability of a breach by the last.
    @Benchmark
    public double capacity() {
        Outcome<CapacityForecast> outcome = CapacityAnalyses.CAPACITY.run(Inputs.of(), java.util.Map.of("load", "400..500", "demand", "10ms..14ms",
                "servers", "8", "objective-latency", "60ms", "draws", Integer.toString(draws)), Work.NONE).outcome();
        return ((Outcome.Answer<CapacityForecast>) outcome).result().months().getLast().breachBy().value();
    }
}
