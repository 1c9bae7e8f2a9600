package org.tailwright.readers.pprof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.ReaderBattery;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.stacks.ProfileFiles;

class LegacyPprofTest {
    private static final String HEAP = """
            heap profile:     3: 300 [    3: 300] @ heapprofile
                 1:  100 [     1:  100] @ 0x00401000 0x7f0000001000
                 2:  200 [     2:  200] @ 0x00401000

            MAPPED_LIBRARIES:
            00400000-00500000 r-xp 00000000 fd:01 123  /bin/server
              7f0000000000-7f0000002000: libc.so
            """;

    @TempDir
    Path folder;

    private List<String> rows(String content) throws Exception {
        return ProfileFiles.rows(ProfileFiles.recordings(ProfileFiles.read(folder, content)).getFirst());
    }

    @Test
    void addressesAreNamedAfterTheirFile() throws Exception {
        assertEquals(List.of("n:0x7f0000001000 libc.so;n:0x401000 server 100", "n:0x401000 server 200"), rows(HEAP));
        ReadResult result = ProfileFiles.read(folder, HEAP);
        assertEquals(List.of("space=2 300B", "objects=2 3objects"), ProfileFiles.totals(result));
        assertTrue(result.datasets().getFirst().origin().trust().doubts().getFirst().startsWith("the file has addresses but no names"));
    }

    /// 1 / (1 − e^(−1)) = 1.5819767 for blocks of the size of the rate.
    @Test
    void sampledHeapsAreScaledUp() throws Exception {
        ReadResult result = ProfileFiles.read(folder, """
                heap profile: 2: 1024 [4: 2048] @ heap/1024
                2: 1024 [4: 2048] @ 0x1 0x2
                #\t0x1\tmain.leaf+0x12\t/src/main.go:3
                #\t0x2\tmain.main+0x5\t/src/main.go:9

                # runtime.MemStats
                # Alloc = 15
                """);
        assertEquals(List.of("inuse_space=1 1619.944148B", "alloc_objects=1 6.327907objects", "alloc_space=1 3239.888296B", "inuse_objects=1 3.163953objects"),
                ProfileFiles.totals(result));
        assertTrue(ProfileFiles.rows(ProfileFiles.recordings(result).getFirst()).getFirst().startsWith("n:main.main;n:main.leaf 1619.9"));
        assertEquals(0, result.problems());
    }

    @Test
    void contentionIsInNanoseconds() throws Exception {
        ReadResult result = ProfileFiles.read(folder, "--- mutex:\ncycles/second=2000000000\nsampling period=10\n4000 3 @ 0x1\n#\t0x1\tsync.(*Mutex).Unlock+0x1\tm.go:1\n");
        assertEquals(List.of("delay=1 20000ns", "contentions=1 30contentions"), ProfileFiles.totals(result));
        assertEquals(List.of("n:sync.(*Mutex).Unlock 20000"), ProfileFiles.rows(ProfileFiles.recordings(result).getFirst()));
    }

    @Test
    void goroutinesAndThreads() throws Exception {
        assertEquals(List.of("n:main.main;n:runtime.gopark 7", "n:0x5 1"), rows("""
                goroutine profile: total 8
                7 @ 0x1 0x2
                # labels: {"a":"b"}
                #\t0x1\truntime.gopark+0xd5\t\t/usr/proc.go:381
                #\t0x2\tmain.main+0x1\t\t/m.go:1

                1 @ 0x5
                """));
        assertEquals(List.of("n:0x2;n:0x1 1", "n:0x2;n:0x1 1", "n:0x3 1"), rows("""
                --- threadz 1 ---

                --- Thread 7f1 (name: main/1) stack: ---
                  PC: 0x1 0x2
                --- Thread 7f2 (name: w/2) stack: ---
                  [same as previous thread]
                --- Thread 7f3 (name: w/3) stack: ---
                  0x3
                """));
    }

    private static byte[] words(ByteOrder order, int size, long... words) {
        byte[] map = "00400000-00500000 r-xp 00000000 fd:01 123  /bin/server\n".getBytes(StandardCharsets.UTF_8);
        ByteBuffer buffer = ByteBuffer.allocate(size * words.length + map.length).order(order);
        for (long each : words) {
            if (size == 8) {
                buffer.putLong(each);
            } else {
                buffer.putInt((int) each);
            }
        }
        return buffer.put(map).array();
    }

    @Test
    void binaryWordsOfEachSizeAndOrder() throws Exception {
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            for (int size : new int[] {4, 8}) {
                ReadResult result = ProfileFiles.read(folder, words(order, size, 0, 3, 0, 10_000, 0, 2, 3, 0x400010, 0x400010, 0x600000, 1, 1, 0x400010, 0, 1, 0));
                assertEquals(List.of("n:0x600000;n:0x400010 server 20000000", "n:0x400010 server 10000000"),
                        ProfileFiles.rows(ProfileFiles.recordings(result).getFirst()));
                assertEquals(List.of("cpu=2 30000000ns", "samples=2 3"), ProfileFiles.totals(result));
                assertEquals(0, result.problems());
            }
        }
        ReadResult cut = ProfileFiles.read(folder, words(ByteOrder.LITTLE_ENDIAN, 8, 0, 3, 0, 10_000, 0, 2, 1, 5, 1, 1L << 40));
        assertEquals(List.of("cpu=1 20000000ns", "samples=1 2"), ProfileFiles.totals(cut));
        assertEquals(1, cut.problems());
    }

    @Test
    void linesWithoutSenseAreNamed() throws Exception {
        ReadResult result = ProfileFiles.read(folder, HEAP.replace("     2:  200", "     x:  200"));
        assertEquals("line 3: no sample: values and addresses are due", result.diagnostics().getFirst().words());
        assertThrows(UnreadableFile.class, () -> ProfileFiles.read(folder, "goroutine profile: total 1\nx @ y\n"));
    }

    @Test
    void damageIsSurvived() throws Exception {
        ReaderBattery.run(folder, HEAP.getBytes(StandardCharsets.UTF_8), "legacy pprof", true);
        ReaderBattery.run(folder, words(ByteOrder.LITTLE_ENDIAN, 8, 0, 3, 0, 10_000, 0, 2, 3, 0x400010, 0x400010, 0x600000, 1, 1, 0x400010, 0, 1, 0), "legacy pprof", false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"legacy-cppbench.contention.txt|delay=6 690508216.182443ns, contentions=6 3500contentions",
            "legacy-cppbench.heap-growth.txt|space=85 178257920B, objects=85 85objects", "legacy-go.crc32.cpu|cpu=69 2110000000ns, samples=69 211"})
    void sharedSamples(String file, String totals) throws Exception {
        ReadResult result = ProfileFiles.sample("profiles-pprof/" + file);
        assertEquals(totals, String.join(", ", ProfileFiles.totals(result)));
        assertEquals(0, result.problems());
    }
}
