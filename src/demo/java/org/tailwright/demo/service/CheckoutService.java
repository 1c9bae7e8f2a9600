package org.tailwright.demo.service;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.ParseException;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import org.tailwright.demo.Plan;
import org.tailwright.demo.WallClock;

/// The service process. Prints its port, then obeys one command per line of standard input:
/// `record` (traces and flight recording on), `incident`, `recover`, `quit`. Each is answered with the time it was done.
public final class CheckoutService {
    private static final int WORKERS = 96;
    private static final int WORKER_QUEUE = 512;
    private final Plan plan;
    private final TraceFile traces;
    private final Endpoints endpoints;
    private final PriceCacheRebuild rebuild = new PriceCacheRebuild();
    private final Recording recording;

    private CheckoutService(Plan plan, Path settings) throws IOException, ParseException {
        this.plan = plan;
        this.traces = new TraceFile(plan.out().resolve("spans.jsonl.gz"));
        this.endpoints = new Endpoints(traces, plan.seed());
        this.recording = new Recording(Configuration.create(settings));
    }

    /// Runs until `quit` or the end of standard input. The property `demo.files` names the folder with the settings.
    public static void main(String[] arguments) throws Exception {
        new CheckoutService(Plan.parse(arguments), Path.of(System.getProperty("demo.files"), "recording.jfc")).run();
    }

    private void run() throws Exception {
        var workers = new WorkerPool(WORKERS, WORKER_QUEUE);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
        server.setExecutor(workers);
        server.createContext("/catalog", endpoints::catalog);
        server.createContext("/cart", endpoints::cart);
        server.createContext("/checkout", endpoints::checkout);
        server.start();
        try (traces; var _ = new MetricsFile(plan.out().resolve("service-metrics.csv"), workers, endpoints)) {
            System.out.println(server.getAddress().getPort());
            var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = commands.readLine(); line != null && !line.equals("quit"); line = commands.readLine()) {
                obey(line);
                System.out.println(WallClock.nanos());
            }
            recording.stop();
            recording.dump(plan.out().resolve("service.jfr"));
        }
        server.stop(0);
        System.exit(0);
    }

    private void obey(String command) {
        switch (command) {
            case "record" -> {
                recording.start();
                traces.record(true);
            }
            case "incident" -> {
                endpoints.gateway.slow(true);
                rebuild.start();
            }
            case "recover" -> {
                endpoints.gateway.slow(false);
                rebuild.stop();
            }
            default -> throw new IllegalArgumentException("unknown command " + command);
        }
    }
}
