package org.tailwright.simulation.events;

import java.util.List;
import java.util.Optional;
import org.tailwright.simulation.laws.Law;

/// What is simulated: stations that serve and call each other, sources that send requests, faults on a schedule. Stations are named by their
/// place in the list. A request that calls another station holds its server meanwhile (a thread of a pool); one that is *routed* leaves it.
///
/// @param stations calls among them are acyclic
/// @param sources at least one
public record Network(List<Station> stations, List<Source> sources, List<Fault> faults) {
    /// No limit on a queue or a number of calls.
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /// @throws IllegalArgumentException when a target does not exist or calls go in a circle
    public Network {
        stations = List.copyOf(stations);
        sources = List.copyOf(sources);
        faults = List.copyOf(faults);
        if (stations.isEmpty() || sources.isEmpty()) {
            throw new IllegalArgumentException("a network needs a station and a source");
        }
        Cycles.refuse(stations);
    }

    /// Spikes of a source.
    List<Fault> spikes(int source) {
        return faults.stream().filter(each -> each.kind() == Fault.Kind.SPIKE && each.target() == source).toList();
    }

    /// A station: one or more equal instances behind a balancer.
    ///
    /// @param calls made one after the other after the own work, or all at once
    /// @param routes where a served request goes on to, with probabilities of at most 1 together; the rest is done
    public record Station(String name, Size size, Work work, Guard guard, List<Call> calls, List<Route> routes) {
        public Station {
            calls = List.copyOf(calls);
            routes = List.copyOf(routes);
        }
    }

    /// How large a station is.
    ///
    /// @param instances nodes at the start
    /// @param servers requests served at once by each
    /// @param zones instances are spread over them in turn
    public record Size(int instances, int servers, int zones, Balance balance, Optional<Autoscaler> autoscaler) {
        /// Instances that there can ever be.
        public int most() {
            return Math.max(instances, autoscaler.map(Autoscaler::most).orElse(0));
        }
    }

    /// How the balancer chooses an instance. LEAST and TWO compare requests inside.
    public enum Balance { RANDOM, ROUND, LEAST, TWO }

    /// Who is served next; PS shares the servers among all. PRIORITY serves the lowest number first and interrupts nobody.
    public enum Discipline { FIFO, LIFO, PS, PRIORITY }

    /// Adds and removes instances so that the share of busy servers nears a target.
    ///
    /// @param target utilisation aimed at
    /// @param intervalNanos between two looks
    /// @param coldNanos from the decision until a new instance serves
    public record Autoscaler(int least, int most, double target, long intervalNanos, long coldNanos) {}

    /// What serving takes.
    ///
    /// @param time own time of a request, seconds, without waiting and without calls
    /// @param parallel whether calls are made all at once
    /// @param failing share of requests that fail at their end by themselves
    public record Work(Law time, Discipline discipline, boolean parallel, double failing, Optional<Cache> cache) {}

    /// A cache before the station, which answers without its servers. Either a fixed share of hits, or keys that live for a time.
    ///
    /// @param hit share of hits where `keys` is 0
    /// @param keys number of keys, the k-th asked for in proportion to 1/k^skew
    /// @param ttlNanos how long a key stays after it was filled
    /// @param time answering time of a hit, seconds
    public record Cache(double hit, int keys, double skew, long ttlNanos, Law time) {}

    /// What a station refuses.
    ///
    /// @param queue places to wait, for each instance
    /// @param maxWaitNanos who waited longer is dropped when its turn comes; 0 for never
    /// @param shedAt from as many waiting on, requests of a priority above 0 are refused
    public record Guard(int queue, long maxWaitNanos, int shedAt) {
        /// Refuses nothing.
        public static final Guard OPEN = new Guard(UNLIMITED, 0, UNLIMITED);
    }

    /// A call to another station while the own server is held.
    ///
    /// @param times calls a request on average; the fraction is drawn
    /// @param optional whether the request goes on when the call fails
    public record Call(int target, double times, boolean optional, Policy policy) {}

    /// A way on after being served.
    public record Route(int target, double probability) {}

    /// Where requests come from.
    ///
    /// @param priority 0 is the most important, up to 7
    public record Source(String name, int target, Arrivals arrivals, int priority, Policy policy) {
        public Source {
            if (priority < 0 || priority > 7) {
                throw new IllegalArgumentException("priorities go from 0 to 7");
            }
        }
    }

    /// How requests come.
    public sealed interface Arrivals {}

    /// Whether or not earlier ones were answered.
    ///
    /// @param gap law of the gaps with mean 1; exponential gives Poisson arrivals
    /// @param times seconds, ascending from 0; straight lines between, constant after the last
    /// @param rates arrivals per second at those times
    public record Open(Law gap, List<Double> times, List<Double> rates) implements Arrivals {
        public Open {
            times = List.copyOf(times);
            rates = List.copyOf(rates);
            if (times.size() != rates.size() || times.isEmpty()) {
                throw new IllegalArgumentException("a load over time needs as many rates as times");
            }
        }

        /// Poisson arrivals at one rate.
        public static Open poisson(double rate) {
            return new Open(new Law.Exponential(1), List.of(0.0), List.of(rate));
        }
    }

    /// Users who send the next request after an answer and a pause.
    ///
    /// @param think pause, seconds
    public record Closed(int users, Law think) implements Arrivals {}
}
