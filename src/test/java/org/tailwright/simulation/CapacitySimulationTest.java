package org.tailwright.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.catalog.capacity.CapacityAnalyses;
import org.tailwright.data.Column;
import org.tailwright.data.Longs;
import org.tailwright.data.Meaning;
import org.tailwright.data.Origin;
import org.tailwright.data.Requests;
import org.tailwright.data.Table;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;
import org.tailwright.reports.Block;
import org.tailwright.simulation.laws.Law;
import org.tailwright.simulation.laws.LawText;
import org.tailwright.work.Pool;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

class CapacitySimulationTest {
    private static final Map<String, String> TYPED = Map.of("load", "lognormal(6.5,0.35)", "demand", "10ms", "servers", "12", "growth", "0",
            "wobble", "0", "months", "3", "draws", "200000");

    /// With constant demand of 10 ms and 12 servers the load must stay below 1200/s: the shortfall of the reference case capacity-ln.
    @Test
    void theShortfallOfALogNormalLoad() {
        CapacityForecast forecast = answer(TYPED);
        for (CapacityForecast.Month month : forecast.months()) {
            assertEquals(0.0459042738274587, month.breachIn().value(), 4 * month.breachIn().error());
            assertEquals(month.breachIn().value(), month.breachBy().value());
            assertEquals(month.breachIn().value(), month.unstable().value());
        }
        assertEquals(0.000468, forecast.months().getFirst().breachIn().error(), 1e-5);
        assertNull(forecast.firstRiskyMonth());
    }

    /// log(load) + m log(1.05) is normal: the probability of each month is known.
    /// Utilisation of the last month is a product of log-normal load and demand: first-order index (e^σ₁² − 1)/(e^(σ₁²+σ₂²) − 1). With both
    /// correlated, Sobol's indices mean nothing and Shapley effects that add up to one take their place.
    @Test
    void sharesOfTheVarianceOfUtilisation() {
        Map<String, String> product = with(TYPED, Map.of("load", "lognormal(6, 0.3)", "demand", "lognormal(-5, 0.2)", "draws", "10000"));
        List<CapacityForecast.Sensitivity> found = answer(product).sensitivity();
        double all = Math.expm1(0.13);
        assertEquals("load now", found.getFirst().input());
        assertEquals(Math.expm1(0.09) / all, found.getFirst().share(), 0.03);
        assertEquals(1 - Math.expm1(0.04) / all, found.getFirst().total(), 0.03);
        List<CapacityForecast.Sensitivity> together = answer(with(product, Map.of("correlations", "load now~service demand:0.5"))).sensitivity();
        assertEquals(1, together.stream().mapToDouble(CapacityForecast.Sensitivity::share).sum(), 0.03);
        assertTrue(together.stream().allMatch(each -> Double.isNaN(each.total())));
        assertTrue(together.getFirst().share() < found.getFirst().share());
    }

    @Test
    void growthShiftsTheLoad() {
        CapacityForecast forecast = answer(with(TYPED, Map.of("growth", "5%", "months", "12")));
        for (CapacityForecast.Month month : forecast.months()) {
            double z = (Math.log(1200) - 6.5 - month.month() * Math.log(1.05)) / 0.35;
            assertEquals(1 - new NormalDistribution().cumulativeProbability(z), month.breachBy().value(), 4 * month.breachBy().error());
            assertEquals(month.breachIn().value(), month.breachBy().value(), "with one growth path and no wobble a breach stays");
        }
        assertEquals(1, forecast.firstRiskyMonth());
    }

    @Test
    void byAndInAMonthDifferWhenMonthsWobble() {
        CapacityForecast forecast = answer(with(TYPED, Map.of("wobble", "0.1", "months", "12", "growth", "normal(0,0.5%)")));
        CapacityForecast.Month last = forecast.months().getLast();
        assertTrue(last.breachBy().value() > last.breachIn().value() + 20 * last.breachIn().error());
        for (int i = 1; i < forecast.months().size(); i++) {
            assertTrue(forecast.months().get(i).breachBy().value() >= forecast.months().get(i - 1).breachBy().value());
        }
    }

    /// M/M/1: p99 = S ln 100 / (1 − ρ), so that p99 ≤ 0.5 s with S = 10 ms means ρ ≤ 1 − 0.01 ln 100 / 0.5.
    @Test
    void theLatencyObjectiveIsThatOfTheQueue() {
        CapacityForecast forecast = answer(with(TYPED, Map.of("servers", "1", "load", "uniform(0,100)", "objective-latency", "500ms", "months", "1")));
        double rho = 1 - 0.01 * Math.log(100) / 0.5;
        assertEquals(1 - rho, forecast.months().getFirst().breachIn().value(), 4 * forecast.months().getFirst().breachIn().error());
        CapacityForecast bound = answer(with(TYPED, Map.of("servers", "1", "load", "uniform(0,100)", "utilisation", "0.7", "months", "1")));
        assertEquals(0.3, bound.months().getFirst().breachIn().value(), 4 * bound.months().getFirst().breachIn().error());
    }

    @Test
    void theAnswerDoesNotDependOnTheNumberOfCores() {
        CapacityForecast many = answer(TYPED);
        CapacityForecast alone = Pool.map(2, Work.NONE, _ -> answer(TYPED)).getFirst();
        assertEquals(many, alone);
        List<MonteCarlo.Input> inputs = List.of(new MonteCarlo.Input("a", Law.parse("pert(1,2,4)")), new MonteCarlo.Input("b", Law.parse("100..300")));
        double[] one = MonteCarlo.run(inputs, 1, (in, out) -> out[0] = in[0] * in[1], 50_000, 1, Work.NONE).getFirst().draws();
        double[] first = MonteCarlo.run(inputs, 1, (in, out) -> out[0] = in[0] * in[1], 40_000, 1, Work.NONE).getFirst().draws();
        assertArrayEquals(first, Arrays.copyOf(one, 40_000), "more draws only add draws");
    }

    /// A share near 0.0459 is known within 0.3 % (1.96 standard errors) from 18,700 draws on, within 0.1 % from 168,000: one and two rounds of 16 × 8,192.
    @Test
    void drawsUntilThePrecisionIsReached() {
        Map<String, String> much = with(TYPED, Map.of("draws", "2000000"));
        assertEquals(131_072, answer(with(much, Map.of("precision", "0.003"))).draws());
        CapacityForecast finer = answer(with(much, Map.of("precision", "0.001")));
        assertEquals(262_144, finer.draws());
        assertTrue(1.96 * finer.months().getLast().breachBy().error() <= 0.001);
        assertTrue(finer.assumed().get("stopping").startsWith("wanted precision reached"), finer.assumed().toString());
        assertEquals(finer, Pool.map(2, Work.NONE, _ -> answer(with(much, Map.of("precision", "0.001")))).getFirst());
        assertEquals(answer(with(much, Map.of("draws", "262144"))).months(), finer.months(), "stopping only leaves draws out");
    }

    @Test
    void aPrecisionThatIsNotReachedIsSaid() {
        Analysis.Run<CapacityForecast> run = CapacityAnalyses.CAPACITY.run(Inputs.of(), with(TYPED, Map.of("draws", "20000", "precision", "0.0001")), Work.NONE);
        assertTrue(run.section().blocks().toString().contains("24,576 draws; wanted precision not reached"), run.section().blocks().toString());
    }

    /// None of 131,072 futures breaches; what never happened may still happen in 3.7 of as many, 0.0028 %.
    @Test
    void whatWasNeverDrawnIsNotCertain() {
        Map<String, String> calm = with(TYPED, Map.of("load", "10", "draws", "400000"));
        assertEquals(131_072, answer(with(calm, Map.of("precision", "0.00003"))).draws());
        assertEquals(262_144, answer(with(calm, Map.of("precision", "0.00002"))).draws());
    }

    @Test
    void explainsWithEveryErrorNamed() {
        Analysis.Run<CapacityForecast> run = CapacityAnalyses.CAPACITY.run(Inputs.of(), with(TYPED, Map.of("growth", "1%..4%", "draws", "20000")), Work.NONE);
        String text = run.section().blocks().toString();
        for (String wanted : List.of("Simulation error", "Sampling error", "Model error", "drawn futures", "log-normal, 90 % from")) {
            assertTrue(text.contains(wanted), wanted);
        }
        assertEquals(4, run.section().blocks().stream().filter(Block.Picture.class::isInstance).count());
    }

    @Test
    void loadAndDemandComeFromRequests() {
        Outcome<CapacityForecast> outcome = CapacityAnalyses.CAPACITY.run(Inputs.of(requests()), Map.of("servers", "4", "draws", "20000"), Work.NONE)
                .outcome();
        CapacityForecast forecast = ((Outcome.Answer<CapacityForecast>) outcome).result();
        assertEquals(100 * 0.02 / 4 * 1.03, forecast.months().getFirst().utilisation().get(2), 0.03);
        assertTrue(forecast.assumed().get("load now").startsWith("empirical"));
    }

    @Test
    void whatIsMissingIsSaid() {
        Outcome<CapacityForecast> outcome = CapacityAnalyses.CAPACITY.run(Inputs.of(), Map.of(), Work.NONE).outcome();
        assertTrue(((Outcome.NotApplicable<CapacityForecast>) outcome).why().contains("--load"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> CapacityAnalyses.CAPACITY.form().parse(Map.of("growth", "gauss(1,2)")))
                .getMessage().contains("--growth: there is no law 'gauss'"));
    }

    @Test
    void lawsAsPeopleWriteThem() {
        assertEquals(new Law.Triangular(2, 4, 9), Law.parse("triangular(2, 4, 9)"));
        assertEquals(new Law.Normal(0.03, 0.01), Law.parse("normal(3%,1%)"));
        assertEquals(new Law.Constant(0.25), Law.parse("250ms"));
        Law range = Law.parse("100..300");
        assertEquals(100, range.quantile(0.05), 1e-9);
        assertEquals(300, range.quantile(0.95), 1e-9);
        assertEquals("log-normal, 90 % from 100 to 300", LawText.words(range));
        assertTrue(Law.parse("-1%..4%") instanceof Law.Normal);
        for (String wrong : List.of("", "abc", "pert(1,2)", "uniform(2,1)", "normal(1,-1)", "3..2", "nan", "triangular(3,3,3)")) {
            assertThrows(IllegalArgumentException.class, () -> Law.parse(wrong), wrong);
        }
    }

    private static CapacityForecast answer(Map<String, String> typed) {
        Outcome<CapacityForecast> outcome = CapacityAnalyses.CAPACITY.run(Inputs.of(), typed, Work.NONE).outcome();
        return ((Outcome.Answer<CapacityForecast>) outcome).result();
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(some);
        all.putAll(more);
        return all;
    }

    /// 100 requests a second of 20 ms for ten minutes.
    private static Requests requests() {
        RandomGenerator random = Seeds.stream(5, "requests", 0);
        Longs.Builder starts = Longs.builder(Unit.TIME);
        Longs.Builder durations = Longs.builder(Unit.DURATION);
        long now = 0;
        while (now < 600_000_000_000L) {
            starts.add(now);
            durations.add(Math.round(20e6 * random.nextExponential()));
            now += Math.round(10e6 * random.nextExponential());
        }
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.START, starts.build());
        columns.put(Requests.DURATION, durations.build());
        return new Requests(new Origin("requests", Path.of("requests.csv"), "made up", Trust.clean(1)), Table.of(columns),
                Meaning.of(Meaning.Duration.SERVICE_TIME, Meaning.Stamp.START, 0));
    }
}
