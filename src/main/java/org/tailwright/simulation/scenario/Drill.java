package org.tailwright.simulation.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tailwright.simulation.events.Course;
import org.tailwright.simulation.events.Interval;
import org.tailwright.simulation.events.Loop;
import org.tailwright.simulation.events.Network;
import org.tailwright.simulation.events.Replications;
import org.tailwright.simulation.events.Simulated;
import org.tailwright.simulation.events.Why;
import org.tailwright.work.Passed;
import org.tailwright.work.Work;

/// What came of a scenario: every variant, and what it changed against the baseline.
///
/// @param judged the objective's percentile, 0.99 without one
/// @param limitNanos the objective's limit; infinite without one
/// @param source whose requests are judged; empty where there is only one source
/// @param scenario the file that was simulated
public record Drill(String title, List<Tried> variants, List<String> assumed, double judged, double limitNanos, String source, String scenario) {
    /// One variant.
    ///
    /// @param note what distinguishes it
    public record Tried(String name, String note, Simulated.Numbers numbers, Simulated.Health health, Over over, Made made) {}

    /// Over time.
    ///
    /// @param spanSeconds length of a span
    /// @param latency the judged percentile, nanoseconds, failures slower than anything
    /// @param goodput answers a second
    /// @param failures by reason, on average a run
    public record Over(double spanSeconds, Course latency, Course goodput, List<Simulated.Station> stations, List<Simulated.Link> links, Map<Why, Double> failures) {
        public Over {
            stations = List.copyOf(stations);
            links = List.copyOf(links);
            failures = Map.copyOf(failures);
        }
    }

    /// How it was made.
    ///
    /// @param warmupSeconds left out
    /// @param precise whether the wanted precision ended it
    /// @param unsteady whether the run was too short to become steady
    /// @param cascade stations in the order in which they saturated, with the second
    /// @param change against the baseline, from the same random numbers; all zero for the baseline itself
    public record Made(int runs, double warmupSeconds, boolean precise, boolean unsteady, List<Saturated> cascade, Simulated.Change change) {
        public Made {
            cascade = List.copyOf(cascade);
        }
    }

    /// A station without free servers.
    ///
    /// @param second from when on at least nine tenths were busy for two spans
    public record Saturated(String station, double second) {}

    public Drill {
        variants = List.copyOf(variants);
        assumed = List.copyOf(assumed);
    }

    /// Runs all variants on the same random numbers.
    public static Drill of(Scenario scenario, long seed, Work work) {
        Scenario.Settings settings = scenario.settings();
        double p = scenario.objective().flatMap(each -> each.measure()).orElse(0.99);
        double limit = scenario.objective().map(each -> each.limit()).orElse(Double.POSITIVE_INFINITY);
        Replications.Plan plan = new Replications.Plan(new Loop.Length(settings.nanos(), settings.spans()), new Replications.Start(settings.warmupNanos(), p, limit),
                settings.least(), settings.most(), settings.precision(), 0);
        List<Tried> tried = new ArrayList<>();
        Simulated baseline = null;
        for (int i = 0; i < scenario.variants().size(); i++) {
            Scenario.Variant variant = scenario.variants().get(i);
            Simulated against = baseline;
            Simulated simulated = Replications.of(variant.network(), plan, seed, new Part(work, i, scenario.variants().size())
                    .within((Simulated early) -> of(scenario, p, limit, with(tried, tried(variant, early, against == null ? early : against)))));
            baseline = baseline == null ? simulated : baseline;
            tried.add(tried(variant, simulated, baseline));
            work.known(() -> of(scenario, p, limit, tried));
        }
        return of(scenario, p, limit, tried);
    }

    private static Drill of(Scenario scenario, double judged, double limit, List<Tried> tried) {
        return new Drill(scenario.title(), tried, Assumptions.of(scenario), judged, limit, source(scenario), scenario.text());
    }

    private static List<Tried> with(List<Tried> tried, Tried more) {
        return Stream.concat(tried.stream(), Stream.of(more)).toList();
    }

    private static String source(Scenario scenario) {
        List<Network.Source> sources = scenario.variants().getFirst().network().sources();
        return sources.size() == 1 ? "" : sources.getFirst().name();
    }

    private static Tried tried(Scenario.Variant variant, Simulated simulated, Simulated baseline) {
        Over over = new Over(simulated.seconds(), simulated.latency(), simulated.goodput(), simulated.stations(), simulated.links(), simulated.failures());
        List<Saturated> cascade = simulated.cascade().stream().map(each -> new Saturated(each.name(), each.saturated().orElseThrow())).toList();
        return new Tried(variant.name(), variant.note(), simulated.numbers(), simulated.health(), over,
                new Made(simulated.runs(), simulated.warmup(), simulated.precise(), simulated.unsteady(), cascade, simulated.against(baseline)));
    }

    /// The variant whose faults are not answered, or the only one.
    public Tried worst() {
        return variants.get(Math.min(1, variants.size() - 1));
    }

    /// Whether some span after the warm-up had too few requests to tell the judged percentile.
    public boolean thin(Tried each) {
        double[] latency = each.over().latency().middle();
        int from = (int) Math.round(each.made().warmupSeconds() / each.over().spanSeconds());
        return Arrays.stream(latency, Math.min(from, latency.length), latency.length).anyMatch(Double::isNaN);
    }

    /// Whether an objective was given.
    public boolean limited() {
        return Double.isFinite(limitNanos);
    }

    /// Progress of one of several equal parts.
    private record Part(Work work, int part, int parts) implements Passed {
        @Override
        public void progress(long done, long total) {
            work.progress(part * 1000L + (total <= 0 ? 0 : 1000 * done / total), parts * 1000L);
        }

        @Override
        public void known(Supplier<?> soFar) {
            work.known(soFar);
        }
    }

    /// Half the width of an interval in words of its unit; empty when there is none.
    static boolean known(Interval interval) {
        return Double.isFinite(interval.value()) && Double.isFinite(interval.low()) && Double.isFinite(interval.high());
    }
}
