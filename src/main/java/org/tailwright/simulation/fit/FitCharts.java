package org.tailwright.simulation.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.tailwright.charts.Axis;
import org.tailwright.charts.Chart;
import org.tailwright.charts.Layer;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.Quantity;
import org.tailwright.charts.Role;
import org.tailwright.charts.Scale;
import org.tailwright.charts.Stroke;
import org.tailwright.simulation.laws.Law;

/// Fitted laws beside the data.
public final class FitCharts {
    private static final int SHOWN = 3;

    private FitCharts() {}

    /// The measured percentiles and those of the likeliest laws.
    public static Chart percentiles(LawFits fits) {
        double[] ps = upper(fits);
        double last = ps[ps.length - 1];
        double[] measured = fits.measured().stream().mapToDouble(each -> each.value() * unit(fits)).toArray();
        double low = measured[0];
        double high = measured[measured.length - 1];
        Axis y = axis(fits, "", low, high);
        List<Layer> layers = new ArrayList<>();
        List<FittedLaw> shown = fits.laws().stream().limit(SHOWN).toList();
        for (int i = shown.size() - 1; i >= 0; i--) {
            Law law = Law.parse(shown.get(i).text());
            Layer.Line line = Layer.Line.of(ps, at(ps, p -> law.quantile(p) * unit(fits)), Role.series(i), shown.get(i).name());
            layers.add(i == 0 ? line : line.dashed());
        }
        layers.add(new Layer.Line(ps, measured, Role.TEXT,
                Stroke.SOLID, "measured", true));
        return new Chart("Measured and fitted percentiles", "n" + Numbers.SPACE + Numbers.count(fits.of().n()), new Axis("", new Scale.Nines(0, last), Quantity.PERCENT), y, layers,
                "Percentiles of " + fits.of().name() + " and of the likeliest laws.");
    }

    /// Quantiles of the likeliest law against the measured ones, with the band in which they stay if the law holds.
    public static Chart quantiles(LawFits fits) {
        FittedLaw best = fits.laws().getFirst();
        Law law = Law.parse(best.text());
        double n = Double.isNaN(fits.of().effective()) ? fits.of().n() : fits.of().effective();
        List<LawFits.Quantile> points = fits.measured();
        double[] xs = points.stream().mapToDouble(each -> law.quantile(each.p()) * unit(fits)).toArray();
        double[] ys = points.stream().mapToDouble(each -> each.value() * unit(fits)).toArray();
        double least = Math.min(xs[0], ys[0]);
        double most = Math.max(xs[xs.length - 1], ys[ys.length - 1]);
        Axis x = axis(fits, "the law's quantile", least, most);
        Axis y = axis(fits, "", least, most);
        double[] lows = points.stream().mapToDouble(each -> inside(y, law.quantile(moved(each.p(), -2, n)) * unit(fits))).toArray();
        double[] highs = points.stream().mapToDouble(each -> inside(y, law.quantile(moved(each.p(), 2, n)) * unit(fits))).toArray();
        return new Chart("Quantiles against the " + best.name() + " law", "on the line where it holds", x, y,
                List.of(new Layer.Band(xs, lows, highs, Role.SERIES_1, "95" + Numbers.SPACE + "% if it held"),
                        new Layer.Line(new double[] {least, most}, new double[] {least, most}, Role.MUTED, Stroke.DOTTED, "", false), Layer.Points.of(xs, ys, Role.SERIES_1, "")),
                "Measured quantiles against those of the " + best.name() + " law.");
    }

    /// A share `steps` standard errors away, at most half a value from the ends.
    private static double moved(double p, int steps, double n) {
        return Math.clamp(p + steps * Math.sqrt(p * (1 - p) / n), Math.min(p, 0.05 / n), Math.max(p, 1 - 0.05 / n));
    }

    private static double[] upper(LawFits fits) {
        return fits.measured().stream().mapToDouble(LawFits.Quantile::p).toArray();
    }

    private static double unit(LawFits fits) {
        return fits.of().unit().equals("s") ? 1e9 : 1;
    }

    private static Axis axis(LawFits fits, String title, double low, double high) {
        Quantity quantity = fits.of().unit().equals("s") ? Quantity.DURATION_NANOS : Quantity.PLAIN;
        double margin = 0.04 * (high - low);
        return low > 0 && high / low > 4 ? Axis.log(title, low / 1.3, high * 1.3, quantity) : Axis.linear(title, low >= 0 ? Math.max(0, low - margin) : low - margin, high + margin, quantity);
    }

    /// A law far off is cut at the axis' ends.
    private static double inside(Axis axis, double value) {
        return Math.clamp(value, axis.scale().low(), axis.scale().high());
    }

    private static double[] at(double[] xs, DoubleUnaryOperator of) {
        double[] ys = new double[xs.length];
        for (int i = 0; i < ys.length; i++) {
            ys[i] = of.applyAsDouble(xs[i]);
        }
        return ys;
    }
}
