package org.tailwright.readers.zipkin;

/// The annotations of a span of version 1 that tell both sides of a call: `cs` and `cr` (the caller sent and received), `sr` and `ss` (the called
/// side received and sent), `ms` and `mr` (a message was sent and received). Times are microseconds, -1 where there is none.
final class ZipkinAnnotations {
    long callerSent;
    long callerReceived;
    long calledReceived;
    long calledSent;
    long messageSent;
    long messageReceived;
    long first;
    long last;
    boolean failed;
    final ZipkinPlace caller = new ZipkinPlace();
    final ZipkinPlace called = new ZipkinPlace();
    /// The side that a tag names, where no annotation does.
    final ZipkinPlace some = new ZipkinPlace();

    void clear() {
        callerSent = -1;
        callerReceived = -1;
        calledReceived = -1;
        calledSent = -1;
        messageSent = -1;
        messageReceived = -1;
        first = -1;
        last = -1;
        failed = false;
        caller.clear();
        called.clear();
        some.clear();
    }

    void add(String value, long time, ZipkinPlace place) {
        if (time < 0) {
            return;
        }
        first = first < 0 ? time : Math.min(first, time);
        last = Math.max(last, time);
        switch (value) {
            case "cs" -> callerSent = caller(time, place);
            case "cr" -> callerReceived = caller(time, place);
            case "sr" -> calledReceived = called(time, place);
            case "ss" -> calledSent = called(time, place);
            case "ms" -> messageSent = caller(time, place);
            case "mr" -> messageReceived = called(time, place);
            case "error" -> failed = true;
            default -> place(place);
        }
    }

    private long caller(long time, ZipkinPlace place) {
        caller.copy(place.isEmpty() ? caller : place);
        return time;
    }

    private long called(long time, ZipkinPlace place) {
        called.copy(place.isEmpty() ? called : place);
        return time;
    }

    /// An address tag names the side that made no report of its own.
    void other(String key, ZipkinPlace place) {
        ZipkinPlace side = key.equals("ca") ? caller : called;
        if (side.isEmpty()) {
            side.copy(place);
        }
    }

    /// A place that says nothing about the side.
    void place(ZipkinPlace place) {
        if (some.isEmpty()) {
            some.copy(place);
        }
    }

    boolean hasCaller() {
        return callerSent >= 0 || callerReceived >= 0;
    }

    boolean hasCalled() {
        return calledReceived >= 0 || calledSent >= 0;
    }
}
