package org.tailwright.demo.service;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/// Writes traces as OTLP JSON lines (one `TracesData` per trace), gzipped, on a thread of its own.
final class TraceFile implements AutoCloseable {
    private final Writer out;
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("trace-writer").factory());
    private volatile boolean recording;

    TraceFile(Path file) throws IOException {
        out = new BufferedWriter(new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file), 1 << 14), StandardCharsets.UTF_8), 1 << 16);
    }

    void record(boolean on) {
        recording = on;
    }

    /// Keeps the trace when recording is on and the head sampling kept it.
    void offer(Trace trace) {
        if (recording && trace.sampled()) {
            writer.execute(() -> write(trace));
        }
    }

    @Override
    public void close() throws IOException {
        writer.shutdown();
        try {
            writer.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        out.close();
    }

    private void write(Trace trace) {
        Map<String, List<Span>> byService = new LinkedHashMap<>();
        for (Span span : trace.spans.reversed()) {
            byService.computeIfAbsent(span.service, key -> new ArrayList<>()).add(span);
        }
        var resources = new ArrayList<String>();
        byService.forEach((service, spans) -> resources.add("{\"resource\":{\"attributes\":["
                + attribute("service.name", service) + "]},\"scopeSpans\":[{\"scope\":{\"name\":\"org.tailwright.demo\"}"
                + ",\"spans\":[" + String.join(",", spans.stream().map(span -> json(trace, span)).toList()) + "]}]}"));
        try {
            out.write("{\"resourceSpans\":[" + String.join(",", resources) + "]}\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(Trace trace, Span span) {
        var json = new StringBuilder(400);
        json.append("{\"traceId\":\"").append(hex(trace.idHigh)).append(hex(trace.idLow));
        json.append("\",\"spanId\":\"").append(hex(span.id));
        if (span.parent != null) {
            json.append("\",\"parentSpanId\":\"").append(hex(span.parent.id));
        }
        json.append("\",\"traceState\":\"").append(Trace.traceState());
        json.append("\",\"name\":\"").append(span.name);
        json.append("\",\"kind\":").append(span.kind.number);
        json.append(",\"startTimeUnixNano\":\"").append(span.startNanos);
        json.append("\",\"endTimeUnixNano\":\"").append(span.endNanos());
        json.append("\",\"attributes\":[").append(String.join(",",
                span.attributes.entrySet().stream().map(e -> attribute(e.getKey(), e.getValue())).toList()));
        json.append("],\"status\":").append(span.error() == null ? "{}"
                : "{\"code\":2,\"message\":\"" + span.error() + "\"}");
        return json.append('}').toString();
    }

    /// All texts come from this program and hold neither quotes nor backslashes.
    private static String attribute(String key, Object value) {
        String json = value instanceof Number ? "\"intValue\":\"" + value + '"' : "\"stringValue\":\"" + value + '"';
        return "{\"key\":\"" + key + "\",\"value\":{" + json + "}}";
    }

    private static String hex(long value) {
        return HexFormat.of().toHexDigits(value);
    }
}
