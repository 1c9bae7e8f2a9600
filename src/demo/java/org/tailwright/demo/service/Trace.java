package org.tailwright.demo.service;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.tailwright.demo.WallClock;
import org.tailwright.demo.service.Span.Kind;

/// The spans of one request. Used by one thread; spans close in the reverse order of opening.
final class Trace {
    static final String CHECKOUT = "checkout";

    /// Rejection threshold of OpenTelemetry's consistent probability sampling: 0.9 · 2^56 keeps one trace in ten.
    private static final long THRESHOLD = 0xe6666666666666L;

    final long idHigh;
    final long idLow;
    final List<Span> spans = new ArrayList<>();
    private final SplittableRandom random;
    private Span current;

    Trace(SplittableRandom random) {
        this.random = random;
        this.idHigh = random.nextLong();
        this.idLow = random.nextLong();
    }

    /// Decided from the last 56 bits of the trace id, at the head: before anything is known about the request.
    boolean sampled() {
        return (idLow & 0xff_ffff_ffff_ffffL) >= THRESHOLD;
    }

    static String traceState() {
        return "ot=th:" + Long.toHexString(THRESHOLD);
    }

    Span open(String name) {
        return open(name, CHECKOUT, Kind.INTERNAL);
    }

    Span open(String name, String service, Kind kind) {
        return openAt(name, service, kind, WallClock.nanos());
    }

    Span openAt(String name, String service, Kind kind, long startNanos) {
        current = new Span(this, name, service, kind, startNanos);
        return current;
    }

    Span current() {
        return current;
    }

    long nextSpanId() {
        return random.nextLong();
    }

    void closed(Span span) {
        spans.add(span);
        current = span.parent;
    }
}
