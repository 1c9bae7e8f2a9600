package org.tailwright.demo.service;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tailwright.demo.WallClock;

/// One timed operation of a trace; closing it stamps its end.
final class Span implements AutoCloseable {
    /// OTLP numbers of the span kinds used here.
    enum Kind {
        INTERNAL(1), SERVER(2), CLIENT(3);

        final int number;

        Kind(int number) {
            this.number = number;
        }
    }

    final String name;
    final String service;
    final Kind kind;
    final long id;
    final Span parent;
    final long startNanos;
    final Map<String, Object> attributes = new LinkedHashMap<>();
    private final Trace trace;
    private long endNanos;
    private String error;

    Span(Trace trace, String name, String service, Kind kind, long startNanos) {
        this.trace = trace;
        this.name = name;
        this.service = service;
        this.kind = kind;
        this.id = trace.nextSpanId();
        this.parent = trace.current();
        this.startNanos = startNanos;
        attributes.put("thread.name", Thread.currentThread().getName());
    }

    Span with(String key, Object value) {
        attributes.put(key, value);
        return this;
    }

    void fail(String message) {
        error = message;
    }

    long endNanos() {
        return endNanos;
    }

    /// Why the operation failed, or null when it did not.
    String error() {
        return error;
    }

    @Override
    public void close() {
        if (endNanos == 0) {
            endNanos = WallClock.nanos();
            trace.closed(this);
        }
    }
}
