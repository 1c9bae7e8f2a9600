package org.tailwright.data;

import java.util.List;
import java.util.OptionalDouble;

/// Percentiles that a source printed instead of the values themselves: all that is known of a distribution.
///
/// @param points in ascending order of percentile and of value, each percentile once; the minimum is percentile 0, the maximum 1
/// @param mean in the unit of the values, NaN when it was not printed
public record Printed(List<Point> points, double mean) {
    /// A percentile may stand for another when the share of values above it is at least this part of the other's: so do the neighbours in a
    /// printed spectrum, whose steps are a tenth to a fifth of the rest.
    private static final double NEAR = 0.75;
    private static final double SAME = 1e-9;

    /// One printed percentile.
    ///
    /// @param share from 0 to 1
    /// @param value in the histogram's unit
    public record Point(double share, double value) {
        public Point {
            if (!(share >= 0 && share <= 1) || !(value >= 0) || Double.isInfinite(value)) {
                throw new IllegalArgumentException("no percentile: " + share + " at " + value);
            }
        }
    }

    public Printed {
        points = List.copyOf(points);
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).share() <= points.get(i - 1).share() || points.get(i).value() < points.get(i - 1).value()) {
                throw new IllegalArgumentException("percentiles must ascend");
            }
        }
    }

    /// The value of a percentile where the source holds it: printed as such, or between two printed ones of the same value, or so closely below
    /// one in a spectrum that this is the next it could print; the value is then an upper bound. Nothing otherwise: it is never interpolated.
    ///
    /// @param share from 0 to 1
    public OptionalDouble at(double share) {
        for (int i = 0; i < points.size(); i++) {
            Point above = points.get(i);
            if (above.share() >= share - SAME) {
                boolean printed = above.share() <= share + SAME;
                boolean between = i > 0 && (points.get(i - 1).value() == above.value() || near(share, points.get(i - 1).share(), above.share()));
                return printed || between ? OptionalDouble.of(above.value()) : OptionalDouble.empty();
            }
        }
        return OptionalDouble.empty();
    }

    private static boolean near(double share, double below, double above) {
        return above < 1 && 1 - above >= NEAR * (1 - below) && share > below;
    }
}
