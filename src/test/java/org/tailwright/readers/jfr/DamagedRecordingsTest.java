package org.tailwright.readers.jfr;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tailwright.data.Recording;
import org.tailwright.data.Requests;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Readers;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

/// Whatever happens to a recording's bytes, it is either read or refused in a sentence, and neither takes long.
class DamagedRecordingsTest {
    private static final Path SAMPLES = Path.of("../shared/samples/jfr");
    private static final int TRIES = 24;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    static List<Path> samples() throws IOException {
        if (!Files.isDirectory(SAMPLES)) {
            return List.of(Path.of("absent"));
        }
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void anyDamageIsSurvived(Path sample) throws IOException {
        assumeTrue(Files.isRegularFile(sample), "the shared samples are absent");
        byte[] bytes;
        try (Source source = Source.of(sample); InputStream in = source.stream()) {
            bytes = in.readAllBytes();
        }
        int open = 0;
        for (int i = 0; i < TRIES; i++) {
            byte[] damaged = damaged(bytes, Seeds.stream(i, sample.getFileName().toString(), 0), i);
            open += assertTimeoutPreemptively(LONGEST, () -> survives(damaged), "damage " + i) ? 1 : 0;
        }
        assertTrue(open > 0, "some damage leaves something to read");
    }

    /// Cut, repeated, or with flipped bits: near the header and the metadata more often than chance would have it.
    private static byte[] damaged(byte[] bytes, RandomGenerator random, int kind) {
        int at = random.nextInt(bytes.length);
        return switch (kind % 6) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> {
                byte[] twice = Arrays.copyOf(bytes, bytes.length + 1000);
                System.arraycopy(bytes, at, twice, Math.min(bytes.length, at + 1000), Math.max(0, bytes.length - at - 1000) + Math.min(1000, bytes.length - at));
                yield twice;
            }
            case 2 -> flipped(bytes, random, 0, bytes.length, 1 + random.nextInt(200));
            case 3 -> flipped(bytes, random, 8, 68, 1 + random.nextInt(3));
            case 4 -> flipped(bytes, random, Math.max(0, bytes.length - 60_000), bytes.length, 1 + random.nextInt(50));
            default -> {
                byte[] same = bytes.clone();
                Arrays.fill(same, at, Math.min(bytes.length, at + 64), (byte) (random.nextBoolean() ? 0xff : 0x7f));
                yield same;
            }
        };
    }

    private static byte[] flipped(byte[] bytes, RandomGenerator random, int from, int to, int count) {
        byte[] flipped = bytes.clone();
        for (int i = 0; i < count; i++) {
            flipped[from + random.nextInt(Math.min(to, bytes.length) - from)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    /// @return whether it could be read; all that can be asked of it must have an answer then
    private boolean survives(byte[] bytes) throws IOException {
        try {
            ReadResult result = Readers.read(Files.write(folder.resolve("damaged.jfr"), bytes), ReadOptions.DEFAULT, Work.NONE);
            for (var each : result.datasets()) {
                if (each instanceof Recording recording) {
                    assertTrue(recording.span().isEmpty() == (recording.rows() == 0));
                    recording.lasting().forEach(type -> assertTrue(recording.requests(type).flatMap(Requests::span).isPresent(), type));
                }
            }
            return true;
        } catch (UnreadableFile e) {
            assertFalse(e.getMessage().isBlank());
            return false;
        }
    }

    @Test
    void cancellingStopsTheReading() throws IOException {
        Path sample = SAMPLES.resolve("datadog-jdk21-120s-2chunks.jfr");
        assumeTrue(Files.isRegularFile(sample), "the shared samples are absent");
        AtomicInteger asked = new AtomicInteger();
        Work impatient = new Work() {
            @Override
            public void progress(long done, long total) {
                assertTrue(done <= total, done + " of " + total);
            }

            @Override
            public boolean cancelled() {
                return asked.incrementAndGet() > 4;
            }
        };
        assertThrows(CancellationException.class, () -> Readers.read(sample, ReadOptions.DEFAULT, impatient));
        assertTrue(asked.get() < 20, asked + " times asked");
    }
}
