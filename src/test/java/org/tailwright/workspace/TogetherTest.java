package org.tailwright.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jdk.jfr.Event;
import jdk.jfr.Name;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.data.Recording;
import org.tailwright.readers.ReadOptions;
import org.tailwright.work.Work;

/// Recordings of one process are one data set, however its chunks are spread over files.
final class TogetherTest {
    private static final Path OTHER = Path.of("sample-datasets", "checkout", "service.jfr");
    private static final int ROUND = 300;

    @TempDir
    static Path folder = Path.of("");

    @Name("test.Round")
    static final class Round extends Event {
        int number;
    }

    /// Three dumps of one recording that goes on, and the whole at the end.
    @BeforeAll
    static void record() throws IOException {
        Files.createDirectories(folder.resolve("dumps"));
        try (jdk.jfr.Recording recording = new jdk.jfr.Recording()) {
            recording.enable("test.Round");
            recording.enable("jdk.JVMInformation");
            recording.start();
            for (int dump = 0; dump < 3; dump++) {
                for (int i = 0; i < ROUND; i++) {
                    Round round = new Round();
                    round.number = dump * ROUND + i;
                    round.commit();
                }
                recording.dump(folder.resolve("dumps").resolve("dump" + dump + ".jfr"));
            }
        }
    }

    private static Opened open(Path... paths) {
        return Opening.open(List.of(paths), ReadOptions.DEFAULT, Work.NONE);
    }

    private static Recording only(Opened opened) {
        assertEquals(1, opened.datasets().size(), opened.files().toString());
        return assertInstanceOf(Recording.class, opened.datasets().getFirst());
    }

    private static long rounds(Recording recording) {
        return recording.counts().getOrDefault("test.Round", 0L);
    }

    @Test
    void dumpsThatShareChunksCountEachEventOnce() {
        Recording joined = only(open(folder.resolve("dumps")));
        assertEquals(3 * ROUND, rounds(joined));
        assertEquals("dump0.jfr and 2 more", joined.name());
        assertTrue(joined.origin().trust().assumed().getFirst().startsWith("3 files that recorded one process"), joined.origin().trust().toString());
        assertTrue(joined.origin().trust().assumed().getFirst().contains("count once"), joined.origin().trust().toString());
        assertEquals(ROUND, rounds(only(open(folder.resolve("dumps/dump0.jfr")))));
    }

    @Test
    void aRecordingCutBetweenItsChunksIsWholeAgainInAnyOrder() throws IOException {
        byte[] all = Files.readAllBytes(folder.resolve("dumps/dump2.jfr"));
        List<Path> parts = new ArrayList<>();
        for (int at = 0; at < all.length; ) {
            int size = (int) ByteBuffer.wrap(all).getLong(at + 8);
            parts.addFirst(Files.write(folder.resolve("part" + parts.size() + ".jfr"), Arrays.copyOfRange(all, at, at + size)));
            at += size;
        }
        assertTrue(parts.size() >= 3, parts.toString());
        Recording whole = only(open(folder.resolve("dumps/dump2.jfr")));
        Recording joined = only(open(parts.toArray(Path[]::new)));
        assertEquals(whole.counts(), joined.counts());
        assertEquals(whole.span(), joined.span());
    }

    @Test
    void anotherProcessStaysApart() {
        Opened opened = open(folder.resolve("dumps/dump1.jfr"), OTHER, folder.resolve("dumps/dump0.jfr"));
        assertEquals(List.of("dump1.jfr and 1 more", "service.jfr"), opened.datasets().stream().map(each -> each.name()).toList());
        assertEquals(1, opened.skipped().size());
    }
}
