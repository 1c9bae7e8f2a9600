package org.tailwright.readers.gclog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailwright.data.Meaning;
import org.tailwright.data.Metrics;
import org.tailwright.data.Requests;
import org.tailwright.data.Unit;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.ReaderBattery;
import org.tailwright.readers.UnreadableFile;

class UnifiedLogTest {
    private static final long MIB = 1 << 20;
    private static final String G1 = """
            [0.020s][info][gc] Using G1
            [0.021s][info ][gc,init] Heap Region Size: 1M
            [1.000s][info ][gc,start    ] GC(0) Pause Young (Normal) (G1 Evacuation Pause)
            [1.010s][info ][gc,phases   ] GC(0)   Evacuate Collection Set: 9.0ms
            [1.010s][info ][gc,heap     ] GC(0) Old regions: 0->2
            [1.010s][info ][gc          ] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 24M->8M(256M) 10.500ms
            [1.010s][info ][safepoint   ] Safepoint "G1CollectForAllocation", Time since last: 9000000 ns, Reaching safepoint: 150000 ns, At safepoint: 10600000 ns, Total: 10750000 ns
            [1.500s][info ][gc          ] GC(1) Concurrent Mark Cycle
            [1.530s][info ][gc          ] GC(1) Pause Remark 20M->20M(256M) 2.000ms
            [1.600s][info ][gc          ] GC(1) Concurrent Mark Cycle 100.250ms
            [2.010s][info ][gc,heap     ] GC(2) Old regions: 2->5
            [2.010s][info ][gc          ] GC(2) To-space exhausted
            [2.010s][info ][gc          ] GC(2) Pause Young (Mixed) (G1 Preventive Collection) 40M->12M(256M) 20.000ms
            """;

    @TempDir
    Path folder;

    @Test
    void pausesPhasesAndSafepointsAreSeparate() throws Exception {
        ReadResult result = GcFiles.read(folder, G1);
        assertEquals("JVM GC log (G1, unified logging)", result.format());
        assertEquals(List.of("999500+10500 Pause Young (Normal) (G1 Evacuation Pause)", "1528000+2000 Pause Remark",
                "1990000+20000 Pause Young (Mixed) (G1 Preventive Collection) (To-space exhausted)"), GcFiles.rows(GcFiles.set(result, "")));
        assertEquals(List.of("1499750+100250 Concurrent Mark Cycle"), GcFiles.rows(GcFiles.set(result, " concurrent phases")));
        assertEquals(List.of("999250+10750 Safepoint G1CollectForAllocation"), GcFiles.rows(GcFiles.set(result, " safepoints")));
        assertEquals(150_000, GcFiles.set(result, " safepoints").table().longs("reaching safepoint").orElseThrow().at(0));
        assertEquals(0, result.skipped());
    }

    @Test
    void columnsMeaningAndAssumptions() throws Exception {
        Requests pauses = GcFiles.set(GcFiles.read(folder, G1), "");
        assertEquals("G1 Evacuation Pause", pauses.table().texts("cause").orElseThrow().at(0));
        assertTrue(pauses.table().texts("cause").orElseThrow().missing(1));
        assertEquals(2, pauses.table().longs("collection").orElseThrow().at(2));
        assertEquals(24 * MIB, pauses.table().longs("heap before").orElseThrow().at(0));
        assertEquals(8 * MIB, pauses.table().longs("heap after").orElseThrow().at(0));
        assertEquals(256 * MIB, pauses.table().longs("heap capacity").orElseThrow().at(0));
        assertEquals(Unit.BYTES, pauses.table().columns().get("heap after").unit());
        assertEquals(Meaning.Stamp.END, pauses.meaning().stamp());
        assertEquals(1000, pauses.meaning().quantumNanos());
        assertTrue(pauses.origin().trust().assumed().getFirst().contains("1970-01-01"), pauses.origin().trust().toString());
    }

    /// Allocation: 12 MiB in 517.5 ms of running time, then 20 MiB in 460 ms. Promotion of collection 2: 3 MiB in one second.
    @Test
    void heapAndRates() throws Exception {
        ReadResult result = GcFiles.read(folder, G1);
        assertEquals(List.of(24 * MIB, 20 * MIB, 40 * MIB), GcFiles.heap(result, "heap used before GC"));
        assertEquals(List.of(8 * MIB, 20 * MIB, 12 * MIB), GcFiles.heap(result, "heap used after GC"));
        assertEquals(List.of(2 * MIB, 5 * MIB), GcFiles.heap(result, "old generation used after GC"));
        assertEquals(List.of(2 * MIB, 3 * MIB), GcFiles.heap(result, "promoted by GC"));
        assertEquals(List.of(Math.round(12 * MIB / 0.518), Math.round(20 * MIB / 0.46)), GcFiles.heap(result, "allocation rate"));
        assertEquals(List.of(3 * MIB), GcFiles.heap(result, "promotion rate"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"[1.010s]|0", "[1010ms]|0", "[1010000000ns]|0", "[1.010s][info ][gc]|0", "[77][88][1.010s][info][gc]|0",
            "[host-7][1.010s][gc]|0", "[2022-11-10T03:37:29.443-0800]|1668080249443", "[2022-11-10T11:37:29.443+0000][info][gc   ]|1668080249443",
            "[2022-11-10T03:37:29.443-0800][1.010s][info][gc]|1668080249443", "[1668080249443ms][info ][gc ]|1668080249443",
            "[1668080249443ms][1010ms][4711][info ][gc ]|1668080249443",
            "2024-05-01T10:00:00.000000001Z stdout F [1.010s][info][gc]|0"})
    void everyDecorationGivesTheSamePause(String decorations, long wallMillis) throws Exception {
        Requests pauses = GcFiles.set(GcFiles.read(folder, decorations + " GC(7) Pause Full (System.gc()) 10M->5M(20M) 8.825ms\n"), "");
        long end = wallMillis == 0 ? 1_010_000_000L : wallMillis * 1_000_000L;
        assertEquals(end - 8_825_000, pauses.starts().at(0));
        assertEquals(8_825_000, pauses.durations().at(0));
        assertEquals("System.gc()", pauses.table().texts("cause").orElseThrow().at(0));
        assertEquals(wallMillis != 0, pauses.origin().trust().assumed().isEmpty());
    }

    @Test
    void nanosecondUptimeRefinesACalendarTime() throws Exception {
        Requests pauses = GcFiles.set(GcFiles.read(folder, """
                [2022-11-10T11:37:29.443+0000][5000000000ns] GC(0) Pause Remark 1M->1M(2M) 1.000ms
                [2022-11-10T11:37:29.544+0000][5101234567ns] GC(0) Pause Cleanup 1M->1M(2M) 1.000ms
                """), "");
        assertEquals(101_234_567, pauses.starts().at(1) - pauses.starts().at(0));
    }

    @Test
    void withoutDecorationsEventsAreLaidEndToEnd() throws Exception {
        ReadResult result = GcFiles.read(folder, """
                Using Serial
                GC(0) Pause Young (Allocation Failure) 10M->5M(20M) 2.000ms
                GC(1) Pause Young (Allocation Failure) 15M->6M(20M) 3.000ms
                """);
        assertEquals(List.of("0+2000 Pause Young (Allocation Failure)", "2000+3000 Pause Young (Allocation Failure)"),
                GcFiles.rows(GcFiles.set(result, "")));
        assertEquals(List.of(), GcFiles.heap(result, "allocation rate"));
        assertFalse(GcFiles.set(result, "").origin().trust().doubts().isEmpty());
    }

    @Test
    void generationalZgc() throws Exception {
        ReadResult result = GcFiles.read(folder, """
                [0.193s][info][gc          ] GC(2) Major Collection (Warmup)
                [0.193s][info][gc,phases   ] GC(2) Y: Pause Mark Start (Major) 0.009ms
                [0.204s][info][gc,phases   ] GC(2) Y: Concurrent Mark 10.699ms
                [0.205s][info][gc          ] Allocation Stall (worker-1) 4.500ms
                [0.212s][info][gc,heap     ] GC(2) Y:  Capacity:       32M (33%)          34M (35%)          34M (35%)          38M (40%)          38M (40%)          32M (33%)
                [0.212s][info][gc,heap     ] GC(2) Y:  Promoted:         -                  -                 8M (9%)            9M (9%)
                [0.213s][info][gc,phases   ] GC(2) O: Pause Mark End 0.005ms
                [0.220s][info][gc,stats    ]         Old Pause: Pause Mark End                                0.004 / 0.009         0.004 / 0.009
                [0.229s][info][gc          ] GC(2) Major Collection (Warmup) 30M(31%)->26M(27%) 0.036s
                """);
        assertEquals("JVM GC log (ZGC, unified logging)", result.format());
        assertEquals(List.of("192991+9 Pause Mark Start (major young)", "212995+5 Pause Mark End (old)"), GcFiles.rows(GcFiles.set(result, "")));
        assertEquals("Warmup", GcFiles.set(result, "").table().texts("cause").orElseThrow().at(1));
        assertEquals(List.of("193301+10699 Concurrent Mark (major young)", "193000+36000 Major Collection (Warmup)"),
                GcFiles.rows(GcFiles.set(result, " concurrent phases")));
        assertEquals(List.of("200500+4500 Allocation Stall"), GcFiles.rows(GcFiles.set(result, " stalls")));
        assertEquals(List.of(38 * MIB), GcFiles.heap(result, "heap capacity"));
        assertEquals(List.of(9 * MIB), GcFiles.heap(result, "promoted by GC"));
    }

    @Test
    void zgcBeforeGenerationsTakesItsCycleFromTwoStamps() throws Exception {
        ReadResult result = GcFiles.read(folder, """
                [1.205s][info][gc,start] GC(0) Garbage Collection (Metadata GC Threshold)
                [1.206s][info][gc,phases] GC(0) Pause Mark Start 1.279ms
                [1.221s][info][gc       ] GC(0) Garbage Collection (Metadata GC Threshold) 10620M(5%)->8800M(4%)
                """);
        assertEquals(List.of("1205000+16000 Garbage Collection (Metadata GC Threshold)"), GcFiles.rows(GcFiles.set(result, " concurrent phases")));
        assertEquals("Metadata GC Threshold", GcFiles.set(result, "").table().texts("cause").orElseThrow().at(0));
        assertEquals(List.of(10620 * MIB), GcFiles.heap(result, "heap used before GC"));
    }

    @Test
    void shenandoahTablesRepeatNoPause() throws Exception {
        ReadResult result = GcFiles.read(folder, """
                [2.125s][info][gc          ] GC(3) Pause Degenerated GC (Update Refs) 91M->16M(92M) 1.271ms
                [2.126s][info][gc,stats    ] Pause Degenerated GC (G)           1331 us
                [2.209s][info][gc          ] GC(4) Pause Init Mark (unload classes) 0.042ms
                [2.217s][info][gc          ] GC(4) Concurrent cleanup 76M->70M(92M) 0.028ms
                [424.769s][info][gc,stats       ] Total Pauses (G)          =     0.01 s (a =     4820 us) (n =     2)
                """);
        assertEquals(List.of("2123729+1271 Pause Degenerated GC (Update Refs)", "2208958+42 Pause Init Mark (unload classes)"),
                GcFiles.rows(GcFiles.set(result, "")));
        assertEquals(List.of(91 * MIB, 76 * MIB), GcFiles.heap(result, "heap used before GC"));
    }

    @Test
    void jdk9WritesSpansAndUnnamedSafepoints() throws Exception {
        ReadResult result = GcFiles.read(folder, """
                [0.251s][info][gc           ] GC(0) Pause Young (G1 Evacuation Pause) 7M->1M(20M) (0.250s, 0.251s) 1.014ms
                [0.252s][info][safepoint    ] Total time for which application threads were stopped: 0.0027879 seconds, Stopping threads took: 0.0000093 seconds
                [0.253s][info][safepoint    ] Application time: 0.1315700 seconds
                """);
        assertEquals(List.of("249986+1014 Pause Young (G1 Evacuation Pause)"), GcFiles.rows(GcFiles.set(result, "")));
        assertEquals(List.of("249212+2787 Safepoint"), GcFiles.rows(GcFiles.set(result, " safepoints")));
        assertEquals(9_300, GcFiles.set(result, " safepoints").table().longs("reaching safepoint").orElseThrow().at(0));
    }

    @Test
    void restartsGapsAndCutsAreSaid() throws Exception {
        ReadResult result = GcFiles.read(folder, """
                [100.000s][info][gc] GC(5) Pause Remark 1M->1M(2M) 1.000ms
                [1.000s][info][gc] GC(7) Pause Remark 1M->1M(2M) 1.000ms
                [2.000s][info][gc] GC(8) Pause Young (Normal) (G1 Evacuation Pause) 7M->1M(20M) 1.0
                [3.000s][info][gc,start] GC(9) Pause Full (System.gc())
                """);
        assertEquals(List.of("99999000+1000 Pause Remark", "100999000+1000 Pause Remark").getFirst(), GcFiles.rows(GcFiles.set(result, "")).getFirst());
        String doubts = GcFiles.set(result, "").origin().trust().doubts().toString();
        assertTrue(doubts.contains("falls back 1 time:") && doubts.contains("1 of the 5 collections from 5 to 9"), doubts);
        assertEquals(List.of("line 3: the pause has no duration", "line 4: the log ends inside a pause: Pause Full (System.gc())"),
                result.diagnostics().stream().map(each -> each.words()).toList());
        assertEquals(2, result.skipped());
    }

    @Test
    void aTableOfStatisticsIsNoLogOfEvents() {
        assertTrue(assertThrows(UnreadableFile.class, () -> GcFiles.read(folder, """
                [3.267s][info][gc,stats    ] === Garbage Collection Statistics ===
                [3.267s][info][gc,stats    ]         Old Pause: Pause Mark End                                0.004 / 0.009         0.004 / 0.009
                """)).line().startsWith("the log holds no pause"));
    }

    @Test
    void damageIsSurvived() throws Exception {
        ReaderBattery.run(folder, G1.repeat(4).getBytes(StandardCharsets.UTF_8), "JVM GC log", true);
    }

    @Test
    void tablesOfStatisticsAreReadWhereNothingElseIs() throws Exception {
        String table = """
                [13.267s][info][gc,stats    ] === Garbage Collection Statistics ====
                [13.267s][info][gc,stats    ]                                     Last 10s              Last 10m              Last 10h                Total
                [13.267s][info][gc,stats    ]                                     Avg / Max             Avg / Max             Avg / Max             Avg / Max
                [13.267s][info][gc,stats    ]   Critical: Allocation Stall          90 / 134              90 / 134              90 / 134              90 / 134         ops/s
                [13.267s][info][gc,stats    ]   Critical: Allocation Stall       2.353 / 37.597        2.300 / 99.597        2.353 / 37.597        2.353 / 37.597      ms
                [13.267s][info][gc,stats    ]     Memory: Allocation Rate         2380 / 2420           2380 / 2420           2380 / 2420           2380 / 2420        MB/s
                [13.267s][info][gc,stats    ]  Young Generation: Young Generation  4.8 / 19.3           4.8 / 19.3           4.8 / 19.3           4.8 / 19.3           ms
                [13.267s][info][gc,stats    ]  Young Generation: Young Generation  3.2 / 19.4           3.2 / 19.4           3.2 / 19.4           3.2 / 19.4           ms
                """;
        Metrics metrics = (Metrics) GcFiles.read(folder, table + table.replace("13.267s", "23.267s")).datasets().getFirst();
        assertEquals(List.of("Critical: Allocation Stall rate {statistic=average} 90.0", "Critical: Allocation Stall rate {statistic=maximum} 134.0",
                "Critical: Allocation Stall {statistic=average} 2353000.0", "Critical: Allocation Stall {statistic=maximum} 3.7597E7",
                "Memory: Allocation Rate {statistic=average} 2.49561088E9", "Memory: Allocation Rate {statistic=maximum} 2.53755392E9"),
                metrics.series().stream().limit(6).map(each -> each.name() + " " + each.labels() + " " + each.values().at(0)).toList());
        assertEquals(10, metrics.series().size());
        assertEquals(20, metrics.rows());
        assertEquals(23_267_000_000L, metrics.series().getFirst().times().at(1));
        assertEquals("2", metrics.series().getLast().labels().get("row"));
        assertTrue(metrics.origin().trust().doubts().getFirst().contains("no percentile"));
        ReaderBattery.run(folder, table.getBytes(StandardCharsets.UTF_8), "JVM GC log", true);
    }
}
