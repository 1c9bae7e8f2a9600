package org.tailwright.demo.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.tailwright.demo.Plan;
import org.tailwright.demo.WallClock;

/// The driver process and the program to start: it starts the service, runs both loads and writes the README.
public final class LoadDriver {
    private static final double OPEN_LOOP_LOAD = 0.5;
    private static final long SECOND = 1_000_000_000L;
    private final Plan plan;

    private LoadDriver(Plan plan) {
        this.plan = plan;
    }

    /// Takes the options of [Plan]. The property `demo.files` names the folder with the texts and settings.
    public static void main(String[] arguments) throws Exception {
        Plan plan;
        try {
            plan = Plan.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("make-checkout: " + e.getMessage());
            System.exit(2);
            return;
        }
        Files.createDirectories(plan.out());
        new LoadDriver(plan).run();
    }

    private void run() throws Exception {
        var readme = new Readme(plan, Path.of(System.getProperty("demo.files")));
        try (var service = new ServiceProcess(plan)) {
            var staircase = new Staircase(plan, service.port());
            staircase.warmUp();
            readme.began("staircase", now());
            List<Level> levels;
            try (var file = new JtlFile(plan.out().resolve("staircase.jtl.gz"), false)) {
                levels = staircase.run(file);
            }
            readme.ended("staircase", now());
            levels.stream().sorted((a, b) -> Integer.compare(a.users(), b.users())).forEach(LoadDriver::print);
            service.tell("record");
            Thread.sleep(plan.gapSeconds() * 1000L);
            openLoop(service, readme, Math.round(OPEN_LOOP_LOAD * readme.levels(levels)));
            Thread.sleep(plan.gapSeconds() * 500L);
        }
        readme.write();
    }

    private void openLoop(ServiceProcess service, Readme readme, double rate) throws Exception {
        try (var file = new JtlFile(plan.out().resolve("openloop.jtl.gz"), true);
                var log = new LatencyLog(plan.out().resolve("latency.hlog"))) {
            long start = WallClock.nanos() + SECOND;
            readme.began("openloop", instant(start));
            Thread incident = Thread.ofPlatform().name("incident").start(() -> incident(service, readme, start));
            OpenLoop.Totals totals = new OpenLoop(plan, service.port(), file, log).run(start, rate);
            incident.join();
            readme.ended("openloop", now());
            readme.openLoop(rate, totals);
            System.out.println(totals + " at " + rate + "/s");
        }
    }

    private void incident(ServiceProcess service, Readme readme, long start) {
        if (plan.calm()) {
            return;
        }
        try {
            WallClock.sleepUntil(start + plan.incidentStart() * SECOND);
            readme.began("incident", instant(service.tell("incident")));
            WallClock.sleepUntil(start + (plan.incidentStart() + plan.incidentSeconds()) * SECOND);
            readme.ended("incident", instant(service.tell("recover")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void print(Level level) {
        System.out.printf(Locale.ROOT, "N=%2d  n=%5d  X=%6.1f/s  R=%6.1f ms  p99=%6.1f ms%n", level.users(),
                level.requests(), level.throughput(), level.meanMillis(), level.p99Millis());
    }

    private static Instant now() {
        return instant(WallClock.nanos());
    }

    private static Instant instant(long epochNanos) {
        return Instant.ofEpochSecond(0, epochNanos).truncatedTo(ChronoUnit.MILLIS);
    }
}
