package org.tailwright.readers.jfr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import jdk.jfr.Event;
import jdk.jfr.Name;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.data.Recording;
import org.tailwright.data.Requests;
import org.tailwright.data.Table;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.ReaderBattery;
import org.tailwright.readers.Readers;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.work.Work;

class JfrFileTest {
    private static final int EVENTS = 700;
    private static byte[] recorded = new byte[0];

    @TempDir
    Path folder;

    @Name("test.Request")
    static final class Request extends Event {
        String path = "";
        int status;
        long size;
        double share;
    }

    @BeforeAll
    static void record(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("own");
        try (jdk.jfr.Recording recording = new jdk.jfr.Recording()) {
            recording.enable("jdk.CPULoad").withPeriod(Duration.ofMillis(20));
            recording.enable("jdk.GarbageCollection");
            recording.enable("jdk.ObjectAllocationSample").withStackTrace();
            recording.enable("jdk.ActiveSetting");
            recording.enable("test.Request").withThreshold(Duration.ZERO);
            recording.start();
            for (int i = 0; i < EVENTS; i++) {
                Request request = new Request();
                request.begin();
                request.path = "/item/" + i % 5;
                request.status = i % 10 == 0 ? 500 : 200;
                request.size = i;
                request.share = i / 2.0;
                request.commit();
            }
            System.gc();
            recording.stop();
            recording.dump(file);
        }
        recorded = Files.readAllBytes(file);
    }

    private ReadResult read(byte[] bytes) throws IOException, UnreadableFile {
        return Readers.read(Files.write(folder.resolve("some"), bytes), ReadOptions.DEFAULT, Work.NONE);
    }

    private static Recording recording(ReadResult result) {
        return assertInstanceOf(Recording.class, result.datasets().getFirst());
    }

    private static byte[] joined(byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] each : parts) {
            all.write(each);
        }
        return all.toByteArray();
    }

    @Test
    void eventsWithDurationsBecomeRequests() throws IOException, UnreadableFile {
        ReadResult result = read(recorded);
        Recording found = recording(result);
        assertEquals(0, result.problems(), result.diagnostics().toString());
        assertEquals(EVENTS, found.counts().get("test.Request"));
        Requests requests = found.requests("test.Request").orElseThrow();
        Table table = requests.table();
        boolean[] seen = new boolean[EVENTS];
        for (int row = 0; row < EVENTS; row++) {
            int i = (int) table.longs("size").orElseThrow().at(row);
            seen[i] = true;
            assertEquals("/item/" + i % 5, requests.labels().orElseThrow().at(row));
            assertEquals(i % 10 == 0 ? "500" : "200", table.texts(Requests.STATUS).orElseThrow().at(row));
            assertEquals(i / 2.0, table.doubles("share").orElseThrow().at(row));
        }
        assertEquals(-1, java.util.stream.IntStream.range(0, EVENTS).filter(i -> !seen[i]).findFirst().orElse(-1));
        assertEquals(Thread.currentThread().getName(), table.texts(Requests.THREAD).orElseThrow().at(0));
        assertTrue(found.span().orElseThrow().contains(requests.starts().at(0)));
    }

    @Test
    void pausesSamplesAndSettingsAreThere() throws IOException, UnreadableFile {
        Recording found = recording(read(recorded));
        Table pauses = found.tables().get("jdk.GarbageCollection");
        // The machine that runs the tests collects for causes of its own too, before and after.
        int own = java.util.stream.IntStream.range(0, pauses.rows()).filter(row -> pauses.texts("cause").orElseThrow().at(row).equals("System.gc()")).findFirst().orElse(-1);
        assertTrue(own >= 0, "no collection that the test asked for");
        assertTrue(pauses.longs("sumOfPauses").orElseThrow().at(own) > 0);
        assertTrue(found.tables().get("jdk.CPULoad").doubles("machineTotal").isPresent());
        assertTrue(found.settings().containsKey("test.Request#threshold"), found.settings().toString());
        int samples = found.samples().samples().rows();
        assertEquals(found.counts().getOrDefault("jdk.ObjectAllocationSample", 0L), samples);
    }

    @Test
    void chunksAreReadTogetherAndACutOneIsLeftOut() throws IOException, UnreadableFile {
        byte[] three = joined(recorded, recorded, recorded, recorded);
        Recording found = recording(read(three));
        assertEquals(4L * EVENTS, found.counts().get("test.Request"));
        assertEquals(4 * EVENTS, found.tables().get("test.Request").rows());
        ReadResult cut = read(joined(recorded, Arrays.copyOf(recorded, recorded.length / 2)));
        assertEquals(EVENTS, recording(cut).counts().get("test.Request"));
        assertEquals(1, cut.problems());
        assertTrue(cut.diagnostics().getFirst().message().contains("is cut"), cut.diagnostics().toString());
    }

    @Test
    void aCutOnlyChunkIsRefused() {
        UnreadableFile wrong = assertThrows(UnreadableFile.class, () -> read(Arrays.copyOf(recorded, recorded.length - 100)));
        assertTrue(wrong.getMessage().contains("is cut"), wrong.line());
    }

    @Test
    void aCutOldRecordingIsRefused() {
        byte[] old = ByteBuffer.allocate(200).put(new byte[] {'F', 'L', 'R', 0, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 1, 0}).array();
        UnreadableFile wrong = assertThrows(UnreadableFile.class, () -> read(old));
        assertTrue(wrong.getMessage().contains("Oracle JDK 7 or 8"), wrong.line());
    }

    @Test
    void standsTheBattery() throws IOException, UnreadableFile {
        ReaderBattery.run(folder, recorded, "JFR recording", false);
    }
}
