package org.tailwright.readers.jfr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jdk.jfr.DataAmount;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.data.Recording;
import org.tailwright.data.Requests;
import org.tailwright.data.Table;
import org.tailwright.data.Texts;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.Readers;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.work.Work;

class EventsTest {
    private static final String[] TEXTS = {"", "/item", "Füße", "日本語 \uD83D\uDE00", "a text of more than sixteen characters, which the recorder pools",
        "ein längerer Text mit Umlauten, der auch in den Vorrat kommt"};
    private static Path file = Path.of("");
    private static Path many = Path.of("");

    @Name("test.Flat")
    static class Flat extends Event {
        @Nullable String path;
        boolean hit;
        byte tiny;
        char letter;
        short small;
        int status;
        long size;
        float share;
        double score;
        @DataAmount
        long bytes;
        @Nullable String note;
    }

    @Name("test.Plain")
    @StackTrace(false)
    static class Plain extends Event {
        int value;
    }

    @Name("test.Timed")
    static class Timed extends Event {
        @Timespan(Timespan.MILLISECONDS)
        long waited;
    }

    @BeforeAll
    static void record(@TempDir Path folder) throws IOException, InterruptedException {
        file = folder.resolve("flat.jfr");
        try (jdk.jfr.Recording recording = new jdk.jfr.Recording()) {
            recording.start();
            List<Thread> threads = new ArrayList<>();
            for (int t = 0; t < 3; t++) {
                int number = t;
                threads.add((t == 2 ? Thread.ofVirtual() : Thread.ofPlatform().name("worker " + t)).start(() -> emit(number)));
            }
            for (Thread each : threads) {
                each.join();
            }
            recording.stop();
            recording.dump(file);
        }
        join(folder.resolve("many.jfr"));
    }

    /// Two chunks that disagree about the wall clock by a second, as after a correction.
    private static void join(Path target) throws IOException {
        byte[] one = Files.readAllBytes(file);
        byte[] other = one.clone();
        ByteBuffer header = ByteBuffer.wrap(other);
        header.putLong(32, header.getLong(32) + 1_000_000_000);
        Files.write(target, one);
        Files.write(target, other, StandardOpenOption.APPEND);
        many = target;
    }

    private static void emit(int thread) {
        for (int i = -500; i < 500; i++) {
            Flat flat = new Flat();
            flat.begin();
            flat.path = i % 7 == 0 ? null : TEXTS[Math.floorMod(i, TEXTS.length)];
            flat.hit = i % 3 == 0;
            flat.tiny = (byte) i;
            flat.letter = (char) (i + 70_000);
            flat.small = (short) (i * 71);
            flat.status = i * 4_000_001;
            flat.size = i * 0x1234_5678_9abcL + thread;
            flat.share = i / 3f;
            flat.score = i / 7.0;
            flat.bytes = Long.MIN_VALUE + i + 500;
            flat.note = TEXTS[Math.floorMod(i * 5, TEXTS.length)] + i % 4;
            flat.commit();
            Plain plain = new Plain();
            plain.value = i;
            plain.commit();
            Timed timed = new Timed();
            timed.waited = i + 500;
            timed.commit();
        }
    }

    private static Recording read(Path path) throws IOException, UnreadableFile {
        return assertInstanceOf(Recording.class, Readers.read(path, ReadOptions.DEFAULT, Work.NONE).datasets().getFirst());
    }

    @Test
    void everythingIsAsTheJdkReadsIt() throws IOException, UnreadableFile {
        Recording recording = read(file);
        new JdkReading(file).assertSame(recording);
        for (String type : List.of("test.Flat", "test.Plain", "test.Timed")) {
            assertEquals(3_000, recording.tables().get(type).rows());
        }
        assertEquals(Set.of("worker 0", "worker 1", "virtual thread"), threads(recording.tables().get("test.Flat")));
    }

    private static Set<String> threads(Table table) {
        Texts threads = table.texts(Requests.THREAD).orElseThrow();
        Set<String> names = new java.util.HashSet<>();
        for (int row = 0; row < threads.size(); row++) {
            names.add(threads.at(row));
        }
        return names;
    }

    @Test
    void severalChunksOfOneProcessStandOnTheFirstClock() throws IOException, UnreadableFile {
        Recording recording = read(many);
        new JdkReading(many).assertSame(recording);
        assertEquals(6_000, recording.tables().get("test.Flat").rows());
    }

    @Test
    void aChunkOfAnotherProcessStandsOnItsOwnClock(@TempDir Path folder) throws IOException, UnreadableFile {
        byte[] one = Files.readAllBytes(file);
        byte[] other = one.clone();
        ByteBuffer header = ByteBuffer.wrap(other);
        header.putLong(32, header.getLong(32) + 3_600_000_000_000L);
        Path joined = Files.write(folder.resolve("joined.jfr"), one);
        Files.write(joined, other, StandardOpenOption.APPEND);
        Recording recording = read(joined);
        JdkReading.byChunk(joined, folder).assertSame(recording);
        assertEquals(3600, recording.span().orElseThrow().length() / 1_000_000_000, 60);
    }
}
