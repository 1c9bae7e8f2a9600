package org.tailwright.catalog.report;

import java.util.List;
import org.tailwright.analyses.Inputs;
import org.tailwright.work.Work;

/// Contributes the verdicts on the objectives.
final class Verdicts implements Contributor {
    @Override
    public Contribution contribute(Material material, Inputs inputs, Work work) {
        return new Contribution(List.of(), Judging.verdicts(material.datasets(), inputs, work), List.of());
    }
}
