package org.tailwright.demo.service;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// A bounded pool of database connections, first come first served. Who waits too long gets [Exhausted].
final class ConnectionPool {
    /// No connection became free in time; answered with HTTP 503.
    static final class Exhausted extends Exception {
        private static final long serialVersionUID = 1;

        Exhausted(String message) {
            super(message);
        }
    }

    /// A borrowed connection; closing it gives it back.
    interface Lease extends AutoCloseable {
        @Override
        void close();
    }

    private final int size;
    private final long timeoutMillis;
    private final Semaphore free;

    ConnectionPool(int size, long timeoutMillis) {
        this.size = size;
        this.timeoutMillis = timeoutMillis;
        this.free = new Semaphore(size, true);
    }

    Lease acquire(Trace trace) throws Exhausted, InterruptedException {
        try (Span span = trace.open("acquire connection")) {
            if (!free.tryAcquire(timeoutMillis, TimeUnit.MILLISECONDS)) {
                String message = "no database connection within " + timeoutMillis + " ms";
                span.fail(message);
                throw new Exhausted(message);
            }
        }
        return free::release;
    }

    int inUse() {
        return size - free.availablePermits();
    }

    int waiting() {
        return free.getQueueLength();
    }
}
