package org.tailwright.simulation.optimise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Objective;
import org.tailwright.simulation.events.Loop;
import org.tailwright.simulation.events.Network;
import org.tailwright.simulation.events.Replications;
import org.tailwright.simulation.events.Simulated;
import org.tailwright.simulation.scenario.Knob;
import org.tailwright.simulation.scenario.Scenario;
import org.tailwright.simulation.scenario.Search;
import org.tailwright.simulation.scenario.Space;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

/// Finds the cheapest configuration whose runs hold the objective with the wanted probability.
///
/// All configurations run on the same random numbers while choosing, so that they differ by what they are. A small space is gone through from the cheapest
/// up; a large one is searched by [Evolution]. The best of many looks better than it is, so the short list runs again on numbers that chose nothing, and
/// those runs alone are judged. Where they prove none of it, the next dearer that hold are asked, one by one. All are judged at 5 % together (Bonferroni).
public final class Optimiser {
    private static final int SCREEN = 4;
    private static final int LISTED = 8;
    private static final int DEARER = 3;
    /// Chance of calling one of the list proven that is not: 5 % for as many as may be asked.
    static final double LEVEL = 0.05 / (2 * LISTED);
    private static final int MOST_FRESH = 1000;

    private final Scenario scenario;
    private final Search search;
    private final double p;
    private final double limit;
    private final long seed;
    private final Work work;
    private long warmupNanos;
    private double done;
    private double all;

    private Optimiser(Scenario scenario, Search search, Objective objective, long seed, Work work) {
        this.scenario = scenario;
        this.search = search;
        this.p = objective.measure().orElseThrow();
        this.limit = objective.limit();
        this.seed = seed;
        this.work = work;
    }

    /// Why a scenario cannot be optimised, a sentence; empty when it can.
    public static Optional<String> obstacle(Scenario scenario) {
        if (scenario.search().isEmpty()) {
            return Optional.of("The scenario has no part 'optimise' that names the settings to choose and their prices; see docs/guide/scenarios.md.");
        }
        return scenario.objective().isPresent() ? Optional.empty()
                : Optional.of("The scenario has no 'objective', such as p99<300ms, so that no configuration is better than another.");
    }

    /// Searches.
    ///
    /// @throws IllegalArgumentException with [#obstacle]
    public static Optimum of(Scenario scenario, long seed, Work work) {
        obstacle(scenario).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        return new Optimiser(scenario, scenario.search().orElseThrow(), scenario.objective().orElseThrow(), seed, work).search();
    }

    private Optimum search() {
        Space space = search.space();
        Scenario.Settings settings = scenario.settings();
        Network present = space.present();
        warmupNanos = settings.warmupNanos() >= 0 ? settings.warmupNanos() : warmup(present);
        boolean whole = space.size() <= search.evaluations();
        int needed = Held.needed(search.probability(), LEVEL);
        int fresh = search.confirm() > 0 ? search.confirm() : Math.min(MOST_FRESH, Math.max(50, 2 * needed));
        all = (double) (whole ? space.size() : search.evaluations()) * search.runs() + (LISTED + 1.0) * fresh;
        long other = Seeds.stream(seed, "confirm", 0).nextLong();
        Optimum.Confirmed now = confirmed(present, null, new Fresh(other, fresh));
        Optimum.Goal goal = new Optimum.Goal(p, limit, search.probability(), space.knobs().stream().map(Knob::name).toList(), optional(present), now);
        List<Trial> seen = new ArrayList<>();
        Function<int[], Trial> trying = choice -> {
            seen.add(trial(choice));
            work.known(() -> new Optimum(scenario.title(), goal, null, List.of(), tried(seen), new Optimum.Made(space.size(), whole, 0, search.runs(), fresh, warmupNanos / 1e9)));
            return seen.getLast();
        };
        Evolution evolution = new Evolution(space, search.probability(), Seeds.stream(seed, "optimise", 0).nextLong(), trying);
        Iterator<int[]> cheapestUp = whole ? choices(space).iterator() : Collections.emptyIterator();
        List<Trial> tried = whole ? inOrder(cheapestUp, trying) : new ArrayList<>(evolution.run(search.evaluations()));
        List<Optimum.Confirmed> confirmed = new ArrayList<>();
        Set<Double> costs = new HashSet<>();
        List<Trial> next = listed(tried);
        for (int further = 0; further <= LISTED && !next.isEmpty(); further++) {
            for (Trial each : next) {
                confirmed.add(confirmed(space.network(each.choice()), each.choice(), new Fresh(other, fresh)));
                costs.add(each.cost());
            }
            next = fresh < needed || confirmed.stream().anyMatch(Optimum.Confirmed::proven) ? List.of() : dearer(tried, costs, cheapestUp, trying);
        }
        Optimum.Confirmed chosen = confirmed.stream().filter(Optimum.Confirmed::proven).findFirst()
                .or(() -> confirmed.stream().filter(each -> each.held().share() >= search.probability()).findFirst()).orElse(null);
        return new Optimum(scenario.title(), goal, chosen, confirmed, tried(seen),
                new Optimum.Made(space.size(), whole, evolution.generations(), search.runs(), fresh, warmupNanos / 1e9));
    }

    private List<Optimum.Tried> tried(List<Trial> trials) {
        return trials.stream().map(each -> new Optimum.Tried(search.space().values(each.choice()), each.cost(), each.share(), each.runs())).toList();
    }

    private static List<String> optional(Network network) {
        return network.stations().stream().flatMap(each -> each.calls().stream()).filter(Network.Call::optional).map(call -> network.stations().get(call.target()).name()).distinct().toList();
    }

    /// Found once in the scenario as it is, and the same for every configuration.
    private long warmup(Network network) {
        Simulated found = Replications.of(network, plan(-1, SCREEN * 2), seed, work.silent());
        return Math.round(found.warmup() * 1e9);
    }

    private Replications.Plan plan(long warmup, int runs) {
        Scenario.Settings settings = scenario.settings();
        return new Replications.Plan(new Loop.Length(settings.nanos(), settings.spans()), new Replications.Start(warmup, p, limit), runs, runs, 0, 0);
    }

    private double[] judged(Network network, int runs, long from) {
        double[] judged = Replications.of(network, plan(warmupNanos, runs), from, work.silent()).judged();
        done += runs;
        work.progress(Math.round(1000 * Math.min(1, done / all)), 1000);
        return judged;
    }

    /// A few runs first: where none of them holds, more would tell nothing.
    private Trial trial(int[] choice) {
        Network network = search.space().network(choice);
        double cost = search.space().cost(choice);
        Trial first = Trial.of(choice, cost, judged(network, SCREEN, seed), limit);
        return first.held() == 0 || search.runs() <= SCREEN ? first : Trial.of(choice, cost, judged(network, search.runs(), seed), limit);
    }

    /// All configurations from the cheapest up.
    private static List<int[]> choices(Space space) {
        List<int[]> choices = new ArrayList<>();
        int[] choice = new int[space.knobs().size()];
        do {
            choices.add(choice.clone());
        } while (next(space, choice));
        choices.sort(Comparator.comparingDouble(space::cost));
        return choices;
    }

    /// From the cheapest up, until some costs hold: nothing dearer is asked for then. Several configurations of one cost count once, for they hold by the same luck.
    private List<Trial> inOrder(Iterator<int[]> cheapestUp, Function<int[], Trial> trying) {
        List<Trial> tried = new ArrayList<>();
        Set<Double> holding = new HashSet<>();
        while (cheapestUp.hasNext() && holding.size() <= DEARER) {
            Trial trial = trying.apply(cheapestUp.next());
            if (trial.holds(search.probability())) {
                holding.add(trial.cost());
            }
            tried.add(trial);
        }
        return tried;
    }

    /// The next dearer that holds: of what was tried, else of what is left; none when there is none.
    private List<Trial> dearer(List<Trial> tried, Set<Double> asked, Iterator<int[]> cheapestUp, Function<int[], Trial> trying) {
        Predicate<Trial> holds = each -> each.holds(search.probability()) && !asked.contains(each.cost());
        List<Trial> known = tried.stream().filter(holds).min(Trial.ORDER).stream().toList();
        while (known.isEmpty() && cheapestUp.hasNext()) {
            tried.add(trying.apply(cheapestUp.next()));
            known = tried.subList(tried.size() - 1, tried.size()).stream().filter(holds).toList();
        }
        return known;
    }

    private static boolean next(Space space, int[] choice) {
        for (int i = choice.length - 1; i >= 0; i--) {
            choice[i]++;
            if (choice[i] < space.knobs().get(i).values().size()) {
                return true;
            }
            choice[i] = 0;
        }
        return false;
    }

    /// The cheapest that holds and those next dearer, for the cheapest may have been lucky; and the frontier of cost against share below it. One of each cost.
    private List<Trial> listed(List<Trial> tried) {
        List<Trial> byCost = new ArrayList<>();
        tried.stream().sorted(Trial.ORDER).filter(each -> byCost.isEmpty() || each.cost() > byCost.getLast().cost()).forEach(byCost::add);
        Set<Trial> listed = new LinkedHashSet<>(byCost.stream().filter(each -> each.holds(search.probability())).limit(1L + DEARER).toList());
        List<Trial> frontier = new ArrayList<>();
        byCost.stream().filter(each -> each.held() > 0 && (frontier.isEmpty() || each.share() > frontier.getLast().share())).forEach(frontier::add);
        frontier.reversed().stream().takeWhile(_ -> listed.size() < LISTED).forEach(listed::add);
        if (listed.isEmpty()) {
            tried.stream().min(Comparator.comparingDouble(Trial::reach)).ifPresent(listed::add);
        }
        return listed.stream().sorted(Trial.ORDER).toList();
    }

    private record Fresh(long seed, int runs) {}

    private Optimum.Confirmed confirmed(Network network, int @Nullable [] choice, Fresh fresh) {
        double[] judged = judged(network, fresh.runs(), fresh.seed());
        int held = (int) Arrays.stream(judged).filter(each -> each <= limit).count();
        double[] sorted = Arrays.stream(judged).map(each -> Double.isNaN(each) ? Double.POSITIVE_INFINITY : each).sorted().toArray();
        boolean proven = Held.lower(held, fresh.runs(), LEVEL) >= search.probability();
        int[] place = choice == null ? search.space().presentChoice() : choice;
        return new Optimum.Confirmed(place == null ? List.of() : search.space().values(place), place == null ? null : search.space().cost(place), Held.of(held, fresh.runs()), proven,
                sorted[(sorted.length - 1) / 2], choice == null ? "" : search.space().yaml(choice));
    }
}
