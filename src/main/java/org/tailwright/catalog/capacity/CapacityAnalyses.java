package org.tailwright.catalog.capacity;

import java.util.List;
import org.tailwright.analyses.Analysis;
import org.tailwright.simulation.CapacityForecast;
import org.tailwright.simulation.CapacitySimulation;
import org.tailwright.simulation.ServersNeeded;
import org.tailwright.simulation.ServersSimulation;
import org.tailwright.simulation.ServersVariants;
import org.tailwright.simulation.VariantsSimulation;

/// The capacity questions, with scaling from fitted laws.
public final class CapacityAnalyses {
    /// How likely the objective breaks in each of the coming months.
    public static final Analysis<CapacitySimulation.Parameters, CapacityForecast> CAPACITY = CapacitySimulation.analysis(UslReplicates::of);
    /// How many servers are needed.
    public static final Analysis<ServersSimulation.Parameters, ServersNeeded> SERVERS = ServersSimulation.analysis(UslReplicates::of);
    /// The same of several variants, side by side.
    public static final Analysis<VariantsSimulation.Parameters, ServersVariants> VARIANTS = VariantsSimulation.analysis(UslReplicates::of);
    /// In the order people see them.
    public static final List<Analysis<?, ?>> ALL = List.of(CAPACITY, SERVERS, VARIANTS);

    private CapacityAnalyses() {}
}
