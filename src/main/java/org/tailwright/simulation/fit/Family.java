package org.tailwright.simulation.fit;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.special.Erf;
import org.jspecify.annotations.Nullable;
import org.tailwright.simulation.laws.Gamma;
import org.tailwright.simulation.laws.Hyperexponential;
import org.tailwright.simulation.laws.Law;
import org.tailwright.simulation.laws.Pareto;
import org.tailwright.simulation.laws.Points;
import org.tailwright.simulation.laws.Shifted;
import org.tailwright.simulation.laws.Weibull;

/// A family of laws that is fitted by maximum likelihood; a shift by [Threshold].
enum Family {
    EXPONENTIAL("exponential", 1, "mean"),
    NORMAL("normal", 2, "mean", "standard deviation"),
    LOGNORMAL("log-normal", 2, "µ of the logarithm", "σ of the logarithm"),
    GAMMA("gamma", 2, "shape", "mean"),
    WEIBULL("Weibull", 2, "shape", "scale"),
    PARETO("Pareto", 2, "lowest", "shape"),
    SHIFTED_EXPONENTIAL(EXPONENTIAL),
    SHIFTED_LOGNORMAL(LOGNORMAL),
    SHIFTED_GAMMA(GAMMA),
    SHIFTED_WEIBULL(WEIBULL);

    private final String title;
    private final int parameters;
    private final List<String> names;
    private final @Nullable Family base;

    Family(String title, int parameters, String... names) {
        this.title = title;
        this.parameters = parameters;
        this.names = List.of(names);
        base = null;
    }

    /// Moved by a shift, so that the least value is not 0.
    Family(Family base) {
        title = "shifted " + base.title;
        parameters = base.parameters + 1;
        names = Stream.concat(Stream.of("shift"), base.names.stream().map(each -> each.equals("mean") ? "mean beyond the shift" : each)).toList();
        this.base = base;
    }

    /// The same without a shift; null where there is none.
    @Nullable Family base() {
        return base;
    }

    /// What people call it.
    String title() {
        return title;
    }

    /// How many parameters are fitted.
    int parameters() {
        return parameters;
    }

    /// Names of the parameters, as the law is written.
    List<String> names() {
        return names;
    }

    /// Whether it has a density for a value.
    boolean fits(double lowest) {
        return this == NORMAL || lowest > 0;
    }

    /// The law of greatest likelihood.
    ///
    /// @param values at least two different ones, above 0 but for the normal law
    Law fit(double[] values) {
        return fit(values, values.length);
    }

    /// The same of values that depend on each other.
    ///
    /// @param n as many independent ones they are worth
    Law fit(double[] values, double n) {
        if (base != null) {
            return new Threshold(this, values).fit(n);
        }
        Moments moments = Moments.of(values, this != NORMAL && this != EXPONENTIAL);
        return switch (this) {
            case EXPONENTIAL -> new Law.Exponential(moments.mean());
            case NORMAL -> new Law.Normal(moments.mean(), moments.deviation());
            case LOGNORMAL -> new Law.LogNormal(moments.logMean(), moments.logDeviation());
            case GAMMA -> Likelihood.gamma(moments);
            case WEIBULL -> Likelihood.weibull(values, moments);
            case SHIFTED_EXPONENTIAL, SHIFTED_LOGNORMAL, SHIFTED_GAMMA, SHIFTED_WEIBULL -> throw new IllegalStateException(title);
            case PARETO -> new Pareto(moments.lowest(), 1 / Math.max(1e-12, moments.logMean() - Math.log(moments.lowest())));
        };
    }

    /// P(X ≤ x).
    static double below(Law law, double x) {
        return switch (law) {
            case Law.Exponential(double mean) -> -Math.expm1(-Math.max(0, x) / mean);
            case Law.Normal(double mu, double sigma) -> Erf.erfc((mu - x) / (sigma * Math.sqrt(2))) / 2;
            case Law.LogNormal(double mu, double sigma) -> x <= 0 ? 0 : Erf.erfc((mu - Math.log(x)) / (sigma * Math.sqrt(2))) / 2;
            case Gamma(double shape, double scale) -> x <= 0 ? 0 : Likelihood.gammaBelow(shape, x / scale);
            case Weibull(double shape, double scale) -> x <= 0 ? 0 : -Math.expm1(-Math.pow(x / scale, shape));
            case Shifted(double shift, Law base) -> below(base, x - shift);
            case Pareto(double low, double shape) -> x <= low ? 0 : -Math.expm1(-shape * Math.log(x / low));
            case Law.Constant _, Law.Uniform _, Law.Triangular _, Law.Pert _, Law.Empirical _, Hyperexponential _, Points _ ->
                    throw new IllegalArgumentException("no fitted law: " + law);
        };
    }

    /// Logarithm of the density at a value inside the law's range.
    static double logDensity(Law law, double x) {
        return switch (law) {
            case Law.Exponential(double mean) -> -x / mean - Math.log(mean);
            case Law.Normal(double mu, double sigma) -> -(x - mu) * (x - mu) / (2 * sigma * sigma) - Math.log(sigma * Math.sqrt(2 * Math.PI));
            case Law.LogNormal(double mu, double sigma) -> -(Math.log(x) - mu) * (Math.log(x) - mu) / (2 * sigma * sigma) - Math.log(x * sigma * Math.sqrt(2 * Math.PI));
            case Gamma(double shape, double scale) -> (shape - 1) * Math.log(x / scale) - x / scale - Math.log(scale)
                    - org.apache.commons.math3.special.Gamma.logGamma(shape);
            case Weibull(double shape, double scale) -> Math.log(shape / scale) + (shape - 1) * Math.log(x / scale) - Math.pow(x / scale, shape);
            case Shifted(double shift, Law base) -> logDensity(base, x - shift);
            case Pareto(double low, double shape) -> Math.log(shape / x) - shape * Math.log(x / low);
            case Law.Constant _, Law.Uniform _, Law.Triangular _, Law.Pert _, Law.Empirical _, Hyperexponential _, Points _ ->
                    throw new IllegalArgumentException("no fitted law: " + law);
        };
    }
}
