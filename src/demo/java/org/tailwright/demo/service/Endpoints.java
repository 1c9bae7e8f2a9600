package org.tailwright.demo.service;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.tailwright.demo.WallClock;
import org.tailwright.demo.service.ConnectionPool.Lease;
import org.tailwright.demo.service.Span.Kind;

/// What the service does for each request.
final class Endpoints {
    private static final Law FIND_PRODUCTS = new Law(11, 0.5);
    private static final Law READ_CART = new Law(4, 0.5);
    private static final Law WRITE_CART = new Law(7, 0.5);
    private static final Law WRITE_ORDER = new Law(8, 0.5);
    private static final long WORKER_WAIT_WORTH_A_SPAN = 1_000_000;

    final ConnectionPool pool = new ConnectionPool(19, 250);
    final CartCopies copies = new CartCopies();
    final PaymentGateway gateway = new PaymentGateway();
    private final Catalog catalog = new Catalog();
    private final Database database = new Database();
    private final Inventory inventory = new Inventory();
    private final TraceFile traces;
    private final long seed;

    /// The business part of a request; returns the body of the answer.
    private interface Work {
        String answer(Trace trace, SplittableRandom random) throws ConnectionPool.Exhausted, InterruptedException;
    }

    Endpoints(TraceFile traces, long seed) {
        this.traces = traces;
        this.seed = seed;
    }

    void catalog(HttpExchange exchange) throws IOException {
        handle(exchange, "/catalog", (trace, random) -> {
            try (Lease _ = pool.acquire(trace)) {
                database.run("SELECT products", FIND_PRODUCTS, trace, random);
            }
            try (Span _ = trace.open("rank products")) {
                return catalog.search(random.nextInt());
            }
        });
    }

    void cart(HttpExchange exchange) throws IOException {
        handle(exchange, "/cart", (trace, random) -> {
            inventory.reserve(random.nextInt(1 << 20), trace, random);
            try (Lease _ = pool.acquire(trace)) {
                database.run("SELECT cart", READ_CART, trace, random);
                database.run("UPDATE cart", WRITE_CART, trace, random);
            }
            copies.invalidateOthers(trace);
            return "{\"cart\":\"updated\"}";
        });
    }

    /// Charges while it still holds the database connection. That is the flaw the incident exposes: a slow gateway
    /// drains the pool, and then requests that never pay wait as well.
    void checkout(HttpExchange exchange) throws IOException {
        handle(exchange, "/checkout", (trace, random) -> {
            inventory.reserve(random.nextInt(1 << 20), trace, random);
            try (Lease _ = pool.acquire(trace)) {
                database.run("SELECT cart", READ_CART, trace, random);
                gateway.charge(trace, random);
                database.run("INSERT order", WRITE_ORDER, trace, random);
            }
            copies.invalidateOthers(trace);
            return "{\"order\":\"accepted\"}";
        });
    }

    private void handle(HttpExchange exchange, String route, Work work) throws IOException {
        String method = exchange.getRequestMethod();
        var random = Law.generator(seed, Long.parseLong(exchange.getRequestHeaders().getFirst("Request-Number")));
        var trace = new Trace(random.split());
        long now = WallClock.nanos();
        copies.enter();
        try (Span root = trace.openAt(method + ' ' + route, Trace.CHECKOUT, Kind.SERVER,
                Math.min(now, WorkerPool.acceptedNanos()))) {
            root.with("http.request.method", method).with("http.route", route);
            if (now - root.startNanos > WORKER_WAIT_WORTH_A_SPAN) {
                trace.openAt("wait for worker", Trace.CHECKOUT, Kind.INTERNAL, root.startNanos).close();
            }
            int status = 200;
            String body;
            try {
                body = work.answer(trace, random);
            } catch (ConnectionPool.Exhausted | InterruptedException e) {
                status = 503;
                body = e.getMessage();
                root.fail(body);
            }
            root.with("http.response.status_code", status);
            answer(exchange, status, body);
        } finally {
            copies.leave();
            traces.offer(trace);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
