package org.tailwright.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/// Reading a JMeter result file with 12 labels, 100 threads and 0.5 % failures.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class JtlBench {
    /// Rows of the file.
    @Param("1000000")
    public int rows = 1_000_000;

    private Path file = Path.of("");

    /// Writes the file.
    @Setup(Level.Trial)
    public void write() throws IOException {
        file = Files.createTempFile("bench", ".jtl");
        SplittableRandom random = new SplittableRandom(42);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("timeStamp,elapsed,label,responseCode,responseMessage,threadName,success,bytes,allThreads,Latency,Connect\n");
            long time = 1_700_000_000_000L;
            for (int i = 0; i < rows; i++) {
                time += random.nextInt(3);
                int label = random.nextInt(12);
                int elapsed = (int) Math.exp(3 + 0.1 * label + 0.8 * random.nextGaussian());
                boolean ok = random.nextInt(200) != 0;
                out.write(time + "," + elapsed + ",HTTP Request " + label + (ok ? ",200,OK" : ",503,\"Service, Unavailable\"") + ",Thread Group 1-"
                        + random.nextInt(100) + "," + ok + "," + (1000 + random.nextInt(9000)) + ",100," + elapsed + ",0\n");
            }
        }
    }

    /// The number of rows read.
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
