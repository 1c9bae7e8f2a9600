package org.tailwright.charts;

import java.util.Arrays;

/// Thins dense lines without losing extremes.
public final class Downsampling {
    private Downsampling() {}

    /// Indices of the points that draw the same line as all of them: in each of `columns` equal parts of the x scale the first, lowest,
    /// highest and last, in order, plus the next point beyond either end of the scale. NaN in y keeps one index as a gap.
    ///
    /// @param size number of points
    /// @param xs ascending
    /// @return ascending indices, at most 5 a column and 2 more
    public static int[] minMax(int size, DoubleAt xs, DoubleAt ys, Scale x, int columns) {
        Keeper keeper = new Keeper(ys, Math.multiplyExact(columns, 5) + 16);
        int from = lowerBound(size, xs, x.low());
        if (from > 0) {
            keeper.keep(from - 1);
        }
        int i = from;
        for (; i < size; i++) {
            double position = x.position(xs.at(i));
            if (position > 1) {
                break;
            }
            keeper.see(i, (int) (position * columns));
        }
        keeper.flush();
        if (i < size) {
            keeper.keep(i);
        }
        return keeper.kept();
    }

    /// The same for arrays.
    public static int[] minMax(double[] xs, double[] ys, Scale x, int columns) {
        return minMax(xs.length, i -> xs[i], i -> ys[i], x, columns);
    }

    /// First index whose x is at least `low`; `size` when there is none.
    private static int lowerBound(int size, DoubleAt xs, double low) {
        int first = 0;
        int last = size;
        while (first < last) {
            int middle = (first + last) >>> 1;
            if (xs.at(middle) < low) {
                first = middle + 1;
            } else {
                last = middle;
            }
        }
        return first;
    }

    private static final class Keeper {
        private final DoubleAt ys;
        private int[] kept;
        private int count;
        private int column = -1;
        private int first = -1;
        private int last = -1;
        private int lowest = -1;
        private int highest = -1;
        private int gap = -1;

        Keeper(DoubleAt ys, int room) {
            this.ys = ys;
            this.kept = new int[room];
        }

        void see(int index, int itsColumn) {
            if (itsColumn != column) {
                flush();
                column = itsColumn;
            }
            double y = ys.at(index);
            if (Double.isNaN(y)) {
                gap = index;
                return;
            }
            if (first < 0) {
                first = index;
                lowest = index;
                highest = index;
            } else {
                lowest = y < ys.at(lowest) ? index : lowest;
                highest = y > ys.at(highest) ? index : highest;
            }
            last = index;
        }

        void flush() {
            int[] order = {first, lowest, highest, last, gap};
            Arrays.sort(order);
            for (int index : order) {
                if (index >= 0) {
                    keep(index);
                }
            }
            first = -1;
            last = -1;
            lowest = -1;
            highest = -1;
            gap = -1;
        }

        void keep(int index) {
            if (count > 0 && kept[count - 1] == index) {
                return;
            }
            if (count == kept.length) {
                kept = Arrays.copyOf(kept, count * 2);
            }
            kept[count++] = index;
        }

        int[] kept() {
            return Arrays.copyOf(kept, count);
        }
    }
}
