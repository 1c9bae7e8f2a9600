package org.tailwright.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.reports.Block;
import org.tailwright.work.Work;

class FormulaSimulationTest {
    /// A product of log-normal numbers is log-normal: µ = 6 − 4, σ² = 0.09 + 0.16.
    private static final Map<String, String> PRODUCT = Map.of("inputs", "load = lognormal(6, 0.3); demand = lognormal(-4, 0.4)", "formula", "busy = load * demand; twice = 2 * busy", "limit", "twice > 30",
            "draws", "200000");

    @ParameterizedTest
    @EnumSource(Design.Points.class)
    void aProductOfLogNormalNumbers(Design.Points points) {
        FormulaForecast forecast = answer(with(PRODUCT, "points", points.name().toLowerCase(java.util.Locale.ROOT)));
        FormulaForecast.Output busy = forecast.outputs().getFirst();
        assertEquals(Math.exp(2 + 0.125), busy.spread().mean().value(), 4.5 * busy.spread().mean().error());
        NormalDistribution normal = new NormalDistribution();
        for (double p : new double[] {0.05, 0.5, 0.95, 0.99}) {
            double truth = Math.exp(2 + 0.5 * normal.inverseCumulativeProbability(p));
            double error = (busy.at(p).high() - busy.at(p).low()) / 3.92;
            assertEquals(truth, busy.at(p).value(), 4.5 * error);
            assertEquals(2 * busy.at(p).value(), forecast.outputs().getLast().at(p).value(), 1e-12 * truth);
        }
        double beyond = 1 - normal.cumulativeProbability((Math.log(15) - 2) / 0.5);
        assertEquals(beyond, forecast.limit().share().value(), 4.5 * forecast.limit().share().error());
        assertEquals("demand", forecast.drivers().getFirst().input());
        assertEquals(6 / Math.PI * Math.asin(0.8 / 2), forecast.drivers().getFirst().rank(), 0.02);
        assertTrue(forecast.drivers().stream().allMatch(each -> each.total() >= each.share() - 0.03), forecast.drivers().toString());
    }

    /// x and y standard normal with correlation ρ: the Shapley effects of x + 2y are (1 + 2ρ + 1.5ρ²)/V and (4 + 2ρ − 1.5ρ²)/V with V = 5 + 4ρ (Owen and Prieur 2017, two inputs).
    @Test
    void shapleyEffectsOfCorrelatedInputs() {
        double rank = 0.5;
        double rho = 2 * Math.sin(Math.PI * rank / 6);
        FormulaForecast forecast = answer(Map.of("inputs", "x = normal(0,1); y = normal(0,1)", "formula", "x + 2 * y", "correlations", "x, y = 1 0.5 / 0.5 1", "draws", "50000"));
        double variance = 5 + 4 * rho;
        Map<String, Double> shares = new HashMap<>();
        forecast.drivers().forEach(each -> shares.put(each.input(), each.share()));
        assertEquals((1 + 2 * rho + 1.5 * rho * rho) / variance, shares.get("x"), 0.02);
        assertEquals((4 + 2 * rho - 1.5 * rho * rho) / variance, shares.get("y"), 0.02);
        assertEquals(variance, forecast.outputs().getFirst().spread().deviation() * forecast.outputs().getFirst().spread().deviation(), 0.15);
        assertTrue(Double.isNaN(forecast.drivers().getFirst().total()));
    }

    /// A logarithm of what is negative in one draw of four: such draws lie beyond every limit and are told, not dropped.
    @Test
    void drawsWithoutANumberCountAsBeyond() {
        Analysis.Run<FormulaForecast> run = FormulaSimulation.FORMULA.run(Inputs.of(), Map.of("inputs", "x = uniform(-1, 3)", "formula", "y = log(x)", "limit", "y > 2", "draws", "20000"), Work.NONE);
        FormulaForecast forecast = ((Outcome.Answer<FormulaForecast>) run.outcome()).result();
        assertEquals(0.25, forecast.outputs().getFirst().spread().undefined(), 0.015);
        assertEquals(0.25, forecast.limit().share().value(), 4 * forecast.limit().share().error());
        assertTrue(Double.isNaN(forecast.outputs().getFirst().at(0.95).value()));
        assertTrue(run.section().blocks().stream().anyMatch(each -> each instanceof Block.Finding finding && finding.title().contains("no number")));
    }

    @Test
    void mistakesNameTheOption() {
        assertTrue(wrong("inputs", "load 5").startsWith("--inputs: "));
        assertTrue(wrong("inputs", "a = gauss(1)").startsWith("--inputs: there is no law"));
        assertTrue(wrong("inputs", "a = 1; a = 2").contains("twice"));
        assertTrue(wrong("formula", "busy = load * x").startsWith("--formula: character 15"));
        assertTrue(wrong("limit", "cost > 3").contains("busy, twice"));
        assertTrue(wrong("limit", "busy > 3..4").contains("no number"));
        assertTrue(wrong("correlations", "load~x:0.5").startsWith("--correlations: "));
        Outcome<FormulaForecast> nothing = FormulaSimulation.FORMULA.run(Inputs.of(), Map.of(), Work.NONE).outcome();
        assertTrue(((Outcome.NotApplicable<FormulaForecast>) nothing).why().contains("--formula"));
        Outcome<FormulaForecast> unmeasured = FormulaSimulation.FORMULA.run(Inputs.of(), Map.of("inputs", "a = data:load", "formula", "2 * a"), Work.NONE).outcome();
        assertTrue(((Outcome.NotApplicable<FormulaForecast>) unmeasured).why().contains("requests"));
    }

    @Test
    void drawsAreListedAndComeAgain() {
        FormulaForecast forecast = answer(with(PRODUCT, "list-draws", "9000"));
        assertEquals(9000, forecast.drawn().list().size());
        for (var row : forecast.drawn().list().subList(8190, 8200)) {
            assertEquals(row.get(0) * row.get(1), row.get(2), 1e-12 * row.get(2));
            assertEquals(2 * row.get(2), row.get(3), 1e-12 * row.get(3));
        }
        FormulaForecast again = answer(with(PRODUCT, "list-draws", "9000"));
        assertEquals(forecast.drawn(), again.drawn());
        assertArrayEquals(forecast.outputs().getLast().curve(), again.outputs().getLast().curve());
    }

    private static String wrong(String id, String text) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> FormulaSimulation.FORMULA.form().parse(with(PRODUCT, id, text))).getMessage());
    }

    private static Map<String, String> with(Map<String, String> typed, String id, String text) {
        Map<String, String> more = new HashMap<>(typed);
        more.put(id, text);
        return more;
    }

    private static FormulaForecast answer(Map<String, String> typed) {
        return ((Outcome.Answer<FormulaForecast>) FormulaSimulation.FORMULA.run(Inputs.of(), typed, Work.NONE).outcome()).result();
    }
}
