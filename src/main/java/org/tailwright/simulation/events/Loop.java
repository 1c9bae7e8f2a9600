package org.tailwright.simulation.events;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

/// One run of a network: takes the earliest event, does what it means, until the end. Single-threaded; its answer depends on network, seed and
/// replication only. Every purpose has its own random stream, so that two networks that differ in one policy see the same arrivals.
public final class Loop {
    static final int GENERATIONS = (1 << 24) - 1;
    static final int ARRIVAL = 0;
    static final int SERVED = 1;
    static final int TIMEOUT = 2;
    static final int RETRY = 3;
    static final int HEDGE = 4;
    static final int THINK = 5;
    static final int TICK = 6;
    static final int FAULT = 7;
    static final int RECOVERY = 8;
    static final int SCALE = 9;
    static final int UP = 10;
    static final int SHARED = 11;
    static final int CACHED = 12;
    /// A user whose request failed waits at least this long, else a refused user would try without end in one moment.
    private static final long LEAST_PAUSE = 1_000_000;
    private static final int CHECKED = (1 << 16) - 1;

    private final Network network;
    private final EventHeap heap = new EventHeap();
    private final Visits visits = new Visits();
    private final Calls calls = new Calls();
    private final Site[] sites;
    private final Link[] links;
    private final Feed[] feeds;
    private final Floor floor;
    private final Faults faults;
    private final Scaling scaling;
    private final Tape tape;
    private final long end;
    long now;

    /// How long a run is and how it is seen.
    ///
    /// @param endNanos length of the run
    /// @param spans pieces of time in which numbers are kept
    public record Length(long endNanos, int spans) {}

    /// Prepares a run.
    public Loop(Network network, Length length, long seed, int replication) {
        this.network = network;
        end = length.endNanos();
        sites = new Site[network.stations().size()];
        int first = 0;
        for (int i = 0; i < sites.length; i++) {
            sites[i] = new Site(network.stations().get(i), first, seed, replication);
            first += sites[i].most;
        }
        feeds = new Feed[network.sources().size()];
        links = links(seed, replication);
        floor = new Floor(this, sites, visits);
        faults = new Faults(this, network.faults(), sites, floor, end);
        scaling = new Scaling(this, sites, floor);
        tape = new Tape(feeds.length, sites.length, links.length, length.spans(), end);
    }

    /// Links of the sources first, then those of the stations in their order.
    private Link[] links(long seed, int replication) {
        List<Link> all = new ArrayList<>();
        for (int i = 0; i < feeds.length; i++) {
            Network.Source source = network.sources().get(i);
            all.add(new Link(source.name() + " → " + sites[source.target()].station.name(), source.target(), 1, false, source.policy(),
                    Seeds.stream(seed, "calls of " + source.name(), replication)));
            feeds[i] = new Feed(source, network.spikes(i), end, seed, replication);
        }
        for (Site site : sites) {
            List<Network.Call> made = site.station.calls();
            site.links = new Link[made.size()];
            site.linkNumbers = new int[made.size()];
            for (int i = 0; i < made.size(); i++) {
                Network.Call call = made.get(i);
                String name = site.station.name() + " → " + sites[call.target()].station.name();
                site.links[i] = new Link(name, call.target(), call.times(), call.optional(), call.policy(), Seeds.stream(seed, "calls " + name + i, replication));
                site.linkNumbers[i] = all.size();
                all.add(site.links[i]);
            }
        }
        return all.toArray(Link[]::new);
    }

    /// Runs to the end.
    ///
    /// @throws java.util.concurrent.CancellationException when cancelled
    public Tape run(Work work) {
        for (int i = 0; i < feeds.length; i++) {
            begin(i);
        }
        for (int span = 1; span <= tape.spans; span++) {
            push(span * tape.width, TICK, 0, 0, span);
        }
        faults.plan();
        scaling.plan();
        long limit = tape.spans * tape.width;
        while (heap.size() > 0 && heap.time() <= limit) {
            now = heap.time();
            long event = heap.event();
            heap.pop();
            handle(event);
            if ((++tape.events & CHECKED) == 0) {
                work.check();
            }
        }
        tape.settle();
        return tape;
    }

    private void begin(int source) {
        switch (network.sources().get(source).arrivals()) {
            case Network.Open _ -> feeds[source].schedule(this, source);
            case Network.Closed(int users, _) -> {
                for (int i = 0; i < users; i++) {
                    push(feeds[source].think(), THINK, 0, 0, source);
                }
            }
        }
    }

    void push(long time, int type, int attempt, int generation, int slot) {
        heap.push(time, (long) type << 60 | (long) attempt << 56 | (long) generation << 32 | slot);
    }

    private void handle(long event) {
        int slot = (int) event;
        int generation = (int) (event >>> 32) & GENERATIONS;
        switch ((int) (event >>> 60)) {
            case ARRIVAL -> {
                start(slot, Calls.ROOT, slot);
                feeds[slot].schedule(this, slot);
            }
            case SERVED -> {
                if (visits.generation[slot] == generation) {
                    floor.served(slot);
                }
            }
            case TIMEOUT -> timedOut(slot, generation, (int) (event >>> 56) & 15);
            case RETRY -> {
                if (calls.generation[slot] == generation) {
                    attempt(slot);
                }
            }
            case HEDGE -> hedge(slot, generation);
            case THINK -> start(slot, Calls.ROOT, slot);
            case TICK -> tape.close(sites, links, now);
            case FAULT -> faults.begin(slot);
            case RECOVERY -> faults.end(slot);
            case SCALE -> scaling.look(slot);
            case UP -> floor.started(slot);
            case SHARED -> floor.sharedDue(slot, generation);
            case CACHED -> {
                if (visits.generation[slot] == generation) {
                    answered(slot);
                }
            }
            default -> throw new IllegalStateException("no such event");
        }
    }

    int priority(int source) {
        return network.sources().get(source).priority();
    }

    private void start(int link, int parent, int source) {
        int call = calls.take();
        calls.link[call] = link;
        calls.parent[call] = parent;
        calls.parentGeneration[call] = parent >= 0 ? visits.generation[parent] : 0;
        calls.source[call] = source;
        calls.started[call] = now;
        links[link].earn();
        attempt(call);
    }

    private void attempt(int call) {
        Link link = links[calls.link[call]];
        Policy policy = link.policy;
        int number = calls.attempts[call]++;
        if (link.inFlight >= policy.bulkhead()) {
            again(call, Why.BULKHEAD);
            return;
        }
        if (!link.lets(now)) {
            again(call, Why.BREAKER);
            return;
        }
        link.attempts++;
        link.inFlight++;
        calls.live[call] |= 1 << number;
        if (policy.timeoutNanos() > 0) {
            push(now + policy.timeoutNanos(), TIMEOUT, number, calls.generation[call], call);
        }
        if (policy.hedgeNanos() > 0 && !calls.hedged[call]) {
            push(now + policy.hedgeNanos(), HEDGE, 0, calls.generation[call], call);
        }
        send(call, number, link);
    }

    private void send(int call, int number, Link link) {
        Site site = sites[link.target];
        if (site.refused > 0 && link.random.nextDouble() < site.refused) {
            failed(call, number, Why.REFUSED);
            return;
        }
        if (site.lost > 0 && link.random.nextDouble() < site.lost) {
            return;
        }
        int visit = visits.take();
        visits.station[visit] = link.target;
        visits.call[visit] = call;
        visits.callGeneration[visit] = calls.generation[call];
        visits.attempt[visit] = (byte) number;
        visits.source[visit] = calls.source[call];
        visits.cancel[visit] = link.policy.cancel();
        floor.arrive(visit);
    }

    private void hedge(int call, int generation) {
        if (calls.generation[call] == generation && calls.live[call] != 0 && !calls.hedged[call]) {
            calls.hedged[call] = true;
            links[calls.link[call]].hedges++;
            attempt(call);
        }
    }

    /// Whether somebody still waits for this attempt.
    private boolean waited(int visit) {
        int call = visits.call[visit];
        return calls.generation[call] == visits.callGeneration[visit] && (calls.live[call] & 1 << visits.attempt[visit]) != 0;
    }

    /// Whether work in a queue may be dropped because nobody waits for it.
    boolean unwanted(int visit) {
        return visits.cancel[visit] && !waited(visit);
    }

    private void timedOut(int call, int generation, int number) {
        if (calls.generation[call] == generation && (calls.live[call] & 1 << number) != 0) {
            links[calls.link[call]].timeouts++;
            failed(call, number, Why.TIMEOUT);
        }
    }

    /// A request is gone from its station, unanswered; it holds no server any more.
    void lost(int visit, Why why) {
        int call = visits.call[visit];
        int number = visits.attempt[visit];
        boolean waited = waited(visit);
        visits.free(visit);
        if (waited) {
            failed(call, number, why);
        }
    }

    private void failed(int call, int number, Why why) {
        Link link = links[calls.link[call]];
        calls.live[call] &= ~(1 << number);
        link.inFlight--;
        link.record(false, now);
        again(call, why);
    }

    /// Tries once more, or gives up, when no attempt is under way.
    private void again(int call, Why why) {
        if (calls.live[call] != 0) {
            return;
        }
        Link link = links[calls.link[call]];
        int tried = calls.attempts[call] - (calls.hedged[call] ? 1 : 0);
        if (tried <= link.policy.retry().retries() && link.spend()) {
            link.retries++;
            push(now + link.pause(tried), RETRY, 0, calls.generation[call], call);
        } else {
            settled(call, why);
        }
    }

    /// The own work of a request is done.
    void worked(int visit) {
        Site site = sites[visits.station[visit]];
        double failing = site.station.work().failing();
        if (failing > 0 && site.choice.nextDouble() < failing) {
            fail(visit, Why.FAILED);
        } else if (site.links.length == 0) {
            finish(visit, site);
        } else if (site.station.work().parallel()) {
            together(visit, site);
        } else {
            onward(visit, site);
        }
    }

    private void fail(int visit, Why why) {
        floor.release(visit);
        lost(visit, why);
    }

    /// Makes the next of the calls that come one after the other. `cursor` is the link, `left` how many calls of it are still to come.
    private void onward(int visit, Site site) {
        while (visits.cursor[visit] < site.links.length) {
            int at = visits.cursor[visit];
            if (visits.left[visit] < 0) {
                visits.left[visit] = site.links[at].count();
            }
            if (visits.left[visit] > 0) {
                visits.left[visit]--;
                start(site.linkNumbers[at], visit, visits.source[visit]);
                return;
            }
            visits.left[visit] = -1;
            visits.cursor[visit]++;
        }
        finish(visit, site);
    }

    /// Makes all calls at once. `left` counts those under way, and one more while they are being made.
    private void together(int visit, Site site) {
        visits.left[visit] = 1;
        for (int at = 0; at < site.links.length; at++) {
            for (int count = site.links[at].count(); count > 0; count--) {
                visits.left[visit]++;
                start(site.linkNumbers[at], visit, visits.source[visit]);
            }
        }
        joined(visit, site);
    }

    private void joined(int visit, Site site) {
        if (--visits.left[visit] == 0) {
            if (visits.failed[visit]) {
                fail(visit, Why.DEPENDENCY);
            } else {
                finish(visit, site);
            }
        }
    }

    private void finish(int visit, Site site) {
        floor.release(visit);
        double drawn = site.station.routes().isEmpty() ? 1 : site.choice.nextDouble();
        for (Network.Route route : site.station.routes()) {
            drawn -= route.probability();
            if (drawn < 0) {
                visits.station[visit] = route.target();
                visits.cursor[visit] = 0;
                visits.left[visit] = -1;
                floor.arrive(visit);
                return;
            }
        }
        answered(visit);
    }

    private void answered(int visit) {
        int call = visits.call[visit];
        boolean waited = waited(visit);
        visits.free(visit);
        if (waited) {
            Link link = links[calls.link[call]];
            link.inFlight -= Integer.bitCount(calls.live[call]);
            link.record(true, now);
            settled(call, null);
        }
    }

    /// A call ended.
    private void settled(int call, @Nullable Why why) {
        int parent = calls.parent[call];
        int source = calls.source[call];
        boolean optional = links[calls.link[call]].optional;
        boolean here = parent == Calls.ROOT || visits.generation[parent] == calls.parentGeneration[call];
        long started = calls.started[call];
        calls.free(call);
        if (parent == Calls.ROOT) {
            root(source, started, why);
        } else if (here) {
            Site site = sites[visits.station[parent]];
            boolean bad = why != null && !optional;
            if (site.station.work().parallel()) {
                visits.failed[parent] |= bad;
                joined(parent, site);
            } else if (bad) {
                fail(parent, Why.DEPENDENCY);
            } else {
                onward(parent, site);
            }
        }
    }

    private void root(int source, long started, @Nullable Why why) {
        if (why == null) {
            tape.answered(source, now - started, now);
        } else {
            tape.failed(source, why);
        }
        if (network.sources().get(source).arrivals() instanceof Network.Closed) {
            push(now + Math.max(feeds[source].think(), why == null ? 0 : LEAST_PAUSE), THINK, 0, 0, source);
        }
    }

    /// Names of the links in their order, "caller → called".
    public List<String> linkNames() {
        return List.of(links).stream().map(each -> each.name).toList();
    }
}
