package org.tailwright.models.queueing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.work.Work;

/// Every row of the reference, asked as a user would ask it.
final class QueueReferenceTest {
    private static final int ROWS = 1421;

    @Test
    void everyReferenceRowIsMet() throws IOException {
        Map<String, SequencedMap<String, Object>> solved = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (NamedCsvRecord row : rows()) {
            String model = row.getField("model");
            String input = row.getField("inputs");
            double expected = row.getField("expected").startsWith("underflows") ? 0 : Double.parseDouble(row.getField("expected"));
            Object found = solved.computeIfAbsent(model + input, _ -> ask(model, input)).get(row.getField("quantity"));
            boolean met = found instanceof Double value && Math.abs(value - expected) <= tolerance(row, input) * Math.abs(expected) + Double.MIN_NORMAL;
            if (!met) {
                wrong.add(row.getField("case") + " " + row.getField("quantity") + ": " + found + ", not " + expected);
            }
            compared++;
        }
        assertEquals(List.of(), wrong);
        assertEquals(ROWS, compared);
    }

    private static double tolerance(NamedCsvRecord row, String input) {
        String quantity = row.getField("quantity");
        double servers = input.matches(".*\\bc=[5-9][0-9]{2,}.*|.*\\bc=[0-9]{4,}.*") ? 1e-7 : 1e-9;
        return row.getField("model").startsWith("Schweitzer") ? 1e-6 : quantity.contains("quantile") ? Math.max(1e-8, servers) : servers;
    }

    private static SequencedMap<String, Object> ask(String model, String input) {
        Outcome<SequencedMap<String, Object>> outcome = run(model, input).outcome();
        assertTrue(outcome instanceof Outcome.Answer<SequencedMap<String, Object>>, model + " " + input + ": " + outcome);
        return ((Outcome.Answer<SequencedMap<String, Object>>) outcome).result();
    }

    private static Analysis.Run<SequencedMap<String, Object>> run(String model, String input) {
        return QueueAnalysis.QUEUE.run(Inputs.of(), Map.of("model", model, "input", input), Work.NONE);
    }

    private static List<NamedCsvRecord> rows() throws IOException {
        String path = "/reference/02-queueing/queueing.csv";
        try (InputStream in = Objects.requireNonNull(QueueReferenceTest.class.getResourceAsStream(path), path);
                CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        }
    }

    @Test
    void openNetworkOfJacksonsExample() {
        // Two stations in tandem with feedback of a quarter: lambda_1 = 1/(1 - 0.25), lambda_2 the same.
        SequencedMap<String, Object> found = ask("open Jackson network", "lambda=1|0;mu=2|4;P=0|1 / 0.25|0");
        assertEquals(4.0 / 3, (double) found.get("lambda[1]"), 1e-12);
        assertEquals(2.0 / 3, (double) found.get("rho[1]"), 1e-12);
        assertEquals(2.0 + 0.5, (double) found.get("L"), 1e-12); // rho/(1 - rho) of 2/3 and 1/3
        assertEquals(2.5, (double) found.get("W"), 1e-12);
    }

    @Test
    void patienceMakesMoreWorkThanServersStable() {
        // With theta = mu the number inside is that of M/M/inf, Poisson with mean a.
        SequencedMap<String, Object> found = ask("Erlang A", "lambda=20;mu=1;c=15;theta=1");
        assertEquals(20, (double) found.get("L"), 1e-9);
        assertEquals(Math.exp(-20), (double) found.get("P0"), 1e-15);
    }

    @Test
    void boundsHoldTheExactAnswer() {
        for (int n : new int[] {1, 2, 5, 20, 80}) {
            for (String think : List.of("0", "3", "15")) {
                String input = "N=" + n + ";Z=" + think + ";D=0.4|1.1|0.7";
                double exact = (double) ask("closed MVA (single class)", input).get("X");
                SequencedMap<String, Object> bounds = ask("asymptotic bounds", input);
                for (String kind : List.of("asymptotic", "balanced")) {
                    assertTrue((double) bounds.get("X_" + kind + "_low") <= exact * (1 + 1e-12), kind + " low " + input);
                    assertTrue((double) bounds.get("X_" + kind + "_high") >= exact * (1 - 1e-12), kind + " high " + input);
                }
            }
        }
    }

    @Test
    void anUnstableQueueIsRefusedInWords() {
        Outcome<SequencedMap<String, Object>> outcome = run("M/M/c", "lambda=10;mu=3;c=3").outcome();
        assertEquals(Outcome.not("No steady state: 10 arrive per unit of time and at most 9 can be served, so the line grows without end."), outcome);
    }

    @Test
    void thousandsOfServersNearFullLoadStayFinite() {
        SequencedMap<String, Object> found = ask("M/M/c", "lambda=1998;mu=1;c=2000");
        assertEquals(0.999, (double) found.get("rho"), 1e-12);
        double waits = (double) found.get("erlang_C=P[wait]");
        assertTrue(waits > 0.9 && waits < 1, "waits " + waits);
        assertEquals(waits / 2, (double) found.get("Wq"), 1e-12);
        assertTrue(Double.isFinite((double) found.get("W_quantile_0.999")));
    }
}
