package org.tailwright.simulation.optimise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.math3.genetics.AbstractListChromosome;
import org.apache.commons.math3.genetics.Chromosome;
import org.apache.commons.math3.genetics.ElitisticListPopulation;
import org.apache.commons.math3.genetics.GeneticAlgorithm;
import org.apache.commons.math3.genetics.MutationPolicy;
import org.apache.commons.math3.genetics.Population;
import org.apache.commons.math3.genetics.TournamentSelection;
import org.apache.commons.math3.genetics.UniformCrossover;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.tailwright.simulation.scenario.Knob;
import org.tailwright.simulation.scenario.Space;

/// A search by a genetic algorithm: configurations are lists of places, crossed knob by knob, moved by a step or to anywhere, chosen in tournaments of two
/// with the best tenth kept. What holds the objective is better the cheaper it is; what does not is better the more runs hold, then the nearer it is (Deb 2000).
/// The last part of the trials goes down step by step from the best that was bred.
///
/// The library keeps its random numbers in one place for the whole program, so that each generation is bred under a lock with the search's own numbers:
/// searches that run at the same time do not change each other.
final class Evolution {
    private static final int POPULATION = 24;
    private static final double KEPT = 0.1;
    private static final double CROSSED = 0.9;
    private static final int STALLED = 8;
    private static final double BRED = 0.7;

    private final Space space;
    private final double probability;
    private final Function<int[], Trial> trying;
    private final RandomGenerator random;
    private final Map<List<Integer>, Trial> tried = new LinkedHashMap<>();
    private final double dearest;
    private int generations;

    Evolution(Space space, double probability, long seed, Function<int[], Trial> trying) {
        this.space = space;
        this.probability = probability;
        this.trying = trying;
        this.random = new Well19937c(seed);
        this.dearest = space.knobs().stream().mapToDouble(each -> each.costs().stream().mapToDouble(Double::doubleValue).max().orElse(0)).sum();
    }

    /// The trials, in order: bred until most of so many were made or the best has not changed for some generations, then stepped down from the cheapest that holds.
    List<Trial> run(int most) {
        breed((int) Math.max(1, Math.round(BRED * most)));
        boolean cheaper = true;
        while (cheaper) {
            cheaper = stepDown(most);
        }
        return List.copyOf(tried.values());
    }

    private void breed(int most) {
        Population population = new ElitisticListPopulation(beginning(), POPULATION, KEPT);
        double best = -1;
        int same = 0;
        while (tryAll(population, most) && same < STALLED) {
            double now = population.getFittestChromosome().getFitness();
            same = now > best ? 0 : same + 1;
            best = Math.max(best, now);
            population = next(population);
            generations++;
        }
    }

    /// Whether a neighbour of the cheapest that holds, at most a step away in two knobs, holds too and is cheaper; the dearest of them are tried first.
    private boolean stepDown(int most) {
        Optional<Trial> best = tried.values().stream().filter(each -> each.holds(probability)).min(Trial.ORDER);
        List<List<Integer>> neighbours = best.map(this::neighbours).orElse(List.of());
        for (List<Integer> each : neighbours) {
            if (tried.size() >= most) {
                return false;
            }
            Trial trial = trying.apply(choice(each));
            tried.put(each, trial);
            if (trial.holds(probability)) {
                return true;
            }
        }
        return false;
    }

    private List<List<Integer>> neighbours(Trial of) {
        Set<List<Integer>> all = new LinkedHashSet<>();
        for (int i = 0; i < of.choice().length; i++) {
            for (int j = i; j < of.choice().length; j++) {
                for (int both = 0; both < 9; both++) {
                    int[] choice = of.choice().clone();
                    choice[i] += both / 3 - 1;
                    choice[j] += both % 3 - 1;
                    if (inside(choice) && space.cost(choice) < of.cost()) {
                        all.add(Arrays.stream(choice).boxed().toList());
                    }
                }
            }
        }
        return all.stream().filter(each -> !tried.containsKey(each)).sorted(Comparator.comparingDouble((List<Integer> each) -> -space.cost(choice(each)))).toList();
    }

    private boolean inside(int... choice) {
        return IntStream.range(0, choice.length).allMatch(i -> choice[i] >= 0 && choice[i] < space.knobs().get(i).values().size());
    }

    /// Generations bred.
    int generations() {
        return generations;
    }

    /// The cheapest and the dearest of everything, then at random.
    private List<Chromosome> beginning() {
        List<Chromosome> all = new ArrayList<>(List.of(genome(knob -> extreme(knob, false)), genome(knob -> extreme(knob, true))));
        while (all.size() < POPULATION) {
            all.add(genome(knob -> random.nextInt(knob.values().size())));
        }
        return all;
    }

    private Genome genome(Function<Knob, Integer> place) {
        return new Genome(space.knobs().stream().map(place).toList());
    }

    private static int extreme(Knob knob, boolean most) {
        List<Double> costs = knob.costs();
        return IntStream.range(0, costs.size()).boxed().reduce((a, b) -> most == costs.get(b) > costs.get(a) ? b : a).orElse(0);
    }

    /// Whether all could be tried within the number of trials.
    private boolean tryAll(Population population, int most) {
        for (Chromosome each : population) {
            List<Integer> places = ((Genome) each).places();
            if (!tried.containsKey(places)) {
                if (tried.size() >= most) {
                    return false;
                }
                tried.put(places, trying.apply(choice(places)));
            }
        }
        return true;
    }

    private Population next(Population population) {
        GeneticAlgorithm breeding = new GeneticAlgorithm(new UniformCrossover<Integer>(0.5), CROSSED, mutation(), 1, new TournamentSelection(2));
        synchronized (GeneticAlgorithm.class) {
            RandomGenerator before = GeneticAlgorithm.getRandomGenerator();
            GeneticAlgorithm.setRandomGenerator(random);
            try {
                return breeding.nextGeneration(population);
            } finally {
                GeneticAlgorithm.setRandomGenerator(before);
            }
        }
    }

    /// One knob or so changes: by a step up or down, or to any of its values.
    private MutationPolicy mutation() {
        return original -> {
            List<Integer> places = new ArrayList<>(((Genome) original).places());
            for (int i = 0; i < places.size(); i++) {
                int values = space.knobs().get(i).values().size();
                if (random.nextDouble() < 1.0 / places.size()) {
                    int step = places.get(i) + (random.nextBoolean() ? 1 : -1);
                    places.set(i, random.nextBoolean() ? random.nextInt(values) : Math.clamp(step, 0, values - 1));
                }
            }
            return new Genome(places);
        };
    }

    private static int[] choice(List<Integer> places) {
        return places.stream().mapToInt(Integer::intValue).toArray();
    }

    private double fitness(Trial trial) {
        double nearness = 1 / (1 + trial.reach());
        return trial.holds(probability) ? 2 + (1 - trial.cost() / dearest) + 1e-6 * nearness : trial.share() + nearness / (trial.runs() + 1);
    }

    private final class Genome extends AbstractListChromosome<Integer> {
        Genome(List<Integer> places) {
            super(places);
        }

        List<Integer> places() {
            return getRepresentation();
        }

        @Override
        public double fitness() {
            return Evolution.this.fitness(tried.get(places()));
        }

        @Override
        protected void checkValidity(List<Integer> places) {
            // places come from the space and stay in it
        }

        @Override
        public AbstractListChromosome<Integer> newFixedLengthChromosome(List<Integer> places) {
            return new Genome(places);
        }
    }
}
