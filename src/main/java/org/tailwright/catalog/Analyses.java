package org.tailwright.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tailwright.analyses.Analysis;
import org.tailwright.catalog.capacity.CapacityAnalyses;
import org.tailwright.catalog.simulate.NetworkSimulation;
import org.tailwright.models.ModelAnalyses;
import org.tailwright.profiles.ProfileAnalyses;
import org.tailwright.simulation.SimulationAnalyses;
import org.tailwright.statistics.StatisticsAnalyses;
import org.tailwright.traces.TraceAnalyses;

/// All analyses there are.
public final class Analyses {
    /// In the order people see them.
    public static final List<Analysis<?, ?>> ALL =
            Stream.of(StatisticsAnalyses.ALL, ModelAnalyses.ALL, SimulationAnalyses.ALL, CapacityAnalyses.ALL, List.<Analysis<?, ?>>of(NetworkSimulation.SIMULATE, NetworkSimulation.OPTIMISE),
                    TraceAnalyses.ALL, ProfileAnalyses.ALL)
                    .flatMap(List::stream).toList();

    private Analyses() {}

    /// The analysis called `id`.
    public static Optional<Analysis<?, ?>> named(String id) {
        return ALL.stream().filter(each -> each.id().equals(id)).<Analysis<?, ?>>map(each -> each).findFirst();
    }
}
