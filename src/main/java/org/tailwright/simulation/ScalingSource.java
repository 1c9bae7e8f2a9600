package org.tailwright.simulation;

import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.work.Work;

/// Where the scaling of servers comes from when it is not typed. Fitting scalability laws is not this package's business; whoever knows how hands them in.
@FunctionalInterface
public interface ScalingSource {
    /// Knows none.
    ScalingSource NONE = (_, _, _) -> Outcome.not("Nobody here fits scalability laws; type --alpha and --beta.");

    /// The scaling that the inputs show, or why they do not.
    ///
    /// @param demand whether the service demand shall come from the same law
    Outcome<Scaling> of(Inputs inputs, boolean demand, Work work);
}
