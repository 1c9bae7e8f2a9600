package org.tailwright.simulation.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.tailwright.simulation.events.Fault;
import org.tailwright.simulation.events.Network;
import org.tailwright.simulation.events.Policy;
import org.tailwright.simulation.laws.Law;

/// Reads stations, sources and faults.
final class NetworkReader {
    private static final String[] POLICY = {"timeout", "retries", "backoff", "multiplier", "jitter", "budget", "breaker", "bulkhead", "hedge", "cancel"};

    private final List<String> stations;
    private final List<String> sources;

    private NetworkReader(List<String> stations, List<String> sources) {
        this.stations = stations;
        this.sources = sources;
    }

    static Network read(Node root) {
        Keyed keyed = Keyed.of(root, "the scenario", ScenarioReader.KEYS);
        SequencedMap<String, Node> stations = Keyed.mapping(keyed.node("stations").orElseThrow(() -> keyed.wrong("the scenario needs 'stations'")), "'stations'");
        SequencedMap<String, Node> sources = Keyed.mapping(keyed.node("sources").orElseThrow(() -> keyed.wrong("the scenario needs 'sources'")), "'sources'");
        NetworkReader reader = new NetworkReader(List.copyOf(stations.keySet()), List.copyOf(sources.keySet()));
        List<Network.Station> made = new ArrayList<>();
        stations.forEach((name, node) -> made.add(reader.station(name, node)));
        List<Network.Source> sent = new ArrayList<>();
        sources.forEach((name, node) -> sent.add(reader.source(name, node)));
        List<Fault> faults = keyed.node("faults").map(reader::faults).orElse(List.of());
        try {
            return new Network(made, sent, faults);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("line " + keyed.line("stations") + ": " + e.getMessage(), e);
        }
    }

    private Network.Station station(String name, Node node) {
        Keyed keyed = Keyed.of(node, "station '" + name + "'", "instances", "servers", "zones", "balance", "autoscale", "time", "discipline", "parallel", "failing",
                "cache", "queue", "max-wait", "shed-at", "calls", "routes");
        int instances = keyed.whole("instances", 1, 1, 10_000);
        Network.Size size = new Network.Size(instances, keyed.whole("servers", 1, 1, 1_000_000), keyed.whole("zones", 1, 1, 100),
                keyed.choice("balance", Network.Balance.LEAST), keyed.node("autoscale").map(each -> autoscaler(each, name)));
        Network.Work work = new Network.Work(keyed.law("time").orElseThrow(() -> keyed.wrong("station '" + name + "' needs 'time', such as 5ms..20ms or exponential(10ms)")),
                keyed.choice("discipline", Network.Discipline.FIFO), keyed.flag("parallel"), keyed.number("failing", 0, 0, 1),
                keyed.node("cache").map(each -> cache(each, name)));
        Network.Guard guard = new Network.Guard(keyed.whole("queue", Network.UNLIMITED, 0, Network.UNLIMITED), keyed.nanos("max-wait", 0),
                keyed.whole("shed-at", Network.UNLIMITED, 0, Network.UNLIMITED));
        List<Network.Call> calls = new ArrayList<>();
        keyed.node("calls").map(each -> Keyed.mapping(each, "'calls' of '" + name + "'"))
                .ifPresent(all -> all.forEach((target, each) -> calls.add(call(name, target, each))));
        List<Network.Route> routes = keyed.node("routes").map(each -> routes(each, name)).orElse(List.of());
        return new Network.Station(name, size, work, guard, calls, routes);
    }

    private static Network.Autoscaler autoscaler(Node node, String name) {
        Keyed keyed = Keyed.of(node, "'autoscale' of '" + name + "'", "min", "max", "target", "every", "cold");
        int least = keyed.whole("min", 1, 1, 10_000);
        long every = keyed.nanos("every", 15_000_000_000L);
        if (every <= 0) {
            throw Keyed.wrong(keyed.line("every"), "'every' must be above 0");
        }
        return new Network.Autoscaler(least, keyed.whole("max", 10, least, 10_000), keyed.number("target", 0.6, 0.01, 1), every, keyed.nanos("cold", 60_000_000_000L));
    }

    private static Network.Cache cache(Node node, String name) {
        Keyed keyed = Keyed.of(node, "'cache' of '" + name + "'", "hit", "keys", "skew", "ttl", "time");
        if (keyed.has("hit") == keyed.has("keys")) {
            throw keyed.wrong("'cache' of '" + name + "' takes either 'hit', a fixed share, or 'keys' with 'ttl'");
        }
        if (keyed.has("keys") && !keyed.has("ttl")) {
            throw keyed.wrong("'cache' of '" + name + "' with 'keys' needs 'ttl', such as 60s");
        }
        return new Network.Cache(keyed.number("hit", 0, 0, 1), keyed.whole("keys", 0, 1, 10_000_000), keyed.number("skew", 1, 0, 5), keyed.nanos("ttl", 0),
                keyed.law("time").orElse(new Law.Constant(0.001)));
    }

    private Network.Call call(String name, String target, Node node) {
        Keyed keyed = Keyed.of(node, "the call of '" + name + "' to '" + target + "'", with("times", "optional"));
        return new Network.Call(station(target, node.line()), keyed.number("times", 1, 0, 1000), keyed.flag("optional"), policy(keyed));
    }

    private static String[] with(String... more) {
        List<String> all = new ArrayList<>(List.of(more));
        all.addAll(List.of(POLICY));
        return all.toArray(String[]::new);
    }

    private static Policy policy(Keyed keyed) {
        double budget = keyed.number("budget", Double.POSITIVE_INFINITY, 0, 1000);
        Policy.Retry retry = new Policy.Retry(keyed.whole("retries", 0, 0, 13), keyed.nanos("backoff", 100_000_000L), keyed.number("multiplier", 2, 1, 100),
                keyed.number("jitter", 1, 0, 1), budget);
        if (keyed.has("breaker") && !keyed.has("timeout")) {
            throw Keyed.wrong(keyed.line("breaker"), "a breaker needs a 'timeout' beside it: without one a slow call never counts as failed");
        }
        return new Policy(keyed.nanos("timeout", 0), retry, keyed.node("breaker").map(NetworkReader::breaker), keyed.whole("bulkhead", Network.UNLIMITED, 1, Network.UNLIMITED),
                keyed.nanos("hedge", 0), keyed.flag("cancel"));
    }

    private static Policy.Breaker breaker(Node node) {
        Keyed keyed = Keyed.of(node, "'breaker'", "window", "failures", "minimum", "open", "probes");
        int window = keyed.whole("window", 50, 1, 100_000);
        return new Policy.Breaker(window, keyed.number("failures", 0.5, 0.001, 1), keyed.whole("minimum", Math.min(20, window), 1, window),
                keyed.nanos("open", 5_000_000_000L), keyed.whole("probes", 3, 1, 1000));
    }

    private List<Network.Route> routes(Node node, String name) {
        List<Network.Route> routes = new ArrayList<>();
        double sum = 0;
        SequencedMap<String, Node> all = Keyed.mapping(node, "'routes' of '" + name + "'");
        Keyed keyed = Keyed.of(node, "'routes' of '" + name + "'", stations.toArray(String[]::new));
        for (Map.Entry<String, Node> each : all.entrySet()) {
            double share = keyed.number(each.getKey(), 0, 0, 1);
            sum += share;
            routes.add(new Network.Route(station(each.getKey(), each.getValue().line()), share));
        }
        if (sum > 1 + 1e-9) {
            throw keyed.wrong("the shares of 'routes' of '" + name + "' are together more than 100 %");
        }
        return routes;
    }

    private int station(String name, int line) {
        int at = stations.indexOf(name);
        if (at < 0) {
            throw Keyed.wrong(line, "there is no station '" + name + "'; there are " + String.join(", ", stations));
        }
        return at;
    }

    private Network.Source source(String name, Node node) {
        Keyed keyed = Keyed.of(node, "source '" + name + "'", with("to", "rate", "gap", "users", "think", "priority"));
        if (keyed.has("rate") == keyed.has("users")) {
            throw keyed.wrong("source '" + name + "' needs either 'rate', requests a second whatever happens, or 'users', who wait for their answers");
        }
        Network.Arrivals arrivals = keyed.has("users")
                ? new Network.Closed(keyed.whole("users", 1, 1, 10_000_000), keyed.law("think").orElse(new Law.Constant(0))) : open(keyed, name);
        return new Network.Source(name, station(keyed.needed("to"), keyed.line("to")), arrivals, keyed.whole("priority", 0, 0, 7), policy(keyed));
    }

    private static Network.Open open(Keyed keyed, String name) {
        Law gap = keyed.law("gap").orElse(new Law.Exponential(1));
        if (Math.abs(gap.mean() - 1) > 0.01) {
            throw Keyed.wrong(keyed.line("gap"), "'gap' says the shape only and has mean 1, such as constant(1), erlang(4, 1) or hyper(1, 3)");
        }
        Node rate = keyed.node("rate").orElseThrow();
        if (rate instanceof Node.Mapping) {
            return path(Keyed.mapping(rate, "'rate' of '" + name + "'"), gap, rate.line());
        }
        return new Network.Open(gap, List.of(0.0), List.of(keyed.number("rate", 1, 0, 1e9)));
    }

    /// A load over time: moments and rates, straight lines between.
    private static Network.Open path(SequencedMap<String, Node> typed, Law gap, int line) {
        List<Double> times = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        Keyed keyed = Keyed.of(new Node.Mapping(typed, line), "'rate'", typed.keySet().toArray(String[]::new));
        for (Map.Entry<String, Node> each : typed.entrySet()) {
            String moment = each.getKey().strip();
            long nanos = moment.equals("0") ? 0 : org.tailwright.data.Durations.parse(moment)
                    .orElseThrow(() -> Keyed.wrong(each.getValue().line(), "a load over time is written as moments and rates, such as 'rate: {0s: 100, 60s: 300}'"));
            if (!times.isEmpty() && nanos / 1e9 <= times.getLast()) {
                throw Keyed.wrong(each.getValue().line(), "the moments of 'rate' must ascend");
            }
            times.add(nanos / 1e9);
            rates.add(keyed.number(each.getKey(), 0, 0, 1e9));
        }
        return new Network.Open(gap, times, rates);
    }

    private List<Fault> faults(Node node) {
        if (!(node instanceof Node.Sequence(List<Node> of, _))) {
            throw Keyed.wrong(node.line(), "'faults' is a list, each beginning with '- ', such as '- {slow: payment, at: 60s, for: 30s, factor: 10}'");
        }
        return of.stream().map(this::fault).toList();
    }

    private Fault fault(Node node) {
        Keyed keyed = Keyed.of(node, "a fault", "slow", "lost", "refused", "stall", "nodes", "spike", "zone", "flush", "at", "for", "every", "factor", "share", "count");
        Optional<Fault.Kind> kind = Optional.empty();
        for (Fault.Kind each : Fault.Kind.values()) {
            if (keyed.has(key(each))) {
                if (kind.isPresent()) {
                    throw keyed.wrong("a fault is one thing; write two faults for '" + key(kind.get()) + "' and '" + key(each) + "'");
                }
                kind = Optional.of(each);
            }
        }
        Fault.Kind what = kind.orElseThrow(() -> keyed.wrong("a fault says what fails: slow, lost, refused, stall, nodes or flush with a station, spike with a source, zone with a number"));
        long at = keyed.nanos("at", 0);
        long length = keyed.nanos("for", what == Fault.Kind.FLUSH ? 0 : 30_000_000_000L);
        try {
            return new Fault(what, target(what, keyed), at, length, amount(what, keyed), keyed.nanos("every", 0));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()).startsWith("line ") ? e.getMessage() : "line " + node.line() + ": " + e.getMessage(), e);
        }
    }

    private static String key(Fault.Kind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT);
    }

    private int target(Fault.Kind kind, Keyed keyed) {
        String key = key(kind);
        return switch (kind) {
            case SPIKE -> {
                int at = sources.indexOf(keyed.needed(key));
                if (at < 0) {
                    throw Keyed.wrong(keyed.line(key), "there is no source '" + keyed.needed(key) + "'; there are " + String.join(", ", sources));
                }
                yield at;
            }
            case ZONE -> keyed.whole(key, 1, 1, 100) - 1;
            case SLOW, LOST, REFUSED, STALL, NODES, FLUSH -> station(keyed.needed(key), keyed.line(key));
        };
    }

    private static double amount(Fault.Kind kind, Keyed keyed) {
        return switch (kind) {
            case SLOW -> keyed.number("factor", 10, 0.001, 1e6);
            case SPIKE -> keyed.number("factor", 3, 0, 1e6);
            case LOST, REFUSED -> keyed.number("share", 1, 0, 1);
            case NODES -> keyed.whole("count", 1, 1, 10_000);
            case STALL, ZONE, FLUSH -> 1;
        };
    }
}
