package org.tailwright.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.Readers;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.work.Work;

/// Reading OpenTelemetry spans as the collector writes them, one request a line.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class OtlpBench {
    /// Spans of one trace, each the child of the one before.
    public static final int DEPTH = 10;

    /// Traces of the file, one a line.
    @Param("20000")
    public int traces = 20_000;

    private Path file = Path.of("");

    /// Writes the file.
    @Setup(Level.Trial)
    public void write() throws IOException {
        file = Files.createTempFile("bench", ".jsonl");
        SplittableRandom random = new SplittableRandom(42);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < traces; i++) {
                out.write("{\"resourceSpans\":[{\"resource\":{\"attributes\":[{\"key\":\"service.name\",\"value\":{\"stringValue\":\"shop\"}}]},"
                        + "\"scopeSpans\":[{\"spans\":[" + spans(random, 1_760_000_000_000_000_000L + 1_000_000L * i) + "]}]}]}\n");
            }
        }
    }

    private static String spans(SplittableRandom random, long start) {
        StringBuilder spans = new StringBuilder();
        HexFormat hex = HexFormat.of();
        String trace = hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
        String parent = "";
        for (int depth = 0; depth < DEPTH; depth++) {
            String span = hex.toHexDigits(random.nextLong());
            long from = start + 1000L * depth;
            spans.append(depth == 0 ? "" : ",").append("{\"traceId\":\"").append(trace).append("\",\"spanId\":\"").append(span)
                    .append("\",\"parentSpanId\":\"").append(parent).append("\",\"name\":\"step ").append(depth).append("\",\"kind\":2,\"startTimeUnixNano\":\"")
                    .append(from).append("\",\"endTimeUnixNano\":\"").append(from + 100_000 + random.nextInt(900_000)).append("\"}");
            parent = span;
        }
        return spans.toString();
    }

    /// The number of spans read.
    @Benchmark
    public long read() throws IOException, UnreadableFile {
        return Readers.read(file, ReadOptions.DEFAULT, Work.NONE).datasets().getFirst().rows();
    }

    /// Removes the file.
    @TearDown(Level.Trial)
    public void delete() throws IOException {
        Files.deleteIfExists(file);
    }
}
