package org.tailwright.simulation.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailwright.simulation.events.Fault;
import org.tailwright.simulation.events.Network;
import org.tailwright.simulation.laws.Hyperexponential;
import org.tailwright.simulation.laws.Law;
import org.tailwright.work.Work;

class ScenarioReaderTest {
    private static final String FULL = """
            title: Everything
            duration: 2m
            warmup: 5s
            runs: 8..40
            precision: 5%
            objective: p95<300ms
            stations:
              shop:
                instances: 3
                servers: 8
                zones: 3
                balance: two
                time: exponential(20ms)
                queue: 100
                max-wait: 1s
                shed-at: 50
                failing: 0.1%
                autoscale: {min: 2, max: 6, target: 70%, every: 10s, cold: 30s}
                cache: {keys: 1000, skew: 0.9, ttl: 60s, time: 1ms}
                calls:
                  pay: {times: 0.5, optional: true, timeout: 250ms, retries: 2, backoff: 50ms, multiplier: 3, jitter: 50%, budget: 20%,
                        breaker: {window: 30, failures: 40%, minimum: 10, open: 2s, probes: 1}, bulkhead: 20, hedge: 100ms, cancel: true}
                routes: {mail: 25%}
              pay: {time: 10ms..40ms, discipline: ps, servers: 4}
              mail: {time: "hyper(10ms, 2)"}
            sources:
              visitors: {to: shop, rate: {0s: 10, 1m: 50}, gap: "erlang(2, 1)", priority: 1, timeout: 5s}
              staff: {to: shop, users: 5, think: exponential(2s)}
            faults:
              - {slow: pay, at: 30s, for: 20s, factor: 5}
              - {stall: shop, at: 10s, for: 1s, every: 20s}
              - {spike: visitors, at: 90s, for: 10s}
              - {zone: 2, at: 60s}
              - {nodes: shop, at: 60s, count: 2}
              - {flush: shop, at: 70s}
            variants:
              no breaker: {stations: {shop: {calls: {pay: {breaker: none}}}}}
            """;

    @Test
    void everythingIsRead() {
        Scenario scenario = ScenarioReader.read(FULL);
        assertEquals("Everything", scenario.title());
        assertEquals(new Scenario.Settings(120_000_000_000L, 20, 5_000_000_000L, 8, 40, 0.05), scenario.settings());
        assertEquals(List.of("baseline", "with faults", "no breaker"), scenario.variants().stream().map(Scenario.Variant::name).toList());
        assertEquals(0, scenario.variants().get(0).network().faults().size());
        Network network = scenario.variants().get(1).network();
        Network.Station shop = network.stations().getFirst();
        assertEquals(new Network.Guard(100, 1_000_000_000L, 50), shop.guard());
        assertEquals(Network.Balance.TWO, shop.size().balance());
        assertEquals(6, shop.size().autoscaler().orElseThrow().most());
        Network.Call pay = shop.calls().getFirst();
        assertEquals(1, pay.target());
        assertEquals(0.2, pay.policy().retry().budget());
        assertEquals(30, pay.policy().breaker().orElseThrow().window());
        assertTrue(pay.policy().cancel());
        assertEquals(List.of(new Network.Route(2, 0.25)), shop.routes());
        assertInstanceOf(Law.LogNormal.class, network.stations().get(1).work().time());
        assertEquals(new Hyperexponential(0.01, 2), network.stations().get(2).work().time());
        assertEquals(List.of(0.0, 60.0), ((Network.Open) network.sources().getFirst().arrivals()).times());
        assertEquals(new Network.Closed(5, new Law.Exponential(2)), network.sources().get(1).arrivals());
        assertEquals(new Fault(Fault.Kind.SLOW, 1, 30_000_000_000L, 20_000_000_000L, 5, 0), network.faults().getFirst());
        assertEquals(List.of(Fault.Kind.SLOW, Fault.Kind.STALL, Fault.Kind.SPIKE, Fault.Kind.ZONE, Fault.Kind.NODES, Fault.Kind.FLUSH),
                network.faults().stream().map(Fault::kind).toList());
        assertEquals("Changed: shop → pay: breaker none", scenario.variants().get(2).note());
        Network changed = scenario.variants().get(2).network();
        assertTrue(changed.stations().getFirst().calls().getFirst().policy().breaker().isEmpty());
        assertEquals(pay.policy().timeoutNanos(), changed.stations().getFirst().calls().getFirst().policy().timeoutNanos(), "what a variant does not name stays");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "servers: 8 | serverz: 8 | line 10: station 'shop' has no 'serverz'; it has instances, servers",
        "servers: 8 | servers: many | line 10: 'servers' of station 'shop' needs a number, not 'many'",
        "servers: 8 | servers: 0 | line 10: 'servers' of station 'shop' must be from 1 to 1000000, not 0",
        "servers: 8 | servers: 2.5 | line 10: 'servers' of station 'shop' needs a whole number",
        "time: exponential(20ms) | time: exponential(20ms | line 13: 'exponential(20ms' is no law",
        "time: exponential(20ms) | time: normal(1, 1) | line 13: 'normal(1, 1)' gives negative times",
        "balance: two | balance: best | line 12: 'balance' of station 'shop' is one of random, round, least, two, not 'best'",
        "routes: {mail: 25%} | routes: {male: 25%} | line 23: 'routes' of 'shop' has no 'male'; it has shop, pay, mail",
        "timeout: 5s | timeout: 5 | line 27: 'timeout' of source 'visitors' needs a duration with its unit, such as 250ms, not '5'",
        "users: 5 | users: 5, rate: 3 | line 28: source 'staff' needs either 'rate'",
        "slow: pay | slow: pey | line 30: there is no station 'pey'; there are shop, pay, mail",
        "spike: visitors | spike: shop | line 32: there is no source 'shop'; there are visitors, staff",
        "warmup: 5s | warmup: auto | line 3: a run with faults or a load over time is never steady",
        "objective: p95<300ms | objective: fast | line 6: 'fast' is no objective",
        "runs: 8..40 | runs: some | line 4: 'runs' is a number",
        "title: Everything | title: [ | this is no valid YAML",
    })
    void mistakesAreNamedWithTheirLine(String right, String wrong, String sentence) {
        String text = FULL.replace(right, wrong);
        String said = String.valueOf(assertThrows(IllegalArgumentException.class, () -> ScenarioReader.read(text)).getMessage());
        assertTrue(said.contains(sentence), said);
    }

    @Test
    void anEmptyFileAndOneWithoutStations() {
        assertTrue(String.valueOf(assertThrows(IllegalArgumentException.class, () -> ScenarioReader.read("\n")).getMessage()).contains("empty"));
        assertTrue(String.valueOf(assertThrows(IllegalArgumentException.class, () -> ScenarioReader.read("title: x\n")).getMessage()).contains("needs 'stations'"));
        assertTrue(String.valueOf(assertThrows(IllegalArgumentException.class, () -> ScenarioReader.read("a: 1\na: 2\n")).getMessage()).startsWith("line 2"));
    }

    /// A steady scenario finds its warm-up and stops at its precision.
    @Test
    void aSteadyScenarioRuns() {
        Scenario scenario = ScenarioReader.read("""
                duration: 10m
                runs: 8..100
                precision: 5%
                objective: p99<100ms
                stations:
                  s: {time: exponential(10ms)}
                sources:
                  users: {to: s, rate: 50}
                """);
        Drill drill = Drill.of(scenario, 42, Work.NONE);
        assertEquals(1, drill.variants().size());
        Drill.Tried only = drill.worst();
        assertTrue(only.made().precise(), only.made().toString());
        assertEquals(20e6, only.numbers().mean().value(), 1e6);
        assertEquals(92.1e6, only.numbers().p99().value(), 5e6);
    }

    @Test
    void oneRunThatChangesIsRefused() {
        String text = """
                runs: 1
                stations: {web: {time: 5ms}}
                sources: {users: {to: web, rate: 10}}
                faults: [{slow: web, at: 10s, for: 5s, factor: 3}]
                """;
        assertTrue(String.valueOf(assertThrows(IllegalArgumentException.class, () -> ScenarioReader.read(text)).getMessage()).startsWith("line 1: one run"));
        assertEquals(2, ScenarioReader.read(text.replace("runs: 1", "runs: 2")).settings().least());
    }
}
