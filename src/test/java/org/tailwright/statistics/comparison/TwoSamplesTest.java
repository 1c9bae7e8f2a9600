package org.tailwright.statistics.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/// Against scipy's numbers in `reference/06-stat-tests`.
class TwoSamplesTest {
    private static final Pattern HARRELL_DAVIS = Pattern.compile("([^,]+),Harrell-Davis,([xy]); p=([0-9.]+),estimate,([^,]+),.*");
    private static final Pattern OTHER = Pattern.compile("([^,]+),(Welch t|Mann-Whitney|effect size|KS two-sample),(.*),([^,]+),([^,]+),scipy.*");

    private static List<String> lines(String file) throws IOException {
        try (InputStream in = TwoSamplesTest.class.getResourceAsStream("/reference/06-stat-tests/" + file)) {
            assertNotNull(in);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static Map<String, double[]> samples() throws IOException {
        Map<String, DoubleStream.Builder> found = new HashMap<>();
        for (String line : lines("data.csv").subList(1, lines("data.csv").size())) {
            String[] parts = line.split(",");
            found.computeIfAbsent(parts[0] + parts[1], _ -> DoubleStream.builder()).add(Double.parseDouble(parts[3]));
        }
        Map<String, double[]> sorted = new HashMap<>();
        found.forEach((name, values) -> sorted.put(name, values.build().sorted().toArray()));
        return sorted;
    }

    @Test
    void agreesWithTheReference() throws IOException {
        Map<String, double[]> samples = samples();
        int compared = 0;
        for (String line : lines("comparison.csv")) {
            Matcher quantile = HARRELL_DAVIS.matcher(line);
            Matcher other = OTHER.matcher(line);
            if (quantile.matches()) {
                double[] sorted = samples.get(quantile.group(1) + quantile.group(2));
                close(Double.parseDouble(quantile.group(4)), TwoSamples.harrellDavis(TwoSamples.Ordered.of(sorted), Double.parseDouble(quantile.group(3))), 1e-7, line);
                compared++;
            } else if (other.matches()) {
                double value = value(other.group(2), other.group(4), samples.get(other.group(1) + "x"), samples.get(other.group(1) + "y"));
                if (!Double.isNaN(value)) {
                    close(Double.parseDouble(other.group(5)), value, 1e-6, line);
                    compared++;
                }
            }
        }
        assertEquals(128, compared);
    }

    private static double value(String test, String quantity, double[] x, double[] y) {
        return switch (test + " " + quantity) {
            case "Welch t t" -> TwoSamples.welch(x, y).t();
            case "Welch t df" -> TwoSamples.welch(x, y).freedom();
            case "Welch t p_two_sided" -> TwoSamples.welch(x, y).p();
            case "Mann-Whitney U_x" -> TwoSamples.mannWhitney(x, y).u();
            case "Mann-Whitney p_two_sided" -> TwoSamples.mannWhitney(x, y).p();
            case "effect size A" -> TwoSamples.mannWhitney(x, y).larger();
            case "KS two-sample D" -> TwoSamples.kolmogorovSmirnov(x, y).d();
            case "KS two-sample p_two_sided" -> TwoSamples.kolmogorovSmirnov(x, y).p();
            default -> Double.NaN;
        };
    }

    private static void close(double expected, double actual, double relative, String line) {
        assertEquals(expected, actual, Math.max(1e-12, Math.abs(expected) * relative), line);
    }
}
