package org.tailwright.demo.service;

import java.util.random.RandomGenerator;
import org.tailwright.demo.service.Span.Kind;

/// The simulated database: a statement sleeps, so the machine keeps idle CPU, while its connection stays borrowed.
final class Database {
    private static final double NETWORK_MILLIS = 0.3;

    void run(String statement, Law law, Trace trace, RandomGenerator random) {
        try (Span client = trace.open(statement, Trace.CHECKOUT, Kind.CLIENT)) {
            client.with("db.system", "postgresql").with("peer.service", "database");
            Law.pause(NETWORK_MILLIS);
            try (Span server = trace.open(statement, "database", Kind.SERVER)) {
                server.with("db.system", "postgresql");
                law.hold(random);
            }
        }
    }
}
