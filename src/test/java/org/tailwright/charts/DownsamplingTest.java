package org.tailwright.charts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DownsamplingTest {
    private static final Scale X = new Scale.Linear(0, 1000);

    @Test
    void extremesOfEveryColumnSurvive() {
        int n = 1_000_000;
        double[] xs = new double[n];
        double[] ys = new double[n];
        Random random = new Random(1);
        for (int i = 0; i < n; i++) {
            xs[i] = i * 1000.0 / (n - 1);
            ys[i] = random.nextGaussian();
        }
        ys[777_777] = 99;
        int[] kept = Downsampling.minMax(xs, ys, X, 400);
        assertTrue(kept.length <= 400 * 5 + 10, kept.length + " points");
        double[] lows = new double[401];
        double[] highs = new double[401];
        double[] keptLows = new double[401];
        double[] keptHighs = new double[401];
        for (int i = 0; i < n; i++) {
            note(lows, highs, xs[i], ys[i]);
        }
        for (int i : kept) {
            note(keptLows, keptHighs, xs[i], ys[i]);
        }
        assertArrayEquals(lows, keptLows);
        assertArrayEquals(highs, keptHighs);
        assertTrue(Arrays.stream(kept).anyMatch(i -> i == 777_777));
    }

    private static void note(double[] lows, double[] highs, double x, double y) {
        int column = (int) (X.position(x) * 400);
        lows[column] = Math.min(lows[column], y);
        highs[column] = Math.max(highs[column], y);
    }

    @Test
    void fewPointsAllStayInOrder() {
        double[] xs = {0, 100, 200, 300, 1000};
        assertArrayEquals(new int[] {0, 1, 2, 3, 4}, Downsampling.minMax(xs, new double[] {5, 4, 3, 2, 1}, X, 100));
    }

    @Test
    void aGapStaysAndNeighboursBeyondTheEdgesAreKept() {
        double[] xs = {-20, -10, 500, 600, 700, 1100, 1200};
        double[] ys = {1, 1, 1, Double.NaN, 1, 1, 1};
        assertArrayEquals(new int[] {1, 2, 3, 4, 5}, Downsampling.minMax(xs, ys, X, 10));
        assertEquals(0, Downsampling.minMax(new double[0], new double[0], X, 10).length);
        assertArrayEquals(new int[] {1}, Downsampling.minMax(new double[] {-2, -1}, new double[2], X, 10));
    }
}
