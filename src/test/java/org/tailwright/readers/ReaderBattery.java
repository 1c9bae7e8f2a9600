package org.tailwright.readers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPOutputStream;
import org.tailwright.data.Dataset;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

/// What every reader must stand: any cut, flipped bytes, garbage, an empty file, gzip, and for text other line ends and UTF-16. Damage may only
/// end in [UnreadableFile] or in a result; wrappings must not change the number of rows.
public final class ReaderBattery {
    private static final int CUTS = 50;
    private static final int FLIPS = 60;

    private final Path folder;
    private final byte[] sample;
    private final String format;
    private int number;

    private ReaderBattery(Path folder, byte[] sample, String format) {
        this.folder = folder;
        this.sample = sample;
        this.format = format;
    }

    /// Runs everything on a whole, valid sample without a telling name.
    public static void run(Path folder, byte[] sample, String format, boolean text) throws IOException, UnreadableFile {
        ReaderBattery battery = new ReaderBattery(folder, sample, format);
        long rows = battery.rows(sample);
        assertTrue(rows > 0, "the sample must hold rows");
        assertEquals(rows, battery.rows(battery.zipped()), "gzip");
        if (text) {
            String plain = new String(sample, StandardCharsets.UTF_8);
            assertEquals(rows, battery.rows(plain.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)), "CRLF");
            for (Charset each : new Charset[] {StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
                assertEquals(rows, battery.rows(("\uFEFF" + plain).getBytes(each)), each.name());
            }
            assertEquals(rows, battery.rows(("\uFEFF" + plain).getBytes(StandardCharsets.UTF_8)), "byte-order mark");
        }
        battery.damaged();
    }

    private long rows(byte[] bytes) throws IOException, UnreadableFile {
        Path file = Files.write(folder.resolve("unknown" + number++), bytes);
        ReadResult result = Readers.read(file, ReadOptions.DEFAULT, Work.NONE);
        assertTrue(result.format().startsWith(format), result.format());
        return result.datasets().stream().mapToLong(Dataset::rows).sum();
    }

    private void damaged() throws IOException {
        for (int i = 0; i < CUTS; i++) {
            survives(Arrays.copyOf(sample, (int) ((long) sample.length * i / CUTS)), "cut " + i);
        }
        survives(Arrays.copyOf(sample, sample.length - 1), "cut by one byte");
        byte[] zipped = zipped();
        survives(Arrays.copyOf(zipped, zipped.length / 2), "cut gzip");
        for (int i = 0; i < FLIPS; i++) {
            RandomGenerator random = Seeds.stream(i, "flip", 0);
            byte[] flipped = sample.clone();
            for (int k = 0; k <= i % 8; k++) {
                flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            }
            survives(flipped, "flip " + i);
        }
        byte[] garbage = new byte[5000];
        Seeds.stream(1, "garbage", 0).nextBytes(garbage);
        System.arraycopy(sample, 0, garbage, 0, Math.min(100, sample.length));
        survives(garbage, "garbage");
    }

    private void survives(byte[] bytes, String what) throws IOException {
        Path file = Files.write(folder.resolve("damaged"), bytes);
        try {
            assertNotNull(Readers.read(file, ReadOptions.DEFAULT, Work.NONE), what);
        } catch (UnreadableFile e) {
            assertTrue(!e.getMessage().isBlank(), what);
        } catch (RuntimeException e) {
            throw new AssertionError(what, e);
        }
    }

    private byte[] zipped() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(sample);
        }
        return bytes.toByteArray();
    }
}
