package org.tailwright.simulation.events;

/// An instance whose servers are shared by all requests inside. It keeps a clock of the service that every one of them has received; a request
/// leaves when the clock has moved by what it needs.
final class Shared {
    final EventHeap jobs = new EventHeap();
    private final int servers;
    private double received;
    private long last;
    private boolean still;
    int generation;

    Shared(int servers) {
        this.servers = servers;
    }

    private double speed() {
        int inside = jobs.size();
        return still || inside == 0 ? 0 : inside <= servers ? 1 : servers / (double) inside;
    }

    void advance(long now) {
        received += (now - last) * speed();
        last = now;
    }

    void add(int visit, long nanos) {
        jobs.push((long) received + nanos, visit);
    }

    /// Whether the first is done.
    boolean due() {
        return jobs.size() > 0 && jobs.time() <= received + 0.5;
    }

    /// When the first will be done, were nothing to change; -1 when nothing is to come.
    long next(long now) {
        double speed = speed();
        return speed == 0 ? -1 : now + Math.max(0, (long) Math.ceil((jobs.time() - received) / speed));
    }

    void still(boolean stands) {
        still = stands;
    }
}
