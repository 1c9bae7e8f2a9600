package org.tailwright.simulation.events;

import java.util.List;
import java.util.Optional;
import org.tailwright.simulation.laws.Law;

/// Small networks for tests.
final class Nets {
    private Nets() {}

    static final Law.Exponential ONE = new Law.Exponential(1);

    static Network.Station station(String name, int servers, Law time, Network.Discipline discipline, Network.Guard guard, List<Network.Call> calls,
            List<Network.Route> routes) {
        return new Network.Station(name, new Network.Size(1, servers, 1, Network.Balance.ROUND, Optional.empty()),
                new Network.Work(time, discipline, false, 0, Optional.empty()), guard, calls, routes);
    }

    static Network.Station plain(String name, int servers, Law time) {
        return station(name, servers, time, Network.Discipline.FIFO, Network.Guard.OPEN, List.of(), List.of());
    }

    static Network.Station calling(String name, int servers, Law time, Network.Call... calls) {
        return station(name, servers, time, Network.Discipline.FIFO, Network.Guard.OPEN, List.of(calls), List.of());
    }

    static Network.Source source(double rate, Policy policy) {
        return new Network.Source("users", 0, Network.Open.poisson(rate), 0, policy);
    }

    static Network of(double rate, Network.Station... stations) {
        return new Network(List.of(stations), List.of(source(rate, Policy.NONE)), List.of());
    }

    static Network faulty(Network network, Fault... faults) {
        return new Network(network.stations(), network.sources(), List.of(faults));
    }

    /// Runs of a length in seconds after a warm-up of a tenth.
    static Replications.Plan plan(double seconds, int runs) {
        long end = (long) (seconds * 1e9);
        return new Replications.Plan(new Loop.Length(end, 100), new Replications.Start(end / 10, 0.99, Double.POSITIVE_INFINITY), runs, runs, 0, 0);
    }

    static Policy timeout(long nanos) {
        return new Policy(nanos, Policy.Retry.NEVER, Optional.empty(), Network.UNLIMITED, 0, false);
    }
}
