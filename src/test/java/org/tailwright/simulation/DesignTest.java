package org.tailwright.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /// Higham (2002, IMA J. Numer. Anal. 22, 329–343): the nearest to the tridiagonal matrix of ones has 0.7607 beside the diagonal and 0.1573 in the corner.
    @Test
    void theNearestCorrelationMatrixOfHigham() {
        double[][] nearest = NearestCorrelation.of(new double[][] {{1, 1, 0}, {1, 1, 1}, {0, 1, 1}});
        assertEquals(0.7607, nearest[0][1], 5e-5);
        assertEquals(0.1573, nearest[0][2], 5e-5);
        assertEquals(1, nearest[2][2], 1e-12);
        assertTrue(NearestCorrelation.impossible(new double[][] {{1, 1, 0}, {1, 1, 1}, {0, 1, 1}}));
    }

    @Test
    void aMatrixSaysThePairs() {
        List<String> names = List.of("load now", "growth", "demand");
        assertEquals(Design.pairs("load now~growth:0.5, growth~demand:-0.2", names),
                Design.pairs("load now, growth, demand = 1 0.5 0 / 0.5 1 -0.2 / 0 -0.2 1", names));
        String nearest = new Design(Design.Points.RANDOM, Design.pairs("growth, demand, load now = 1 .9 -.9 / .9 1 .9 / -.9 .9 1", names)).words(names);
        assertTrue(nearest.contains("drawn with the nearest that do, load now and growth -0.4") || nearest.contains("load now and growth −0.4"), nearest);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "a, b = 1 0.5 / 0.4 1; a (row 2, column 1) is 0.4, but 0.5 on the other side", "a, b = 2 0 / 0 1; must be 1 on the diagonal", "a, x = 1 0 / 0 1; names 'x'", "a, a = 1 0 / 0 1; twice",
        "a, b = 1 0 0 / 0 1; row 1 has 3 numbers", "a, b = 1 0; there are 1 rows", "a, b = 1 q / q 1; row 1 of the matrix", "a, b = 1 1.5 / 1.5 1; between -1 and 1", "a~b:0.1, b~a:0.2; given twice"})
    void whatIsWrongWithAMatrixIsSaid(String text, String words) {
        String said = String.valueOf(assertThrows(IllegalArgumentException.class, () -> Design.pairs(text, List.of("a", "b", "c"))).getMessage());
        assertTrue(said.contains(words), said);
    }
}
