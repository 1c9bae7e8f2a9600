package org.tailwright.readers.gatling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.data.Dataset;
import org.tailwright.data.Requests;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.ReaderBattery;
import org.tailwright.readers.Readers;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.percentiles.Reading;
import org.tailwright.work.Work;

class GatlingBinaryTest {
    private static final long START = 1_700_000_000_000L;

    @TempDir
    private Path folder;

    /// Writes what Gatling writes.
    private static final class Log {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final DataOutputStream out = new DataOutputStream(bytes);
        private final List<String> known = new ArrayList<>();
        private final boolean coded;

        Log(boolean coded) throws IOException {
            this.coded = coded;
            out.writeByte(0);
            text(coded ? "3.13.5" : "3.12.0-M1");
            text("shop.Browse");
            out.writeLong(START);
            text("");
            out.writeInt(2);
            text("Buyers");
            text("Käufer €");
            out.writeInt(1);
            out.writeInt(3);
            out.write(new byte[] {1, 2, 3});
        }

        void text(String text) throws IOException {
            boolean wide = coded && text.chars().anyMatch(each -> each > 255);
            byte[] raw = text.getBytes(!coded ? StandardCharsets.UTF_8 : wide ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1);
            out.writeInt(raw.length);
            out.write(raw);
            if (coded && raw.length > 0) {
                out.writeByte(wide ? 1 : 0);
            }
        }

        void cached(String text) throws IOException {
            int index = known.indexOf(text);
            if (!coded) {
                text(text);
            } else if (index >= 0) {
                out.writeInt(-(index + 1));
            } else {
                known.add(text);
                out.writeInt(known.size());
                text(text);
            }
        }

        void groups(String... path) throws IOException {
            out.writeInt(path.length);
            for (String each : path) {
                cached(each);
            }
        }

        void user(boolean start, int time) throws IOException {
            out.writeByte(2);
            out.writeInt(1);
            out.writeBoolean(start);
            out.writeInt(time);
        }

        void request(String name, int from, int to, String message, String... path) throws IOException {
            out.writeByte(1);
            groups(path);
            cached(name);
            out.writeInt(from);
            out.writeInt(to);
            out.writeBoolean(message.isEmpty());
            cached(message);
        }

        static byte[] whole(boolean coded) throws IOException {
            Log log = new Log(coded);
            log.user(true, 10);
            log.user(true, 20);
            log.request("Home €", 15, 40, "");
            log.request("Post", 50, 150, "found 503", "cart", "pay");
            log.request("Home €", 60, 61, "", "cart");
            log.request("Event", 60, (int) (Long.MIN_VALUE - START), "");
            log.out.writeByte(3);
            log.groups("cart", "pay");
            log.out.writeInt(45);
            log.out.writeInt(160);
            log.out.writeInt(100);
            log.out.writeBoolean(false);
            log.out.writeByte(4);
            log.cached("No attribute named 'id'");
            log.out.writeInt(170);
            log.user(false, 55);
            return log.bytes.toByteArray();
        }
    }

    private ReadResult read(byte[] bytes) throws IOException, UnreadableFile {
        return Readers.read(Files.write(folder.resolve("log"), bytes), ReadOptions.DEFAULT, Work.NONE);
    }

    @Test
    void bothFormsTellTheSame() throws IOException, UnreadableFile {
        for (boolean coded : new boolean[] {true, false}) {
            ReadResult result = read(Log.whole(coded));
            Requests requests = Reading.requests(result, 0);
            assertArrayEquals(new long[] {(START + 15) * 1_000_000, (START + 50) * 1_000_000, (START + 60) * 1_000_000}, requests.starts().toArray());
            assertArrayEquals(new long[] {25_000_000, 100_000_000, 1_000_000}, requests.durations().toArray());
            List<String> labels = List.of(requests.labels().orElseThrow().at(0), requests.labels().orElseThrow().at(1), requests.labels().orElseThrow().at(2));
            assertEquals(List.of("Home €", "cart / pay / Post", "cart / Home €"), labels);
            assertArrayEquals(new long[] {1, 2, 1}, requests.table().longs(Requests.ACTIVE).orElseThrow().toArray());
            assertEquals(1, requests.errors());
            assertEquals("found 503", requests.table().texts("message").orElseThrow().at(1));
            assertEquals(115_000_000, Reading.requests(result, 1).durations().at(0));
            assertEquals(0, result.skipped());
            assertTrue(Reading.trust(requests).contains("No attribute named"));
        }
    }

    @Test
    void aCutLogKeepsWhatCameBefore() throws IOException, UnreadableFile {
        byte[] whole = Log.whole(true);
        ReadResult result = read(Arrays.copyOf(whole, whole.length - 3));
        assertEquals(4, result.datasets().stream().mapToLong(Dataset::rows).sum());
        assertEquals(1, result.skipped());
    }

    @Test
    void damageStopsReadingAndIsTold() throws IOException, UnreadableFile {
        Log log = new Log(true);
        log.request("a", 1, 2, "");
        log.out.writeByte(9);
        log.request("b", 1, 2, "");
        ReadResult result = read(log.bytes.toByteArray());
        assertEquals(1, result.datasets().getFirst().rows());
        assertEquals(Diagnostic.Severity.ERROR, result.diagnostics().getFirst().severity());
        assertTrue(result.diagnostics().getFirst().offset() > 0);
    }

    @Test
    void standsTheBattery() throws IOException, UnreadableFile {
        ReaderBattery.run(folder, Log.whole(true), "Gatling binary simulation log", false);
    }
}
