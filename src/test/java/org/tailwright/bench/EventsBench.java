package org.tailwright.bench;

import java.util.List;
import java.util.Optional;
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
import org.tailwright.simulation.events.Loop;
import org.tailwright.simulation.events.Network;
import org.tailwright.simulation.events.Policy;
import org.tailwright.simulation.laws.Law;
import org.tailwright.work.Work;

/// How many events a second one core simulates: one server, and three stations that call each other under timeouts, retries and a breaker.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EventsBench {
    /// Requests of one operation.
    @Param("1000000")
    public int requests = 1_000_000;

    /// One server at 80 %; returns the number of events, two for each request.
    @Benchmark
    public long oneServer() {
        return run(List.of(station("s", 1, 0.8, List.of())));
    }

    /// Three stations; returns the number of events.
    @Benchmark
    public long threeStations() {
        Policy policy = new Policy(20_000_000_000L, new Policy.Retry(2, 100_000_000, 2, 1, 0.2), Optional.of(new Policy.Breaker(50, 0.5, 20, 5_000_000_000L, 3)),
                Network.UNLIMITED, 0, false);
        return run(List.of(station("shop", 16, 1, List.of(new Network.Call(1, 1, false, policy), new Network.Call(2, 0.3, false, policy))),
                station("database", 8, 3, List.of()), station("payment", 8, 5, List.of())));
    }

    private long run(List<Network.Station> stations) {
        Network network = new Network(stations, List.of(new Network.Source("users", 0, Network.Open.poisson(1), 0, Policy.NONE)), List.of());
        return new Loop(network, new Loop.Length(requests * 1_000_000_000L, 100), 42, 0).run(Work.NONE).events();
    }

    private static Network.Station station(String name, int servers, double seconds, List<Network.Call> calls) {
        return new Network.Station(name, new Network.Size(1, servers, 1, Network.Balance.ROUND, Optional.empty()),
                new Network.Work(new Law.Exponential(seconds), Network.Discipline.FIFO, false, 0, Optional.empty()), Network.Guard.OPEN, calls, List.of());
    }
}
