package org.tailwright.readers.otlp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tailwright.readers.Damage;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Readers;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.spans.SpanFiles;
import org.tailwright.readers.spans.SpanSamples;
import org.tailwright.work.Work;

/// Files that are empty, hostile, damaged, or no longer wanted.
class OtlpDamageTest {
    private static final Path SAMPLES = Path.of("../shared/samples/traces-otlp-json");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"{\"resourceSpans\":[]}", "{\"resourceSpans\":[]}\n{\"resourceSpans\":[]}\n", "{\n \"resourceSpans\": []\n}\n"})
    void aFileWithoutSpansSaysSo(String text) throws IOException, UnreadableFile {
        ReadResult result = SpanFiles.read(folder, text);
        assertEquals(List.of(), result.datasets());
        assertEquals(List.of("the file is whole and holds no spans"), result.diagnostics().stream().map(each -> each.message()).toList());
    }

    @Test
    void deepNestingIsRefused() {
        for (String end : new String[] {"", "\n"}) {
            String text = "{\"resourceSpans\":" + "[".repeat(100_000) + end;
            UnreadableFile refused = assertThrows(UnreadableFile.class, () -> SpanFiles.read(folder, text));
            assertTrue(refused.getMessage().startsWith("no span could be read"), refused.getMessage());
        }
    }

    @Test
    void damageIsSurvived() throws IOException {
        assumeTrue(Files.isDirectory(SAMPLES), "the shared samples are absent");
        try (var files = Files.list(SAMPLES)) {
            for (Path each : files.sorted().toList()) {
                Damage.survived(each, folder, 240);
            }
        }
    }

    @Test
    void readingStopsWhenCancelled() throws IOException {
        Path file = Files.write(folder.resolve("long"), SpanSamples.lines(4000, 3).getBytes(StandardCharsets.UTF_8));
        AtomicInteger asked = new AtomicInteger();
        Work cancelled = new Work() {
            @Override
            public void progress(long done, long total) {}

            @Override
            public boolean cancelled() {
                return asked.incrementAndGet() > 2;
            }
        };
        assertThrows(CancellationException.class, () -> Readers.read(file, ReadOptions.DEFAULT, cancelled));
    }
}
