package org.tailwright.simulation.laws;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tailwright.data.Durations;

/// Laws as people write them: `triangular(2,4,9)`, `pert(1,2,4)`, `uniform(1,2)`, `normal(800,90)`, `lognormal(6.5,0.35)` (of the
/// logarithm), `exponential(0.25)`, `gamma(shape, mean)`, `erlang(k, mean)`, `weibull(shape, scale)`, `pareto(lowest, shape)`, `hyper(mean, cv)`,
/// `empirical(…)` of single values, `quantiles(0:1, 0.5:3, 1:9)`, a number alone, a number and a law that it moves, `5ms + lognormal(-3.5,0.6)`, and `100..300` for a range that holds 90 %: log-normal when both ends are above 0, else
/// normal. A number may be a percentage (`3%`) or a duration with its unit, which becomes seconds.
public final class LawText {
    private static final Pattern CALL = Pattern.compile("([a-z]+)\\s*\\(([^()]*)\\)");
    private static final Pattern SUM = Pattern.compile("([^()]+?)\\+\\s*([a-z]+\\s*\\([^()]*\\))");
    private static final double Z95 = 1.6448536269514722;

    private LawText() {}

    /// Reads a law.
    ///
    /// @throws IllegalArgumentException with a sentence for people
    public static Law parse(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        Matcher call = CALL.matcher(lower);
        if (call.matches() && call.group(1).equals("quantiles")) {
            return points(call.group(2).split(","), text);
        }
        if (call.matches()) {
            return named(call.group(1), Arrays.stream(call.group(2).split(",")).mapToDouble(each -> number(each, text)).toArray(), text);
        }
        Matcher sum = SUM.matcher(lower);
        if (sum.matches()) {
            return new Shifted(number(sum.group(1), text), parse(sum.group(2)));
        }
        int dots = lower.indexOf("..");
        if (dots > 0) {
            return range(number(lower.substring(0, dots), text), number(lower.substring(dots + 2), text));
        }
        return new Law.Constant(number(lower, text));
    }

    private static Law points(String[] pairs, String text) {
        double[] ps = new double[pairs.length];
        double[] values = new double[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            int colon = pairs[i].indexOf(':');
            ps[i] = number(pairs[i].substring(0, Math.max(0, colon)), text);
            values[i] = number(pairs[i].substring(colon + 1), text);
        }
        return new Points(ps, values);
    }

    /// The law of a range that holds 90 %.
    public static Law range(double low, double high) {
        if (!(low < high)) {
            throw new IllegalArgumentException("a range goes from the lower to the higher number");
        }
        if (low > 0) {
            return new Law.LogNormal((Math.log(low) + Math.log(high)) / 2, (Math.log(high) - Math.log(low)) / (2 * Z95));
        }
        return new Law.Normal((low + high) / 2, (high - low) / (2 * Z95));
    }

    /// A law as [#parse] reads it, numbers with six digits.
    public static String text(Law law) {
        return switch (law) {
            case Law.Constant(double value) -> exact(value);
            case Law.Uniform(double low, double high) -> call("uniform", low, high);
            case Law.Triangular(double low, double mode, double high) -> call("triangular", low, mode, high);
            case Law.Pert(double low, double mode, double high) -> call("pert", low, mode, high);
            case Law.Normal(double mu, double sigma) -> call("normal", mu, sigma);
            case Law.LogNormal(double mu, double sigma) -> call("lognormal", mu, sigma);
            case Law.Exponential(double mean) -> call("exponential", mean);
            case Gamma(double shape, double scale) -> call("gamma", shape, shape * scale);
            case Weibull(double shape, double scale) -> call("weibull", shape, scale);
            case Pareto(double low, double shape) -> call("pareto", low, shape);
            case Hyperexponential(double mean, double cv) -> call("hyper", mean, cv);
            case Points(double[] ps, double[] values) -> IntStream.range(0, ps.length).mapToObj(i -> exact(ps[i]) + ":" + exact(values[i]))
                    .collect(Collectors.joining(",", "quantiles(", ")"));
            case Law.Empirical(double[] sorted) -> call("empirical", sorted);
            case Shifted(double shift, Law base) -> exact(shift) + "+" + text(base);
        };
    }

    private static String call(String name, double... of) {
        return Arrays.stream(of).mapToObj(LawText::exact).collect(Collectors.joining(",", name + "(", ")"));
    }

    private static String exact(double value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros();
        return rounded.scale() > 12 || rounded.precision() - rounded.scale() > 12 ? rounded.toString() : rounded.toPlainString();
    }

    /// A law in words.
    public static String words(Law law) {
        return switch (law) {
            case Law.Constant(double value) -> "constant " + shortest(value);
            case Law.Uniform(double low, double high) -> "uniform from " + shortest(low) + " to " + shortest(high);
            case Law.Triangular(double low, double mode, double high) -> "triangular " + shortest(low) + ", " + shortest(mode) + ", " + shortest(high);
            case Law.Pert(double low, double mode, double high) -> "PERT " + shortest(low) + ", " + shortest(mode) + ", " + shortest(high);
            case Law.Normal(double mu, double sigma) -> "normal, mean " + shortest(mu) + ", standard deviation " + shortest(sigma);
            case Law.LogNormal named -> "log-normal, 90 % from " + shortest(named.quantile(0.05)) + " to " + shortest(named.quantile(0.95));
            case Law.Exponential(double mean) -> "exponential, mean " + shortest(mean);
            case Gamma(double shape, double scale) -> "gamma, shape " + shortest(shape) + ", mean " + shortest(shape * scale);
            case Weibull(double shape, double scale) -> "Weibull, shape " + shortest(shape) + ", scale " + shortest(scale);
            case Pareto(double low, double shape) -> "Pareto, lowest " + shortest(low) + ", shape " + shortest(shape);
            case Hyperexponential(double mean, double cv) -> "hyperexponential, mean " + shortest(mean) + ", coefficient of variation " + shortest(cv);
            case Points points -> points.ps().length + " quantiles, 90 % from " + shortest(points.quantile(0.05)) + " to " + shortest(points.quantile(0.95));
            case Law.Empirical(double[] sorted) -> "empirical, " + sorted.length + " values, 90 % from " + shortest(law.quantile(0.05)) + " to "
                    + shortest(law.quantile(0.95));
            case Shifted(double shift, Law base) -> shortest(shift) + " and beyond it " + words(base);
        };
    }

    private static Law named(String name, double[] of, String text) {
        int wanted = switch (name) {
            case "triangular", "pert" -> 3;
            case "uniform", "normal", "lognormal", "gamma", "erlang", "weibull", "pareto", "hyper" -> 2;
            case "empirical" -> of.length;
            case "exponential", "constant" -> 1;
            default -> throw new IllegalArgumentException("there is no law '" + name + "'; there are constant, uniform, triangular, pert, normal,"
                    + " lognormal, exponential, gamma, erlang, weibull, pareto, hyper, empirical, quantiles, ranges such as 100..300, and sums such as 5ms + lognormal(-3.5,0.6)");
        };
        if (of.length != wanted) {
            throw new IllegalArgumentException("'" + text + "': " + name + " takes " + wanted + " numbers, not " + of.length);
        }
        return switch (name) {
            case "triangular" -> new Law.Triangular(of[0], of[1], of[2]);
            case "pert" -> new Law.Pert(of[0], of[1], of[2]);
            case "uniform" -> new Law.Uniform(of[0], of[1]);
            case "normal" -> new Law.Normal(of[0], of[1]);
            case "lognormal" -> new Law.LogNormal(of[0], of[1]);
            case "exponential" -> new Law.Exponential(of[0]);
            case "gamma" -> new Gamma(of[0], of[1] / of[0]);
            case "erlang" -> new Gamma(Math.max(1, Math.rint(of[0])), of[1] / Math.max(1, Math.rint(of[0])));
            case "weibull" -> new Weibull(of[0], of[1]);
            case "pareto" -> new Pareto(of[0], of[1]);
            case "hyper" -> new Hyperexponential(of[0], of[1]);
            case "empirical" -> Law.Empirical.of(of);
            default -> new Law.Constant(of[0]);
        };
    }

    private static double number(String typed, String text) {
        String digits = typed.strip();
        OptionalLong duration = Durations.parse(digits);
        if (duration.isPresent()) {
            return duration.getAsLong() / 1e9;
        }
        boolean percent = digits.endsWith("%");
        try {
            double value = Double.parseDouble(percent ? digits.substring(0, digits.length() - 1).strip() : digits.replace("_", ""));
            if (!Double.isFinite(value)) {
                throw new NumberFormatException(digits);
            }
            return percent ? value / 100 : value;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is no law: write a number, a range such as 100..300, or for example"
                    + " triangular(2,4,9), pert(1,2,4), normal(800,90)", e);
        }
    }

    private static String shortest(double value) {
        return new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros().toPlainString();
    }
}
