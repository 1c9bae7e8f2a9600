package org.tailwright.simulation.events;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.tailwright.work.Seeds;

/// A station at work: its random streams, what faults make of it, and the areas under its numbers over time.
final class Site {
    final Network.Station station;
    final int first;
    final int most;
    final int servers;
    final boolean shared;
    final boolean ranked;
    final RandomGenerator service;
    final RandomGenerator choice;
    final @Nullable Keys keys;
    final int[] live;
    int lives;
    int robin;
    double slow = 1;
    double lost;
    double refused;
    Link[] links = new Link[0];
    int[] linkNumbers = new int[0];

    long arrived;
    long hits;
    long turned;
    private long last;
    private int busy;
    private int waiting;
    int up;
    double busyArea;
    double waitingArea;
    double upArea;

    Site(Network.Station station, int first, long seed, int replication) {
        this.station = station;
        this.first = first;
        most = station.size().most();
        servers = station.size().servers();
        shared = station.work().discipline() == Network.Discipline.PS;
        ranked = station.work().discipline() == Network.Discipline.PRIORITY;
        service = Seeds.stream(seed, "service " + station.name(), replication);
        choice = Seeds.stream(seed, "choice " + station.name(), replication);
        keys = station.work().cache().map(each -> new Keys(each, Seeds.stream(seed, "cache " + station.name(), replication))).orElse(null);
        live = new int[most];
    }

    long nanos() {
        return Math.max(0, (long) (station.work().time().draw(service) * slow * 1e9));
    }

    /// Counts more busy servers and waiting requests from now on.
    void change(long now, int busyMore, int waitingMore) {
        mark(now);
        busy += busyMore;
        waiting += waitingMore;
    }

    /// Closes the areas up to now.
    void mark(long now) {
        long since = now - last;
        busyArea += (double) busy * since;
        waitingArea += (double) waiting * since;
        upArea += (double) up * since;
        last = now;
    }

    int waiting() {
        return waiting;
    }
}
