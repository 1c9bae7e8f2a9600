package org.tailwright.readers.folded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailwright.data.Recording;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.ReaderBattery;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.stacks.ProfileFiles;

class FoldedStacksTest {
    private static final String SIMPLE = """
            # made by hand
            main;work;sort 12
            main;work;read_[k] 3

            main;idle 1.5
            """;

    @TempDir
    Path folder;

    private List<String> rows(String content) throws Exception {
        return ProfileFiles.rows(ProfileFiles.recordings(ProfileFiles.read(folder, content)).getFirst());
    }

    @Test
    void aLineIsASample() throws Exception {
        ReadResult result = ProfileFiles.read(folder, SIMPLE);
        Recording recording = ProfileFiles.recordings(result).getFirst();
        assertEquals(List.of("n:main;n:work;n:sort 12", "n:main;n:work;k:read 3", "n:main;n:idle 1.5"), ProfileFiles.rows(recording));
        assertEquals(3, recording.rows());
        assertEquals(List.of("samples=3 16.5"), ProfileFiles.totals(result));
        assertEquals(0, result.skipped());
        assertTrue(recording.span().isEmpty());
    }

    @Test
    void endingsAndFormsOfNamesSayWhatAFrameIs() throws Exception {
        assertEquals(List.of("c:java.lang.Thread.run;i:A.b;i:C.d;k:sys_read;c:E.f 1",
                        "j:java.lang.Thread.run;c:std::sort;n:malloc;n:[libc.so];j:io.netty.Loop.run 2",
                        "s:f (app.py:3);n:net/http.(*conn).serve;n:github.com/a/b.C;n:main.main 3",
                        "j:Foo$$Lambda/0x01.run;j:java.io.Out.write 4"),
                rows("""
                        java/lang/Thread.run_[j];A.b_[i];C.d_[0];sys_read_[k];E.f_[1] 1
                        java/lang/Thread.run;std::sort;malloc;[libc.so];io/netty/Loop:.run 2
                        f (app.py:3);net/http.(*conn).serve;github.com/a/b.C;main.main 3
                        Foo$$Lambda/0x01.run;Ljava/io/Out;::write 4
                        """));
    }

    @Test
    void threadsStandInBrackets() throws Exception {
        assertEquals(List.of("n:a;n:b 1 main", "n:a 2 tid 7", "n:[unknown];n:a 3 -"), rows("[main tid=42];a;b 1\n[tid=7];a 2\n[unknown];a 3\n"));
    }

    @Test
    void neighboursShareTheirBeginning() throws Exception {
        assertEquals(List.of("n:a;n:b;n:c 1 t", "n:a;n:b 2 t", "n:a;n:bc 3 t", "n:a;n:b;n:c 4 u", "n:a;n:b;n:c;n:d 5 -", "n:a;n:b;c:L::x 6 -", "n:a 7 -"),
                rows("[t tid=1];a;b;c 1\n[t tid=1];a;b 2\n[t tid=1];a;bc 3\n[u tid=2];a;b;c 4\na;b;c;d 5\na;b;L::x 6\na 7\n"));
    }

    @Test
    void semicolonsInOddPlaces() throws Exception {
        assertEquals(List.of("n:a;n:b 1", "n:a;c:<[T; _]>::f;n:g 2", "n:a b;n:c  d 3", "n:struct { x int; y int };n:h 4"),
                rows(";a;;b; 1\na;<[T; _]>::f;g 2\na b;c  d\t3\nstruct { x int; y int };h 4\n"));
    }

    @Test
    void twoNumbersAreTwoDataSets() throws Exception {
        ReadResult result = ProfileFiles.read(folder, "a;b 1 4\na;c 0 2.5\n");
        assertEquals(List.of("p after", "p before"), result.datasets().stream().map(each -> each.name()).toList());
        assertEquals(List.of("after=2 6.5", "before=2 1"), ProfileFiles.totals(result));
        assertEquals(List.of("n:a;n:b 5;n:c 1"), List.of(rows("a;b 5;c 1\na;d 2\n").getFirst()));
    }

    @Test
    void badLinesAreNamedAndTheRestIsKept() throws Exception {
        ReadResult result = ProfileFiles.read(folder, "a;b 1\nnothing here\na;c -3\na;d 4\na;e 5\na;f 6\na;g 7\n");
        assertEquals(List.of("samples=5 23"), ProfileFiles.totals(result));
        assertEquals(List.of("line 2: no number stands behind the stack", "line 3: a weight below zero"),
                result.diagnostics().stream().map(each -> each.words()).toList());
        assertEquals(2, result.skipped());
    }

    @Test
    void numbersAreNumbersOnly() {
        assertEquals(new FoldedLine("a", 1e3), FoldedLine.of("a 1e3 \t"));
        assertEquals(new FoldedLine("a;b", 0.25), FoldedLine.of("a;b .25"));
        for (String each : List.of("a NaN", "a Infinity", "a 1f", "a 0x1p3", "a", "12", " 12", "", "a 1-2", "a e", "a 1e999")) {
            assertNull(FoldedLine.of(each), each);
        }
    }

    @Test
    void otherTextsAreNotTaken() {
        for (String each : List.of("time;value\n2020-01-01 00:00:00;1\n", "a,b 1\nc,d 2\n", "{\"a;b 1\":1}\n", "error;x y 1z\nfoo;bar\nbaz;qux\n",
                "2008-01-01 00:00:00 GET / Mozilla/5.0+(X;+U) 200 0 0 15\n", "10.0.0.1 - - \"GET /;x\" 200 15\n")) {
            assertThrows(UnreadableFile.class, () -> {
                ReadResult result = ProfileFiles.read(folder, each);
                if (!result.format().startsWith("folded")) {
                    throw new UnreadableFile(result.format(), "", "");
                }
            }, each);
        }
    }

    @Test
    void damageIsSurvived() throws Exception {
        ReaderBattery.run(folder, SIMPLE.getBytes(StandardCharsets.UTF_8), "folded stacks", true);
    }

    @ParameterizedTest
    @CsvSource({"async-profiler-part.collapsed,samples=30 3279", "async-profiler-sample1.collapsed,samples=17 185",
            "fractional-with-space.txt,samples=6 334.618", "inferno-flames.folded,samples=427 598400", "perf-vertx-stacks.collapsed,samples=199 285",
            "simple-crlf.txt,samples=5 14", "simple-utf16-le.txt,samples=5 14", "simple-with-invalids.txt,samples=5 14"})
    void sharedSamples(String file, String totals) throws Exception {
        ReadResult result = ProfileFiles.sample("profiles-collapsed/" + file);
        assertEquals(List.of(totals), ProfileFiles.totals(result));
        assertEquals(file.contains("invalid") ? 1 : 0, result.skipped());
    }

    @Test
    void sharedDifference() throws Exception {
        assertEquals(List.of("after=9 80", "before=9 65"), ProfileFiles.totals(ProfileFiles.sample("profiles-collapsed/differential-two-columns.txt")));
        assertEquals(Map.of(), Map.copyOf(ProfileFiles.recordings(ProfileFiles.sample("profiles-collapsed/differential-two-columns.txt")).getFirst().tables()));
    }
}
