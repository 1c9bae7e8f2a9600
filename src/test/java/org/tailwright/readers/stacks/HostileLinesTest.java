package org.tailwright.readers.stacks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tailwright.readers.ReadResult;

/// Long lines of one thing over and over: with patterns that try again from every place, each would take minutes.
class HostileLinesTest {
    private static final int LONG = 60_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"(", "1 ", "a(", "(a)", "[1] ", "-1", "1 a: ", "+0x", "::", "a->", "x 5 ", ".", "[;", "; ", "L;::", "= "})
    void samplesAroundAreKept(String unit) throws Exception {
        String line = unit.repeat(LONG / unit.length());
        ReadResult perf = ProfileFiles.read(folder, "# perf version : 6.1\nx 5 1.000000: 3 cycles:\n\t1f f (/bin/x)\n\t1e " + line + "\nx 5 " + line
                + "\n\nx 5 2.000000: 4 cycles:\n\t1f f (/bin/x)\n\n");
        assertEquals("perf script", perf.format());
        assertEquals(1, ProfileFiles.rows(ProfileFiles.recordings(perf).getFirst()).stream().filter("n:x;n:f 4 @2000000000 x 5"::equals).count());
        ReadResult folded = ProfileFiles.read(folder, "a;b 1\n".repeat(9) + line + " 2\n");
        assertEquals("folded stacks", folded.format());
        assertEquals("n:a;n:b 1", ProfileFiles.rows(ProfileFiles.recordings(folded).getFirst()).getFirst());
        ReadResult legacy = ProfileFiles.read(folder, "goroutine profile: total 8\n1 @ 0x1\n#\t0x1\tmain.f\n" + line + "\n#" + line + "\n2 @ 0x1\n");
        assertEquals("legacy pprof", legacy.format());
        assertEquals("n:main.f 1", ProfileFiles.rows(ProfileFiles.recordings(legacy).getFirst()).getFirst());
    }

    @Test
    void manyFramesInOneLine() throws Exception {
        ReadResult folded = ProfileFiles.read(folder, "a;b 1\n" + "a;".repeat(100_000) + "a 2\n" + "{; ".repeat(100_000) + " 3\n");
        assertEquals(3, folded.datasets().getFirst().rows());
    }
}
