package org.tailwright.simulation.optimise;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of a search for the cheapest configuration.
///
/// @param chosen the cheapest that is proven to hold often enough; else the cheapest that did in its fresh runs; null when none did
/// @param confirmed the short list, run again with fresh random numbers, cheapest first; empty while the search goes on
/// @param tried everything simulated while choosing
public record Optimum(String title, Goal goal, @Nullable Confirmed chosen, List<Confirmed> confirmed, List<Tried> tried, Made made) {
    /// What was wanted.
    ///
    /// @param judged the objective's percentile
    /// @param limitNanos its limit
    /// @param probability with which a run is to hold it
    /// @param knobs names of the settings to choose
    /// @param optional stations with a call without which a request goes on: such requests hold the objective too
    /// @param present the scenario as it is, in the same fresh runs
    public record Goal(double judged, double limitNanos, double probability, List<String> knobs, List<String> optional, Confirmed present) {
        public Goal {
            knobs = List.copyOf(knobs);
            optional = List.copyOf(optional);
        }
    }

    /// A configuration in fresh runs.
    ///
    /// @param values of its settings, in the order of the knobs; empty where the file does not write all of them
    /// @param cost in the unit of the prices; null where it does not
    /// @param held runs that held the objective
    /// @param proven whether the probability is proven, at 5 % for all that were asked together
    /// @param medianNanos the middle of the judged percentile over the runs; infinite when failures reach it in half of them
    /// @param yaml its settings as lines of a scenario file; empty for the scenario as it is
    public record Confirmed(List<String> values, @Nullable Double cost, Held held, boolean proven, double medianNanos, String yaml) {
        public Confirmed {
            values = List.copyOf(values);
        }
    }

    /// A configuration while choosing.
    ///
    /// @param share of its runs that held the objective
    /// @param runs few when none of the first held
    public record Tried(List<String> values, double cost, double share, int runs) {
        public Tried {
            values = List.copyOf(values);
        }
    }

    /// How it was made.
    ///
    /// @param configurations that there are
    /// @param whole whether they were gone through from the cheapest up instead of bred
    /// @param generations bred; 0 when gone through
    /// @param runs of each configuration while choosing
    /// @param fresh runs of each on the short list
    /// @param warmupSeconds left out of every run, the same for all
    public record Made(long configurations, boolean whole, int generations, int runs, int fresh, double warmupSeconds) {}

    public Optimum {
        confirmed = List.copyOf(confirmed);
        tried = List.copyOf(tried);
    }
}
