package org.tailwright.readers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tailwright.work.Work;

/// Every reader says how far it is, and stops soon after nobody waits any more.
class WatchedReadersTest {
    private static final int SIZE = 1_500_000;
    /// JMeter's files are read in parts of 2 MiB.
    private static final int LARGE = 12_000_000;
    /// Pieces that several threads may still have under way, and the check of each.
    private static final int LATE = 40;
    /// Who may open files by itself, because it reads parts of them at the same time.
    private static final Set<String> OPENING = Set.of("JfrFile.java", "JoinedRecording.java", "JtlParts.java", "Source.java");

    /// Counts, and cancels once so many bytes were reported.
    private static final class Watch implements Work {
        private final long until;
        final AtomicLong most = new AtomicLong();
        final AtomicLong total = new AtomicLong();
        final AtomicInteger steps = new AtomicInteger();
        final AtomicInteger late = new AtomicInteger();

        Watch(long until) {
            this.until = until;
        }

        @Override
        public void progress(long done, long all) {
            if (done > most.getAndUpdate(before -> Math.max(before, done))) {
                steps.incrementAndGet();
            }
            total.set(all);
        }

        @Override
        public boolean cancelled() {
            boolean over = most.get() >= until;
            late.addAndGet(over ? 1 : 0);
            return over;
        }
    }

    static List<LargeInputs.Input> inputs() {
        return LargeInputs.ALL;
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void tellsProgressAndStops(LargeInputs.Input input, @TempDir Path folder) throws IOException, UnreadableFile {
        Path file = Files.writeString(folder.resolve("input"), input.text(input.format().equals("JMeter CSV") ? LARGE : SIZE));
        long size = Files.size(file);
        Watch whole = new Watch(Long.MAX_VALUE);
        ReadResult result = Readers.read(file, ReadOptions.DEFAULT, whole);
        assertTrue(result.format().startsWith(input.format()), result.format());
        assertTrue(result.datasets().stream().mapToLong(each -> each.rows()).sum() > 0, "nothing was read");
        assertEquals(size, whole.total.get());
        assertEquals(size, whole.most.get());
        assertTrue(whole.steps.get() >= 5, whole.steps + " steps");
        stops(file, size / 2);
    }

    @Test
    void stopsInsideCompression(@TempDir Path folder) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(LargeInputs.ALL.get(1).text(SIZE).getBytes(StandardCharsets.UTF_8));
        }
        Path file = Files.write(folder.resolve("input.gz"), bytes.toByteArray());
        stops(file, Files.size(file) / 2);
    }

    private static void stops(Path file, long after) {
        Watch watch = new Watch(after);
        assertThrows(CancellationException.class, () -> Readers.read(file, ReadOptions.DEFAULT, watch));
        assertTrue(watch.late.get() <= LATE, watch.late + " checks after the first that said to stop");
    }

    @Test
    void filesAreOpenedWhereTheyAreWatched() throws IOException {
        Set<String> opening = new TreeSet<>();
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> found = Files.walk(Path.of("src/main/java/org/tailwright/readers"))) {
            found.filter(each -> each.toString().endsWith(".java")).forEach(sources::add);
        }
        for (Path each : sources) {
            String text = Files.readString(each);
            if (text.contains("Files.new") || text.contains("Files.read") || text.contains("Files.lines") || text.contains("FileChannel.open")
                    || text.contains("new FileInputStream")) {
                opening.add(each.getFileName().toString());
            }
        }
        assertEquals(OPENING, opening);
    }
}
