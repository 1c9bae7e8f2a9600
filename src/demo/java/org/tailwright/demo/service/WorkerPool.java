package org.tailwright.demo.service;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.tailwright.demo.WallClock;

/// The bounded threads of the HTTP server; remembers when each request was accepted.
final class WorkerPool implements Executor {
    private static final ThreadLocal<Long> ACCEPTED = new ThreadLocal<>();
    private final AtomicInteger number = new AtomicInteger();
    private final ThreadPoolExecutor threads;

    WorkerPool(int size, int queue) {
        threads = new ThreadPoolExecutor(size, size, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(queue),
                task -> Thread.ofPlatform().name("worker-" + number.incrementAndGet()).daemon().unstarted(task));
    }

    @Override
    public void execute(Runnable task) {
        long accepted = WallClock.nanos();
        threads.execute(() -> {
            ACCEPTED.set(accepted);
            task.run();
        });
    }

    /// When the request that this thread works on was handed to the pool, in nanoseconds since 1970.
    static long acceptedNanos() {
        return ACCEPTED.get();
    }

    int active() {
        return threads.getActiveCount();
    }

    int queued() {
        return threads.getQueue().size();
    }
}
