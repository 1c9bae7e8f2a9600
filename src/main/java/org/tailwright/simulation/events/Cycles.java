package org.tailwright.simulation.events;

import java.util.List;

/// Refuses calls that go in a circle: a request would then hold one server while it waits for another of the same station, without end.
final class Cycles {
    private Cycles() {}

    static void refuse(List<Network.Station> stations) {
        int[] seen = new int[stations.size()];
        for (int i = 0; i < seen.length; i++) {
            visit(stations, i, seen);
        }
    }

    private static void visit(List<Network.Station> stations, int at, int[] seen) {
        if (seen[at] == 2) {
            return;
        }
        if (seen[at] == 1) {
            throw new IllegalArgumentException("the calls of '" + stations.get(at).name() + "' lead back to itself");
        }
        seen[at] = 1;
        stations.get(at).calls().forEach(call -> visit(stations, call.target(), seen));
        seen[at] = 2;
    }
}
