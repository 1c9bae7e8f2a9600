package org.tailwright.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

class QuantilesTest {
    private static final Pattern QUANTILE = Pattern.compile("([^,]+),sample quantile,([xy]); type 1; p=([0-9.]+),value,([^,]+),.*");
    private static final Pattern RANK = Pattern.compile("([^,]+),order-statistic CI,([xy]); p=([0-9.]+);.*,rank_(lo|hi),([0-9]+),.*");

    private static List<String> lines(String file) throws IOException {
        try (InputStream in = QuantilesTest.class.getResourceAsStream("/reference/06-stat-tests/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static Map<String, double[]> samples() throws IOException {
        Map<String, List<Double>> found = new HashMap<>();
        for (String line : lines("data.csv").subList(1, lines("data.csv").size())) {
            String[] parts = line.split(",");
            found.computeIfAbsent(parts[0] + parts[1], _ -> new ArrayList<>()).add(Double.parseDouble(parts[3]));
        }
        Map<String, double[]> sorted = new HashMap<>();
        found.forEach((name, values) -> sorted.put(name, values.stream().mapToDouble(Double::doubleValue).sorted().toArray()));
        return sorted;
    }

    @Test
    void agreesWithTheReferenceQuantiles() throws IOException {
        Map<String, double[]> samples = samples();
        int compared = 0;
        for (String line : lines("expected.csv")) {
            Matcher match = QUANTILE.matcher(line);
            if (match.matches()) {
                double[] sorted = samples.get(match.group(1) + match.group(2));
                double p = Double.parseDouble(match.group(3));
                assertEquals(Double.parseDouble(match.group(4)), Quantiles.ofSorted(sorted, p), 1e-9, line);
                long[] scaled = Arrays.stream(sorted).mapToLong(x -> Math.round(x * 1e6)).toArray();
                assertEquals(Math.round(Double.parseDouble(match.group(4)) * 1e6), Quantiles.of(scaled, Work.NONE, p)[0], line);
                compared++;
            }
        }
        assertEquals(80, compared);
    }

    @Test
    void agreesWithTheReferenceRanksOfIntervals() throws IOException {
        Map<String, double[]> samples = samples();
        int compared = 0;
        for (String line : lines("expected.csv")) {
            Matcher match = RANK.matcher(line);
            if (match.matches()) {
                int n = samples.get(match.group(1) + match.group(2)).length;
                QuantileIntervals.Ranks ranks = QuantileIntervals.ranks(n, Double.parseDouble(match.group(3)));
                int expected = Integer.parseInt(match.group(5));
                assertEquals(expected, match.group(4).equals("lo") ? ranks.lower() : ranks.upper(), line);
                compared++;
            }
        }
        assertEquals(96, compared);
    }

    @Test
    void ranksAreNotFooledByRounding() {
        assertEquals(7, Quantiles.rank(100, 0.07));
        assertEquals(990, Quantiles.rank(1000, 0.99));
        assertEquals(1, Quantiles.rank(10, 0));
        assertEquals(10, Quantiles.rank(10, 1));
        assertEquals(4_999_500, Quantiles.rank(5_000_000, 0.9999));
        assertThrows(IllegalArgumentException.class, () -> Quantiles.rank(0, 0.5));
    }

    @Test
    void sortsAndSelectsLikeTheLibrary() {
        RandomGenerator random = Seeds.stream(3, "sort", 0);
        for (long step : new long[] {1, 1_000_000, 50_000_000}) {
            long[] values = new long[60_000];
            Arrays.setAll(values, i -> (Math.round(20e6 * Math.exp(2 * random.nextGaussian())) - 1_000_000) / step * step);
            long[] expected = values.clone();
            Arrays.sort(expected);
            assertArrayEquals(expected, Quantiles.sorted(values, Work.NONE));
            double[] ps = new double[400];
            Arrays.setAll(ps, i -> i / 399.0);
            long[] quantiles = Quantiles.of(values, Work.NONE, ps);
            for (int i = 0; i < ps.length; i++) {
                assertEquals(Quantiles.ofSorted(expected, ps[i]), quantiles[i]);
            }
        }
    }

    @Test
    void ordersRowsStably() {
        RandomGenerator random = Seeds.stream(3, "order", 0);
        long[] keys = new long[50_000];
        Arrays.setAll(keys, i -> 1_700_000_000_000_000_000L + i * 1_000L + random.nextInt(90) * 1_000_000L);
        int[] order = Sorting.order(keys.length, i -> keys[i]);
        for (int i = 1; i < keys.length; i++) {
            long gap = keys[order[i]] - keys[order[i - 1]];
            assertEquals(true, gap > 0 || gap == 0 && order[i] > order[i - 1]);
        }
        long[] sorted = keys.clone();
        Arrays.sort(sorted);
        assertEquals(null, Sorting.order(sorted.length, i -> sorted[i]));
    }
}
