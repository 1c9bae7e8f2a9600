package org.tailwright.demo.service;

import java.util.random.RandomGenerator;
import org.tailwright.demo.service.Span.Kind;

/// The simulated payment provider: about 40 ms per charge, about 500 ms during the incident.
final class PaymentGateway {
    private static final Law CALM = new Law(40, 0.25);
    private static final Law SLOW = new Law(500, 0.25);
    private static final double NETWORK_MILLIS = 2;
    private volatile Law law = CALM;

    void slow(boolean on) {
        law = on ? SLOW : CALM;
    }

    void charge(Trace trace, RandomGenerator random) {
        try (Span client = trace.open("charge payment", Trace.CHECKOUT, Kind.CLIENT)) {
            client.with("peer.service", "payment-gateway").with("http.request.method", "POST");
            Law.pause(NETWORK_MILLIS);
            try (Span server = trace.open("POST /charges", "payment-gateway", Kind.SERVER)) {
                server.with("http.route", "/charges").with("http.response.status_code", 200);
                law.hold(random);
            }
        }
    }
}
