package org.tailwright.simulation.optimise;

import java.util.Arrays;
import java.util.Comparator;

/// A configuration as it did while choosing.
///
/// @param choice place of the value of every knob
/// @param cost in the unit of the prices
/// @param held runs that held the objective
/// @param runs runs made: few when none of the first held
/// @param reach mean over the runs of the judged percentile as a share of the limit, at most 10
record Trial(int[] choice, double cost, int held, int runs, double reach) {
    /// The cheapest first; of the same cost the one that holds more often, then the one farther from the limit.
    static final Comparator<Trial> ORDER = Comparator.comparingDouble(Trial::cost).thenComparing(Comparator.comparingDouble(Trial::share).reversed())
            .thenComparingDouble(Trial::reach);

    private static final double FAR = 10;

    static Trial of(int[] choice, double cost, double[] judged, double limit) {
        int held = (int) Arrays.stream(judged).filter(each -> each <= limit).count();
        double reach = Arrays.stream(judged).map(each -> Double.isNaN(each) ? FAR : Math.min(each / limit, FAR)).average().orElse(FAR);
        return new Trial(choice, cost, held, judged.length, reach);
    }

    double share() {
        return held / (double) runs;
    }

    /// Whether the share of its runs is as wanted.
    boolean holds(double probability) {
        return share() >= probability;
    }
}
