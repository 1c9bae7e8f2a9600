package org.tailwright.simulation.events;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// What a simulation showed: all numbers over the runs.
public final class Simulated {
    private final Network network;
    private final Replications.Plan plan;
    private final List<String> links;
    private final List<Run> runs;
    private final int cut;
    private final boolean precise;

    Simulated(Network network, Replications.Plan plan, List<String> links, List<Run> runs, int cut, boolean precise) {
        this.network = network;
        this.plan = plan;
        this.links = links;
        this.runs = runs;
        this.cut = cut;
        this.precise = precise;
    }

    /// Numbers over a whole run after the warm-up. Latencies are in nanoseconds and of answered requests only, but `judged`.
    ///
    /// @param judged the objective's percentile, failures slower than anything
    /// @param goodput answered requests a second
    public record Numbers(Interval mean, Interval p50, Interval p95, Interval p99, Interval judged, Interval goodput) {}

    /// How well it went.
    ///
    /// @param errors share of requests that failed
    /// @param breachedSeconds how long the objective's percentile was beyond its limit
    /// @param offered requests a second that ended
    /// @param eventsPerRun events handled by a run, on average
    public record Health(Interval errors, Interval breachedSeconds, Interval offered, double eventsPerRun) {}

    /// A station over time.
    ///
    /// @param saturated first second from which at least nine tenths of its servers were busy for two spans; empty when never
    public record Station(String name, Course busy, Course waiting, Course refused, OptionalDouble saturated) {}

    /// A way of calling over time.
    ///
    /// @param open share of time for which the breaker did not let calls through freely
    public record Link(String name, Course retries, Course open) {}

    /// What changed against another simulation that ran on the same random numbers: differences run by run.
    ///
    /// @param meanNanos of the mean latency
    public record Change(Interval meanNanos, Interval errors, Interval goodput, Interval breachedSeconds) {}

    /// What changed since `baseline`.
    public Change against(Simulated baseline) {
        return new Change(minus(baseline, Run.Total.MEAN), minus(baseline, Run.Total.ERRORS), minus(baseline, Run.Total.GOODPUT), minus(baseline, Run.Total.BREACHED));
    }

    private Interval minus(Simulated baseline, Run.Total which) {
        int count = Math.min(runs.size(), baseline.runs.size());
        double[] differences = new double[count];
        for (int i = 0; i < count; i++) {
            differences[i] = runs.get(i).total(which) - baseline.runs.get(i).total(which);
        }
        return Interval.of(differences);
    }

    /// Numbers over the run.
    public Numbers numbers() {
        return new Numbers(total(Run.Total.MEAN), Interval.quantile(runs, 0.5, false), Interval.quantile(runs, 0.95, false),
                Interval.quantile(runs, 0.99, false), Interval.quantile(runs, plan.start().p(), true), total(Run.Total.GOODPUT));
    }

    /// How well it went.
    public Health health() {
        return new Health(total(Run.Total.ERRORS), total(Run.Total.BREACHED), total(Run.Total.OFFERED), total(Run.Total.EVENTS).value());
    }

    private Interval total(Run.Total which) {
        return Interval.of(runs.stream().mapToDouble(run -> run.total(which)).toArray());
    }

    /// The objective's percentile over time, nanoseconds.
    public Course latency() {
        return Course.of(runs, Run::latency);
    }

    /// Answers a second over time.
    public Course goodput() {
        return Course.mean(runs, Run::goodput);
    }

    /// The objective's percentile of each run, nanoseconds, failures slower than anything; NaN of a run without requests.
    public double[] judged() {
        return runs.stream().mapToDouble(run -> Bins.quantile(run.ends().counts(), run.ends().failed(), plan.start().p())).toArray();
    }

    /// The stations in their order.
    public List<Station> stations() {
        List<Station> all = new ArrayList<>();
        for (int i = 0; i < network.stations().size(); i++) {
            int at = i;
            Course busy = Course.mean(runs, run -> run.sites()[at][0]);
            all.add(new Station(network.stations().get(i).name(), busy, Course.mean(runs, run -> run.sites()[at][1]),
                    Course.mean(runs, run -> run.sites()[at][2]), saturated(busy.middle())));
        }
        return all;
    }

    private OptionalDouble saturated(double[] busy) {
        for (int i = 0; i + 1 < busy.length; i++) {
            if (busy[i] >= 0.9 && busy[i + 1] >= 0.9) {
                return OptionalDouble.of(i * seconds());
            }
        }
        return OptionalDouble.empty();
    }

    /// Stations that saturated, the first first.
    public List<Station> cascade() {
        return stations().stream().filter(each -> each.saturated().isPresent())
                .sorted(Comparator.comparingDouble(each -> each.saturated().orElseThrow())).toList();
    }

    /// The ways of calling: sources first.
    public List<Link> links() {
        List<Link> all = new ArrayList<>();
        for (int i = 0; i < links.size(); i++) {
            int at = i;
            all.add(new Link(links.get(i), Course.mean(runs, run -> run.links()[at][0]), Course.mean(runs, run -> run.links()[at][1])));
        }
        return all;
    }

    /// Failures by reason, on average a run; only reasons that occurred.
    public Map<Why, Double> failures() {
        Map<Why, Double> all = new EnumMap<>(Why.class);
        for (Why why : Why.values()) {
            double mean = runs.stream().mapToLong(run -> run.ends().why()[why.ordinal()]).average().orElse(0);
            if (mean > 0) {
                all.put(why, mean);
            }
        }
        return all;
    }

    /// Length of a span in seconds.
    public double seconds() {
        return plan.length().endNanos() / 1e9 / plan.length().spans();
    }

    /// Seconds left out at the begin.
    public double warmup() {
        return cut * seconds();
    }

    /// Whether the found warm-up took more than half the run: it is too short to be called steady.
    public boolean unsteady() {
        return plan.start().warmupNanos() < 0 && 2 * cut > plan.length().spans();
    }

    /// Runs made, or batches of a single one.
    public int runs() {
        return runs.size();
    }

    /// Whether the wanted precision ended it.
    public boolean precise() {
        return precise;
    }

    /// What was simulated.
    public Network network() {
        return network;
    }

    /// How.
    public Replications.Plan plan() {
        return plan;
    }
}
