package org.tailwright.readers.otlp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.readers.Source;
import org.tailwright.readers.spans.SpanBlock;
import org.tailwright.readers.spans.SpanFiles;
import org.tailwright.readers.spans.SpanMerge;
import org.tailwright.readers.spans.SpanSamples;
import org.tailwright.readers.spans.SpanTable;
import org.tailwright.work.Seeds;

/// The byte scanner against the library: the same spans, problems and counts for every line, sound or not.
class OtlpPathsTest {
    @TempDir
    Path folder;

    private String read(byte[] content, boolean scanning) throws IOException {
        Path file = Files.write(folder.resolve("x"), content);
        SpanMerge merge = new SpanMerge(SpanBlock.ofHexIds());
        merge.offer(0, new OtlpLines(scanning).read(Arrays.copyOf(content, content.length + JsonBytes.SLACK), content.length));
        try (Source source = Source.of(file)) {
            List<String> rows = merge.size() == 0 ? List.of() : SpanFiles.rows(SpanTable.of(merge, source, "x"));
            return String.join("\n", rows) + "\nskipped " + merge.skipped() + " " + merge.diagnostics().first();
        }
    }

    private static boolean scanned(String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        return new OtlpScanner().read(SpanBlock.ofHexIds(), Arrays.copyOf(bytes, bytes.length + JsonBytes.SLACK), 0) == bytes.length - 1;
    }

    @Test
    void soundLinesGiveTheSameSpans() throws IOException {
        byte[] content = SpanSamples.lines(400, 21).getBytes(StandardCharsets.UTF_8);
        String expected = read(content, false);
        assertTrue(expected.lines().count() > 1000);
        assertEquals(expected, read(content, true));
    }

    @Test
    void damagedLinesGiveTheSameSpansAndProblems() throws IOException {
        byte[] whole = SpanSamples.lines(6, 22).getBytes(StandardCharsets.UTF_8);
        RandomGenerator random = Seeds.stream(22, "damage", 0);
        byte[] likely = "\"\\{}[],:0123456789eE+-.ntf \u00e9\r\n".getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 1500; round++) {
            byte[] damaged = whole.clone();
            for (int i = 0; i <= round % 3; i++) {
                damaged[random.nextInt(damaged.length)] = likely[random.nextInt(likely.length)];
            }
            assertEquals(read(damaged, false), read(damaged, true), "round " + round);
        }
    }

    @Test
    void usualLinesTakeTheFastPath() {
        String span = "{\"traceId\":\"00112233445566778899aabbccddeeff\",\"spanId\":\"0011223344556677\",\"flags\":257,\"name\":\"caf\u00e9 \\\"x\\\"\",\"kind\":2,"
                + "\"startTimeUnixNano\":\"1\",\"endTimeUnixNano\":\"2\",\"attributes\":[{\"key\":\"a\",\"value\":{\"arrayValue\":{\"values\":[{\"stringValue\":\"\\n\"}]}}}],"
                + "\"events\":[{\"name\":\"e\\n\"}],\"status\":{\"code\":2,\"message\":\"m\"}}";
        String line = "{\"resourceSpans\":[{\"resource\":{\"attributes\":[]},\"scopeSpans\":[{\"scope\":{},\"spans\":[" + span + "]}],\"schemaUrl\":\"u\"}]}";
        assertTrue(scanned(line));
        assertTrue(scanned(line.replace(",", " , ")));
        assertFalse(scanned(line.replace("\"e\\n\"", "\"e\\q\"")));
        assertFalse(scanned(line.replace("spanId", "span_id")));
        assertFalse(scanned(line + "x"));
    }
}
