package org.tailwright.readers.jfr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tailwright.data.Recording;
import org.tailwright.data.Table;
import org.tailwright.data.TimeSpan;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Readers;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.work.Work;

/// Recordings of other producers, which are not part of this project.
class JfrSamplesTest {
    private static final Path SAMPLES = Path.of("../shared/samples/jfr");

    private static ReadResult result(String name) throws IOException, UnreadableFile {
        Path file = SAMPLES.resolve(name);
        assumeTrue(Files.isRegularFile(file), "the shared samples are absent");
        return Readers.read(file, ReadOptions.DEFAULT, Work.NONE);
    }

    private static Recording read(String name) throws IOException, UnreadableFile {
        return assertInstanceOf(Recording.class, result(name).datasets().getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"async-profiler-jdk25-profile-1.jfr", "datadog-jdk21-120s-2chunks.jfr", "jdk-alloc-outside-tlab.jfr",
        "jdk16-hs_err-emergency-dump.jfr", "jdk17ea-60s.jfr", "jdk21.0.1-60s.jfr", "jdk9-allocation-before-v1.0.jfr", "jdk9-crash-v1.0.jfr",
        "jfr2.0-full-gc-g1.jfr", "openjdk8u292-jvminfo-only.jfr"})
    void everythingIsAsTheJdkReadsIt(String name, @TempDir Path folder) throws IOException, UnreadableFile {
        ReadResult result = result(name);
        assertEquals(0, result.skipped(), result.diagnostics().toString());
        JdkReading.byChunk(SAMPLES.resolve(name), folder).assertSame(read(name));
    }

    /// First and last event without what recorder and process say of themselves, from the JDK's `jfr print`.
    @ParameterizedTest
    @CsvSource({"jdk17ea-60s.jfr,2021-07-13T06:23:53Z,2021-07-13T06:24:54Z", "datadog-jdk21-120s-2chunks.jfr,2025-12-17T19:15:09Z,2025-12-17T19:16:11Z",
        "jdk21.0.1-60s.jfr,2023-11-20T16:22:22Z,2023-11-20T16:23:23Z", "async-profiler-jdk25-profile-1.jfr,2025-12-20T00:12:24Z,2025-12-20T00:27:25Z"})
    void theSpanIsThatOfTheEvents(String name, Instant from, Instant to) throws IOException, UnreadableFile {
        TimeSpan span = read(name).span().orElseThrow();
        assertTrue(span.start() >= from.getEpochSecond() * 1_000_000_000 && span.end() <= to.getEpochSecond() * 1_000_000_000, span.toString());
        assertTrue(span.length() > 0.9 * (to.getEpochSecond() - from.getEpochSecond() - 2) * 1e9, span.toString());
    }

    /// Counts from Mission Control's loader.
    @ParameterizedTest
    @CsvSource({"jdk7u40-gzip-v0.9.jfr,468,2,108", "jdk8u40-gzip-v0.9.jfr,792,19,142"})
    void oldRecordingsOpen(String name, long events, long samples, long waits) throws IOException, UnreadableFile {
        Recording recording = read(name);
        assertEquals(events, recording.rows());
        assertEquals(samples, recording.counts().get("jdk.ExecutionSample"));
        assertEquals(waits, recording.counts().get("jdk.JavaMonitorWait"));
        assertEquals(waits, recording.requests("jdk.JavaMonitorWait").orElseThrow().rows());
        assertTrue(recording.samples().parents().length > 10);
        assertTrue(recording.span().orElseThrow().length() < 11_000_000_000L, recording.span().toString());
        Table load = recording.tables().get("jdk.CPULoad");
        double machine = load.doubles("machineTotal").orElseThrow().at(0);
        assertTrue(machine > 0 && machine <= 1, "share " + machine);
    }

    @Test
    void recordingsWithoutEventsOpenWithANote() throws IOException, UnreadableFile {
        for (String name : List.of("dd-trace-stripped-no-events.jfr", "jdk16-hs_err-emergency-dump.jfr")) {
            ReadResult result = result(name);
            assertEquals(0, result.datasets().getFirst().rows());
            assertTrue(result.diagnostics().getFirst().message().contains("no events"), result.diagnostics().toString());
        }
    }

    @Test
    void loadAndHeapAreTyped() throws IOException, UnreadableFile {
        Recording datadog = read("datadog-jdk21-120s-2chunks.jfr");
        assertTrue(datadog.tables().keySet().containsAll(List.of("jdk.ContainerCPUUsage", "jdk.CPULoad", "datadog.QueueTime", "jdk.GCHeapSummary")),
                datadog.tables().keySet().toString());
        assertTrue(datadog.tables().get("jdk.GCHeapSummary").doubles("heapSpace.committedSize").isPresent());
        assertTrue(read("jdk9-allocation-before-v1.0.jfr").counts().keySet().stream().noneMatch(each -> each.startsWith("com.oracle")));
    }
}
