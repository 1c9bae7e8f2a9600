package org.tailwright.demo;

import java.time.Duration;
import java.time.Instant;

/// The time of day in nanoseconds that never steps back: read once, then carried on by the monotonic clock.
public final class WallClock {
    private static final long ORIGIN = epochNanos(Instant.now()) - System.nanoTime();

    private WallClock() {}

    /// Nanoseconds since 1970-01-01T00:00Z; fits in a `long` until the year 2262.
    public static long nanos() {
        return ORIGIN + System.nanoTime();
    }

    /// Milliseconds since 1970-01-01T00:00Z, rounded down.
    public static long millis() {
        return nanos() / 1_000_000;
    }

    /// Waits until the given time; returns at once when it has passed.
    public static void sleepUntil(long epochNanos) throws InterruptedException {
        long left = epochNanos - nanos();
        if (left > 0) {
            Thread.sleep(Duration.ofNanos(left));
        }
    }

    private static long epochNanos(Instant instant) {
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }
}
