package org.tailwright.readers.gclog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.data.Meaning;
import org.tailwright.data.Requests;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.ReaderBattery;

class OldLogTest {
    private static final long KIB = 1024;
    private static final String PARALLEL = """
            Java HotSpot(TM) 64-Bit Server VM (25.20-b23) for linux-amd64 JRE (1.8.0_20-b26)
            CommandLine flags: -XX:+PrintGC -XX:+PrintGCDetails
            0.158: [GC (Allocation Failure)\s
            Desired survivor size 11010048 bytes, new threshold 7 (max 15)
            [PSYoungGen: 65536K->10720K(76288K)] 65536K->57485K(251392K), 0.0273442 secs] [Times: user=0.02 sys=0.13, real=0.03 secs]\s
            0.186: Total time for which application threads were stopped: 0.0274941 seconds
            0.232: [Full GC (Ergonomics) [PSYoungGen: 10736K->0K(141824K)] [ParOldGen: 120015K->115085K(271872K)] 130751K->115085K(413696K), [Metaspace: 4211K->4210K(1056768K)], 0.0229614 secs] [Times: user=0.14 sys=0.00, real=0.03 secs]\s
            Heap
             PSYoungGen      total 232960K, used 195661K [0x00000007aab00000, 0x00000007c0000000, 0x00000007c0000000)
            """;

    @TempDir
    Path folder;

    @Test
    void parallel() throws Exception {
        ReadResult result = GcFiles.read(folder, PARALLEL);
        assertEquals("JVM GC log (Parallel, JDK 8 or earlier)", result.format());
        Requests pauses = GcFiles.set(result, "");
        assertEquals(List.of("158000+27344 GC (Allocation Failure)", "232000+22961 Full GC (Ergonomics)"), GcFiles.rows(pauses));
        assertEquals(27_344_200, pauses.durations().at(0));
        assertEquals(Meaning.Stamp.START, pauses.meaning().stamp());
        assertEquals("Ergonomics", pauses.table().texts("cause").orElseThrow().at(1));
        assertEquals(List.of(65536 * KIB, 130751 * KIB), GcFiles.heap(result, "heap used before GC"));
        assertEquals(List.of((57485 - 10720) * KIB, 115085 * KIB), GcFiles.heap(result, "old generation used after GC"));
        assertEquals(List.of(46765 * KIB), GcFiles.heap(result, "promoted by GC"));
        assertEquals(List.of("158505+27494 Safepoint"), GcFiles.rows(GcFiles.set(result, " safepoints")));
        assertEquals(0, result.problems());
    }

    @Test
    void g1WritesTheHeapAfterThePause() throws Exception {
        ReadResult result = GcFiles.read(folder, """
                2014-11-18T00:00:24.263+0100: 24.263: [GC pause (G1 Evacuation Pause) (young)
                Desired survivor size 1572864 bytes, new threshold 15 (max 15)
                , 0.0052520 secs]
                   [Parallel Time: 4.4 ms, GC Workers: 8]
                      [GC Worker Start (ms): Min: 24262.9, Avg: 24263.4, Max: 24264.5, Diff: 1.6]
                   [Eden: 24.0M(24.0M)->0.0B(30.0M) Survivors: 0.0B->3072.0K Heap: 33.5M(256.0M)->14.0M(256.0M)]
                 [Times: user=0.03 sys=0.00, real=0.01 secs]
                2014-11-18T00:00:25.000+0100: 25.000: [GC remark 25.000: [GC ref-proc, 0.0000230 secs], 0.0022060 secs]
                2014-11-18T00:00:26.000+0100: 26.000: [GC cleanup 20M->19M(256M), 0.0003000 secs]
                2014-11-18T00:00:27.000+0100: 27.000: [GC concurrent-mark-end, 0.5000000 secs]
                """);
        Requests pauses = GcFiles.set(result, "");
        assertEquals(List.of("GC pause (G1 Evacuation Pause) (young)", "GC remark", "GC cleanup"),
                GcFiles.rows(pauses).stream().map(each -> each.substring(each.indexOf(' ') + 1)).toList());
        assertEquals(1_416_265_224_263_000_000L, pauses.starts().at(0));
        assertEquals(List.of(), pauses.origin().trust().assumed());
        assertEquals(List.of(14 * KIB * KIB, 19 * KIB * KIB), GcFiles.heap(result, "heap used after GC"));
        assertEquals(List.of((long) (1.5 * KIB * KIB)), GcFiles.heap(result, "promoted by GC"));
        assertEquals(1_416_265_226_500_000_000L, GcFiles.set(result, " concurrent phases").starts().at(0));
    }

    @Test
    void cmsPhasesWrittenIntoPauses() throws Exception {
        ReadResult result = GcFiles.read(folder, """
                12.363: [GC (CMS Initial Mark) [1 CMS-initial-mark: 11940K(174784K)] 20767K(253440K), 0.0045880 secs] [Times: user=0.02 sys=0.00, real=0.00 secs]\s
                12.367: [CMS-concurrent-mark-start]
                13.000: [GC (Allocation Failure) 13.000: [ParNew: 8000K->1000K(9000K), 0.0100000 secs] 28000K->22000K(253440K), 0.0200000 secs]
                 CMS: abort preclean due to time 22.753: [CMS-concurrent-abortable-preclean: 0.829/5.005 secs] [Times: user=1.37 sys=0.07, real=5.00 secs]\s
                131.600: [GC 131.600: [ParNew (promotion failed): 8K->8K(9K), 0.0000310 secs]131.601: [CMS131.700: [CMS-concurrent-mark: 0.100/0.105 secs] [Times: user=0.1 sys=0.0, real=0.10 secs]
                 (concurrent mode failure): 100K->50K(200K), 0.5000000 secs] 108K->50K(209K), [CMS Perm : 10K->10K(20K)], 0.5200000 secs] [Times: user=0.5 sys=0.0, real=0.52 secs]
                """);
        assertEquals(List.of("12363000+4588 GC (CMS Initial Mark)", "13000000+20000 GC (Allocation Failure)",
                "131600000+520000 GC (concurrent mode failure)"), GcFiles.rows(GcFiles.set(result, "")));
        assertEquals(List.of("17748000+5005 CMS-concurrent-abortable-preclean", "131595000+105 CMS-concurrent-mark").stream().map(each -> each.replace("+5005", "+5005000").replace("+105 ", "+105000 ")).toList(),
                GcFiles.rows(GcFiles.set(result, " concurrent phases")));
        assertEquals(List.of(20767 * KIB, 28000 * KIB, 108 * KIB), GcFiles.heap(result, "heap used before GC"));
    }

    @Test
    void aPauseThatWasOverwrittenIsReportedAndTheNextIsRead() throws Exception {
        ReadResult result = GcFiles.read(folder, """
                1.000: [GC (Allocation Failure) 1.000: [DefNew
                2.000: [GC (Allocation Failure) 2.000: [DefNew: 8704K->1088K(9792K), 0.0039555 secs] 8704K->1634K(31680K), 0,0041700 secs]
                3.000: [Full GC (System.gc()) 3.000: [Tenured: 21006K->20933K(21888K)]
                """);
        assertEquals(List.of("2000000+4170 GC (Allocation Failure)"), GcFiles.rows(GcFiles.set(result, "")));
        assertEquals(List.of("line 1: the pause that begins here has no end", "line 3: the pause that begins here has no end"),
                result.diagnostics().stream().map(each -> each.words()).toList());
    }

    @Test
    void withoutStampsAndWithoutDetails() throws Exception {
        ReadResult result = GcFiles.read(folder, """
                [GC 8192K->1024K(31744K), 0.0040000 secs]
                [Full GC 9000K->900K(31744K), 0.0100000 secs]
                """);
        assertEquals(List.of("0+4000 GC", "4000+10000 Full GC"), GcFiles.rows(GcFiles.set(result, "")));
        assertFalse(GcFiles.set(result, "").origin().trust().doubts().isEmpty());
    }

    @Test
    void shenandoahOfTheBackport() throws Exception {
        ReadResult result = GcFiles.read(folder, """
                2020-03-10T08:03:29.365-0400: 0.426: [Pause Init Mark, 0.418 ms]
                2020-03-10T08:03:29.400-0400: 0.461: [Concurrent cleanup 321M->201M(8192M), 0.115 ms]
                """);
        assertEquals("JVM GC log (Shenandoah, JDK 8 or earlier)", result.format());
        assertEquals(1_583_841_809_364_582_000L, GcFiles.set(result, "").starts().at(0));
        assertTrue(GcFiles.has(result, " concurrent phases"));
        assertEquals(List.of(321 * KIB * KIB), GcFiles.heap(result, "heap used before GC"));
    }

    @Test
    void damageIsSurvived() throws Exception {
        ReaderBattery.run(folder, PARALLEL.repeat(4).getBytes(StandardCharsets.UTF_8), "JVM GC log", true);
    }
}
