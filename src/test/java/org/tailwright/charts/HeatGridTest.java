package org.tailwright.charts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class HeatGridTest {
    private static final Scale X = new Scale.Time(1_000, 1_001_000, SampleCharts.UTC);
    private static final Scale Y = new Scale.Log(1_000, 1e9);

    private static long[][] points(int size) {
        Random random = new Random(9);
        long[][] points = new long[2][size];
        for (int i = 0; i < size; i++) {
            points[0][i] = random.nextLong(1_100_000);
            points[1][i] = (long) Math.exp(6 + random.nextDouble() * 16);
        }
        return points;
    }

    @Test
    void everyPointFallsWhereTheScaleSays() {
        long[][] points = points(200_000);
        HeatGrid grid = HeatGrid.bin(X, Y, 37, 53, points[0], points[1]);
        long[] expected = new long[37 * 53];
        long outside = 0;
        for (int i = 0; i < points[0].length; i++) {
            int column = grid.column(points[0][i]);
            int row = grid.row(points[1][i]);
            if (column < 0 || row < 0) {
                outside++;
            } else {
                expected[column * 53 + row]++;
            }
        }
        assertEquals(outside, grid.outside());
        assertEquals(points[0].length, grid.total() + grid.outside());
        long apart = 0;
        for (int i = 0; i < expected.length; i++) {
            apart += Math.abs(expected[i] - grid.counts()[i]);
        }
        assertEquals(0, apart, 4, "only values that lie on an edge may fall to the other side by rounding");
    }

    @Test
    void partsOnAnExecutorGiveTheSameGrid() {
        long[][] points = points(100_001);
        HeatGrid whole = HeatGrid.bin(X, Y, 20, 30, points[0], points[1]);
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            HeatGrid parts = HeatGrid.bin(HeatGrid.binner(X, Y, 20, 30), 100_001, i -> points[0][i], i -> points[1][i], 7, pool);
            assertArrayEquals(whole.counts(), parts.counts());
            assertEquals(whole.outside(), parts.outside());
        }
    }

    @Test
    void theUpperEndBelongsToTheLastCell() {
        HeatBinner binner = HeatGrid.binner(new Scale.Linear(0, 10), Y, 5, 6);
        binner.add(0, 1_000, 1);
        binner.add(10, 1e9, 2);
        binner.add(10.01, 1e9, 4);
        binner.add(5, 999, 8);
        binner.add(Double.NaN, 1e5, 16);
        HeatGrid grid = binner.grid();
        assertEquals(1, grid.count(0, 0));
        assertEquals(2, grid.count(4, 5));
        assertEquals(28, grid.outside());
        assertEquals(2, grid.most());
    }

    @Test
    void gridsOfOtherShapeAreNotAdded() {
        HeatBinner one = HeatGrid.binner(X, Y, 5, 6);
        assertThrows(IllegalArgumentException.class, () -> one.merge(HeatGrid.binner(X, Y, 6, 5)));
        assertThrows(IllegalArgumentException.class, () -> new HeatGrid(X, Y, 2, 2, new long[3], 0));
    }

    @Test
    void coloursGrowWithCountsAndZeroIsBlank() {
        for (ColourScale colours : ColourScale.values()) {
            for (long most : new long[] {1, 2, 7, 12, 51, 1_000, 1_000_003}) {
                int before = -1;
                for (long count = 0; count <= most; count += Math.max(1, most / 977)) {
                    int step = colours.step(count, most);
                    assertEquals(count == 0, step < 0);
                    assertEquals(Math.max(before, step), step, colours + " " + count + " of " + most);
                    before = step;
                }
                assertEquals(Role.HEAT_STEPS - 1, colours.step(most, most));
                for (int step = 0; step < Role.HEAT_STEPS; step++) {
                    long lowest = colours.lowest(step, most);
                    assertEquals(true, lowest >= 1 && lowest <= most && (step == 0 || most == 1 || colours.step(lowest, most) >= step));
                    assertEquals(true, lowest == 1 || colours.step(lowest - 1, most) < step, colours + " step " + step + " of " + most);
                }
            }
        }
    }
}
