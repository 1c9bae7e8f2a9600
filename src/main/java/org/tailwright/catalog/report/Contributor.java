package org.tailwright.catalog.report;

import java.util.Optional;
import org.tailwright.analyses.Inputs;
import org.tailwright.work.Work;

/// Adds its part to a report, or nothing when the data has nothing for it.
@FunctionalInterface
public interface Contributor {
    /// @param inputs selection, objectives, seed and zone; its data sets are those of the material
    Contribution contribute(Material material, Inputs inputs, Work work);

    /// The chapter that its sections stand in; empty for what comes before all chapters.
    default Optional<Chapter> chapter() {
        return Optional.empty();
    }
}
