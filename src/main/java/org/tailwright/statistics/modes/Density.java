package org.tailwright.statistics.modes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A smooth density on a grid, with its peaks and the valleys between them.
///
/// @param low logarithm at the first cell
/// @param step width of a cell
/// @param heights smoothed counts
record Density(double low, double step, double[] heights) {
    private static final int CELLS = 1024;

    /// @param sorted ascending
    static Density of(double[] sorted) {
        int n = sorted.length;
        double mean = Arrays.stream(sorted).average().orElse(0);
        double variance = Arrays.stream(sorted).map(each -> (each - mean) * (each - mean)).sum() / n;
        double iqr = sorted[(int) (0.75 * (n - 1))] - sorted[(int) (0.25 * (n - 1))];
        double spread = iqr > 0 ? Math.min(Math.sqrt(variance), iqr / 1.34) : Math.sqrt(variance);
        double width = Math.max(0.7 * 0.9 * spread * Math.pow(n, -0.2), 1e-4);
        double low = sorted[0] - 3 * width;
        double step = (sorted[n - 1] + 3 * width - low) / CELLS;
        double[] counts = new double[CELLS];
        for (double each : sorted) {
            counts[(int) Math.clamp((each - low) / step, 0, CELLS - 1)]++;
        }
        return new Density(low, step, smooth(counts, width / step));
    }

    private static double[] smooth(double[] counts, double width) {
        int reach = (int) Math.min(CELLS, Math.ceil(4 * width));
        double[] kernel = new double[reach + 1];
        for (int i = 0; i <= reach; i++) {
            kernel[i] = Math.exp(-0.5 * i * i / (width * width));
        }
        double[] smooth = new double[CELLS];
        for (int i = 0; i < CELLS; i++) {
            if (counts[i] > 0) {
                for (int j = Math.max(0, i - reach); j <= Math.min(CELLS - 1, i + reach); j++) {
                    smooth[j] += counts[i] * kernel[Math.abs(i - j)];
                }
            }
        }
        return smooth;
    }

    /// Logarithm at the middle of a cell.
    double at(int cell) {
        return low + (cell + 0.5) * step;
    }

    /// Cells of the peaks, ascending; at least one.
    List<Integer> peaks() {
        double most = Arrays.stream(heights).max().orElse(0);
        List<Integer> peaks = new ArrayList<>();
        for (int i = 0; i < heights.length; i++) {
            double before = i == 0 ? 0 : heights[i - 1];
            int end = i;
            while (end + 1 < heights.length && heights[end + 1] == heights[i]) {
                end++;
            }
            double after = end + 1 == heights.length ? 0 : heights[end + 1];
            if (heights[i] > before && heights[i] > after && heights[i] > 1e-4 * most) {
                peaks.add((i + end) / 2);
            }
            i = end;
        }
        return peaks;
    }

    /// The lowest cell between two.
    int valley(int from, int to) {
        int lowest = from;
        for (int i = from; i <= to; i++) {
            lowest = heights[i] < heights[lowest] ? i : lowest;
        }
        return lowest;
    }

    /// How deep a valley is beside the lower of its peaks: 0 for one down to the ground, 1 for none.
    double depth(int peak, int valley, int other) {
        return heights[valley] / Math.min(heights[peak], heights[other]);
    }
}
