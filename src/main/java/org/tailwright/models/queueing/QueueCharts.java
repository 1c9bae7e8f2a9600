package org.tailwright.models.queueing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tailwright.charts.Axis;
import org.tailwright.charts.Chart;
import org.tailwright.charts.Layer;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.Quantity;
import org.tailwright.charts.Role;
import org.tailwright.charts.Stroke;

/// The picture of a queue, the same for report and window.
public final class QueueCharts {
    private QueueCharts() {}

    /// Measured points beside theory, in the unit of its times; none for empty arrays.
    ///
    /// @param loads utilisations or users
    /// @param means mean responses
    /// @param tails 99th percentiles; empty where unknown
    public record Seen(double[] loads, double[] means, double[] tails) {
        /// Nothing measured.
        public static final Seen NOTHING = new Seen(new double[0], new double[0], new double[0]);

        private double highest() {
            return Math.max(Arrays.stream(means).max().orElse(0), Arrays.stream(tails).max().orElse(0));
        }
    }

    /// How times are written: nanoseconds to one unit of time of the inputs, or nothing for bare numbers.
    public enum Times {
        BARE(1, Quantity.PLAIN), SECONDS(1e9, Quantity.DURATION_NANOS);

        private final double factor;
        private final Quantity quantity;

        Times(double factor, Quantity quantity) {
            this.factor = factor;
            this.quantity = quantity;
        }

        /// A time as people read it.
        public String format(double time) {
            return quantity.format(time * factor);
        }
    }

    /// Response time against load with the place of the inputs, the point where the limit is reached, and what was measured.
    ///
    /// @param notation Kendall's notation with numbers
    public static Chart response(QueueCurve curve, String notation, Times times, Seen seen) {
        boolean users = curve.kind() == QueueCurve.Kind.USERS;
        double[] means = scaled(curve.means(), times);
        double[] tails = scaled(curve.tails(), times);
        List<Layer> layers = new ArrayList<>();
        double top = 1.25 * Math.max(Arrays.stream(curve.hasTails() ? tails : means).max().orElse(1), seen.highest() * times.factor);
        double bottom = 0.7 * Math.min(Arrays.stream(means).min().orElse(1), Arrays.stream(seen.means()).min().orElse(Double.POSITIVE_INFINITY) * times.factor);
        if (curve.hasTails()) {
            layers.add(Layer.Line.of(curve.loads(), tails, Role.SERIES_2, "p99"));
        }
        layers.add(Layer.Line.of(curve.loads(), means, Role.SERIES_1, "mean"));
        if (seen.loads().length > 0) {
            layers.add(Layer.Points.of(seen.loads(), scaled(seen.means(), times), Role.SERIES_1, "measured mean"));
        }
        if (seen.tails().length > 0) {
            layers.add(Layer.Points.of(seen.loads(), scaled(seen.tails(), times), Role.SERIES_2, "measured p99"));
        }
        double end = users ? curve.loads()[curve.loads().length - 1] : Math.max(1, curve.loads()[curve.loads().length - 1]);
        if (!users) {
            layers.add(new Layer.RuleX(1, "ρ = 1", Role.BAD, Stroke.DOTTED));
        }
        curve.here().ifPresent(point -> layers.add(new Layer.RuleX(point.load(), "here", Role.TEXT, Stroke.DOTTED)));
        Optional<QueueCurve.Limit> limit = curve.limit().filter(each -> each.time() * times.factor > bottom && each.time() * times.factor < top);
        limit.ifPresent(each -> {
            layers.add(Layer.RuleY.objective(each.time() * times.factor, "limit " + times.quantity.format(each.time() * times.factor)));
            each.at().stream().filter(Double::isFinite).forEach(at -> layers.add(new Layer.Drop(at, each.time() * times.factor, reached(curve, at), Role.TEXT)));
        });
        String words = (curve.hasTails() ? "Mean and p99" : "Mean") + " of the response time of " + notation + " against " + (users ? "users" : "utilisation")
                + curve.here().map(each -> ", which is " + (users ? Quantity.COUNT.format(each.load()) : Numbers.percent(each.load())) + " here").orElse("") + ".";
        Axis x = users ? Axis.linear("users N", 0, end, Quantity.COUNT) : Axis.linear("utilisation ρ of a server", 0, end * 1.0001, Quantity.PERCENT);
        return new Chart("Response time against " + (users ? "users" : "utilisation"), notation, x,
                Axis.log(times == Times.BARE ? "response time, in the unit of the inputs" : "response time", bottom, top, times.quantity), layers, words);
    }

    private static String reached(QueueCurve curve, double at) {
        return "reached at " + (curve.kind() == QueueCurve.Kind.USERS ? "N = " + Quantity.COUNT.format(at) : "ρ = " + Numbers.percent(at));
    }

    private static double[] scaled(double[] values, Times times) {
        return Arrays.stream(values).map(each -> each * times.factor).toArray();
    }
}
