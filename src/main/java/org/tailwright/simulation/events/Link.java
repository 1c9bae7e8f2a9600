package org.tailwright.simulation.events;

import java.util.Optional;
import java.util.random.RandomGenerator;

/// One way of calling: from a source or a station to a station, with what its policy remembers.
final class Link {
    private static final double SPARE = 10;

    final String name;
    final int target;
    final double times;
    final boolean optional;
    final Policy policy;
    final RandomGenerator random;
    int inFlight;
    long attempts;
    long retries;
    long hedges;
    long timeouts;
    private double tokens = SPARE;

    private long window;
    private int seen;
    private int filled;
    private int failures;
    private boolean open;
    private long openedAt;
    private int probing;
    private int probed;
    private final boolean[] results;
    long openNanos;

    Link(String name, int target, double times, boolean optional, Policy policy, RandomGenerator random) {
        this.name = name;
        this.target = target;
        this.times = times;
        this.optional = optional;
        this.policy = policy;
        this.random = random;
        this.results = new boolean[policy.breaker().map(Policy.Breaker::window).orElse(0)];
    }

    /// Counts a first attempt, which earns a share of a retry.
    void earn() {
        double budget = policy.retry().budget();
        tokens = Double.isInfinite(budget) ? tokens : Math.min(SPARE * Math.max(1, budget * SPARE), tokens + budget);
    }

    /// Takes a retry from the budget.
    boolean spend() {
        if (Double.isInfinite(policy.retry().budget())) {
            return true;
        }
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }

    /// Pause before the `number`-th retry, from 1.
    long pause(int number) {
        Policy.Retry retry = policy.retry();
        double pause = retry.backoffNanos() * Math.pow(retry.multiplier(), number - 1);
        double drawn = retry.jitter() == 0 ? pause : pause * (1 - retry.jitter() * random.nextDouble());
        return Math.max(1, (long) drawn);
    }

    /// How many calls a request makes here.
    int count() {
        int whole = (int) times;
        double rest = times - whole;
        return rest > 0 && random.nextDouble() < rest ? whole + 1 : whole;
    }

    /// Whether the breaker lets an attempt through.
    boolean lets(long now) {
        if (!open) {
            return true;
        }
        Policy.Breaker breaker = policy.breaker().orElseThrow();
        if (now - openedAt < breaker.openNanos() || probing >= breaker.probes()) {
            return false;
        }
        probing++;
        return true;
    }

    /// Tells the breaker how an attempt ended.
    void record(boolean ok, long now) {
        if (results.length == 0) {
            return;
        }
        Policy.Breaker breaker = policy.breaker().orElseThrow();
        if (open) {
            probe(ok, now, breaker);
            return;
        }
        if (filled == results.length) {
            failures -= results[seen] ? 1 : 0;
        } else {
            filled++;
        }
        results[seen] = !ok;
        failures += ok ? 0 : 1;
        seen = (seen + 1) % results.length;
        if (filled >= breaker.minimum() && failures >= breaker.failures() * filled) {
            open = true;
            openedAt = now;
            window = now;
            probing = 0;
            probed = 0;
        }
    }

    /// Answers of attempts from before the breaker opened count as nothing.
    private void probe(boolean ok, long now, Policy.Breaker breaker) {
        if (probing == 0) {
            return;
        }
        if (!ok) {
            openedAt = now;
            probing = 0;
            probed = 0;
        } else if (++probed >= breaker.probes()) {
            open = false;
            openNanos += now - window;
            filled = 0;
            failures = 0;
            seen = 0;
        }
    }

    /// Time for which the breaker was not closed until now.
    long openUntil(long now) {
        return openNanos + (open ? now - window : 0);
    }

    /// The breaker's settings, if any.
    Optional<Policy.Breaker> breaker() {
        return policy.breaker();
    }
}
