package org.tailwright.simulation.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.tailwright.simulation.laws.Law;
import org.tailwright.simulation.laws.Shifted;

/// The shift of a law that has a least value, by modified maximum likelihood (Cohen and Whitten 1980 for the log-normal law, 1988 for others): the law of greatest
/// likelihood beyond a shift is taken where as much of it lies below the smallest of n values as is expected, 1/(n+1). The likelihood itself has no greatest
/// value: it grows without bound as the shift comes close to the smallest value.
final class Threshold {
    /// Least distance between shift and smallest value, as a part of it.
    private static final double NEAREST = 1e-12;
    private static final double CLOSE = 1e-10;
    private static final double TAIL = 0.025;
    private static final int STEPS = 200;

    private final Family family;
    private final Family base;
    private final double lowest;
    /// Values minus the smallest.
    private final double[] above;

    /// @param family with a shift
    /// @param values above 0
    Threshold(Family family, double[] values) {
        this.family = family;
        base = Objects.requireNonNull(family.base());
        lowest = Arrays.stream(values).min().orElseThrow();
        above = Arrays.stream(values).map(each -> each - lowest).toArray();
    }

    /// The fitted law, whose shift is 0 where even without one no more lies below the smallest value than is expected.
    ///
    /// @param n independent values
    Shifted fit(double n) {
        return at(1 / (n + 1));
    }

    /// The law of greatest likelihood beyond the shift that leaves a share below the smallest value. That share falls as the shift rises.
    private Shifted at(double share) {
        UnivariateFunction off = log -> Math.log(Math.max(Double.MIN_NORMAL, below(Math.exp(log)))) - Math.log(share);
        double widest = Math.log(lowest);
        double least = widest + Math.log(NEAREST);
        double gap = off.value(widest) <= 0 ? lowest : off.value(least) >= 0 ? Math.exp(least) : Math.exp(new BrentSolver(CLOSE).solve(STEPS, off, least, widest));
        return new Shifted(lowest - gap, beyond(gap));
    }

    private Law beyond(double gap) {
        return base.fit(Arrays.stream(above).map(each -> each + gap).toArray());
    }

    /// What lies below the smallest value.
    private double below(double gap) {
        return Family.below(beyond(gap), gap);
    }

    /// 95 % intervals. That of the shift holds all shifts at which the share below the smallest value is no wonder: of n independent values it lies beyond p
    /// with probability (1 − p)ⁿ. Others add, as independent errors, Fisher's information at the shift and what they change by over its interval.
    ///
    /// @param n independent values
    List<FittedLaw.Parameter> intervals(Shifted law, double n) {
        Shifted low = at(-Math.expm1(Math.log(TAIL) / n));
        // Values that depend on each other have a smallest one like that of fewer, at most of all.
        Shifted high = at(-Math.expm1(Math.log1p(-TAIL) / above.length));
        List<FittedLaw.Parameter> all = new ArrayList<>(List.of(new FittedLaw.Parameter(family.names().getFirst(), law.shift(), low.shift(), high.shift())));
        List<FittedLaw.Parameter> there = Fisher.of(base, law.law(), n);
        List<FittedLaw.Parameter> first = Fisher.of(base, low.law(), n);
        List<FittedLaw.Parameter> last = Fisher.of(base, high.law(), n);
        for (int i = 0; i < there.size(); i++) {
            FittedLaw.Parameter each = there.get(i);
            double down = Math.min(first.get(i).value(), last.get(i).value());
            double up = Math.max(first.get(i).value(), last.get(i).value());
            all.add(new FittedLaw.Parameter(family.names().get(i + 1), each.value(), each.value() - Math.hypot(each.value() - each.low(), Math.max(0, each.value() - down)),
                    each.value() + Math.hypot(each.high() - each.value(), Math.max(0, up - each.value()))));
        }
        return all;
    }
}
