package org.tailwright.statistics.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.data.Doubles;
import org.tailwright.data.Longs;
import org.tailwright.data.Metrics;
import org.tailwright.data.Origin;
import org.tailwright.data.Requests;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;
import org.tailwright.work.Work;

class IncidentsTest {
    private static IncidentsResult found(Requests requests) {
        return switch (Incidents.find(requests, Inputs.of(requests), Work.NONE)) {
            case Outcome.Answer<IncidentsResult> answer -> answer.result();
            case Outcome.NotApplicable<IncidentsResult> not -> fail(not.why());
        };
    }

    private static double second(long time) {
        return (time - Runs.NOON) / 1e9;
    }

    @ParameterizedTest
    @CsvSource({"0", "0.9", "0.99"})
    void calmRunsHaveNone(double rho) {
        int runs = 80;
        int alarms = 0;
        for (int run = 0; run < runs; run++) {
            alarms += found(new Runs(400, 50, rho, 9_000 + run).requests((_, _, _) -> 1)).incidents().isEmpty() ? 0 : 1;
        }
        assertTrue(alarms <= 4, alarms + " false alarms in " + runs + " calm runs");
    }

    @Test
    void anotherMixOfLabelsIsNoIncident() {
        Requests requests = new Runs(400, 60, 0.5, 1).requests(new Runs.Course() {
            @Override
            public double factor(double second, boolean pay, double chance) {
                return 1;
            }

            @Override
            public double mix(double second) {
                return second > 200 && second < 260 ? 0.9 : 0.3;
            }
        });
        assertEquals(List.of(), found(requests).incidents());
    }

    private static Runs.Course steps(double from, double to) {
        return new Runs.Course() {
            @Override
            public double factor(double second, boolean pay, double chance) {
                return (1 + Math.floor(second / 150)) * (second >= from && second < to ? 3 : 1);
            }

            @Override
            public long active(double second) {
                return 2 + 2 * (long) (second / 150);
            }
        };
    }

    @Test
    void slowerUnderMoreLoadIsNoIncident() {
        IncidentsResult result = found(new Runs(450, 60, 0.5, 1).requests(steps(0, 0)));
        assertEquals(3, result.levels());
        assertEquals(List.of(), result.incidents());
    }

    @Test
    void anIncidentWithinALoadStepIsComparedWithThatStep() {
        IncidentsResult result = found(new Runs(450, 60, 0.5, 1).requests(steps(200, 240)));
        assertEquals(1, result.incidents().size());
        Incident incident = result.incidents().getFirst();
        assertEquals(200, second(incident.span().start()), 1.01);
        assertEquals(240, second(incident.span().end()), 1.01);
        assertEquals(3, incident.inside().p50().value() / incident.outside().p50().value(), 0.4);
    }

    @Test
    void connectionsOpenedBecauseRequestsAreSlowAreNoLoadStep() {
        IncidentsResult result = found(new Runs(450, 60, 0.5, 1).requests(new Runs.Course() {
            @Override
            public double factor(double second, boolean pay, double chance) {
                return second >= 150 && second < 260 ? 5 : 1;
            }

            @Override
            public long active(double second) {
                return second < 152 ? 40 : 300;
            }
        }));
        assertEquals(1, result.levels());
        assertEquals(1, result.incidents().size());
        assertEquals(260, second(result.incidents().getFirst().span().end()), 1.02);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 3, 1, 30", "0.9, 3, 1, 30", "0, 10, 1, 6", "0.5, 8, 0.5, 60", "0.9, 10, 1, 90"})
    void incidentsAreFoundWhereTheyAre(double rho, double factor, double share, double length) {
        for (int run = 0; run < 12; run++) {
            double from = 20 + run * 37 % 300;
            double to = from + length;
            Requests requests = new Runs(420, 60, rho, 5_000 + run)
                    .requests((second, _, chance) -> second >= from && second < to && chance < share ? factor : 1);
            IncidentsResult result = found(requests);
            assertEquals(1, result.incidents().size(), "at " + from);
            Incident incident = result.incidents().getFirst();
            double window = result.windowNanos() / 1e9 + 0.02;
            assertEquals(from, second(incident.span().start()), window);
            assertEquals(to, second(incident.span().end()), window);
            assertTrue(incident.inside().p90().value() > incident.outside().p90().value());
        }
    }

    @Test
    void failuresAloneAreAnIncidentToo() {
        Requests requests = new Runs(420, 60, 0.5, 3).requests(new Runs.Course() {
            @Override
            public double factor(double second, boolean pay, double chance) {
                return 1;
            }

            @Override
            public double failing(double second) {
                return second >= 100 && second < 140 ? 0.3 : 0.002;
            }
        });
        List<Incident> incidents = found(requests).incidents();
        assertEquals(1, incidents.size());
        assertEquals(0.3, incidents.getFirst().inside().errors().value(), 0.05);
        assertEquals(100, second(incidents.getFirst().span().start()), 1.02);
    }

    @Test
    void twoIncidentsAreTwo() {
        Requests requests = new Runs(600, 60, 0.5, 3).requests((second, _, _) -> second >= 100 && second < 140 || second >= 400 && second < 430 ? 4 : 1);
        List<Incident> incidents = found(requests).incidents();
        assertEquals(2, incidents.size());
        assertEquals(400, second(incidents.get(1).span().start()), 1.02);
    }

    @Test
    void theLabelThatWasHitComesFirstAndTheMetricThatMovedIsNamed() {
        Requests requests = new Runs(420, 60, 0.5, 4).requests((second, pay, _) -> pay && second >= 200 && second < 260 ? 6 : 1);
        long[] times = new long[420];
        Arrays.setAll(times, i -> Runs.NOON + i * 1_000_000_000L);
        double[] pending = new double[420];
        Arrays.setAll(pending, i -> i >= 200 && i < 260 ? 38 + i % 3 : i % 2);
        double[] flat = new double[420];
        Arrays.setAll(flat, i -> 50 + i % 7);
        Metrics metrics = new Metrics(new Origin("m.csv", Path.of("m.csv"), "generated", Trust.clean(840)), List.of(
                new Metrics.Series("heap", Map.of(), Longs.of(Unit.TIME, times), Doubles.of(Unit.NONE, flat)),
                new Metrics.Series("pool.pending", Map.of(), Longs.of(Unit.TIME, times), Doubles.of(Unit.NONE, pending))));
        var run = Incidents.ANALYSIS.run(Inputs.of(requests, metrics), Map.of(), Work.NONE);
        assertTrue(run.outcome() instanceof Outcome.Answer<IncidentsResult>);
        String text = run.section().blocks().toString();
        assertTrue(text.contains("Hit hardest: POST /pay"), text);
        assertTrue(text.contains("pool.pending moved from"), text);
        assertTrue(!text.contains("heap moved"), text);
        assertTrue(text.contains("From 12:03:"), text);
    }

    @Test
    void tooFewRequestsAreRefused() {
        Outcome<IncidentsResult> outcome = Incidents.find(new Runs(10, 10, 0, 1).requests((_, _, _) -> 1), Inputs.of(), Work.NONE);
        assertTrue(outcome instanceof Outcome.NotApplicable<IncidentsResult>);
    }
}
