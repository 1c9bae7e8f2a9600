package org.tailwright.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.Main;

/// A file that the memory does not hold is refused with a sentence, and the others are read: in a process of its own with a small heap.
final class MemoryTest {
    private static final int ROWS = 2_000_000;

    @TempDir
    Path folder = Path.of("");

    @Test
    void aFileThatIsTooLargeLeavesTheOthers() throws Exception {
        Path large = folder.resolve("large.jtl");
        Path small = folder.resolve("small.jtl");
        write(large, ROWS);
        write(small, 50);
        Process child = new ProcessBuilder(List.of(ProcessHandle.current().info().command().orElse("java"), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx40m", "-cp",
                System.getProperty("java.class.path"), Main.class.getName(), "summary", large.toString(), small.toString())).redirectErrorStream(true).start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(2, child.waitFor(), said);
        assertTrue(said.contains("large.jtl") && said.contains("TAILWRIGHT_MEMORY"), said);
        assertTrue(said.contains("requests small.jtl: 50 rows"), said);
        assertFalse(said.contains("Exception") || said.contains("\tat "), said);
    }

    /// Labels that are all different, as ids in URLs make them: nothing of them can be shared.
    private static void write(Path file, int rows) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("timeStamp,elapsed,label,responseCode,success\n");
            for (int i = 0; i < rows; i++) {
                out.write((1_700_000_000_000L + i) + "," + (5 + i % 90) + ",/order/" + Long.toHexString(i * 0x9e3779b97f4a7c15L) + ",200,true\n");
            }
        }
    }
}
