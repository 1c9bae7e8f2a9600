package org.tailwright.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tailwright.simulation.laws.Law;
import org.tailwright.work.Work;

class DesignTest {
    private static final List<MonteCarlo.Input> INPUTS = List.of(new MonteCarlo.Input("a", new Law.LogNormal(1, 0.5)), new MonteCarlo.Input("b", new Law.Uniform(2, 4)),
            new MonteCarlo.Input("c", new Law.Exponential(3)));

    /// Each input keeps its law, and the copula gives the rank correlation asked for.
    @ParameterizedTest
    @EnumSource(Design.Points.class)
    void margins(Design.Points points) {
        Design design = new Design(points, Design.pairs("a~b:0.7, b~c:-0.3", List.of("a", "b", "c")));
        double[][] block = design.block(INPUTS, 8192, 3, 0);
        for (int i = 0; i < 3; i++) {
            double mean = Arrays.stream(block[i]).average().orElseThrow();
            assertEquals(INPUTS.get(i).law().mean(), mean, 4 * Math.sqrt(INPUTS.get(i).law().variance() / 8192));
        }
        SpearmansCorrelation spearman = new SpearmansCorrelation();
        assertEquals(0.7, spearman.correlation(block[0], block[1]), 0.025);
        assertEquals(-0.3, spearman.correlation(block[1], block[2]), 0.04);
        assertEquals(0, spearman.correlation(block[0], block[2]), 0.04);
    }

    /// The mean of a sum: spread points err far less than independent ones, and the scatter of blocks tells by how much.
    @Test
    void spreadPointsErrLess() {
        double truth = INPUTS.stream().mapToDouble(each -> each.law().mean()).sum();
        double random = error(Design.Points.RANDOM, truth);
        assertTrue(error(Design.Points.LATIN, truth) < random / 5, "Latin hypercube");
        assertTrue(error(Design.Points.SOBOL, truth) < random / 5, "Sobol");
    }

    private static double error(Design.Points points, double truth) {
        Design design = new Design(points, List.of());
        double[] means = MonteCarlo.blocks(INPUTS, design, 0, 16, 9, Work.NONE, (columns, _) -> {
            double sum = 0;
            for (double[] column : columns) {
                sum += Arrays.stream(column).average().orElseThrow();
            }
            return sum;
        }).stream().mapToDouble(Double::doubleValue).toArray();
        Sample.Estimate mean = new Sample(means).mean();
        assertEquals(truth, mean.value(), 4.5 * mean.error(), points.toString());
        return mean.error();
    }

    @Test
    void impossibleMatricesAreRepairedAloud() {
        List<String> names = List.of("a", "b", "c");
        Design design = new Design(Design.Points.RANDOM, Design.pairs("a~b:0.9, b~c:0.9, a~c:-0.9", names));
        assertTrue(design.words(names).contains("do not go together"), design.words(names));
        assertEquals(1, design.normal(names)[1][1], 1e-12);
        String said = String.valueOf(assertThrows(IllegalArgumentException.class, () -> Design.pairs("a~x:0.5", names)).getMessage());
        assertTrue(said.contains("a, b, c"), said);
    }
}
