package org.tailwright.catalog.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.data.Dataset;
import org.tailwright.data.Objective;
import org.tailwright.data.Selection;
import org.tailwright.data.TimeSpan;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.Readers;
import org.tailwright.reports.Block;
import org.tailwright.reports.Json;
import org.tailwright.simulation.scenario.Drill;
import org.tailwright.work.Work;

/// The simulation on our own sample: what was measured there is known.
class NetworkSimulationTest {
    private static final Path SAMPLE = Path.of("sample-datasets/checkout/spans.jsonl.gz");
    private static final Path DRILL = Path.of("docs/guide/checkout-drill.yaml");
    /// 2026-11-22T23:56:00Z and the begin of the incident.
    private static final TimeSpan CALM = new TimeSpan(1_795_391_760_000_000_000L, 1_795_391_875_000_000_000L);

    /// Drafted from the calm part of the traces, the network has nearly the latency that the load driver measured: mean 32.7 ms, p99 156 ms.
    @Test
    void aDraftFromTracesPredictsTheMeasuredLatency() throws Exception {
        List<Dataset> data = Readers.read(SAMPLE, ReadOptions.DEFAULT, Work.NONE).datasets();
        Inputs all = Inputs.of(data.getFirst());
        Inputs inputs = new Inputs(all.datasets(), new Selection(Optional.of(CALM), Optional.empty(), List.of()), List.of(Objective.parse("p99<250ms")), 42, all.zone());
        Drill drill = answer(inputs, Map.of("runs", "4"));
        assertTrue(drill.scenario().contains("payment-gateway: {times: 0.10") && drill.scenario().contains("objective: p99<250ms"), drill.scenario());
        assertEquals(32.7e6, drill.worst().numbers().mean().value(), 4e6);
        assertEquals(156e6, drill.worst().numbers().p99().value(), 15e6);
        assertEquals(283, drill.worst().numbers().goodput().value(), 6);
    }

    /// The drill of the guide: in the measured incident 653 requests of 85,171 failed.
    @Test
    void theDrillFailsAsManyAsTheIncidentDid() {
        Analysis.Run<Drill> run = NetworkSimulation.SIMULATE.run(Inputs.of(), Map.of("scenario", DRILL.toString(), "runs", "8"), Work.NONE);
        Drill drill = assertInstanceOf(Drill.class, assertInstanceOf(Outcome.Answer.class, run.outcome()).result());
        Drill.Tried faulty = drill.worst();
        assertEquals("with faults", faulty.name());
        assertEquals(653, faulty.over().failures().values().stream().mapToDouble(Double::doubleValue).sum(), 150);
        assertEquals("connections", faulty.made().cascade().getFirst().station());
        assertEquals(120, faulty.made().cascade().getFirst().second(), 15);
        assertEquals(0, drill.variants().getFirst().health().errors().value());
        assertTrue(run.section().blocks().stream().anyMatch(each -> each instanceof Block.Picture picture && picture.id().equals("simulate-latency")));
        assertTrue(Json.text(drill).contains("\"breachedSeconds\""));
        assertEquals(1, NetworkSimulation.faults(drill).size());
    }

    /// One request a second for 500 ms against a limit of 100 ms: no span has enough requests, the whole run has.
    @Test
    void anObjectiveThatNeverHoldsIsNotSaidToHold() {
        String slow = """
                duration: 300s
                warmup: 0s
                runs: 4
                objective: p99<100ms
                stations: {web: {servers: 50, time: constant(500ms)}}
                sources: {users: {to: web, rate: 1}}
                """;
        assertEquals(Block.Tone.BAD, finding(slow).tone());
        assertTrue(finding(slow).title().contains("is breached"), finding(slow).title());
        Block.Finding none = finding(slow.replace("500ms", "500s").replace("servers: 50", "servers: 1"));
        assertEquals(Block.Tone.WATCH, none.tone());
        assertTrue(none.title().contains("too few requests"), none.title());
        Block.Finding thin = finding(slow.replace("500ms", "5ms"));
        assertEquals(Block.Tone.WATCH, thin.tone());
        assertTrue(thin.title().contains("over the whole run"), thin.title());
        Block.Finding two = finding(slow.replace("500ms", "5ms").replace("rate: 1}", "rate: 300}, others: {to: web, rate: 1}"));
        assertEquals(Block.Tone.GOOD, two.tone());
        assertTrue(two.title().contains("requests of users"), two.title());
    }

    private static Block.Finding finding(String scenario) {
        return NetworkSimulation.SIMULATE.run(Inputs.of(), Map.of("scenario", scenario), Work.NONE).section().blocks().stream().filter(Block.Finding.class::isInstance)
                .map(Block.Finding.class::cast).findFirst().orElseThrow();
    }

    @Test
    void withoutAnythingItSaysWhatIsMissing() {
        Outcome<Drill> outcome = NetworkSimulation.SIMULATE.run(Inputs.of(), Map.of(), Work.NONE).outcome();
        assertTrue(assertInstanceOf(Outcome.NotApplicable.class, outcome).why().contains("--scenario"));
        String said = String.valueOf(assertThrows(IllegalArgumentException.class,
                () -> NetworkSimulation.SIMULATE.run(Inputs.of(), Map.of("scenario", "absent.yaml"), Work.NONE)).getMessage());
        assertTrue(said.contains("absent.yaml"), said);
    }

    private static Drill answer(Inputs inputs, Map<String, String> typed) {
        Outcome<Drill> outcome = NetworkSimulation.SIMULATE.run(inputs, typed, Work.NONE).outcome();
        return outcome instanceof Outcome.Answer<Drill>(Drill drill) ? drill : assertInstanceOf(Drill.class, outcome);
    }
}
