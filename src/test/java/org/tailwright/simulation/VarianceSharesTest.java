package org.tailwright.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tailwright.simulation.laws.Law;
import org.tailwright.work.Work;

class VarianceSharesTest {
    private static final double[][] APART = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};

    /// Ishigami and Homma 1990 with a = 7, b = 0.1; indices from Sobol and Levitan 1999.
    @Test
    void sobolIndicesOfTheIshigamiFunction() {
        Law angle = new Law.Uniform(-Math.PI, Math.PI);
        List<MonteCarlo.Input> inputs = List.of(new MonteCarlo.Input("a", angle), new MonteCarlo.Input("b", angle), new MonteCarlo.Input("c", angle));
        List<VarianceShares.Share> shares = new VarianceShares(inputs,
                x -> Math.sin(x[0]) + 7 * Math.pow(Math.sin(x[1]), 2) + 0.1 * Math.pow(x[2], 4) * Math.sin(x[0]), APART, 5).shares(Work.NONE);
        double[] first = {0.3139, 0.4424, 0};
        double[] total = {0.5576, 0.4424, 0.2437};
        for (int i = 0; i < 3; i++) {
            assertEquals(first[i], shares.get(i).first(), 0.06);
            assertEquals(total[i], shares.get(i).total(), 0.05);
            assertEquals(first[i] + (total[i] - first[i]) / 2, shares.get(i).shapley(), 4 * shares.get(i).error() + 0.02, "interactions are of pairs: halved");
        }
        assertEquals(1, shares.stream().mapToDouble(VarianceShares.Share::shapley).sum(), 1e-9);
    }

    /// Two correlated normal inputs in a sum with weights: Owen and Prieur 2017, theorem 2.
    @Test
    void shapleyEffectsOfCorrelatedInputs() {
        List<MonteCarlo.Input> inputs = List.of(new MonteCarlo.Input("a", new Law.Normal(0, 1)), new MonteCarlo.Input("b", new Law.Normal(0, 1)),
                new MonteCarlo.Input("c", new Law.Constant(4)));
        double rho = 0.6;
        List<VarianceShares.Share> shares = new VarianceShares(inputs, x -> 2 * x[0] + x[1], new double[][] {{1, rho, 0}, {rho, 1, 0}, {0, 0, 1}}, 5).shares(Work.NONE);
        double variance = 4 + 1 + 2 * 2 * rho;
        double one = (4 * (1 - rho * rho / 2) + 2 * rho + rho * rho / 2) / variance;
        assertEquals(one, shares.getFirst().shapley(), 4 * shares.getFirst().error() + 0.01);
        assertEquals(1 - one, shares.get(1).shapley(), 4 * shares.get(1).error() + 0.01);
        assertEquals(0, shares.get(2).shapley());
    }
}
