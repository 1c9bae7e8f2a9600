package org.tailwright.simulation.events;

import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.tailwright.simulation.laws.Law;
import org.tailwright.work.Seeds;

/// A source at work.
final class Feed {
    private final RandomGenerator random;
    private final Law law;
    private final @Nullable Rates rates;
    private double last;

    Feed(Network.Source source, List<Fault> spikes, long end, long seed, int replication) {
        random = Seeds.stream(seed, "arrivals of " + source.name(), replication);
        switch (source.arrivals()) {
            case Network.Open open -> {
                law = open.gap();
                rates = new Rates(open, spikes, end / 1e9);
            }
            case Network.Closed closed -> {
                law = closed.think();
                rates = null;
            }
        }
    }

    /// Plans the next request of an open source.
    void schedule(Loop loop, int source) {
        if (rates != null) {
            last = rates.next(last, law.draw(random));
            if (last < 1e9) {
                loop.push((long) (last * 1e9), Loop.ARRIVAL, 0, 0, source);
            }
        }
    }

    /// A user's pause.
    long think() {
        return Math.max(0, (long) (law.draw(random) * 1e9));
    }
}
