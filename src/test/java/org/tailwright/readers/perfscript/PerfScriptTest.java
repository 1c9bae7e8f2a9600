package org.tailwright.readers.perfscript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailwright.data.Recording;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.ReaderBattery;
import org.tailwright.readers.stacks.ProfileFiles;

class PerfScriptTest {
    private static final String PLAIN = """
            # ========
            # hostname : box
            # perf version : 6.1
            # ========
            #
            java 10/12 [003]  5.000001:     250000 cpu-clock:pppH:\s
            \tffffffffaee8017b fput+0xb ([kernel.kallsyms])
            \t    7f89e341d84f write+0x4f (/usr/lib/libc-2.28.so)
            \t    7f89e341d000 [unknown] (/usr/lib/libjvm.so)
            \t    7f89cc467bf0 La/B;::c->Ld/E;::f+0x0 (/tmp/perf-10.map)
            \t    7f89cc467bf1 Interpreter+0x1 (/tmp/perf-10.map)

            Web Content 12 13 [000]  5.5:     250000 cpu-clock:pppH:
            \t               1f std::sort<int>(int*, int*)+0x1 (/bin/x y)
            \t               1e run (inlined)

            """;

    @TempDir
    Path folder;

    private List<String> rows(String content) throws Exception {
        return ProfileFiles.rows(ProfileFiles.recordings(ProfileFiles.read(folder, content)).getFirst());
    }

    @Test
    void chainsBelowTheirSample() throws Exception {
        ReadResult result = ProfileFiles.read(folder, PLAIN.replace(" 5.5:", " 5.500000:"));
        Recording recording = ProfileFiles.recordings(result).getFirst();
        assertEquals(List.of("n:java;i:Interpreter;c:a.B.c;i:d.E.f;n:[libjvm.so];n:write;k:fput 250000 @5000001000 java 10/12",
                "n:Web Content 12;i:run;c:std::sort<int>(int*, int*) 250000 @5500000000 Web Content 12 13"), ProfileFiles.rows(recording));
        assertEquals(List.of("cpu-clock:pppH=2 500000ns"), ProfileFiles.totals(result));
        assertEquals("box", recording.settings().get("perf#hostname"));
        assertEquals(0, result.problems());
    }

    @Test
    void headersOfManyLayouts() {
        assertEquals(new PerfHeader("java", "12", 1_500_000_000, "cycles", 100, ""), PerfHeader.of("java    12     1.500000:    100 cycles: ", false));
        assertEquals(new PerfHeader("a b", "1/2", 1_000_002_000, "cycles:u", -1, ""), PerfHeader.of("a b 1/2 [001] 1.000002: cycles:u:", false));
        assertEquals(new PerfHeader("swapper", "0", 3_123_456_789L, "sched:sched_switch", -1, "prev_comm=x prev_pid=1"),
                PerfHeader.of("swapper     0 [000] d..2.     3.123456789: sched:sched_switch: prev_comm=x prev_pid=1", false));
        assertEquals(new PerfHeader("tokio 3 w", "77", -1, "cpu/cpu-cycles/P", 9, ""), PerfHeader.of("tokio 3 w    77     9 cpu/cpu-cycles/P: ", false));
        assertEquals(new PerfHeader("java", "12", 1_500_000_000, "", -1, ""), PerfHeader.of("java 12 1.500000: ", false));
        assertEquals(new PerfHeader("java", "12", -1, "", -1, ""), PerfHeader.of("java 12", true));
        assertEquals(new PerfHeader("x", "5", 7_000_000_000L, "cycles", 3, "ffff81 f+0x1 ([k])"), PerfHeader.of("   x  5  7.000000:  3 cycles:  ffff81 f+0x1 ([k])", false));
        assertNull(PerfHeader.of("nothing of this kind", true));
    }

    @Test
    void withoutChainsTheFrameStandsInTheLine() throws Exception {
        assertEquals(List.of("n:x;n:f 3 @7000000000 x 5", "n:x;k:g 4 @8000000000 x 5"), rows("""
                               x     5     7.000000:          3 cycles:   55d0c0ffee f+0x1 (/bin/x)
                               x     5     8.000000:          4 cycles:   ffff8100 g+0x1 ([kernel.kallsyms])
                """));
    }

    @Test
    void eventsArePartedAndCountOnceWithoutPeriods() throws Exception {
        ReadResult result = ProfileFiles.read(folder, """
                x 5 1.000000: cycles:
                \t1f f (/bin/x)

                x 5 2.000000: 40 instructions:
                \t1f f (/bin/x)
                \t1e g (/bin/x)

                x 5 3.000000: 60 instructions:
                \t1f f (/bin/x)

                """);
        assertEquals(List.of("instructions=2 100instructions", "cycles=1 1"), ProfileFiles.totals(result));
        assertEquals(List.of("n:x;n:g;n:f 40 @2000000000 x 5", "n:x;n:f 60 @3000000000 x 5"), ProfileFiles.rows(ProfileFiles.recordings(result).getFirst()));
    }

    @Test
    void framesWithoutSomeFieldsAndOtherLines() {
        assertEquals(new PerfFrame("f", "/lib/x.so"), PerfFrame.of("7f12 f+0x1f (/lib/x.so)"));
        assertEquals(new PerfFrame("f", ""), PerfFrame.of("7f12 f+0x1f"));
        assertEquals(new PerfFrame("f", "[kernel.kallsyms]"), PerfFrame.of("f ([kernel.kallsyms])"));
        assertEquals(new PerfFrame("operator()(int) const", "/bin/a (deleted)"), PerfFrame.of("1f operator()(int) const+0x2 (/bin/a (deleted))"));
        assertEquals(new PerfFrame("f(int)", ""), PerfFrame.of("1f f(int)+0x2"));
        assertEquals(new PerfFrame("", "[vdso]"), PerfFrame.of("7ffd ([vdso])"));
        assertNull(PerfFrame.of("main.c:12"));
        assertNull(PerfFrame.of("THIS_IS_A_WEIRD_LINE"));
    }

    @Test
    void damageIsSurvived() throws Exception {
        ReaderBattery.run(folder, PLAIN.getBytes(StandardCharsets.UTF_8), "perf script", true);
    }

    @ParameterizedTest
    @CsvSource({"java-inline.perf.txt,cpu-clock=22 222222220ns,0", "one-sample.linux-perf.txt,cpu-clock=1 1001001ns,0",
            "simple-with-header.linux-perf.txt,cpu-clock=136 136136136ns,0", "system-wide.linux-perf.txt,cpu-clock=556 556556556ns,0",
            "weird-stack-line.perf.txt,cpu-clock:uhH=2 500000ns,1"})
    void sharedSamples(String file, String totals, long problems) throws Exception {
        ReadResult result = ProfileFiles.sample("profiles-perf-script/" + file);
        assertEquals(List.of(totals), ProfileFiles.totals(result));
        assertEquals(problems, result.problems());
    }
}
