package org.tailwright.simulation.optimise;

import org.apache.commons.math3.distribution.BetaDistribution;

/// How many of some independent runs held the objective.
///
/// @param held runs that did
/// @param runs all of them, at least 1
/// @param low lower end of the 95 % interval of the probability by Clopper and Pearson (1934), which covers at least as often as it says
/// @param high upper end
public record Held(int held, int runs, double low, double high) {
    /// With both ends.
    static Held of(int held, int runs) {
        return new Held(held, runs, lower(held, runs, 0.025), 1 - lower(runs - held, runs, 0.025));
    }

    /// Share that held.
    public double share() {
        return held / (double) runs;
    }

    /// The probability that is exceeded with a confidence of 1 − `level`.
    static double lower(int held, int runs, double level) {
        return held == 0 ? 0 : new BetaDistribution(null, held, runs - held + 1.0).inverseCumulativeProbability(level);
    }

    /// Fewest runs that, all held, prove a probability at a level.
    static int needed(double probability, double level) {
        return (int) Math.ceil(Math.log(level) / Math.log(probability));
    }
}
