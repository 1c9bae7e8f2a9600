package org.tailwright.demo.service;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/// The stock, guarded by one lock: the serialised part of the service.
///
/// The holder also looks through the reservations that wait for the lock and drops the stale ones. That housekeeping
/// costs a fixed time per waiting thread **inside** the critical section, so the section grows with the queue in front
/// of it: more users then mean less throughput, not just no more.
final class Inventory {
    private static final Law UPDATE = new Law(4.0, 0.6);
    private static final double MILLIS_PER_WAITING = 0.09;
    private final Object lock = new Object();
    private final AtomicInteger waiting = new AtomicInteger();
    private final int[] stock = new int[4096];

    void reserve(int item, Trace trace, RandomGenerator random) {
        waiting.incrementAndGet();
        Span wait = trace.open("reserve inventory (lock wait)");
        synchronized (lock) {
            wait.close();
            int behind = waiting.decrementAndGet();
            try (Span held = trace.open("update stock")) {
                held.with("reservations.waiting", behind);
                stock[item % stock.length]++;
                Law.pause(UPDATE.draw(random) + behind * MILLIS_PER_WAITING);
            }
        }
    }
}
