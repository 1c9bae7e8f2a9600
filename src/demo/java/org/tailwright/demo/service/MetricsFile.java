package org.tailwright.demo.service;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.tailwright.demo.WallClock;

/// Writes what the service sees of itself once per second.
final class MetricsFile implements AutoCloseable, Runnable {
    private static final long SECOND = 1_000_000_000L;
    private final PrintWriter out;
    private final WorkerPool workers;
    private final Endpoints endpoints;
    private final Thread thread = Thread.ofPlatform().name("metrics").daemon().unstarted(this);

    MetricsFile(Path file, WorkerPool workers, Endpoints endpoints) throws IOException {
        this.out = new PrintWriter(Files.newBufferedWriter(file));
        this.workers = workers;
        this.endpoints = endpoints;
        out.println("time,process_cpu_percent,heap_used_bytes,gc_count,gc_time_ms,workers_active,workers_queued,"
                + "db_connections_used,db_connections_waiting,requests_active");
        thread.start();
    }

    @Override
    public void run() {
        try {
            for (long at = WallClock.nanos() / SECOND * SECOND + SECOND; ; at += SECOND) {
                WallClock.sleepUntil(at);
                out.println(line(WallClock.millis()));
            }
        } catch (InterruptedException e) {
            out.close();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String line(long millis) {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        var collectors = ManagementFactory.getGarbageCollectorMXBeans();
        return String.format(Locale.ROOT, "%s,%.1f,%d,%d,%d,%d,%d,%d,%d,%d", Instant.ofEpochMilli(millis),
                100 * Math.max(0, system.getProcessCpuLoad()), heap,
                collectors.stream().mapToLong(GarbageCollectorMXBean::getCollectionCount).sum(),
                collectors.stream().mapToLong(GarbageCollectorMXBean::getCollectionTime).sum(),
                workers.active(), workers.queued(),
                endpoints.pool.inUse(), endpoints.pool.waiting(), endpoints.copies.inFlight());
    }
}
