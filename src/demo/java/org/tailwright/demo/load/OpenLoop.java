package org.tailwright.demo.load;

import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.tailwright.demo.Plan;
import org.tailwright.demo.WallClock;

/// The open loop: Poisson arrivals that do not wait for answers. A slow service therefore gets no relief, as with real
/// users, and connections are added whenever all are busy.
final class OpenLoop {
    private final Plan plan;
    private final int port;
    private final JtlFile file;
    private final LatencyLog log;
    private final ConcurrentLinkedDeque<Numbered> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();

    private record Numbered(int number, HttpConnection connection) {}

    /// @param requests     sent in all
    /// @param failures     without HTTP status 200
    /// @param connections  opened, as many as were ever needed at once
    record Totals(int requests, int failures, int connections) {}

    OpenLoop(Plan plan, int port, JtlFile file, LatencyLog log) {
        this.plan = plan;
        this.port = port;
        this.file = file;
        this.log = log;
    }

    /// Sends requests at the given mean rate per second until the plan's time is over and all are answered.
    Totals run(long startNanos, double rate) throws InterruptedException {
        var random = new SplittableRandom(plan.seed() ^ 0x09E7_100BL);
        long end = startNanos + plan.openLoopSeconds() * 1_000_000_000L;
        long number = 1_000_000;
        try (ExecutorService senders = Executors.newCachedThreadPool()) {
            for (double at = gap(random, rate); startNanos + at < end; at += gap(random, rate)) {
                long intended = startNanos + (long) at;
                RequestMix request = RequestMix.draw(random);
                long id = ++number;
                WallClock.sleepUntil(intended);
                senders.execute(() -> send(request, id, intended));
            }
        }
        idle.forEach(one -> one.connection().close());
        return new Totals(requests.get(), failures.get(), connections.get());
    }

    /// Nanoseconds to the next arrival.
    private static double gap(SplittableRandom random, double rate) {
        return -Math.log1p(-random.nextDouble()) / rate * 1e9;
    }

    private void send(RequestMix request, long id, long intended) {
        Numbered one = idle.pollFirst();
        if (one == null) {
            one = new Numbered(connections.incrementAndGet(), new HttpConnection(port));
        }
        Sample sample = one.connection().send(request, id);
        requests.incrementAndGet();
        if (!sample.answer().success()) {
            failures.incrementAndGet();
        }
        file.write(sample, "open-loop 1-" + one.number(), connections.get(), intended);
        log.record(sample, intended);
        idle.addFirst(one);
    }
}
