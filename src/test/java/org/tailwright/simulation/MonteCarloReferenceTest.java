package org.tailwright.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tailwright.work.Work;

/// Every target of the Monte Carlo reference: simulated within four standard errors where an error is given; by formula to 1e-9 where the
/// product has the formula; else simulated in batches. Left out, with reasons: approximations (they are not the truth for a simulation), and
/// the skewness of heavy sums, which the sample skewness does not estimate without bias; those are compared by formula.
class MonteCarloReferenceTest {
    private static final int DRAWS = 200_000;
    private static final int BATCHES = 40;
    private final Map<String, List<Sample>> samples = new HashMap<>();

    @Test
    void allTargets() throws IOException {
        int simulated = 0;
        int byFormula = 0;
        int inBatches = 0;
        int leftOut = 0;
        for (NamedCsvRecord row : rows()) {
            String quantity = row.getField("quantity");
            double expected = Double.parseDouble(row.getField("expected"));
            String what = row.getField("case") + " " + quantity;
            if (quantity.contains("approx") || quantity.startsWith("classical")) {
                leftOut++;
                continue;
            }
            double formula = MonteCarloFormulas.of(row);
            if (!Double.isNaN(formula)) {
                assertEquals(expected, formula, 1e-9 * Math.max(1e-3, Math.abs(expected)), what);
                byFormula++;
            }
            if (!row.getField("mc_se_times_sqrt_n").isEmpty()) {
                double error = Double.parseDouble(row.getField("mc_se_times_sqrt_n")) / Math.sqrt(DRAWS);
                double estimate = estimate(sample(row), row);
                assertTrue(Math.abs(estimate - expected) <= 4 * error, what + ": " + estimate + " is not " + expected + " ± 4 × " + error);
                simulated++;
            } else if (Double.isNaN(formula)) {
                // Quantiles of a discrete law are met exactly or missed by a step; all others scatter.
                boolean discrete = row.getField("case").startsWith("register") && quantity.startsWith("quantile");
                Sample.Estimate estimate = discrete ? new Sample.Estimate(estimate(sample(row), row), 0)
                        : sample(row).batches(BATCHES, batch -> estimate(batch, row));
                assertTrue(Math.abs(estimate.value() - expected) <= 4 * estimate.error(), what + ": " + estimate + " is not " + expected);
                inBatches++;
            }
        }
        assertEquals(List.of(166, 91, 31, 13), List.of(simulated, byFormula, inBatches, leftOut));
    }

    private Sample sample(NamedCsvRecord row) {
        int column = MonteCarloCases.column(row.getField("quantity"));
        return samples.computeIfAbsent(row.getField("case") + row.getField("parameters"), name -> {
            MonteCarloCases.Case made = MonteCarloCases.of(row.getField("case"), row.getField("parameters"));
            return MonteCarlo.run(made.inputs(), made.outputs(), made.model(), DRAWS, 20_251, Work.NONE);
        }).get(column);
    }

    /// What the row asks of a sample.
    private static double estimate(Sample sample, NamedCsvRecord row) {
        String quantity = row.getField("quantity");
        if (quantity.startsWith("quantile_")) {
            return sample.quantile(Double.parseDouble(quantity.substring(9).split("=")[0])).value();
        }
        if (quantity.startsWith("capacity needed for P[shortfall]<=")) {
            return sample.quantile(1 - Double.parseDouble(quantity.substring(34))).value();
        }
        if (quantity.equals("variance") || quantity.startsWith("variance of")) {
            return sample.variance();
        }
        if (quantity.equals("mean_given_no_timeout")) {
            return Arrays.stream(sample.draws()).filter(each -> !Double.isNaN(each)).average().orElseThrow();
        }
        return sample.mean().value();
    }

    static List<NamedCsvRecord> rows() throws IOException {
        String path = "/reference/09-montecarlo/montecarlo.csv";
        try (InputStream in = Objects.requireNonNull(MonteCarloReferenceTest.class.getResourceAsStream(path), path);
                CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        }
    }
}
