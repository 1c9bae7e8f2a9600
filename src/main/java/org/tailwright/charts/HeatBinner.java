package org.tailwright.charts;

/// Counts points into a grid; not safe for threads: give each its own with [#fresh()] and [#merge] them. About 10 ns a point.
public final class HeatBinner {
    private final Scale x;
    private final Scale y;
    private final Cutter columns;
    private final Cutter rows;
    private final long[] counts;
    private long outside;

    HeatBinner(Scale x, Scale y, int columns, int rows) {
        this(x, y, Cutter.of(x, columns), Cutter.of(y, rows));
    }

    private HeatBinner(Scale x, Scale y, Cutter columns, Cutter rows) {
        this.x = x;
        this.y = y;
        this.columns = columns;
        this.rows = rows;
        this.counts = new long[Math.multiplyExact(columns.parts(), rows.parts())];
    }

    /// Counts the points with indices `from` to `to` − 1.
    public HeatBinner add(int from, int to, LongAt xs, LongAt ys) {
        int height = rows.parts();
        long lost = 0;
        for (int i = from; i < to; i++) {
            int column = columns.part(xs.at(i));
            int row = rows.part(ys.at(i));
            if ((column | row) < 0) {
                lost++;
            } else {
                counts[column * height + row]++;
            }
        }
        outside += lost;
        return this;
    }

    /// Counts one point `weight` times.
    public void add(double xValue, double yValue, long weight) {
        int column = columns.part(xValue);
        int row = rows.part(yValue);
        if ((column | row) < 0) {
            outside += weight;
        } else {
            counts[column * rows.parts() + row] += weight;
        }
    }

    /// Column of a value; −1 below the scale and the number of columns above it, so that it never falls as the value grows.
    public int column(double value) {
        int part = columns.part(value);
        return part >= 0 ? part : value < x.low() ? -1 : columns.parts();
    }

    /// Row of a value, −1 outside of the scale.
    public int row(double value) {
        return rows.part(value);
    }

    /// Counts points whose cells are known.
    ///
    /// @param byRow points of a column by row, not changed
    /// @param lost points that lie in no cell
    public void addColumn(int column, long[] byRow, long lost) {
        for (int row = 0; row < byRow.length; row++) {
            counts[column * rows.parts() + row] += byRow[row];
        }
        outside += lost;
    }

    /// Counts points outside of the scales.
    public void addOutside(long lost) {
        outside += lost;
    }

    /// Adds what another binner of the same scales and size has counted.
    public HeatBinner merge(HeatBinner other) {
        if (other.columns.parts() != columns.parts() || other.rows.parts() != rows.parts() || !other.x.equals(x) || !other.y.equals(y)) {
            throw new IllegalArgumentException("Only grids of the same scales and size can be added");
        }
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        outside += other.outside;
        return this;
    }

    /// An empty binner of the same scales and size.
    public HeatBinner fresh() {
        return new HeatBinner(x, y, columns, rows);
    }

    /// What was counted so far.
    public HeatGrid grid() {
        return new HeatGrid(x, y, columns.parts(), rows.parts(), counts.clone(), outside);
    }
}
