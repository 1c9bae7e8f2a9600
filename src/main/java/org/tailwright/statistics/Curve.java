package org.tailwright.statistics;

import java.util.List;
import java.util.function.DoubleToLongFunction;
import org.tailwright.charts.Scale;
import org.tailwright.work.Pool;
import org.tailwright.work.Work;

/// Latency by percentile, on points evenly spaced in the number of nines.
///
/// @param p in (0, 1), ascending
/// @param values nanoseconds
/// @param lows lower ends of pointwise 95 % intervals, NaN where the sample cannot carry them; empty before they were computed
/// @param highs upper ends, like `lows`
/// @param n rows
/// @param most the maximum, nanoseconds
public record Curve(double[] p, double[] values, double[] lows, double[] highs, int n, double most) {
    private static final int POINTS = 240;
    /// Percentiles at which the effective size is computed; between them it is interpolated.
    private static final double[] KNOTS = {0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.98, 0.99, 0.995, 0.998, 0.999, 0.9995, 0.9999, 0.99999};

    /// The curve alone.
    ///
    /// @param sample with at least one row
    public static Curve of(Sample sample) {
        return of(sample::quantile, sample.size(), sample.bySize()[sample.size() - 1]);
    }

    /// The curve of anything with quantiles, in nanoseconds.
    ///
    /// @param n values, at least one
    public static Curve of(DoubleToLongFunction quantile, long n, double most) {
        double last = 1 - 1.0 / Math.max(10, n);
        Scale.Nines scale = new Scale.Nines(0, last);
        double[] p = new double[POINTS];
        double[] values = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            p[i] = i == POINTS - 1 ? last : scale.value(i / (POINTS - 1.0));
            values[i] = quantile.applyAsLong(p[i]);
        }
        return new Curve(p, values, new double[0], new double[0], (int) Math.min(Integer.MAX_VALUE, n), most);
    }

    /// The curve on points evenly spaced in the share itself, for cumulative charts.
    ///
    /// @param sample with at least one row
    public static Curve even(Sample sample) {
        int points = 2 * POINTS;
        double[] p = new double[points];
        double[] values = new double[points];
        for (int i = 0; i < points; i++) {
            p[i] = (i + 0.5) / points;
            values[i] = sample.quantile(p[i]);
        }
        return new Curve(p, values, new double[0], new double[0], sample.size(), sample.quantile(1));
    }

    /// The curve with its band, which takes longer: the dependence in time is looked at for a dozen percentiles.
    public Curve withBand(Sample sample, Work work) {
        List<Percentile> knots = Pool.map(KNOTS.length, work, i -> QuantileIntervals.of(sample, KNOTS[i], work));
        double[] lows = new double[p.length];
        double[] highs = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            double nEff = between(knots, p[i]);
            Percentile point = QuantileIntervals.at(sample, p[i], nEff);
            lows[i] = point.low();
            highs[i] = point.high();
        }
        return new Curve(p, values, lows, highs, n, most);
    }

    /// Whether the band was computed.
    public boolean hasBand() {
        return lows.length > 0;
    }

    /// The lowest percentile from which on there is no interval; 1 when all points have one or none was computed.
    public double beyond() {
        int i = p.length;
        while (i > 0 && hasBand() && Double.isNaN(highs[i - 1])) {
            i--;
        }
        return i == p.length ? 1 : p[i];
    }

    /// Effective size at p, from the neighbouring percentiles; 0 when one of them has none.
    private static double between(List<Percentile> knots, double p) {
        int i = 0;
        while (i < knots.size() - 1 && knots.get(i).p() < p) {
            i++;
        }
        double upper = size(knots.get(i));
        if (i == 0 || knots.get(i).p() <= p) {
            return upper;
        }
        double lower = size(knots.get(i - 1));
        if (lower == 0) {
            return 0;
        }
        if (upper == 0) {
            return lower;
        }
        double from = Scale.Nines.nines(knots.get(i - 1).p());
        double share = (Scale.Nines.nines(p) - from) / (Scale.Nines.nines(knots.get(i).p()) - from);
        return lower * Math.pow(upper / lower, share);
    }

    private static double size(Percentile knot) {
        return knot.supported() ? knot.nEff() : 0;
    }
}
