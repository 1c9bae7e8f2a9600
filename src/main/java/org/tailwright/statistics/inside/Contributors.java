package org.tailwright.statistics.inside;

import java.util.List;

/// All contributors; another one is one line here.
final class Contributors {
    /// In no particular order: findings are ranked by what they tell.
    static final List<Contributor> ALL = List.of(
            new Values(),
            new MovedMetrics(),
            new GrownOperations(),
            new SeenFrames(),
            new TimeInEvents());

    private Contributors() {}
}
