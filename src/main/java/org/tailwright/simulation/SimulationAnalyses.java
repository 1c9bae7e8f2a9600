package org.tailwright.simulation;

import java.util.List;
import org.tailwright.analyses.Analysis;
import org.tailwright.simulation.fit.FitLaw;

/// All analyses of this package.
public final class SimulationAnalyses {
    /// In the order people see them; those that need a scalability law are made where one can be fitted.
    public static final List<Analysis<?, ?>> ALL = List.of(FitLaw.FIT, FormulaSimulation.FORMULA);

    private SimulationAnalyses() {}
}
