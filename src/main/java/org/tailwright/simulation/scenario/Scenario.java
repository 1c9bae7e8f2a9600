package org.tailwright.simulation.scenario;

import java.util.List;
import java.util.Optional;
import org.tailwright.data.Objective;
import org.tailwright.simulation.events.Network;

/// What a scenario file says: one network as it is, and how it is changed.
///
/// @param title what it is about
/// @param objective what the judged source's requests should hold; a percentile of latency
/// @param variants the baseline first; at least one
/// @param search what is to be chosen, if anything
/// @param text the file as it was
public record Scenario(String title, Settings settings, Optional<Objective> objective, List<Variant> variants, Optional<Search> search, String text) {
    /// One network to be run.
    ///
    /// @param note what distinguishes it, in words
    public record Variant(String name, Network network, String note) {}

    /// How it is run.
    ///
    /// @param nanos length of a run
    /// @param spans pieces in which it is shown
    /// @param warmupNanos left out at the begin; −1 finds it
    /// @param least runs in any case
    /// @param most runs at most
    /// @param precision wanted half-width as a share; 0 for all runs
    public record Settings(long nanos, int spans, long warmupNanos, int least, int most, double precision) {}

    public Scenario {
        variants = List.copyOf(variants);
    }
}
