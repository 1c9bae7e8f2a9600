package org.tailwright.ui.views.network;

import java.util.List;

/// The settings of stations, calls and sources, as docs/guide/scenarios.md describes them.
enum Settings {
    STATION(List.of(
            new Setting("time", "Own time", "needed", "Own time of a request, without waiting and calls: 5ms..20ms holds 90 %, or exponential(10ms), erlang(3, 10ms)"),
            new Setting("servers", "Servers", "1", "Requests served at once by an instance: threads, connections, cores"),
            new Setting("instances", "Instances", "1", "Nodes"),
            new Setting("zones", "Zones", "1", "Zones over which the instances are spread"),
            new Setting("balance", "Balancing", "least", "random, round, least (fewest inside) or two (the better of two drawn)"),
            new Setting("discipline", "Discipline", "fifo", "fifo, lifo, ps (servers shared by all inside) or priority"),
            new Setting("queue", "Queue", "any number", "Places to wait, per instance; who finds none is refused"),
            new Setting("max-wait", "Longest wait", "never", "Who waited longer is dropped when its turn comes"),
            new Setting("shed-at", "Shed at", "never", "From as many waiting on, sources of a priority above 0 are refused"),
            new Setting("failing", "Failing", "0", "Share of requests that fail by themselves, such as 0.1%"),
            new Setting("parallel", "Parallel calls", "false", "true: all calls at once instead of one after the other"),
            new Setting("cache", "Cache", "none", "{hit: 80%, time: 1ms}, or {keys: 10000, skew: 1, ttl: 60s, time: 1ms}"),
            new Setting("autoscale", "Autoscaler", "none", "{min: 2, max: 10, target: 60%, every: 15s, cold: 60s}"))),
    CALL(List.of(
            new Setting("times", "Calls a request", "1", "A fraction is drawn: 0.3 calls in three of ten requests"),
            new Setting("optional", "Optional", "false", "true: the request goes on when the call fails"),
            new Setting("timeout", "Timeout", "never", "An attempt without an answer by then has failed; the called station works on"),
            new Setting("retries", "Retries", "0", "Further attempts"),
            new Setting("backoff", "Backoff", "100ms", "First pause before a retry"),
            new Setting("multiplier", "Multiplier", "2", "Factor from pause to pause"),
            new Setting("jitter", "Jitter", "100%", "Share of the pause that is drawn"),
            new Setting("budget", "Retry budget", "any number", "Retries per first attempt on average, such as 20%"),
            new Setting("breaker", "Breaker", "none", "{window: 50, failures: 50%, minimum: 20, open: 5s, probes: 3}; needs a timeout"),
            new Setting("bulkhead", "Bulkhead", "any number", "Most attempts under way; more fail at once"),
            new Setting("hedge", "Hedge after", "never", "A second attempt after that time; the first answer counts"),
            new Setting("cancel", "Cancel", "false", "true: queued work of attempts that timed out is dropped"))),
    SOURCE(List.of(
            new Setting("to", "Sends to", "needed", "Station that takes the requests"),
            new Setting("rate", "Rate /s", "none", "Requests a second, or {0s: 100, 60s: 300} for straight lines over time"),
            new Setting("gap", "Gaps", "Poisson", "Shape of the gaps with mean 1, such as erlang(2, 1)"),
            new Setting("users", "Users", "none", "Users that wait for their answer, instead of a rate"),
            new Setting("think", "Think time", "0", "Pause of a user, such as exponential(2s)"),
            new Setting("priority", "Priority", "0", "From 0, most important, to 7"),
            new Setting("timeout", "Timeout", "never", "An attempt without an answer by then has failed"),
            new Setting("retries", "Retries", "0", "Further attempts"),
            new Setting("budget", "Retry budget", "any number", "Retries per first attempt on average, such as 20%"))),
    ROUTE(List.of());

    /// One of them.
    ///
    /// @param key in the file
    /// @param otherwise what holds when nothing is said
    /// @param help one sentence
    record Setting(String key, String title, String otherwise, String help) {}

    private final List<Setting> all;

    Settings(List<Setting> all) {
        this.all = all;
    }

    List<Setting> all() {
        return all;
    }
}
