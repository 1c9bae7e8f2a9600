package org.tailwright.simulation.events;

import java.util.List;

/// Lets faults begin and end.
final class Faults {
    private final Loop loop;
    private final List<Fault> faults;
    private final Site[] sites;
    private final Floor floor;
    private final long end;

    Faults(Loop loop, List<Fault> faults, Site[] sites, Floor floor, long end) {
        this.loop = loop;
        this.faults = faults;
        this.sites = sites;
        this.floor = floor;
        this.end = end;
    }

    /// Spikes are part of the load already.
    void plan() {
        for (int i = 0; i < faults.size(); i++) {
            Fault fault = faults.get(i);
            if (fault.kind() == Fault.Kind.SPIKE) {
                continue;
            }
            for (long at = fault.startNanos(); at <= end; at += fault.everyNanos()) {
                loop.push(at, Loop.FAULT, 0, 0, i);
                loop.push(at + fault.lengthNanos(), Loop.RECOVERY, 0, 0, i);
                if (fault.everyNanos() == 0) {
                    break;
                }
            }
        }
    }

    void begin(int number) {
        Fault fault = faults.get(number);
        switch (fault.kind()) {
            case SLOW -> sites[fault.target()].slow *= fault.amount();
            case LOST -> sites[fault.target()].lost += fault.amount();
            case REFUSED -> sites[fault.target()].refused += fault.amount();
            case STALL -> floor.stall(sites[fault.target()], fault.lengthNanos());
            case NODES -> floor.kill(sites[fault.target()], (int) fault.amount(), number);
            case ZONE -> floor.killZone(fault.target(), number);
            case FLUSH -> flush(sites[fault.target()]);
            case SPIKE -> { }
        }
    }

    private static void flush(Site site) {
        if (site.keys != null) {
            site.keys.flush();
        }
    }

    void end(int number) {
        Fault fault = faults.get(number);
        switch (fault.kind()) {
            case SLOW -> sites[fault.target()].slow /= fault.amount();
            case LOST -> sites[fault.target()].lost = Math.max(0, sites[fault.target()].lost - fault.amount());
            case REFUSED -> sites[fault.target()].refused = Math.max(0, sites[fault.target()].refused - fault.amount());
            case STALL -> floor.resume(sites[fault.target()]);
            case NODES, ZONE -> floor.revive(number);
            case FLUSH, SPIKE -> { }
        }
    }
}
