package org.tailwright.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/// Counts in a grid whose columns are equal parts of an x scale and whose rows are equal parts of a y scale, as the eye sees them.
///
/// @param x scale of the columns
/// @param y scale of the rows, row 0 at its low end
/// @param columns at least 1
/// @param rows at least 1
/// @param counts cell (column, row) at `column * rows + row`; not copied
/// @param outside how many values fell outside either scale and are in no cell
public record HeatGrid(Scale x, Scale y, int columns, int rows, long[] counts, long outside) {
    public HeatGrid {
        if (columns < 1 || rows < 1 || counts.length != columns * rows) {
            throw new IllegalArgumentException("A grid of " + columns + " × " + rows + " cells got " + counts.length + " counts");
        }
    }

    /// Count of a cell.
    public long count(int column, int row) {
        return counts[column * rows + row];
    }

    /// The largest count.
    public long most() {
        long most = 0;
        for (long count : counts) {
            most = Math.max(most, count);
        }
        return most;
    }

    /// Sum of all cells.
    public long total() {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        return total;
    }

    /// Column of an x value, −1 when outside.
    public int column(double value) {
        return part(x.position(value), columns);
    }

    /// Row of a y value, −1 when outside.
    public int row(double value) {
        return part(y.position(value), rows);
    }

    static int part(double position, int parts) {
        return !(position >= 0) || position > 1 ? -1 : Math.min(parts - 1, (int) (position * parts));
    }

    /// An empty grid to count into.
    public static HeatBinner binner(Scale x, Scale y, int columns, int rows) {
        return new HeatBinner(x, y, columns, rows);
    }

    /// Counts points given as two arrays of one length, on the calling thread.
    public static HeatGrid bin(Scale x, Scale y, int columns, int rows, long[] xs, long[] ys) {
        HeatBinner binner = binner(x, y, columns, rows);
        binner.add(0, xs.length, i -> xs[i], i -> ys[i]);
        return binner.grid();
    }

    /// Counts `parts` stretches of points on an executor, each into its own grid, and adds them up; waits for the end.
    ///
    /// @param empty binner that says scales and size
    /// @param size number of points
    public static HeatGrid bin(HeatBinner empty, int size, LongAt xs, LongAt ys, int parts, Executor executor) {
        List<CompletableFuture<HeatBinner>> running = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            int from = (int) ((long) size * part / parts);
            int to = (int) ((long) size * (part + 1) / parts);
            running.add(CompletableFuture.supplyAsync(() -> empty.fresh().add(from, to, xs, ys), executor));
        }
        HeatBinner sum = empty.fresh();
        running.forEach(part -> sum.merge(part.join()));
        return sum.grid();
    }
}
