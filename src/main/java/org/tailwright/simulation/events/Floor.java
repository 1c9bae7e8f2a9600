package org.tailwright.simulation.events;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What happens inside the stations: choosing an instance, waiting, serving, going down.
final class Floor {
    private static final int LEVELS = 8;
    private static final byte OFF = 0;
    private static final byte STARTING = 1;
    private static final byte UP = 2;
    private static final byte DRAINING = 3;
    private static final byte DEAD = 4;

    private final Loop loop;
    private final Site[] sites;
    private final Visits visits;
    private final int[] busy;
    private final int[] waiting;
    private final int[] head;
    private final int[] tail;
    private final byte[] state;
    private final int[] deadBy;
    private final int[] owner;
    private final long[] stallUntil;
    private final long[] stallSum;
    private final Shared[] shared;

    Floor(Loop loop, Site[] sites, Visits visits) {
        this.loop = loop;
        this.sites = sites;
        this.visits = visits;
        int instances = sites.length == 0 ? 0 : sites[sites.length - 1].first + sites[sites.length - 1].most;
        busy = new int[instances];
        waiting = new int[instances];
        head = new int[instances * LEVELS];
        tail = new int[instances * LEVELS];
        Arrays.fill(head, -1);
        state = new byte[instances];
        deadBy = new int[instances];
        owner = new int[instances];
        stallUntil = new long[instances];
        stallSum = new long[instances];
        shared = new Shared[instances];
        for (int number = 0; number < sites.length; number++) {
            Site site = sites[number];
            for (int at = site.first; at < site.first + site.most; at++) {
                owner[at] = number;
                state[at] = at < site.first + site.station.size().instances() ? UP : OFF;
                shared[at] = new Shared(site.servers);
            }
            count(site);
        }
    }

    /// Finds anew which instances take requests and how many count as capacity.
    private void count(Site site) {
        site.mark(loop.now);
        site.lives = 0;
        site.up = 0;
        for (int at = site.first; at < site.first + site.most; at++) {
            if (state[at] == UP) {
                site.live[site.lives++] = at;
            }
            site.up += state[at] == UP || state[at] == DRAINING ? site.servers : 0;
        }
    }

    private int pick(Site site) {
        int lives = site.lives;
        if (lives <= 1) {
            return lives == 0 ? -1 : site.live[0];
        }
        return switch (site.station.size().balance()) {
            case RANDOM -> site.live[site.choice.nextInt(lives)];
            case ROUND -> site.live[Math.floorMod(site.robin++, lives)];
            case LEAST -> least(site, lives);
            case TWO -> {
                int one = site.choice.nextInt(lives);
                int two = site.choice.nextInt(lives - 1);
                yield fewer(site.live[one], site.live[two < one ? two : two + 1]);
            }
        };
    }

    /// Begins at another instance every time, so that ties do not favour the first.
    private int least(Site site, int lives) {
        int from = Math.floorMod(site.robin++, lives);
        int least = site.live[from];
        for (int i = 1; i < lives; i++) {
            least = fewer(least, site.live[(from + i) % lives]);
        }
        return least;
    }

    private int fewer(int one, int two) {
        return busy[two] + waiting[two] < busy[one] + waiting[one] ? two : one;
    }

    /// A request comes to the station of its slot.
    void arrive(int visit) {
        Site site = sites[visits.station[visit]];
        site.arrived++;
        if (site.keys != null && site.keys.hit(loop.now)) {
            site.hits++;
            visits.instance[visit] = -1;
            loop.push(loop.now + site.keys.nanos(), Loop.CACHED, 0, visits.generation[visit], visit);
            return;
        }
        int at = pick(site);
        visits.instance[visit] = at;
        visits.since[visit] = loop.now;
        if (at < 0) {
            site.turned++;
            loop.lost(visit, Why.DOWN);
        } else if (site.shared ? shared[at].jobs.size() < site.servers : busy[at] < site.servers) {
            begin(site, at, visit);
        } else if (full(site, at, visit)) {
            site.turned++;
            visits.instance[visit] = -1;
            loop.lost(visit, Why.REJECTED);
        } else if (site.shared) {
            begin(site, at, visit);
        } else {
            enqueue(site, at, visit);
        }
    }

    private boolean full(Site site, int at, int visit) {
        int inLine = site.shared ? shared[at].jobs.size() - site.servers : waiting[at];
        Network.Guard guard = site.station.guard();
        return inLine >= guard.queue() || inLine >= guard.shedAt() && loop.priority(visits.source[visit]) > 0;
    }

    private void enqueue(Site site, int at, int visit) {
        int level = at * LEVELS + (site.ranked ? loop.priority(visits.source[visit]) : 0);
        waiting[at]++;
        site.change(loop.now, 0, 1);
        if (head[level] < 0) {
            head[level] = visit;
            tail[level] = visit;
            visits.next[visit] = -1;
        } else if (site.station.work().discipline() == Network.Discipline.LIFO) {
            visits.next[visit] = head[level];
            head[level] = visit;
        } else {
            visits.next[tail[level]] = visit;
            visits.next[visit] = -1;
            tail[level] = visit;
        }
    }

    private void begin(Site site, int at, int visit) {
        long now = loop.now;
        long nanos = site.nanos();
        if (site.shared) {
            Shared together = shared[at];
            together.advance(now);
            together.add(visit, nanos);
            shared(site, at, 1);
            return;
        }
        busy[at]++;
        site.change(now, 1, 0);
        visits.stalled[visit] = stallSum[at];
        loop.push(now + nanos + Math.max(0, stallUntil[at] - now), Loop.SERVED, 0, visits.generation[visit], visit);
    }

    /// Keeps the numbers of a shared instance after `more` came or went, and plans its next departure.
    private void shared(Site site, int at, int more) {
        int now = shared[at].jobs.size();
        int before = now - more;
        busy[at] = Math.min(now, site.servers);
        waiting[at] = Math.max(0, now - site.servers);
        site.change(loop.now, busy[at] - Math.min(before, site.servers), waiting[at] - Math.max(0, before - site.servers));
        plan(at);
    }

    private void plan(int at) {
        Shared together = shared[at];
        together.generation = (together.generation + 1) & Loop.GENERATIONS;
        long next = together.next(loop.now);
        if (next >= 0) {
            loop.push(next, Loop.SHARED, 0, together.generation, at);
        }
    }

    /// A shared instance may have finished requests.
    void sharedDue(int at, int generation) {
        Shared together = shared[at];
        if (together.generation != generation) {
            return;
        }
        together.advance(loop.now);
        while (together.due()) {
            int visit = (int) together.jobs.event();
            together.jobs.pop();
            shared(sites[owner[at]], at, -1);
            loop.worked(visit);
        }
        plan(at);
        retire(at);
    }

    /// The own work of a request is done, unless its instance stood still meanwhile.
    void served(int visit) {
        int at = visits.instance[visit];
        long late = stallSum[at] - visits.stalled[visit];
        if (late > 0) {
            visits.stalled[visit] = stallSum[at];
            loop.push(loop.now + late, Loop.SERVED, 0, visits.generation[visit], visit);
        } else {
            loop.worked(visit);
        }
    }

    /// A request leaves its server, which goes on with the next.
    void release(int visit) {
        int at = visits.instance[visit];
        visits.instance[visit] = -1;
        Site site = sites[visits.station[visit]];
        if (at < 0 || site.shared || state[at] == DEAD) {
            return;
        }
        busy[at]--;
        site.change(loop.now, -1, 0);
        while (waiting[at] > 0 && busy[at] < site.servers) {
            int next = dequeue(site, at);
            long most = site.station.guard().maxWaitNanos();
            if (loop.unwanted(next)) {
                visits.free(next);
            } else if (most > 0 && loop.now - visits.since[next] > most) {
                site.turned++;
                visits.instance[next] = -1;
                loop.lost(next, Why.DROPPED);
            } else {
                begin(site, at, next);
            }
        }
        retire(at);
    }

    private void retire(int at) {
        if (state[at] == DRAINING && busy[at] == 0 && waiting[at] == 0) {
            state[at] = OFF;
            count(sites[owner[at]]);
        }
    }

    private int dequeue(Site site, int at) {
        int level = at * LEVELS;
        while (head[level] < 0) {
            level++;
        }
        int visit = head[level];
        head[level] = visits.next[visit];
        waiting[at]--;
        site.change(loop.now, 0, -1);
        return visit;
    }

    /// All work in a station stands still for a time.
    void stall(Site site, long nanos) {
        for (int at = site.first; at < site.first + site.most; at++) {
            stallUntil[at] = loop.now + nanos;
            stallSum[at] += nanos;
            still(at, true);
        }
    }

    /// It goes on.
    void resume(Site site) {
        for (int at = site.first; at < site.first + site.most; at++) {
            still(at, false);
        }
    }

    private void still(int at, boolean stands) {
        shared[at].advance(loop.now);
        shared[at].still(stands);
        plan(at);
    }

    /// The first `count` instances of a station go down.
    void kill(Site site, int count, int fault) {
        List<Integer> down = new ArrayList<>();
        for (int at = site.first; at < site.first + site.most && down.size() < count; at++) {
            if (state[at] == UP || state[at] == DRAINING) {
                down.add(at);
            }
        }
        down(down, fault);
    }

    /// All instances of a zone go down.
    void killZone(int zone, int fault) {
        List<Integer> down = new ArrayList<>();
        for (Site site : sites) {
            for (int at = site.first; at < site.first + site.most; at++) {
                if ((at - site.first) % site.station.size().zones() == zone && state[at] != OFF && state[at] != DEAD) {
                    down.add(at);
                }
            }
        }
        down(down, fault);
    }

    private void down(List<Integer> instances, int fault) {
        for (int at : instances) {
            state[at] = DEAD;
            deadBy[at] = fault;
            Site site = sites[owner[at]];
            site.change(loop.now, -busy[at], -waiting[at]);
            busy[at] = 0;
            waiting[at] = 0;
            Arrays.fill(head, at * LEVELS, (at + 1) * LEVELS, -1);
            shared[at].jobs.clear();
            plan(at);
            count(site);
        }
        for (int at : instances) {
            for (int visit = 0; visit < visits.high(); visit++) {
                if (visits.used[visit] && visits.instance[visit] == at) {
                    visits.instance[visit] = -1;
                    loop.lost(visit, Why.DOWN);
                }
            }
        }
    }

    /// What a fault took down comes back, empty.
    void revive(int fault) {
        for (int at = 0; at < state.length; at++) {
            if (state[at] == DEAD && deadBy[at] == fault) {
                state[at] = UP;
                count(sites[owner[at]]);
            }
        }
    }

    /// Sets the number of instances that serve or start.
    void scale(int number, int wanted, long coldNanos) {
        Site site = sites[number];
        int there = 0;
        for (int at = site.first; at < site.first + site.most; at++) {
            there += state[at] == UP || state[at] == STARTING ? 1 : 0;
        }
        for (int at = site.first; at < site.first + site.most && there < wanted; at++) {
            if (state[at] == OFF) {
                state[at] = STARTING;
                loop.push(loop.now + coldNanos, Loop.UP, 0, 0, at);
                there++;
            }
        }
        for (int at = site.first + site.most - 1; at >= site.first && there > wanted; at--) {
            if (state[at] == UP) {
                state[at] = DRAINING;
                there--;
                retire(at);
            }
        }
        count(site);
    }

    /// A new instance serves.
    void started(int at) {
        if (state[at] == STARTING) {
            state[at] = UP;
            count(sites[owner[at]]);
        }
    }
}
