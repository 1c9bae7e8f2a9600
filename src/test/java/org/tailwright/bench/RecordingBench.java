package org.tailwright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.StackTrace;
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

/// Reading a flight recording of short events with a label, a status and a text of their own.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class RecordingBench {
    /// Own events of the recording.
    @Param("500000")
    public int events = 500_000;

    private Path file = Path.of("");

    @Name("bench.Request")
    @StackTrace(false)
    static final class Request extends Event {
        String path = "";
        int status;
        String trace = "";
    }

    /// Makes the recording.
    @Setup(Level.Trial)
    public void write() throws IOException {
        file = Files.createTempFile("bench", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable("bench.Request").withThreshold(java.time.Duration.ZERO);
            recording.start();
            for (int i = 0; i < events; i++) {
                Request request = new Request();
                request.begin();
                request.path = "/item/" + i % 7;
                request.status = i % 100 == 0 ? 500 : 200;
                request.trace = Integer.toHexString(i * 31);
                request.commit();
            }
            recording.stop();
            recording.dump(file);
        }
    }

    /// The number of events read.
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
