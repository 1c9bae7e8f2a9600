package org.tailwright.readers.spans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.work.Seeds;

/// Cut, flipped and random bytes: a reader gives spans and diagnostics or says that the file is unreadable, and nothing else.
class HostileSpansTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"lines", "document", "jaeger"})
    void cutAnywhereNeverGivesMoreSpans(String which) throws Exception {
        byte[] whole = sample(which);
        long all = SpanFiles.read(folder, whole).datasets().getFirst().rows();
        long before = 0;
        for (int cut = 1; cut < whole.length; cut += 1 + whole.length / 400) {
            long rows = rows(Arrays.copyOf(whole, cut));
            assertTrue(rows >= before && rows <= all, "cut at " + cut + " gives " + rows + " after " + before);
            before = Math.max(before, rows);
        }
        assertTrue(before > 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lines", "document", "jaeger"})
    void flippedBytesAreSurvived(String which) throws Exception {
        byte[] whole = sample(which);
        RandomGenerator random = Seeds.stream(7, "flip", 0);
        long most = 0;
        for (int round = 0; round < 400; round++) {
            byte[] flipped = whole.clone();
            for (int i = 0; i <= round % 5; i++) {
                flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
            }
            most = Math.max(most, rows(flipped));
        }
        assertTrue(most > 0);
    }

    @Test
    void garbageBehindAnHonestBeginningIsSurvived() throws Exception {
        RandomGenerator random = Seeds.stream(7, "garbage", 0);
        String[] beginnings = {"{\"resourceSpans\":", "[{\"resourceSpans\":[", "{\"data\":[{\"traceID\":\"1\",\"spanID\":\"operationName\",\"operationName\":"};
        for (String beginning : beginnings) {
            for (int round = 0; round < 100; round++) {
                byte[] noise = new byte[random.nextInt(300)];
                random.nextBytes(noise);
                byte[] start = beginning.getBytes(StandardCharsets.UTF_8);
                byte[] file = Arrays.copyOf(start, start.length + noise.length);
                System.arraycopy(noise, 0, file, start.length, noise.length);
                assertEquals(0, rows(file));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"resourceSpans\":", "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"attributes\":[{\"key\":\"a\",\"value\":",
        "{\"data\":[{\"traceID\":\"1\",\"operationName\":0,\"spanID\":"})
    void deepNestingIsRefused(String beginning) throws Exception {
        String deep = "{\"arrayValue\":{\"values\":[";
        assertEquals(0, rows((beginning + "[".repeat(100_000)).getBytes(StandardCharsets.UTF_8)));
        assertEquals(0, rows((beginning + deep.repeat(50_000)).getBytes(StandardCharsets.UTF_8)));
    }

    private long rows(byte[] content) throws IOException {
        try {
            ReadResult result = SpanFiles.read(folder, content);
            return result.datasets().isEmpty() ? 0 : result.datasets().getFirst().rows();
        } catch (UnreadableFile e) {
            assertTrue(!e.getMessage().isBlank());
            return 0;
        }
    }

    private static byte[] sample(String which) {
        String text = switch (which) {
            case "lines" -> SpanSamples.lines(12, 3);
            case "document" -> SpanSamples.document(12, 3);
            default -> SpanSamples.jaeger();
        };
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
