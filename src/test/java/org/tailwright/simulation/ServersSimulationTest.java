package org.tailwright.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.catalog.capacity.CapacityAnalyses;
import org.tailwright.statistics.queueing.ErlangC;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

class ServersSimulationTest {
    /// Load log-normal, demand 10 ms: n servers carry 100 n per second, so that the need is the log-normal quantile rounded up.
    private static final Map<String, String> TYPED = Map.of("load", "lognormal(6.5,0.35)", "demand", "10ms", "growth", "0", "wobble", "0", "months", "1", "draws", "65536");

    @Test
    void quantilesOfTheNeed() {
        ServersNeeded needed = answer(TYPED);
        for (ServersNeeded.Confidence each : needed.confidences()) {
            double truth = Math.ceil(Math.exp(6.5 + 0.35 * new NormalDistribution().inverseCumulativeProbability(each.share())) / 100);
            assertEquals(truth, each.servers(), each.toString());
            assertTrue(each.low() <= truth && truth <= each.high());
        }
        ServersNeeded.Option twelve = needed.options().stream().filter(each -> each.servers() == 12).findFirst().orElseThrow();
        assertEquals(0.0459042738274587, twelve.breach().value(), 4 * twelve.breach().error(), "case capacity-ln of the reference");
        assertEquals("load now", needed.drivers().getFirst().input());
        assertEquals(1, needed.drivers().getFirst().share(), 1e-9);
    }

    /// Three times the load needs the quantile of three times the load.
    @Test
    void aFactorMultipliesTheLastMonth() {
        double servers = answer(with(Map.of("factor", "3"))).confidences().getFirst().servers();
        assertEquals(Math.ceil(3 * Math.exp(6.5) / 100), servers);
    }

    /// With a latency limit the answer is the fewest servers whose exact tail is within it.
    @Test
    void theLatencyLimitIsHeld() {
        double servers = answer(Map.of("load", "700", "demand", "10ms", "growth", "0", "wobble", "0", "draws", "8192", "objective-latency", "60ms")).confidences().getLast()
                .servers();
        assertTrue(ErlangC.tail((int) servers, 700, 0.01, 0.06) <= 0.01);
        assertTrue(ErlangC.tail((int) servers - 1, 700, 0.01, 0.06) > 0.01 || servers == 8, "fewer are too few: " + servers);
    }

    /// Spread points give the same answer with less error; a wanted precision stops early.
    @Test
    void designsAndStopping() {
        ServersNeeded sobol = answer(with(Map.of("points", "sobol", "precision", "0.002", "draws", "2000000")));
        assertEquals(answer(TYPED).confidences().getLast().servers(), sobol.confidences().getLast().servers());
        assertTrue(sobol.drawn().precise());
        assertEquals(16 * 8192, sobol.drawn().draws());
        ServersNeeded correlated = answer(Map.of("load", "400..500", "demand", "8ms..14ms", "growth", "normal(3%,1%)", "correlations", "load now~growth:0.8", "list-draws", "5", "draws", "20000"));
        assertTrue(correlated.drawn().correlated() && correlated.drawn().design().contains("Gaussian copula"), correlated.drawn().design());
        assertEquals(1, correlated.drivers().stream().mapToDouble(ServersNeeded.Driver::share).sum(), 1e-9);
        assertEquals(5, correlated.drawn().list().size());
        assertEquals(7, correlated.drawn().list().getFirst().size());
    }

    /// 730 hours a month: 12 servers of 200 W use 1752 kWh.
    @Test
    void pricesAndEnergy() {
        ServersNeeded needed = answer(Map.of("load", "1000", "demand", "11.5ms", "growth", "0", "wobble", "0", "draws", "8192", "server-price", "73", "server-watts", "200", "carbon",
                "380"));
        ServersNeeded.Option option = needed.options().getFirst();
        assertEquals(12, option.servers());
        assertEquals(876, option.costMonth(), 1e-9);
        assertEquals(876 / (1000 * 730.0 * 3600 / 1e6), option.costMillion(), 1e-9);
        assertEquals(1752, option.energyMonth(), 1e-9);
        assertEquals(665.76, option.carbonMonth(), 1e-9);
    }

    /// Requests of the last month's load all month, whatever the factor of its one busy day and the scatter are.
    @Test
    void aPricePerRequestIsOfTheLastMonthsLoad() {
        Map<String, String> plain = Map.of("load", "100", "demand", "5ms", "draws", "8192", "server-price", "730", "growth", "-0.1", "months", "12", "factor", "3", "wobble", "0.5");
        ServersNeeded.Option option = answer(plain).options().getFirst();
        assertEquals(option.costMonth() / (100 * Math.pow(0.9, 12) * 730 * 3600 / 1e6), option.costMillion(), 1e-9);
    }

    @Test
    void carbonNeedsWatts() {
        Map<String, String> typed = Map.of("load", "100", "demand", "5ms", "carbon", "300");
        assertThrows(IllegalArgumentException.class, () -> answer(typed));
    }

    /// The p99 of an exponential service is ln 100 times its mean, however many servers there are.
    @Test
    void aLimitBelowTheServiceAloneIsNamed() {
        Map<String, String> typed = Map.of("load", "50", "demand", "20ms", "growth", "0", "wobble", "0", "draws", "8192", "objective-latency", "60ms");
        String words = CapacityAnalyses.SERVERS.run(Inputs.of(), typed, Work.NONE).section().blocks().toString();
        assertTrue(words.contains("p99 of the service alone is 92.1"), words);
    }

    /// With coherency there is a number of servers beyond which more do harm; above what it carries nothing helps.
    @Test
    void noNumberIsEnough() {
        assertTrue(Double.isInfinite(answer(Map.of("load", "5000", "demand", "10ms", "beta", "0.01", "growth", "0", "wobble", "0", "draws", "8192")).confidences().getFirst().servers()));
    }

    private static Map<String, String> with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(TYPED);
        all.putAll(more);
        return all;
    }

    private static ServersNeeded answer(Map<String, String> typed) {
        Outcome<ServersNeeded> outcome = CapacityAnalyses.SERVERS.run(Inputs.of(), typed, Work.NONE).outcome();
        return assertInstanceOf(ServersNeeded.class, assertInstanceOf(Outcome.Answer.class, outcome).result());
    }

    private static String words(Map<String, String> typed) {
        return CapacityAnalyses.SERVERS.run(Inputs.of(), typed, Work.NONE).section().blocks().toString();
    }

    /// A range whose middle is fast enough: it is the slow end that no number of servers makes faster. Only with a loss do servers hinder each other.
    @Test
    void lossesAreBlamedOnlyWhereThereAreAny() {
        Map<String, String> typed = Map.of("load", "50", "demand", "10ms..40ms", "growth", "0", "wobble", "0", "draws", "8192", "objective-latency", "120ms");
        String alone = words(typed);
        assertTrue(alone.contains("p99 of the service alone is above the limit of 120") && !alone.contains("lose more"), alone);
        Map<String, String> losing = new LinkedHashMap<>(typed);
        losing.put("beta", "0.001");
        assertTrue(words(losing).contains("servers lose more to each other than they bring"), words(losing));
    }

    /// The load is that of the busy hour: a price per request is a lower bound, and is called one.
    @Test
    void optionsSayWhatTheyAre() {
        String words = words(Map.of("load", "100..140", "demand", "5ms..15ms", "draws", "8192", "server-price", "730", "server-watts", "200"));
        assertTrue(words.contains("per million requests, at least") && words.contains("is a lower bound"), words);
        assertTrue(!words.contains("±") && words.contains("kWh") && !words.contains("CO2"), words);
    }

    /// Throughput that flattens and never falls: nothing is enough beyond 1/(contention × demand), and that is said at once instead of after all numbers were tried.
    @Test
    @Timeout(20)
    void whatAllServersTogetherCarryIsNamed() {
        String words = words(Map.of("load", "4000..8000", "demand", "20ms", "alpha", "0.01", "growth", "0", "objective-latency", "250ms", "draws", "200000"));
        assertTrue(words.contains("No number of servers is enough") && words.contains("no number of servers carries more than 5,000 requests/s"), words);
        assertEquals(1 / 0.01, ServersDraws.together(0.01, 1e-18), 1e-4);
        assertEquals(10 / (1 + 0.01 * 90), ServersDraws.together(0, 0.01), 1e-12);
    }

    /// The fewest servers are those that going up one by one finds.
    @Test
    void theFewestAreThoseFoundOneByOne() {
        RandomGenerator random = Seeds.stream(3, "fewest", 0);
        int none = 0;
        for (int i = 0; i < 4000; i++) {
            double[] draw = {0, 0, 0.02, 0.8 + 0.2 * random.nextDouble(), random.nextBoolean() ? 0.03 * random.nextDouble() : 0, random.nextBoolean() ? 1e-3 * random.nextDouble() : 0};
            double rate = Math.exp(3 + 5 * random.nextDouble());
            CapacityQuestion.Objective objective = new CapacityQuestion.Objective(random.nextBoolean() ? 1 : 0.8, 0.99, random.nextInt(4) == 0 ? Double.POSITIVE_INFINITY : 4e8 * random.nextDouble());
            double found = ServersDraws.fewest(objective, rate, draw);
            double first = Double.POSITIVE_INFINITY;
            for (int servers = 1; servers <= 300 && Double.isInfinite(first); servers++) {
                Future future = new Future(objective);
                future.begin(servers, draw[2], draw[3], draw[4], draw[5]);
                first = future.breach(rate) ? first : servers;
            }
            assertEquals(first, found <= 300 ? found : Double.POSITIVE_INFINITY, draw[4] + " " + draw[5] + " " + rate + " " + objective);
            none += Double.isInfinite(first) ? 1 : 0;
        }
        assertTrue(none > 400 && none < 3600, none + " of 4000 without an answer");
    }
}
