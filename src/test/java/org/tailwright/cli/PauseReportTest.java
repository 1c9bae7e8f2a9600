package org.tailwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Logs of the garbage collector hold pauses, which are no requests.
class PauseReportTest {
    private static final String LOG = """
            [2023-11-14T22:13:20.510+0000][gc] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 24M->8M(256M) 10.500ms
            [2023-11-14T22:13:21.510+0000][gc] GC(1) Pause Young (Normal) (G1 Evacuation Pause) 24M->8M(256M) 20.000ms
            [2023-11-14T22:13:22.000+0000][gc] GC(2) Concurrent Mark Cycle 40.000ms
            """;
    private static final String RUN = "timeStamp,elapsed,label,success\n1700000000000,12,a,true\n1700000002000,15,a,true\n";

    @TempDir
    Path folder;

    private String report(Path... files) throws IOException {
        Path report = folder.resolve("report.txt");
        Object[] args = new Object[files.length + 3];
        args[0] = "report";
        System.arraycopy(files, 0, args, 1, files.length);
        args[files.length + 1] = "-o";
        args[files.length + 2] = report;
        Ran ran = Ran.of(args);
        assertEquals(0, ran.code(), ran.err());
        return Files.readString(report).replaceAll("[\\s\\u00a0\\u202f]+", " ");
    }

    @Test
    void pausesAreCalledPauses() throws IOException {
        Path log = Files.writeString(folder.resolve("gc.log"), LOG);
        String alone = report(log);
        assertTrue(alone.contains("2 pauses · 1 activity of the runtime"), alone);
        assertTrue(alone.contains("Garbage collection stopped the application for 30.5 ms in all, at most 20.0 ms at once (gc.log)."), alone);
        assertFalse(alone.contains("Half of the"), alone);
        String both = report(Files.writeString(folder.resolve("run.jtl"), RUN), log);
        assertTrue(both.contains("The 2 requests took 12.0 ms to 15.0 ms"), both);
        assertTrue(both.contains("2 requests · 2 pauses"), both);
        assertTrue(both.contains("By name and cause"), both);
    }

    @Test
    void objectivesAreJudgedOnRequestsNotOnPauses() throws IOException {
        Path log = Files.writeString(folder.resolve("gc.log"), LOG);
        Path run = Files.writeString(folder.resolve("run.jtl"), RUN);
        String both = Ran.of("summary", run, log, "--objective", "p50<18ms", "--json").out();
        assertFalse(both.contains("in gc.log"), both);
        String alone = Ran.of("summary", log, "--objective", "p50<5ms", "--json").out();
        assertFalse(alone.contains("none are open"), alone);
        assertTrue(alone.contains("p50"), alone);
    }

    @Test
    void theAnalysisTakesLogs() throws IOException {
        Ran ran = Ran.of("run", "pauses", Files.writeString(folder.resolve("gc.log"), LOG), "--json");
        assertEquals(0, ran.code(), ran.err());
        assertEquals(20_000_000, ran.json().get("longest").asLong());
        assertEquals("log", ran.json().get("basis").asString());
    }
}
