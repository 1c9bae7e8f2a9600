package org.tailwright.simulation.events;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.tailwright.simulation.laws.Law;
import org.tailwright.work.Work;

/// Resilience policies and faults, against what can be computed by hand.
class PoliciesTest {
    private static final long SECOND = 1_000_000_000L;

    /// With constant service and no waiting a timeout below it fails everything, one above it nothing; retries multiply the attempts.
    @Test
    void timeoutsAndRetries() {
        Policy policy = new Policy(SECOND / 2, new Policy.Retry(2, SECOND / 10, 2, 0, Double.POSITIVE_INFINITY), Optional.empty(), Network.UNLIMITED, 0, false);
        Simulated answer = run(network(10, policy, Nets.plain("s", 1000, new Law.Constant(1))), 100);
        assertEquals(1, answer.health().errors().value());
        assertEquals(20, mean(answer.links().getFirst().retries()), 1);
        assertEquals(List.of(Why.TIMEOUT), List.copyOf(answer.failures().keySet()));
        Simulated patient = run(network(10, Nets.timeout(2 * SECOND), Nets.plain("s", 1000, new Law.Constant(1))), 100);
        assertEquals(0, patient.health().errors().value());
        assertEquals(1e9, patient.numbers().mean().value(), 1);
    }

    /// Half the attempts fail: with one retry a quarter of the requests does, and a mean of 1.5 attempts is made.
    @Test
    void aRetryHalvesFailures() {
        Network.Station flaky = new Network.Station("s", new Network.Size(1, 100, 1, Network.Balance.ROUND, Optional.empty()),
                new Network.Work(new Law.Constant(0.01), Network.Discipline.FIFO, false, 0.5, Optional.empty()), Network.Guard.OPEN, List.of(), List.of());
        Simulated answer = run(network(100, new Policy(0, new Policy.Retry(1, 1000, 1, 1, Double.POSITIVE_INFINITY), Optional.empty(), Network.UNLIMITED, 0, false),
                flaky), 200);
        assertEquals(0.25, answer.health().errors().value(), 0.01);
        assertEquals(50, mean(answer.links().getFirst().retries()), 2);
        Simulated frugal = run(network(100, new Policy(0, new Policy.Retry(1, 1000, 1, 1, 0.1), Optional.empty(), Network.UNLIMITED, 0, false), flaky), 200);
        assertEquals(10, mean(frugal.links().getFirst().retries()), 1, "a budget of a tenth allows ten retries a second");
    }

    /// A breaker in front of a dead dependency lets only probes through.
    @Test
    void theBreakerStopsCalling() {
        Policy policy = new Policy(SECOND, Policy.Retry.NEVER, Optional.of(new Policy.Breaker(20, 0.5, 10, 5 * SECOND, 2)), Network.UNLIMITED, 0, false);
        Network network = Nets.faulty(network(50, policy, Nets.plain("s", 100, new Law.Constant(0.01))), new Fault(Fault.Kind.LOST, 0, 20 * SECOND, 40 * SECOND, 1, 0));
        Simulated answer = run(network, 100);
        double[] open = answer.links().getFirst().open().middle();
        assertEquals(0, open[10]);
        assertEquals(1, open[40], 1e-9);
        assertEquals(0, open[90]);
        assertTrue(answer.failures().get(Why.BREAKER) > 10 * answer.failures().get(Why.TIMEOUT), answer.failures().toString());
        Simulated without = run(Nets.faulty(network(50, Nets.timeout(SECOND), network.stations().getFirst()), network.faults().getFirst()), 100);
        assertEquals(without.health().errors().value(), answer.health().errors().value(), 0.06);
    }

    /// Erlang B through a bulkhead: calls beyond the limit fail at once.
    @Test
    void theBulkheadIsALossSystem() {
        Policy policy = new Policy(0, Policy.Retry.NEVER, Optional.empty(), 3, 0, false);
        Simulated answer = run(network(2, policy, Nets.plain("s", 100, Nets.ONE)), 20_000);
        double blocked = 8.0 / 6 / (1 + 2 + 2 + 8.0 / 6);
        assertEquals(blocked, answer.health().errors().value(), 0.01);
        assertEquals(List.of(Why.BULKHEAD), List.copyOf(answer.failures().keySet()));
    }

    /// The faster of two exponential times, the second begun after d: P(T > t) = e^(−t) to d, then e^(−t) e^(−(t−d)).
    @Test
    void hedgingTakesTheFaster() {
        Policy policy = new Policy(0, Policy.Retry.NEVER, Optional.empty(), Network.UNLIMITED, SECOND, false);
        Simulated answer = run(network(50, policy, Nets.plain("s", 100_000, Nets.ONE)), 2000);
        assertEquals(1 - Math.exp(-1) + Math.exp(-1) / 2, answer.numbers().mean().value() / 1e9, 0.01);
        assertEquals((1 + Math.log(100)) / 2, answer.numbers().p99().value() / 1e9, 0.05);
    }

    /// Two choices beat chance, the least loaded beats both.
    @Test
    void balancersInOrder() {
        double last = Double.POSITIVE_INFINITY;
        for (Network.Balance balance : List.of(Network.Balance.RANDOM, Network.Balance.TWO, Network.Balance.LEAST)) {
            Network.Station station = new Network.Station("s", new Network.Size(10, 1, 1, balance, Optional.empty()),
                    new Network.Work(Nets.ONE, Network.Discipline.FIFO, false, 0, Optional.empty()), Network.Guard.OPEN, List.of(), List.of());
            double mean = run(network(8, Policy.NONE, station), 5000).numbers().mean().value() / 1e9;
            assertTrue(mean < 0.9 * last, balance + " has mean " + mean + " after " + last);
            assertEquals(5, balance == Network.Balance.RANDOM ? mean : 5, 0.3, "ten stations as if alone");
            last = mean;
        }
    }

    @Test
    void theAutoscalerFollowsTheLoad() {
        Network.Station station = new Network.Station("s",
                new Network.Size(1, 10, 1, Network.Balance.LEAST, Optional.of(new Network.Autoscaler(1, 8, 0.5, 10 * SECOND, 20 * SECOND))),
                new Network.Work(new Law.Constant(1), Network.Discipline.FIFO, false, 0, Optional.empty()), Network.Guard.OPEN, List.of(), List.of());
        Network network = new Network(List.of(station), List.of(new Network.Source("users", 0,
                new Network.Open(Nets.ONE, List.of(0.0, 100.0, 100.0), List.of(4.0, 4.0, 30.0)), 0, Policy.NONE)), List.of());
        Simulated answer = run(network, 600);
        double[] busy = answer.stations().getFirst().busy().middle();
        assertEquals(0.4, busy[10], 0.1);
        assertTrue(busy[18] > 0.9, "before new instances serve: " + busy[18]);
        assertEquals(0.46, busy[90], 0.07, "six or seven instances");
    }

    /// The hit ratio of a key asked for at rate r with time to live T is rT/(1 + rT), for independent requests.
    @Test
    void cachesHitByTheirTimeToLive() {
        Network.Cache cache = new Network.Cache(0, 100, 0, 10 * SECOND, new Law.Constant(0));
        Network.Station station = new Network.Station("s", new Network.Size(1, 1000, 1, Network.Balance.ROUND, Optional.empty()),
                new Network.Work(new Law.Constant(1), Network.Discipline.FIFO, false, 0, Optional.of(cache)), Network.Guard.OPEN, List.of(), List.of());
        Simulated answer = run(network(20, Policy.NONE, station), 2000);
        assertEquals(1 / (1 + 0.2 * 10), answer.numbers().mean().value() / 1e9, 0.01, "misses take a second, hits nothing");
    }

    /// What waited when nodes went down fails; the rest goes to those that are up.
    @Test
    void nodesAndZonesFail() {
        Network.Station station = new Network.Station("s", new Network.Size(4, 1, 2, Network.Balance.RANDOM, Optional.empty()),
                new Network.Work(new Law.Constant(0.1), Network.Discipline.FIFO, false, 0, Optional.empty()), Network.Guard.OPEN, List.of(), List.of());
        Network network = network(4, Policy.NONE, station);
        Simulated zone = run(Nets.faulty(network, new Fault(Fault.Kind.ZONE, 1, 30 * SECOND, 30 * SECOND, 1, 0)), 100);
        double[] busy = zone.stations().getFirst().busy().middle();
        assertEquals(0.1, busy[20], 0.04);
        assertEquals(0.2, busy[50], 0.06);
        Simulated all = run(Nets.faulty(network, new Fault(Fault.Kind.NODES, 0, 30 * SECOND, 30 * SECOND, 4, 0)), 100);
        assertEquals(0, all.goodput().middle()[40]);
        assertEquals(4, all.goodput().middle()[80], 1.2);
        assertEquals(List.of(Why.DOWN), List.copyOf(all.failures().keySet()));
    }

    /// A stall of two seconds lengthens what it meets by as long, whatever the discipline.
    @Test
    void stallsLengthenTheWorkTheyMeet() {
        for (Network.Discipline discipline : List.of(Network.Discipline.FIFO, Network.Discipline.PS)) {
            Network.Station station = Nets.station("s", 1000, new Law.Constant(1), discipline, Network.Guard.OPEN, List.of(), List.of());
            Network network = Nets.faulty(network(20, Policy.NONE, station), new Fault(Fault.Kind.STALL, 0, 20_500_000_000L, 2 * SECOND, 1, 0));
            Simulated answer = Replications.of(network, new Replications.Plan(new Loop.Length(100 * SECOND, 100), new Replications.Start(0, 0.5, 2 * 1e9), 8, 8, 0, 0),
                    5, Work.NONE);
            assertEquals(0, answer.goodput().middle()[21], 0.01, discipline.toString());
            assertEquals(3e9, answer.latency().middle()[22], 0.1e9, discipline.toString());
            assertEquals(1e9, answer.latency().middle()[50], 0.02e9, discipline.toString());
            assertTrue(answer.health().breachedSeconds().value() >= 1, answer.health().toString());
        }
    }

    /// A slow dependency fills the caller's threads, and who never calls it waits too.
    @Test
    void aSlowDependencySaturatesItsCaller() {
        Network.Call pay = new Network.Call(1, 0.5, false, Policy.NONE);
        Network network = network(20, Policy.NONE, Nets.calling("shop", 8, new Law.Exponential(0.02), pay), Nets.plain("payment", 100, new Law.Exponential(0.05)));
        Simulated calm = run(network, 120);
        assertEquals(List.of(), calm.cascade());
        Simulated slow = run(Nets.faulty(network, new Fault(Fault.Kind.SLOW, 1, 40 * SECOND, 40 * SECOND, 20, 0)), 120);
        assertEquals("shop", slow.cascade().getFirst().name());
        assertEquals(42, slow.cascade().getFirst().saturated().orElseThrow(), 6);
        Policy guarded = new Policy(SECOND / 2, Policy.Retry.NEVER, Optional.of(new Policy.Breaker(20, 0.5, 10, 10 * SECOND, 2)), Network.UNLIMITED, 0, false);
        Network safe = network(20, Policy.NONE, Nets.calling("shop", 8, new Law.Exponential(0.02), new Network.Call(1, 0.5, true, guarded)),
                Nets.plain("payment", 100, new Law.Exponential(0.05)));
        Simulated kept = run(Nets.faulty(safe, new Fault(Fault.Kind.SLOW, 1, 40 * SECOND, 40 * SECOND, 20, 0)), 120);
        assertTrue(kept.numbers().p99().value() < slow.numbers().p99().value() / 5, kept.numbers() + " " + slow.numbers());
    }

    /// Dropped work frees the line: with cancelling nobody is served whom nobody waits for.
    @Test
    void guardsDropWhatIsLate() {
        Network.Guard guard = new Network.Guard(Network.UNLIMITED, SECOND, Network.UNLIMITED);
        Network.Station station = Nets.station("s", 1, new Law.Constant(1), Network.Discipline.FIFO, guard, List.of(), List.of());
        Simulated answer = run(network(2, Policy.NONE, station), 500);
        assertEquals(List.of(Why.DROPPED), List.copyOf(answer.failures().keySet()));
        assertEquals(0.93, answer.numbers().goodput().value(), 0.04);
        assertTrue(answer.numbers().p99().value() <= 2.05e9);
        Policy impatient = new Policy(3 * SECOND, Policy.Retry.NEVER, Optional.empty(), Network.UNLIMITED, 0, false);
        Network.Station plain = Nets.plain("s", 1, Nets.ONE);
        double wasted = run(network(2, impatient, plain), 500).numbers().goodput().value();
        assertTrue(wasted < 0.06, "all work is for those who left: " + wasted);
        Policy cancelling = new Policy(3 * SECOND, Policy.Retry.NEVER, Optional.empty(), Network.UNLIMITED, 0, true);
        double useful = run(network(2, cancelling, plain), 500).numbers().goodput().value();
        assertTrue(useful > 5 * wasted, "queued work of those who left is skipped: " + useful);
    }

    @Test
    void theSameSeedTheSameAnswer() {
        Network network = network(0.8, Policy.NONE, Nets.plain("s", 1, Nets.ONE));
        Simulated one = run(network, 1000);
        Simulated other = run(network, 1000);
        assertArrayEquals(one.latency().middle(), other.latency().middle());
        // On a compute thread replications run one after the other: the same numbers as on all cores.
        List<Interval> alone = org.tailwright.work.Pool.map(2, Work.NONE, _ -> run(network, 1000).numbers().mean());
        assertEquals(List.of(one.numbers().mean(), one.numbers().mean()), alone);
    }

    @Test
    void cancelling() {
        Work cancelled = new Work() {
            private int asked;

            @Override
            public void progress(long done, long total) {}

            @Override
            public boolean cancelled() {
                return ++asked > 2;
            }
        };
        Network network = network(1000, Policy.NONE, Nets.plain("s", 1, new Law.Exponential(0.0001)));
        assertThrows(CancellationException.class, () -> new Loop(network, new Loop.Length(100_000 * SECOND, 10), 1, 0).run(cancelled));
    }

    @Test
    void circlesAreRefused() {
        Network.Station a = Nets.calling("a", 1, Nets.ONE, new Network.Call(1, 1, false, Policy.NONE));
        Network.Station b = Nets.calling("b", 1, Nets.ONE, new Network.Call(0, 1, false, Policy.NONE));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> network(1, Policy.NONE, a, b)).getMessage().contains("lead back"));
    }

    private static Network network(double rate, Policy policy, Network.Station... stations) {
        return new Network(List.of(stations), List.of(Nets.source(rate, policy)), List.of());
    }

    private static Simulated run(Network network, double seconds) {
        return Replications.of(network, Nets.plan(seconds, 8), 5, Work.NONE);
    }

    private static double mean(Course course) {
        return java.util.Arrays.stream(course.middle(), 20, course.middle().length).average().orElseThrow();
    }
}
