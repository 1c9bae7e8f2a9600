package org.tailwright.models.queueing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.tailwright.analyses.Outcome;

/// The response time of a model as its load grows: against utilisation for arrivals from outside, against N for a closed model. All times in the unit of
/// the inputs.
///
/// @param kind what the load axis counts
/// @param loads utilisations or numbers of users, ascending
/// @param means mean response
/// @param tails 99th percentile of the response; empty where no closed form exists
/// @param here where the typed inputs stand; nothing when they have no steady state
/// @param limit what the response shall not exceed, and where that is reached
public record QueueCurve(Kind kind, double[] loads, double[] means, double[] tails, Optional<Point> here, Optional<Limit> limit) {
    /// What the load axis counts.
    public enum Kind { UTILISATION, USERS }

    /// A place on the curve.
    ///
    /// @param rate arrivals or completions per unit of time there
    public record Point(double load, double mean, double tail, double rate) {}

    /// A limit on the 99th percentile, or on the mean where the model knows no percentile.
    ///
    /// @param at load at which it is reached; empty when even the lightest load exceeds it, infinite when none does
    /// @param rate arrivals per unit of time at that load
    public record Limit(double time, OptionalDouble at, double rate) {}

    private static final QueueInputs.Ask TAIL = new QueueInputs.Ask(List.of(0.99), List.of(), List.of());
    private static final int STEPS = 120;
    private static final int CLOSED_STEPS = 32;
    private static final double HIGHEST = 0.98;
    private static final double BEYOND = 1.6;
    private static final int HALVINGS = 50;

    /// The curve; empty for models without one load that could grow.
    ///
    /// @param limit longest response; nothing for none
    public static Optional<QueueCurve> of(QueueAnalysis.Parameters asked, OptionalDouble limit) {
        QueueInputs in = new QueueInputs(asked.inputs().texts(), TAIL);
        Optional<String> load = load(in);
        boolean nobodyWaits = asked.model().name().startsWith("M/M/inf");
        if (load.isEmpty() || nobodyWaits || asked.model().solver().solve(light(in, load.get())) instanceof Outcome.NotApplicable<?>) {
            return Optional.empty();
        }
        boolean users = load.get().equals("N");
        double[] given = users ? users(in) : rates(in);
        DoubleFunction<Optional<Point>> at = value -> solved(asked.model(), in, load.get(), value);
        List<Point> points = Arrays.stream(given).mapToObj(at).flatMap(Optional::stream).filter(each -> each.mean() > 0).toList();
        if (points.size() < 2) {
            return Optional.empty();
        }
        double[] tails = points.stream().mapToDouble(Point::tail).toArray();
        return Optional.of(new QueueCurve(users ? Kind.USERS : Kind.UTILISATION, points.stream().mapToDouble(Point::load).toArray(),
                points.stream().mapToDouble(Point::mean).toArray(), Arrays.stream(tails).anyMatch(Double::isNaN) ? new double[0] : tails,
                at.apply(in.number(load.get())), limit.isPresent() ? Optional.of(limit(limit.getAsDouble(), at, given)) : Optional.empty()));
    }

    /// The input that is the load, when it is one number.
    private static Optional<String> load(QueueInputs in) {
        return List.of("lambda", "N").stream().filter(in::has).filter(each -> !in.texts().getOrDefault(each, "").contains("|")).findFirst()
                .filter(each -> each.equals("N") ? in.has("D") || in.has("S") : in.has("mu") || in.has("ES"))
                .filter(_ -> !in.has("P") && !in.texts().getOrDefault("mu", "").contains("|") && !in.has("service_level"));
    }

    private static QueueInputs light(QueueInputs in, String load) {
        return with(in, load, load.equals("N") ? 1 : 1e-3 * capacity(in));
    }

    private static QueueInputs with(QueueInputs in, String load, double value) {
        Map<String, String> texts = new HashMap<>(in.texts());
        texts.put(load, load.equals("N") ? Long.toString(Math.round(value)) : Double.toString(value));
        return new QueueInputs(texts, in.ask());
    }

    /// Services per unit of time with all servers busy.
    private static double capacity(QueueInputs in) {
        return in.number("c", 1) * (in.has("mu") ? in.positive("mu") : 1 / in.positive("ES"));
    }

    /// Lines that are cut short, or that people leave, can be overloaded.
    private static double[] rates(QueueInputs in) {
        double end = in.has("K") || in.has("theta") ? BEYOND : HIGHEST;
        int steps = in.has("K") ? CLOSED_STEPS : STEPS; // percentiles of finite lines cost more
        return IntStream.range(0, steps).mapToDouble(i -> end * (i + 1) / steps * capacity(in)).toArray();
    }

    private static double[] users(QueueInputs in) {
        int most = Math.max(8, 2 * in.whole("N", 1));
        return IntStream.range(0, CLOSED_STEPS).mapToDouble(i -> Math.rint(1 + (most - 1.0) * i / (CLOSED_STEPS - 1))).distinct().toArray();
    }

    private static Optional<Point> solved(QueueModel model, QueueInputs in, String load, double value) {
        return switch (model.solver().solve(with(in, load, value))) {
            case Outcome.Answer<SequencedMap<String, Double>>(SequencedMap<String, Double> found) -> {
                double mean = first(found, "W", "W_accepted", "response_R", "R");
                mean = Double.isNaN(mean) && found.containsKey("L") ? found.getOrDefault("L", Double.NaN) / value : mean;
                double rate = load.equals("N") ? first(found, "throughput_X", "X") : value;
                yield Optional.of(new Point(load.equals("N") ? Math.rint(value) : value / capacity(in), mean, found.getOrDefault("W_quantile_0.99", Double.NaN), rate));
            }
            case Outcome.NotApplicable<SequencedMap<String, Double>> _ -> Optional.empty();
        };
    }

    private static double first(Map<String, Double> found, String... names) {
        return Arrays.stream(names).filter(found::containsKey).mapToDouble(each -> found.getOrDefault(each, Double.NaN)).findFirst().orElse(Double.NaN);
    }

    private static double judged(Point point) {
        return Double.isNaN(point.tail()) ? point.mean() : point.tail();
    }

    /// The load at which the response reaches a limit, by bisection: it grows with the load in all these models.
    private static Limit limit(double time, DoubleFunction<Optional<Point>> at, double[] given) {
        double low = given[0];
        double high = given[given.length - 1];
        if (at.apply(low).map(QueueCurve::judged).orElse(Double.POSITIVE_INFINITY) > time) {
            return new Limit(time, OptionalDouble.empty(), 0);
        }
        if (at.apply(high).map(QueueCurve::judged).orElse(Double.POSITIVE_INFINITY) <= time) {
            return new Limit(time, OptionalDouble.of(Double.POSITIVE_INFINITY), Double.POSITIVE_INFINITY);
        }
        for (int i = 0; i < HALVINGS && high - low > 1e-7 * high; i++) {
            double middle = 0.5 * (low + high);
            if (at.apply(middle).map(QueueCurve::judged).orElse(Double.POSITIVE_INFINITY) <= time) {
                low = middle;
            } else {
                high = middle;
            }
        }
        Optional<Point> found = at.apply(low);
        return new Limit(time, found.map(each -> OptionalDouble.of(each.load())).orElse(OptionalDouble.empty()), found.map(Point::rate).orElse(0.0));
    }

    /// Whether the limit is on the 99th percentile and not on the mean.
    public boolean hasTails() {
        return tails.length > 0;
    }
}
