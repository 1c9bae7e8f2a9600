package org.tailwright.catalog.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.simulation.optimise.Optimum;
import org.tailwright.simulation.scenario.Drill;
import org.tailwright.work.Work;

/// What a long simulation offers before it ends.
class EarlyAnswersTest {
    private static final String SCENARIO = """
            duration: 20s
            warmup: 2s
            runs: 12
            objective: p95<400ms
            stations:
              web: {servers: 5, time: exponential(100ms)}
            sources:
              users: {to: web, rate: 40}
            variants:
              more: {stations: {web: {servers: 8}}}
            optimise:
              probability: 80%
              runs: 4
              confirm: 20
              change: {stations: {web: {servers: {from: 4, to: 9, price: 10}}}}
            """;

    private static <R> R answer(Analysis.Run<R> run) {
        return ((Outcome.Answer<R>) run.outcome()).result();
    }

    @SuppressWarnings("unchecked")
    private static <R> List<Analysis.Run<R>> watched(Analysis<?, R> analysis) {
        List<Analysis.Run<R>> all = new ArrayList<>();
        Work work = new Work() {
            @Override
            public void progress(long done, long total) {}

            @Override
            public boolean cancelled() {
                return false;
            }

            @Override
            public void known(Supplier<?> soFar) {
                all.add((Analysis.Run<R>) soFar.get());
            }
        };
        all.add(analysis.run(Inputs.of(), Map.of("scenario", SCENARIO), work));
        return all;
    }

    @Test
    void aDrillGrowsByRoundsAndVariants() {
        List<Analysis.Run<Drill>> runs = watched(NetworkSimulation.SIMULATE);
        List<Drill> drills = runs.stream().map(EarlyAnswersTest::answer).toList();
        assertEquals(List.of("baseline 8", "baseline 12", "baseline 12", "baseline 12, more 8", "baseline 12, more 12", "baseline 12, more 12", "baseline 12, more 12"),
                drills.stream().map(each -> String.join(", ", each.variants().stream().map(one -> one.name() + " " + one.made().runs()).toList())).toList());
        assertEquals(drills.getLast(), drills.get(drills.size() - 2));
        assertEquals(runs.getLast().section().blocks().getFirst(), runs.get(runs.size() - 2).section().blocks().getFirst());
    }

    @Test
    void aSearchShowsWhatItTriedAndClaimsNothingYet() {
        List<Analysis.Run<Optimum>> runs = watched(NetworkSimulation.OPTIMISE);
        List<Optimum.Tried> all = answer(runs.getLast()).tried();
        for (int i = 0; i < runs.size() - 1; i++) {
            Optimum early = answer(runs.get(i));
            assertEquals(all.subList(0, i + 1), early.tried());
            assertNull(early.chosen());
            assertTrue(runs.get(i).section().blocks().stream().map(Object::toString).noneMatch(each -> each.contains("Cheapest that holds") || each.contains("No configuration tried")));
        }
        assertEquals(all.size(), runs.size() - 1);
    }
}
