package org.tailwright.simulation;

import org.tailwright.simulation.laws.Law;

/// The quantile function of a law, from a table of exact points inside and by itself in the tails.
final class Inverse {
    private static final int STEPS = 4096;
    private static final double TAIL = 4.0 / STEPS;

    private final Law law;
    private final double[] table = new double[STEPS + 1];
    private final boolean exact;

    Inverse(Law law) {
        this.law = law;
        exact = exact(law);
        for (int i = 1; !exact && i < STEPS; i++) {
            table[i] = law.quantile(i / (double) STEPS);
        }
    }

    private static boolean exact(Law law) {
        return switch (law) {
            case org.tailwright.simulation.laws.Shifted(double _, Law base) -> exact(base);
            case Law.Normal _, Law.LogNormal _, Law.Pert _, org.tailwright.simulation.laws.Gamma _, org.tailwright.simulation.laws.Hyperexponential _ -> false;
            case Law.Constant _, Law.Uniform _, Law.Triangular _, Law.Exponential _, Law.Empirical _, org.tailwright.simulation.laws.Weibull _,
                    org.tailwright.simulation.laws.Pareto _, org.tailwright.simulation.laws.Points _ -> true;
        };
    }

    double at(double u) {
        if (exact || u <= TAIL || u >= 1 - TAIL) {
            return law.quantile(u);
        }
        double at = u * STEPS;
        int low = (int) at;
        return table[low] + (table[low + 1] - table[low]) * (at - low);
    }
}
