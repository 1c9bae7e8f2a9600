package org.tailwright.models.queueing;

import org.tailwright.analyses.Outcome;

/// Refuses queues that grow without end.
final class Unstable {
    private Unstable() {}

    static <R> Outcome<R> because(double arriving, double possible) {
        return Outcome.not("No steady state: " + Names.rounded(arriving) + " arrive per unit of time and at most " + Names.rounded(possible)
                + " can be served, so the line grows without end.");
    }
}
