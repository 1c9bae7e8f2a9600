package org.tailwright.demo.service;

import java.util.concurrent.atomic.AtomicInteger;

/// Copies of the carts, one per request in flight. Who changes a cart tells every other request to drop its copy and
/// waits for each acknowledgement in turn, so a change costs time in proportion to the concurrency.
final class CartCopies {
    private static final double MILLIS_PER_ACKNOWLEDGEMENT = 3.2;
    private final AtomicInteger inFlight = new AtomicInteger();

    void enter() {
        inFlight.incrementAndGet();
    }

    void leave() {
        inFlight.decrementAndGet();
    }

    int inFlight() {
        return inFlight.get();
    }

    void invalidateOthers(Trace trace) {
        int others = inFlight.get() - 1;
        try (Span span = trace.open("invalidate cart copies")) {
            span.with("cart.copies", others);
            for (int i = 0; i < others; i++) {
                Law.pause(MILLIS_PER_ACKNOWLEDGEMENT);
            }
        }
    }
}
